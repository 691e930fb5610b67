"""Commands on links to other graphs: link and gazetteer."""
