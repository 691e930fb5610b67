"""Individuals of documents → identifiers in other graphs."""
