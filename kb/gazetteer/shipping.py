"""The gazetteer that ships with the package: tables under kb/data, read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kb.gazetteer.index import Gazetteer
from kb.gazetteer.reader import Record, Row, record, records, rows
from kb.gazetteer.table import Table

DATA = Path(__file__).parent.parent / "data"
TABLES = ("places.tsv", "persons.tsv", "organizations.tsv", "things.tsv", "sanctions.tsv")


def table(name: str) -> list[Row]:
    """The rows of one shipped table."""
    return list(rows((DATA / name).read_text(encoding="utf-8").splitlines(), name))


@cache
def builtin() -> Gazetteer:
    """The shipped gazetteer."""
    polities = table("countries.tsv")
    return Gazetteer(
        shipped(polities),
        demonyms=dict(pair for row in polities for pair in _demonyms(row)),
        metonyms=dict(_metonyms(polities)),
        capitals={row["name"]: row["capital"] for row in polities if row["capital"]},
    )


@cache
def load(path: Path | None) -> Gazetteer:
    """The shipped gazetteer together with the file at `path`, if there is one."""
    return builtin() if path is None else builtin().beside(Table(path))


def shipped(polities: list[Row]) -> Iterator[Record]:
    """All entries of the shipped tables."""
    for row in polities:
        yield record(row, "countries.tsv")
    for name in TABLES:
        yield from records(DATA / name)


def _demonyms(row: Row) -> Iterator[tuple[str, str]]:
    for word in filter(None, row["demonyms"].split("|")):
        yield word, row["name"]


def _metonyms(polities: list[Row]) -> Iterator[tuple[str, str]]:
    """Capitals of states, then palaces and ministries, which win: "Brussels" is the union's seat in news."""
    for row in polities:
        if row["seat"]:
            yield row["seat"], row["name"]
    for row in table("metonyms.tsv"):
        yield row["phrase"], row["name"]
