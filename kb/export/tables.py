"""Tables for spreadsheets: one per fact class, a row per fact, with the sentence that shows it best.

Beside the name of each individual stand its identifier in Wikidata and its own IRI, by which tables are
joined; a table of the individuals has what else is known of them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kb.export.records import Records
from kb.facts import KINDS
from kb.facts.base import Fact
from kb.graph import DERIVED
from kb.identity import GROUP
from kb.model import IndividualKind
from kb.ontology import camel
from kb.slots import slots

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell starts that a spreadsheet would compute: an apostrophe before it makes it text."""
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_JUDGED: Final[Mapping[str, str]] = {
    "standing": "kb:standing",
    "disputed": "kb:disputed",
    "documents": "kb:documentCount",
    "first reported": "kb:firstReported",
    "last reported": "kb:lastReported",
    "confidence": "kb:confidence",
}
_SHOWN: Final = ("claimed by", "quote", "document title", "document date", "document url", "fact")
_LINKED: Final = ("wikidata", "geonames", "dbpedia")
_KNOWN: Final[Mapping[str, str]] = {
    "name": "rdfs:label",
    "other names": "skos:altLabel",
    "country code": "kb:countryCode",
    "latitude": "wgs:lat",
    "longitude": "wgs:long",
}


def tables(records: Records) -> Iterator[tuple[str, str]]:
    """Name and content (CSV as in RFC 4180) of the table of every fact class that has facts."""
    for kind in KINDS:
        facts = list(records.typed(kind.__name__))
        if facts:
            rows = (_row(records, kind, fact) for fact in facts)
            yield kind.__name__.lower(), _table(_header(kind), rows)


def individuals(records: Records) -> str:
    """The table of all individuals."""
    kinds = [kind.value for kind in IndividualKind] + [GROUP]
    rows = (
        _individual(records, kind, one) for kind in sorted(kinds) for one in records.typed(kind.capitalize())
    )
    return _table(("iri", "kind", *_KNOWN, *_LINKED), rows)


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return output.getvalue()


def _header(kind: type[Fact]) -> Iterator[str]:
    for slot in slots(kind):
        name = slot.name.strip("_").replace("_", " ")
        yield name
        if slot.is_name:
            yield from (f"{name} wikidata", f"{name} iri")
        if slot.name in DERIVED:
            yield f"{name} type"
    yield from (*kind.ROLES, *_JUDGED, *_SHOWN)


def _row(records: Records, kind: type[Fact], fact: str) -> Iterator[str]:
    """The cells of a fact; several values of one slot are separated by semicolons."""
    for slot in slots(kind):
        name = f"kb:{camel(slot.name)}"
        yield "; ".join(records.texts(fact, name))
        if slot.is_name:
            found = records.values(fact, name)
            yield "; ".join(records.links(one).get("wikidata", "") for one in found)
            yield "; ".join(one[1:-1] for one in found)
        if slot.name in DERIVED:
            yield "; ".join(records.texts(fact, f"{name}Type"))
    for name in (*(f"kb:{role}" for role in kind.ROLES), *_JUDGED.values()):
        yield "; ".join(records.texts(fact, name))
    yield from _best_claim(records, fact)
    yield fact[1:-1]


def _best_claim(records: Records, fact: str) -> Iterator[str]:
    """Who says so, in which words, and in which document: for the claim that shows the fact best."""
    claim = next(iter(records.claims.get(fact, ())), "")
    document = records.first(claim, "prov:wasDerivedFrom") or ""
    yield "; ".join(records.texts(claim, "kb:attributedTo"))
    yield records.quote(claim)
    for name in ("dcterms:title", "dcterms:issued", "dcterms:source"):
        yield "; ".join(records.texts(document, name))


def _individual(records: Records, kind: str, individual: str) -> Iterator[str]:
    links = records.links(individual)
    yield from (individual[1:-1], kind)
    yield from ("; ".join(records.texts(individual, name)) for name in _KNOWN.values())
    yield from (links.get(graph, "") for graph in _LINKED)


def cell(value: str) -> str:
    """A value that no spreadsheet computes; numbers, also negative ones, stay as they are."""
    return f"'{value}" if value.startswith(_FORMULA) and not _NUMBER.fullmatch(value) else value
