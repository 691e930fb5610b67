"""Parts of a knowledge base: the quads about some facts, read from kb.nq without holding it in memory.

A selection names facts; with them come the individuals in their slots and, with provenance, all claims about
them, their passages and documents. Each pass over the file is one function; only lines that may matter are
taken apart.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from rdflib import RDFS, URIRef

from kb import ontology
from kb.errors import KbError
from kb.iris import Iris, curie
from kb.terms import A, Triple, iri, parse_line

Quad = tuple[Triple, str | None]


@dataclass(frozen=True, slots=True)
class Selection:
    """What to export: everything, or what belongs to one document, individual or class.

    A document is given by its id, an individual by its IRI or the path of it ("country/mali"), a class by its
    name in the ontology ("Sanction", "Person").
    """

    document: str | None = None
    individual: str | None = None
    kind: str | None = None
    provenance: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all facts are selected."""
        return self.document is None and self.individual is None and self.kind is None


EVERYTHING: Final = Selection()


@dataclass(slots=True)
class _Chosen:
    """The subjects whose triples are exported, all encoded IRIs."""

    facts: set[str] = field(default_factory=set)
    individuals: set[str] = field(default_factory=set)
    provenance: set[str] = field(default_factory=set)


def quads(path: Path, term: str = "") -> Iterator[Quad]:
    """The quads of a file of canonical N-Quads, at least those that hold an encoded term."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from (parse_line(line) for line in lines if term in line)


def _about(path: Path, subjects: Container[str]) -> Iterator[Quad]:
    """The quads that have one of these subjects."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from (parse_line(line) for line in lines if line.partition(" ")[0] in subjects)


def selected(directory: Path, base: str, selection: Selection) -> Iterator[Quad]:
    """The quads of a built directory that `selection` asks for, in the order of kb.nq."""
    path = directory / "kb.nq"
    if selection.is_whole:
        return (quad for quad in quads(path) if selection.provenance or quad[1] is None)
    chosen = _Chosen(facts=_facts(path, Iris(base), selection))
    if not chosen.facts:
        raise KbError(
            f"{directory}: no fact is selected; check the name of the document, individual or class"
        )
    if selection.provenance:
        _claims(path, chosen)
        _evidence(path, chosen)
    _individuals(path, chosen)
    return _lines(path, chosen)


def _facts(path: Path, iris: Iris, selection: Selection) -> set[str]:
    """The facts that the selection names directly."""
    if selection.document is not None:
        document, states = iris.document(selection.document), curie("kb:states")
        found = quads(path, document)
        return {triple[2] for triple, graph in found if graph == document and triple[1] == states}
    if selection.individual is not None:
        individual = _individual_iri(iris, selection.individual)
        return _filled(quads(path, individual), frozenset({individual}))
    classes = _subclasses(str(selection.kind))
    typed = {
        triple[0]
        for triple, graph in quads(path, A)
        if graph is None and triple[1] == A and triple[2] in classes
    }
    facts = curie("kb:Fact") in classes or classes <= _subclasses("Fact")
    return typed if facts else _filled(quads(path), typed)


def _filled(found: Iterable[Quad], individuals: Container[str]) -> set[str]:
    """The facts that have one of the individuals in a slot."""
    slots = {iri(str(term)) for term in ontology.graph().subjects(RDFS.subPropertyOf, ontology.KB.slot)}
    return {
        triple[0]
        for triple, graph in found
        if graph is None and triple[1] in slots and triple[2] in individuals
    }


def _individual_iri(iris: Iris, name: str) -> str:
    return iri(name) if name.startswith(iris.base) else iris.individual(name)


def _subclasses(name: str) -> frozenset[str]:
    """The class called `name` and all classes below it, encoded."""
    top = URIRef(ontology.KB[name])
    return frozenset(iri(str(term)) for term in ontology.graph().transitive_subjects(RDFS.subClassOf, top))


def _individuals(path: Path, chosen: _Chosen) -> None:
    """Add the individuals in the slots of the chosen facts, and whose words the chosen claims repeat."""
    kinds, speaker = _subclasses("Individual"), curie("kb:attributedTo")
    named = {
        triple[2]
        for triple, _ in _about(path, chosen.facts | chosen.provenance)
        if triple[0] in chosen.facts or triple[1] == speaker
    }
    for triple, graph in _about(path, named):
        if graph is None and triple[1] == A and triple[2] in kinds:
            chosen.individuals.add(triple[0])


def _claims(path: Path, chosen: _Chosen) -> None:
    """Add the claims about the chosen facts."""
    states = curie("kb:states")
    chosen.provenance |= {
        triple[0] for triple, _ in quads(path, states) if triple[1] == states and triple[2] in chosen.facts
    }


def _evidence(path: Path, chosen: _Chosen) -> None:
    """Add the passages, documents and activities that the chosen claims lead to, and the selectors."""
    onward = {curie(name) for name in ("kb:evidence", "prov:wasDerivedFrom", "prov:wasGeneratedBy")}
    for followed in (onward, {curie("oa:hasSelector"), curie("prov:wasAssociatedWith")}):
        chosen.provenance |= {
            triple[2] for triple, _ in _about(path, chosen.provenance) if triple[1] in followed
        }


def _lines(path: Path, chosen: _Chosen) -> Iterator[Quad]:
    """The triples of the chosen subjects; between individuals only those that stay within the selection."""
    nodes = chosen.facts | chosen.individuals
    short = {iri(str(term)) for term in ontology.graph().subjects(RDFS.subPropertyOf, ontology.KB.directly)}
    for triple, graph in _about(path, nodes | chosen.provenance):
        if graph is not None:
            if triple[0] in chosen.provenance:
                yield triple, graph
        elif triple[0] in nodes and (triple[1] not in short or triple[2] in nodes or triple[2][0] == '"'):
            yield triple, graph
