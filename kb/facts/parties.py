"""Who a party to a fact is, judged by the words alone: an office, our own people, the money given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.facts.fillers import FIRST_PERSON, Filler
from kb.facts.frames import Candidate
from kb.facts.lexicon import classes_of
from kb.facts.relations import step
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

FUNDS = frozenset({"money", "aid"})
PERSON = IndividualKind.PERSON
CREWS = frozenset("team staff crew worker volunteer convoy aircraft plane ship flight mission".split())
OFFICERS = frozenset({"dignitary", "office"})
"""Classes of nouns for those who act for a state or a body."""


def by_means_of(trigger: Token) -> Iterator[Token]:
    """The aid with which something is done: "*through this grant*, tents will be provided"."""
    for word in ("through", "with", "under", "via"):
        yield from (means for means in step(trigger, word) if classes_of(means) & FUNDS)


def is_officer(filler: Filler | tuple[Filler, ...] | None) -> bool:
    """Whether somebody is told by nothing but his office."""
    if not isinstance(filler, Filler) or filler.individual is not None:
        return False
    return not OFFICERS.isdisjoint(classes_of(filler.token))


def is_crew(supplier: Filler) -> bool:
    """Whether a supplier is but "the team", of whoever was just told to give something."""
    told = [child for child in supplier.token.children if child.dep_ not in ("det", "punct", "cc")]
    return supplier.individual is None and supplier.token.lemma_ in CREWS and not told


def is_own(supplier: Filler) -> bool:
    """Whether a supplier is told as "our teams", "our partners"."""
    owners = (child.lower_ for child in supplier.token.lefts if child.dep_ == "poss")
    return supplier.individual is None and not FIRST_PERSON.isdisjoint(owners)


def by_person(candidate: Candidate) -> bool:
    """Whether a sanction is told of a person, who imposes it for somebody else."""
    issuer = candidate.fillers.get("issuer")
    return isinstance(issuer, Filler) and issuer.individual is not None and issuer.individual.kind is PERSON
