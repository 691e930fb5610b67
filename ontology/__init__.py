"""The ontology's files, shipped as a package so that an installed program finds them; it holds no code."""
