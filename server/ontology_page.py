"""The ontology as a page to read: every term with its definition, relations and example, by its fragment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from rdflib import DCTERMS, OWL, RDF, RDFS, SDO, SKOS, Graph, URIRef
from rdflib.term import Node

from kb.ontology import KB, NAMESPACE, alignments

ONTOLOGY: Final = URIRef(NAMESPACE.removesuffix("#"))


@dataclass(frozen=True, slots=True)
class Reference:
    """A term as the page writes it, and where it leads; other values lead nowhere."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """What a term is related to in one way."""

    caption: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with all that is said of it; `members` are those of an enumeration."""

    name: str
    label: str
    definition: str
    example: str | None
    rows: tuple[Row, ...]
    members: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one sort under a heading."""

    anchor: str
    heading: str
    introduction: str
    entries: tuple[Entry, ...]


@cache
def relations() -> tuple[tuple[str, URIRef, bool], ...]:
    """What is shown of a term: caption, predicate, and whether the term is its object."""
    # Not a constant: names of the ontology are looked up there, and who shows no such page need not parse it.
    return (
        ("Narrower than", RDFS.subClassOf, False),
        ("Narrower than", RDFS.subPropertyOf, False),
        ("Broader than", RDFS.subClassOf, True),
        ("Never at once", OWL.disjointWith, False),
        ("From", RDFS.domain, False),
        ("Used with", SDO.domainIncludes, False),
        ("To", RDFS.range, False),
        ("Filled by", SDO.rangeIncludes, False),
        ("Slots", SDO.domainIncludes, True),
        ("Slots that tell facts apart", KB.keySlot, False),
        ("Short triple", KB.shortcut, False),
        ("Given by", KB.shortcut, True),
        ("Written as", SKOS.notation, False),
        ("Also called", SKOS.altLabel, False),
        ("Same as", SKOS.exactMatch, False),
        ("Nearly the same as", SKOS.closeMatch, False),
        ("Related to", SKOS.relatedMatch, False),
    )


def render(graph: Graph) -> str:
    """The page of an ontology's graph, as HTML; the same graph gives the same page."""
    whole = graph + alignments()
    heading = {
        "title": graph.value(ONTOLOGY, DCTERMS.title),
        "description": graph.value(ONTOLOGY, DCTERMS.description),
        "version": graph.value(ONTOLOGY, OWL.versionInfo),
        "license": graph.value(ONTOLOGY, DCTERMS.license),
        "iri": NAMESPACE,
    }
    return _templates().get_template("ontology.html").render(heading, sections=_sections(graph, whole))


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("server"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _sections(graph: Graph, whole: Graph) -> tuple[Section, ...]:
    """All terms of `graph`, each in one section; `whole` also holds the alignments."""
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    classes = set(graph.subjects(RDF.type, OWL.Class)) - schemes
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)
    properties = {subject for kind in kinds for subject in graph.subjects(RDF.type, kind)}
    individuals = _narrower(graph, RDFS.subClassOf, KB.Individual)
    facts = _narrower(graph, RDFS.subClassOf, KB.Fact)
    slots = set(graph.subjects(RDFS.subPropertyOf, KB.slot))
    short = _narrower(graph, RDFS.subPropertyOf, KB.directly) - {KB.directly}
    parts: tuple[tuple[str, str, str, set[Node]], ...] = (
        ("individuals", "Individuals", "Who and what facts are about.", individuals),
        ("facts", "Facts", "One class per kind of fact; a node is not in itself true.", facts),
        (
            "records",
            "Documents, claims and evidence",
            "Where facts come from.",
            classes - individuals - facts,
        ),
        ("slots", "Slots", "What the facts consist of.", slots),
        ("short", "Short triples", "What asserted facts say in one triple.", short),
        ("properties", "Other properties", "Standing, provenance, links.", properties - slots - short),
        ("enumerations", "Enumerations", "Schemes of concepts that fill slots.", schemes),
    )
    return tuple(Section(a, b, c, _entries(whole, terms)) for a, b, c, terms in parts)


def _narrower(graph: Graph, predicate: URIRef, term: URIRef) -> set[Node]:
    """The term and all that are narrower by way of a predicate."""
    return {node for node in graph.transitive_subjects(predicate, term) if node is not None}


def _entries(whole: Graph, terms: Iterable[Node]) -> tuple[Entry, ...]:
    """The entries of the terms, by name."""
    return tuple(
        _entry(whole, URIRef(str(term))) for term in sorted(terms, key=lambda term: str(term).casefold())
    )


def _entry(whole: Graph, term: URIRef) -> Entry:
    """All that is to be said of one term."""
    example = whole.value(term, SKOS.example)
    return Entry(
        name=term.removeprefix(NAMESPACE),
        label=str(whole.value(term, RDFS.label) or whole.value(term, SKOS.prefLabel)),
        definition=str(whole.value(term, SKOS.definition)),
        example=None if example is None else str(example),
        rows=tuple(row for row in (_row(whole, term, *row) for row in relations()) if row.references),
        members=_entries(whole, whole.subjects(SKOS.inScheme, term)),
    )


def _row(whole: Graph, term: URIRef, caption: str, predicate: URIRef, inverse: bool) -> Row:
    """What a term is related to by a predicate, sorted."""
    found = whole.subjects(predicate, term) if inverse else whole.objects(term, predicate)
    return Row(caption, tuple(_reference(whole, node) for node in sorted(set(found), key=str)))


def _reference(whole: Graph, node: Node) -> Reference:
    """How the page writes a term: own terms by fragment, others by prefix, values as they are."""
    value = str(node)
    if not isinstance(node, URIRef):
        return Reference(value, None)
    if value.startswith(NAMESPACE):
        name = value.removeprefix(NAMESPACE)
        return Reference(f"kb:{name}", f"#{name}")
    spelt = [
        (str(iri), prefix) for prefix, iri in whole.namespaces() if value.startswith(str(iri)) and prefix
    ]
    if not spelt:
        return Reference(value, value)
    iri, prefix = max(spelt, key=lambda pair: (len(pair[0]), pair[1]))
    return Reference(f"{prefix}:{value.removeprefix(iri)}", value)
