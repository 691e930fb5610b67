"""A knowledge base of many documents: `python -m tests.benchmarks.scale --documents 10000`.

Documents, individuals and claims are those of tests/synthetic.py. Each stage runs in a process of its own.
Memory is what that process and all below it take at most, with shared pages counted once; processor seconds
tell what a stage costs where other work makes it wait.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kb import manifest, store, validate
from kb.build import Builder
from kb.export import Selection, export, export_tables
from kb.reading import Read, Reading
from tests.benchmarks.memory import proportional
from tests.synthetic import extraction

QUERY = """
PREFIX kb: <https://w3id.org/communique/ontology#>
CONSTRUCT { ?issuer kb:sanctions ?target } WHERE { ?issuer kb:sanctions ?target }
"""
EXPORTS: dict[str, tuple[str, dict[str, Any]]] = {
    "Turtle": ("turtle", {}),
    "N-Triples": ("nt", {}),
    "RDF/XML": ("rdfxml", {}),
    "JSON-LD": ("jsonld", {}),
    "TriG with provenance": ("trig", {"selection": Selection(provenance=True)}),
    "N-Quads with provenance": ("nquads", {"selection": Selection(provenance=True)}),
    "N-Quads with provenance, gzip": (
        "nquads",
        {"selection": Selection(provenance=True), "compress": True},
    ),
    "JSON-LD with provenance": ("jsonld", {"selection": Selection(provenance=True)}),
    "GeoJSON": ("geojson", {}),
    "FollowTheMoney": ("ftm", {}),
    "CSV of one class": ("csv", {"selection": Selection(kind="Sanction")}),
    "TriG of one document": ("trig", {"selection": Selection(document="report-000007", provenance=True)}),
    "Turtle of one individual": ("turtle", {"selection": Selection(individual="country/country-7")}),
    "Turtle of one query": ("turtle", {"query": QUERY}),
    "Turtle with alignments": ("turtle", {"alignments": True}),
}
Mark = Callable[[str], None]
"""Told the name of a step that has ended."""


@dataclass(frozen=True)
class Measured:
    """What a step took: seconds, seconds of processors, and mebibytes at most."""

    step: str
    seconds: float
    processor: float
    memory: float


CLAIMS = 9
"""Claims per document: ten thousand documents make 3.1 million quads."""


def read(batch: Sequence[Any]) -> list[Read]:
    """The extractions of synthetic documents."""
    numbers = (int(document.id.rpartition("-")[2]) for document in batch)
    return [Reading(extraction(number, claims=CLAIMS)) for number in numbers]


def build(mark: Mark, directory: Path, documents: int) -> None:
    """Build a base, as `kb build` does after it has read and parsed a document."""
    found = (extraction(number, claims=CLAIMS).document for number in range(documents))
    builder = Builder(
        directory, reader=read, made_by="scale", workers=2, progress=lambda step, done: mark(step)
    )
    builder.build(found)
    mark("manifest")


def write(mark: Mark, directory: Path, name: str) -> None:
    """Write one export."""
    form, options = EXPORTS[name]
    with (directory / "export").open("wb") as output:
        export(directory, output, form=form, **options)
    mark(f"export {name}")


def tables(mark: Mark, directory: Path) -> None:
    """Write all tables."""
    export_tables(directory, directory / "tables")
    mark("export CSV of all classes")


def load(mark: Mark, directory: Path) -> None:
    """Load the base into memory, as a service does."""
    store.load(directory)
    mark("load into memory")


def check(mark: Mark, directory: Path) -> None:
    """Check all that the build has checked, and every quotation."""
    assert validate.check(directory, workers=2).conforms
    mark("check")


def measure(stage: Callable[..., None], *arguments: Any) -> Iterator[Measured]:
    """Run a stage in a process of its own."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(sender, stage, arguments))
    process.start()
    assert process.pid is not None
    samples = []
    while not receiver.poll(0.25) and process.is_alive():
        samples.append((time.monotonic(), proportional(process.pid)))
    marks = receiver.recv()
    process.join()
    for (_, began, before), (step, ended, after) in pairwise(marks):
        memory = max((size for at, size in samples if began <= at <= ended), default=0.0)
        yield Measured(step, ended - began, after - before, memory)


def _run(sender: Connection, stage: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """Run a stage and send when each of its steps last was heard of."""
    marks: dict[str, tuple[str, float, float]] = {}

    def mark(step: str) -> None:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        marks[step] = (step, time.monotonic(), sum(one.ru_utime + one.ru_stime for one in used))

    mark("start")
    stage(mark, *arguments)
    sender.send(list(marks.values()))


def stages(directory: Path, documents: int) -> Iterator[Measured]:
    """All stages, one after the other."""
    yield from measure(build, directory, documents)
    yield from measure(load, directory)
    yield from measure(check, directory)
    for name in EXPORTS:
        yield from measure(write, directory, name)
    yield from measure(tables, directory)


def main() -> None:
    """Print a row for each step as it ends, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="Where the base is built and kept.")
    arguments = parser.parse_args()
    print("| step | seconds | processor | MiB |\n|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        directory = arguments.keep or Path(scratch)
        rows = []
        for row in stages(directory, arguments.documents):
            rows.append(row)
            print(f"| {row.step} | {row.seconds:.1f} | {row.processor:.1f} | {row.memory:.0f} |", flush=True)
        seconds, processor = (sum(getattr(row, name) for row in rows) for name in ("seconds", "processor"))
        print(f"| all | {seconds:.0f} | {processor:.0f} | {max(row.memory for row in rows):.0f} |")
        print(manifest.load(directory).counts, file=sys.stderr)


if __name__ == "__main__":
    main()
