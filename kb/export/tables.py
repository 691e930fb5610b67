"""Tables for spreadsheets: one per fact class, a row per fact, with the sentence that shows it best."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from kb.export.records import Records
from kb.facts import KINDS
from kb.facts.base import Fact
from kb.ontology import camel
from kb.slots import slots

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell starts that a spreadsheet would compute: an apostrophe before it makes it text."""
_AFTER = (
    "standing",
    "disputed",
    "documents",
    "confidence",
    "claimed by",
    "quote",
    "document title",
    "document date",
    "document url",
    "fact",
)


def tables(records: Records) -> Iterator[tuple[str, str]]:
    """Name and content (CSV as in RFC 4180) of the table of every fact class that has facts."""
    for kind in KINDS:
        facts = list(records.typed(kind.__name__))
        if facts:
            yield kind.__name__.lower(), table(records, kind, facts)


def table(records: Records, kind: type[Fact], facts: Iterable[str]) -> str:
    """The table of one fact class."""
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(_header(kind))
    for fact in facts:
        writer.writerow([_cell(value) for value in _row(records, kind, fact)])
    return output.getvalue()


def _header(kind: type[Fact]) -> Iterator[str]:
    for slot in slots(kind):
        yield slot.name.strip("_").replace("_", " ")
        if slot.is_name:
            yield f"{slot.name.strip('_')} wikidata"
    yield from kind.ROLES
    yield from _AFTER


def _row(records: Records, kind: type[Fact], fact: str) -> Iterator[str]:
    """The cells of a fact; several values of one slot are separated by semicolons."""
    for slot in slots(kind):
        name = f"kb:{camel(slot.name)}"
        yield "; ".join(records.texts(fact, name))
        if slot.is_name:
            yield "; ".join(records.links(one).get("wikidata", "") for one in records.values(fact, name))
    for role in kind.ROLES:
        yield "; ".join(records.texts(fact, f"kb:{role}"))
    for name in ("kb:standing", "kb:disputed", "kb:documentCount", "kb:confidence"):
        yield "; ".join(records.texts(fact, name))
    claim = next(iter(records.claims.get(fact, ())), "")
    document = records.first(claim, "prov:wasDerivedFrom") or ""
    yield "; ".join(records.texts(claim, "kb:attributedTo"))
    yield records.quote(claim)
    for name in ("dcterms:title", "dcterms:issued", "dcterms:source"):
        yield "; ".join(records.texts(document, name))
    yield fact[1:-1]


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
