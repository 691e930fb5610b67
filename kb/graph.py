"""The default graph: individuals, facts, and the short triples of asserted facts.

The mapping is generic over the fields of the fact classes: a field is written as the ontology's property of
its name. Triples are tuples of encoded terms (kb.terms), made while they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, Final

from kb import ontology
from kb.facts.base import Fact
from kb.identity import MergedIndividual
from kb.iris import Iris, concept, curie, property_of
from kb.link import targets
from kb.merge import Knowledge, MergedFact
from kb.model import Link, Standing
from kb.places import coordinates
from kb.slots import Slot, slots, values
from kb.terms import A, Triple, boolean, date, decimal, english, integer, iri, literal

DERIVED: Final[Mapping[str, Callable[[str], Iterable[str]]]] = {"measure": ontology.measure_types}
"""For a slot, how the categories are found that `<slot>Type` holds."""


class Mapper:
    """Writes individuals and facts as triples."""

    def __init__(self, iris: Iris) -> None:
        self._iris = iris

    def default_graph(self, knowledge: Knowledge) -> Iterator[Triple]:
        """All individuals, facts and short triples, in no order."""
        for individual in knowledge.individuals.values():
            yield from self.individual(individual)
        for fact in knowledge.facts.values():
            yield from self.fact(fact)
            yield self._iris.individual(fact.path), curie("rdfs:label"), english(_label(fact.fact, knowledge))

    def individual(self, individual: MergedIndividual) -> Iterator[Triple]:
        """An individual with its names, links and coordinates."""
        subject = self._iris.individual(individual.path)
        yield subject, A, curie(f"kb:{individual.kind.capitalize()}")
        label, *others = individual.names
        yield subject, curie("rdfs:label"), english(label)
        yield from ((subject, curie("skos:altLabel"), english(name)) for name in others)
        if individual.described_in is not None:
            yield subject, curie("kb:describedIn"), self._iris.document(individual.described_in)
        yield from ((subject, *pair) for pair in map(_link, individual.links))
        for predicate, degrees in zip(("wgs:lat", "wgs:long"), coordinates(individual) or (), strict=False):
            yield subject, curie(predicate), decimal(degrees)

    def fact(self, merged: MergedFact) -> Iterator[Triple]:
        """A fact with its slots and standing and, if it is asserted, its short triples."""
        subject, fact = self._iris.individual(merged.path), merged.fact
        yield subject, A, iri(ontology.class_of(type(fact)))
        yield from ((subject, *pair) for pair in self._slots(fact))
        for role, path in merged.roles.items():
            yield subject, property_of(role), self._iris.individual(path)
        yield subject, curie("kb:standing"), concept(merged.standing)
        yield subject, curie("kb:disputed"), boolean(merged.disputed)
        yield subject, curie("kb:documentCount"), integer(merged.sources)
        yield subject, curie("kb:confidence"), decimal(merged.confidence)
        for name, day in (("kb:firstReported", merged.first), ("kb:lastReported", merged.last)):
            if day is not None:
                yield subject, curie(name), date(day)
        if merged.standing is Standing.ASSERTED:
            yield from self._short(fact)

    def _slots(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """Property and value of every slot that is filled, and of the categories derived from them."""
        for slot in slots(type(fact)):
            for value in values(fact, slot):
                yield property_of(slot.name), self._filler(slot, value)
                for category in DERIVED[slot.name](value) if slot.name in DERIVED else ():
                    yield curie(f"kb:{slot.name}Type"), iri(category)

    def _filler(self, slot: Slot, value: Any) -> str:
        """The term for what fills a slot."""
        if slot.is_name:
            return self._iris.individual(value)
        if slot.is_enumeration:
            return concept(value)
        return literal(value) if slot.is_text else date(value)

    def _short(self, fact: Fact) -> Iterator[Triple]:
        """The short triples from one end of a fact to the other that its class and concepts give."""
        filled = [(slot, value) for slot in slots(type(fact)) for value in values(fact, slot)]
        concepts = [ontology.concept(value) for slot, value in filled if slot.is_enumeration]
        predicates = ontology.shortcuts(ontology.class_of(type(fact)), *concepts)
        ends = [
            [self._filler(slot, value) for slot, value in filled if slot.name == end]
            for end in type(fact).ENDS or ()
        ]
        for (subject, obj), predicate in product(product(*ends) if ends else (), predicates):
            if subject != obj:
                yield subject, iri(predicate), obj


def _label(fact: Fact, knowledge: Knowledge) -> str:
    """What fills the key slots, for people to read: "Maia Sandu – president – Moldova"."""
    return " – ".join(
        knowledge.individuals[value].names[0] if slot.is_name else str(value)
        for slot in slots(type(fact))
        if slot.key
        for value in values(fact, slot)
    )


def _link(link: Link) -> tuple[str, str]:
    """Property and value for an identifier in another graph."""
    if link.graph == "iso3166":
        return curie("kb:countryCode"), literal(link.identifier)
    return curie(targets.predicate(link)), iri(targets.TARGETS[link.graph].iri(link.identifier))
