"""The three files that are the record of a knowledge base, written in one pass over its graphs.

kb.ttl is the default graph, kb.trig and kb.nq hold all graphs; kb.nq is sorted and canonical, so its SHA-256
is the RDFC-1.0 hash of the dataset.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from kb.export.turtle import Turtle
from kb.files import replacing
from kb.graph import Mapper
from kb.merge import Knowledge
from kb.sorting import Sorter
from kb.terms import Triple, parse_line, quad_line, triple_line

NamedGraph = tuple[str, Iterable[Triple]]


def write(knowledge: Knowledge, directory: Path, mapper: Mapper, graphs: Iterable[NamedGraph]) -> None:
    """Write kb.ttl, kb.trig and kb.nq; `graphs` are those that belong to no document."""
    turtle = Turtle(mapper.base)
    with ExitStack() as stack:
        default = stack.enter_context(Sorter(directory))
        quads = stack.enter_context(Sorter(directory))
        ttl, trig, nq = (
            stack.enter_context(replacing(directory / f"kb.{end}")) for end in ("ttl", "trig", "nq")
        )
        default.extend(map(triple_line, mapper.default_graph(knowledge)))
        for stream in (ttl, trig):
            _write(stream, turtle.document(_triples(default)))
        for name, triples in _named(knowledge, mapper, graphs):
            ordered = sorted(set(triples))
            quads.extend(quad_line(triple, name) for triple in ordered)
            _write(trig, turtle.graph(name, ordered))
        quads.extend(default)
        _write(nq, quads)


def _named(knowledge: Knowledge, mapper: Mapper, graphs: Iterable[NamedGraph]) -> Iterator[NamedGraph]:
    """The graphs of all documents, then the others, each in the order of its IRI."""
    documents = {mapper.document_iri(document): document for document in knowledge.documents}
    for name in sorted(documents):
        yield name, mapper.document(knowledge, documents[name])
    yield from sorted(graphs, key=lambda graph: graph[0])


def _triples(lines: Iterable[str]) -> Iterator[Triple]:
    return (parse_line(line)[0] for line in lines)


def _write(stream: BinaryIO, lines: Iterable[str]) -> None:
    stream.writelines(line.encode() for line in lines)
