"""The ontology's files, parsed once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rdflib import Graph

from kb.errors import OntologyError


def text(name: str) -> str:
    """The content of a file of ontology/, as "ontology.ttl" or "queries/meetings.rq"."""
    try:
        return files("ontology").joinpath(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise OntologyError(f"ontology/{name} does not exist; reinstall the package") from error


def listing(folder: str, suffix: str) -> tuple[str, ...]:
    """The files of a folder of ontology/ that end with `suffix`, by name."""
    found = (file.name for file in files("ontology").joinpath(folder).iterdir())
    return tuple(sorted(f"{folder}/{name}" for name in found if name.endswith(suffix)))


@cache
def graph() -> Graph:
    """The ontology. The graph is shared: read it, do not change it."""
    return _parse("ontology.ttl")


@cache
def shapes() -> Graph:
    """The SHACL shapes. The graph is shared: read it, do not change it."""
    return _parse("shapes.ttl")


@cache
def alignments() -> Graph:
    """How terms correspond to those of other vocabularies. The graph is shared: read it, do not change it."""
    return _parse("alignments.ttl")


def _parse(name: str) -> Graph:
    return Graph().parse(data=text(name), format="turtle")
