"""Who issued an order, a decree or a resolution that is said to sanction: "*the order* bans all imports"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kb.facts.authors import STATES
from kb.facts.fillers import Filler
from kb.facts.lexicon import classes_of
from kb.facts.relations import step
from kb.mentions.base import Mentions
from kb.model import Individual, IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

NEAR = 200
"""Words before an instrument within which it is looked for who issued it."""
ISSUING = frozenset(
    "sign issue adopt pass approve publish unveil announce present enact promulgate decree agree".split()
)
Lead = Callable[[Individual], Individual | None]


def issued_by(instrument: Token, mentions: Mentions, lead: Lead, target: Individual | None) -> Filler | None:
    """The state or body that an instrument is of, as is said of it here or where it was told of before.

    `lead` gives what a person leads; whom the instrument is against is not whose it is.
    """
    for token in _told(instrument):
        for word in _issuers(token):
            individual = mentions.individual(word)
            if individual is not None and individual.kind is IndividualKind.PERSON:
                individual = lead(individual)
            if individual is not None and individual.kind in STATES and individual != target:
                return Filler(word, individual, "instrument")
    return None


def is_instrument(token: Token) -> bool:
    """Whether a noun is one for what sanctions are laid down in."""
    return token.pos_ in ("NOUN", "PROPN") and "instrument" in classes_of(token)


def _told(instrument: Token) -> Iterator[Token]:
    """The word for the instrument, and the same word before it, latest first."""
    lemma = instrument.lemma_.lower()
    for i in range(instrument.i, max(instrument.i - NEAR, -1), -1):
        token = instrument.doc[i]
        if token.lemma_.lower() == lemma:
            yield token


def _issuers(token: Token) -> Iterator[Token]:
    for relation in ("poss", "modifier", "by"):
        yield from step(token, relation)
    for verb in step(token, "verb"):
        if verb.lemma_ in ISSUING:
            yield from step(verb, "subject")
            yield from step(verb, "~by")
