"""What the pages show, asked of the knowledge base itself: counts, resources, facts with their evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kb import manifest, ontology
from kb.errors import StoreError

PREFIXES: Final = f"""
PREFIX kb: <{ontology.NAMESPACE}>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
STANDINGS: Final = ("asserted", "reported", "planned", "possible", "denied")
MOST: Final = 200
"""Facts that one page shows at most; the queries beside it give all."""

Row = dict[str, dict[str, str]]
Ask = Callable[[str], list[Row]]
"""Gives the solutions of a SELECT query."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One property of a resource; `iri` is set where the value is one, `label` is what to show."""

    property: str
    label: str
    iri: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim as a page shows it."""

    document: str
    title: str
    date: str
    text: str
    polarity: str
    modality: str
    speaker: str


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact as a page shows it, with all claims behind it."""

    iri: str
    type: str
    label: str
    standing: str
    disputed: bool
    documents: int
    quotes: tuple[Quote, ...]


@cache
def base(directory: Path) -> str:
    """The IRI below which the resources of the knowledge base in `directory` live; it never changes."""
    try:
        return manifest.load(directory).base
    except StoreError:
        return ontology.DEFAULT_BASE


def counts(ask: Ask) -> dict[str, dict[str, int]]:
    """Number of facts by class and standing."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in ask(
        PREFIXES
        + "SELECT ?type ?standing (COUNT(*) AS ?n) WHERE { ?fact kb:standing ?standing ; a ?type } "
        + "GROUP BY ?type ?standing ORDER BY ?type ?standing"
    ):
        found[short(row["type"]["value"])][short(row["standing"]["value"])] = int(row["n"]["value"])
    return dict(found)


def documents(ask: Ask) -> int:
    """Number of documents."""
    rows = ask(PREFIXES + "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?document a kb:Document } }")
    return int(rows[0]["n"]["value"])


def statements(ask: Ask, iri: str) -> list[Statement]:
    """The properties of a resource in the default graph."""
    rows = ask(
        PREFIXES + f"SELECT ?p ?o ?label WHERE {{ <{iri}> ?p ?o OPTIONAL {{ ?o rdfs:label ?label }} }} "
        "ORDER BY ?p ?label ?o"
    )
    return [
        Statement(
            short(row["p"]["value"]),
            row["label"]["value"] if "label" in row else _shown(row["o"]),
            row["o"]["value"] if row["o"]["type"] == "uri" else None,
        )
        for row in rows
    ]


def facts_about(ask: Ask, iri: str) -> list[FactView]:
    """The facts in which an individual fills a slot."""
    return _facts(ask, f"?fact ?slot <{iri}> .")


def fact(ask: Ask, iri: str) -> list[FactView]:
    """A fact itself; empty if the resource is none."""
    return _facts(ask, f"VALUES ?fact {{ <{iri}> }}")


def facts_of(ask: Ask, document: str) -> list[FactView]:
    """The facts that a document states, with its own quotes only."""
    return [
        FactView(
            one.iri,
            one.type,
            one.label,
            one.standing,
            one.disputed,
            one.documents,
            tuple(quote for quote in one.quotes if quote.document == document),
        )
        for one in _facts(
            ask, f"{{ SELECT DISTINCT ?fact {{ GRAPH <{document}> {{ ?c kb:states ?fact }} }} }}"
        )
    ]


def metadata(ask: Ask, document: str) -> dict[str, str]:
    """Title, date, publisher and source of a document; empty if there is no such document."""
    rows = ask(
        PREFIXES + f"SELECT ?p ?o WHERE {{ GRAPH <{document}> {{ <{document}> a kb:Document ; ?p ?o }} }}"
    )
    return {short(row["p"]["value"]): row["o"]["value"] for row in rows}


def _facts(ask: Ask, pattern: str) -> list[FactView]:
    rows = ask(
        PREFIXES
        + f"SELECT DISTINCT ?fact ?type ?label ?standing ?disputed ?documents WHERE {{ {pattern} "
        + "?fact a ?type ; "
        + "rdfs:label ?label ; kb:standing ?standing ; kb:disputed ?disputed ; kb:documentCount ?documents } "
        + f"ORDER BY ?type ?label LIMIT {MOST}"
    )
    quotes = _quotes(ask, [row["fact"]["value"] for row in rows])
    return [
        FactView(
            row["fact"]["value"],
            short(row["type"]["value"]),
            row["label"]["value"],
            short(row["standing"]["value"]),
            row["disputed"]["value"] == "true",
            int(row["documents"]["value"]),
            tuple(quotes[row["fact"]["value"]]),
        )
        for row in rows
    ]


def _quotes(ask: Ask, facts: Iterable[str]) -> dict[str, list[Quote]]:
    values = " ".join(f"<{iri}>" for iri in facts)
    found: dict[str, list[Quote]] = defaultdict(list)
    if not values:
        return found
    for row in ask(
        PREFIXES
        + "SELECT DISTINCT ?fact ?document ?title ?date ?text ?polarity ?modality ?speaker WHERE { "
        + f"VALUES ?fact {{ {values} }} "
        + "GRAPH ?document { ?claim kb:states ?fact ; kb:polarity ?polarity ; kb:modality ?modality . "
        + "?document dcterms:title ?title . OPTIONAL { ?document dcterms:issued ?date } "
        + "OPTIONAL { ?claim kb:evidence/oa:hasSelector/oa:exact ?text } "
        + "} OPTIONAL { GRAPH ?document { ?claim kb:attributedTo ?who } ?who rdfs:label ?speaker } "
        + "} ORDER BY ?fact ?date ?document ?text"
    ):
        found[row["fact"]["value"]].append(
            Quote(
                row["document"]["value"],
                row["title"]["value"],
                _value(row, "date"),
                _value(row, "text"),
                short(row["polarity"]["value"]),
                short(row["modality"]["value"]),
                _value(row, "speaker"),
            )
        )
    return found


def _value(row: Row, name: str) -> str:
    return row[name]["value"] if name in row else ""


def _shown(term: dict[str, str]) -> str:
    is_ours = term["type"] == "uri" and term["value"].startswith(ontology.NAMESPACE)
    return short(term["value"]) if is_ours else term["value"]


def short(iri: str) -> str:
    """The last part of an IRI; of a concept what follows its scheme: "Standing-asserted" → "asserted"."""
    local = iri.replace("#", "/").rstrip("/").rpartition("/")[2]
    return local.partition("-")[2] or local if iri.startswith(ontology.NAMESPACE) else local
