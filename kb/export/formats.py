"""The formats of exports, and the one function that writes a selection in one of them."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from kb import manifest, store
from kb.errors import KbError, QueryError
from kb.export import ftm, geojson, jsonld, rdfxml, tables
from kb.export.alignment import aligned
from kb.export.records import Records
from kb.export.selection import EVERYTHING, Quad, Selection, selected
from kb.files import write
from kb.sorting import Sorter
from kb.terms import Triple, parse_line, quad_line, triple_line
from kb.turtle import Turtle

Writer = Callable[[Iterable[Quad], str], Iterator[str]]
"""Writes quads, sorted by subject, given the base IRI."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of exports; `needs_provenance` where it shows the documents behind facts in any case."""

    name: str
    suffix: str
    media_type: str
    write: Writer
    needs_provenance: bool = False


def _triples(quads: Iterable[Quad]) -> Iterator[Triple]:
    """The triples of all graphs as one graph, each once; equal ones follow each other."""
    return (triple for triple, _ in groupby(quads, key=itemgetter(0)))


def _graphs(quads: Iterable[Quad]) -> Iterator[tuple[str | None, Iterator[Triple]]]:
    """The graphs one after the other, the default graph first."""
    with TemporaryDirectory() as directory, Sorter(Path(directory)) as sorter:
        sorter.extend(f"{graph or ''}\t{triple_line(triple)}" for triple, graph in quads)
        split = (line.partition("\t")[::2] for line in sorter)
        for name, found in groupby(split, key=itemgetter(0)):
            yield name or None, (parse_line(line)[0] for _, line in found)


def _turtle(quads: Iterable[Quad], base: str) -> Iterator[str]:
    return Turtle(base).document(_triples(quads))


def _trig(quads: Iterable[Quad], base: str) -> Iterator[str]:
    turtle = Turtle(base)
    yield from turtle.header()
    for name, triples in _graphs(quads):
        yield from turtle.body(triples) if name is None else turtle.graph(name, triples)


def _ntriples(quads: Iterable[Quad], base: str) -> Iterator[str]:
    return map(triple_line, _triples(quads))


def _nquads(quads: Iterable[Quad], base: str) -> Iterator[str]:
    return (triple_line(triple) if graph is None else quad_line(triple, graph) for triple, graph in quads)


def _jsonld(quads: Iterable[Quad], base: str) -> Iterator[str]:
    return jsonld.Compact(base).document(_graphs(quads))


def _rdfxml(quads: Iterable[Quad], base: str) -> Iterator[str]:
    return rdfxml.write(_triples(quads))


def _csv(quads: Iterable[Quad], base: str) -> Iterator[str]:
    found = list(tables.tables(Records(quads)))
    if len(found) != 1:
        names = ", ".join(name for name, _ in found) or "none"
        raise KbError(
            f"a table holds one class of facts ({names} here); choose a class, or a folder for all tables"
        )
    yield found[0][1]


def _geojson(quads: Iterable[Quad], base: str) -> Iterator[str]:
    return geojson.write(Records(quads))


def _ftm(quads: Iterable[Quad], base: str) -> Iterator[str]:
    return ftm.write(Records(quads))


FORMATS: Final = {
    form.name: form
    for form in (
        Format("turtle", ".ttl", "text/turtle", _turtle),
        Format("trig", ".trig", "application/trig", _trig),
        Format("nt", ".nt", "application/n-triples", _ntriples),
        Format("nquads", ".nq", "application/n-quads", _nquads),
        Format("jsonld", ".jsonld", "application/ld+json", _jsonld),
        Format("rdfxml", ".rdf", "application/rdf+xml", _rdfxml),
        Format("csv", ".csv", "text/csv", _csv, needs_provenance=True),
        Format("geojson", ".geojson", "application/geo+json", _geojson),
        Format("ftm", ".ftm.json", "application/json", _ftm, needs_provenance=True),
    )
}


def export(
    directory: Path,
    output: BinaryIO,
    *,
    form: str = "turtle",
    selection: Selection = EVERYTHING,
    query: str | None = None,
    alignments: bool = False,
    compress: bool = False,
) -> None:
    """Write to `output` what `selection`, or else a CONSTRUCT `query`, gives of a built directory.

    `form` names one of FORMATS; `alignments` adds what other vocabularies call it; `compress` writes gzip.
    """
    if form not in FORMATS:
        raise KbError(f"there is no format {form!r}; use one of {', '.join(FORMATS)}")
    base = manifest.load(directory).base
    chosen = replace(selection, provenance=True) if FORMATS[form].needs_provenance else selection
    found = selected(directory, base, chosen) if query is None else _asked(directory, query)
    if alignments:
        found = iter(sorted(set(aligned(list(found), base=base)), key=_line))
    lines = FORMATS[form].write(found, base)
    with _compressed(output) if compress else nullcontext(output) as stream:
        stream.writelines(line.encode() for line in lines)


def export_tables(directory: Path, folder: Path, *, selection: Selection = EVERYTHING) -> list[Path]:
    """Write one table (CSV) per class of facts, and one of individuals, to `folder`; gives the files."""
    base = manifest.load(directory).base
    records = Records(selected(directory, base, replace(selection, provenance=True)))
    paths = []
    for name, content in (*tables.tables(records), ("individual", tables.individuals(records))):
        paths.append(folder / f"{name}.csv")
        write(paths[-1], content)
    return paths


def _asked(directory: Path, query: str) -> Iterator[Quad]:
    """The triples that a CONSTRUCT or DESCRIBE query gives."""
    lines = store.query(directory, query, name="ntriples").decode().splitlines(keepends=True)
    for line in sorted(lines):
        try:
            yield parse_line(line)
        except ValueError as error:
            raise QueryError("the query makes blank nodes, which no export holds; give them IRIs") from error


def _line(quad: Quad) -> str:
    return next(_nquads([quad], ""))


def _compressed(output: BinaryIO) -> gzip.GzipFile:
    # Neither time nor name in the header: equal content gives equal bytes.
    return gzip.GzipFile(filename="", mode="wb", fileobj=output, mtime=0)
