"""How a clause hangs on the word above it: as what that speaks of, or as a mere circumstance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.tokens import Token

COMPLEMENTS = frozenset({"about", "against", "from", "of", "on", "to"})
"""Prepositions whose clause is what a verb or noun speaks of."""


def is_complement(clause: Token, *, infinitive: bool) -> bool:
    """Whether a clause is what its head speaks of, not its occasion: "threatened it *after it had fired*"."""
    if clause.dep_ == "pcomp":
        return clause.head.lower_ in COMPLEMENTS
    if clause.dep_ in ("acl", "relcl"):
        return infinitive
    return clause.dep_ in ("ccomp", "xcomp", "csubj", "parataxis") or (clause.dep_ == "advcl" and infinitive)


def with_particle(verb: Token) -> str:
    """The lemma of a verb with its particle: "call+off"."""
    particle = next((child for child in verb.rights if child.dep_ == "prt"), None)
    return verb.lemma_ if particle is None else f"{verb.lemma_}+{particle.lower_}"


def over_preposition(token: Token) -> Token:
    """The head of a token; for what a preposition governs ("accused *of* selling") the preposition's head."""
    head = token.head
    return head.head if token.dep_ == "pcomp" and head.dep_ == "prep" else head
