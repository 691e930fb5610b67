"""The web service: a SPARQL endpoint, pages and downloads over a built knowledge base."""
