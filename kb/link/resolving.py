"""One decision for each individual of a document, taken jointly: what is sure helps to decide the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kb.facts.base import Extraction
from kb.gazetteer import Gazetteer
from kb.link.base import Candidate, Decision
from kb.link.candidates import Found, candidates
from kb.link.context import NOWHERE, context, neighbourhood
from kb.link.overrides import NONE, Overrides
from kb.link.targets import links
from kb.link.weighing import weigh
from kb.model import Individual, IndividualKind

VERSION: Final = "1"
"""Changes whenever the rules may decide otherwise."""
PASSES: Final = 2
"""Rounds of deciding: in the first the votes come from unambiguous names, then from the decisions before."""

Decided = tuple[Extraction, tuple[Decision, ...]]


def resolve(extraction: Extraction, gazetteer: Gazetteer, *, overrides: Overrides = NONE) -> Decided:
    """`extraction` with the links of its individuals, and what was decided about each of them and why."""
    surroundings = context(extraction, gazetteer)
    found = [candidates(individual, gazetteer) for individual in extraction.individuals]
    votes = [_unambiguous(one) for one in found]
    weighed: list[tuple[Candidate, ...]] = []
    pairs = list(zip(extraction.individuals, found, strict=True))
    near = [neighbourhood(individual, surroundings) if hits else NOWHERE for individual, hits in pairs]
    for _ in range(PASSES):
        given = [
            _votes(individual, iso2) for individual, iso2 in zip(extraction.individuals, votes, strict=True)
        ]
        surroundings.votes = Counter()
        for own in given:
            surroundings.votes.update(own)
        weighed = [
            weigh(individual, hits, surroundings, beside, own)
            for (individual, hits), beside, own in zip(pairs, near, given, strict=True)
        ]
        votes = [one[0].entry.iso2 if one and one[0].score > 0.5 else None for one in weighed]
    decisions = tuple(
        overrides.applied(_decision(extraction.document.id, individual, one))
        for individual, one in zip(extraction.individuals, weighed, strict=True)
    )
    return linked(extraction, decisions), decisions


def linked(extraction: Extraction, decisions: Sequence[Decision]) -> Extraction:
    """`extraction` with the links that the decisions on its individuals give them."""
    return replace(extraction, individuals=tuple(map(_linked, extraction.individuals, decisions)))


def _unambiguous(found: list[Found]) -> str | None:
    """The country of an individual whose likely candidates all lie in one."""
    countries = {hit.entry.iso2 for hit in found if hit.entry.prior >= 0.4}
    return countries.pop() if len(countries) == 1 else None


def _votes(individual: Individual, iso2: str | None) -> dict[str, int]:
    return {iso2: max(1, len(individual.mentions))} if iso2 else {}


def _decision(document: str, individual: Individual, weighed: tuple[Candidate, ...]) -> Decision:
    mention = individual.mentions[0] if individual.mentions else None
    return Decision(document, individual.name, individual.kind, mention, weighed, VERSION)


def _linked(individual: Individual, decision: Decision) -> Individual:
    chosen = decision.chosen
    if chosen is None:
        return replace(individual, links=()) if individual.links else individual
    kind = individual.kind
    if {kind, chosen.entry.kind} == {IndividualKind.COUNTRY, IndividualKind.PLACE}:
        kind = chosen.entry.kind
    return replace(individual, kind=kind, links=tuple(links(chosen.entry, chosen.score)))
