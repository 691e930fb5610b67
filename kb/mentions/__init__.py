"""Which individuals a parsed document names, and where."""
