"""Whose voice a text is in where it says "we", and by which words it speaks of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.facts.relations import step
from kb.mentions.base import Mentions
from kb.mentions.quotations import Quotation
from kb.model import Individual, IndividualKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves"})
OWN = frozenset({"administration", "department", "government", "secretary", "ministry"})
"""Nouns that with "the" stand for the author of a release."""
STATES = frozenset({IndividualKind.COUNTRY, IndividualKind.ORGANIZATION})


def author(doc: Doc, mentions: Mentions, quoted: list[Quotation]) -> Individual | None:
    """Whose voice the text is in where it says "we": the state or organization that acts most in it."""
    inside = {i for quotation in quoted for i in range(quotation.start, quotation.end)}
    acting: Counter[str] = Counter()
    individuals: dict[str, Individual] = {}
    first_person = False
    for token in doc:
        if token.i in inside:
            continue
        first_person = first_person or token.lower_ in ("we", "our")
        if token.dep_ == "nsubj":
            individual = mentions.individual(token)
            if individual is not None and individual.kind in STATES:
                acting[individual.name] += 1
                individuals[individual.name] = individual
    if not acting or not first_person:
        return None
    return individuals[max(acting, key=lambda name: (acting[name], name))]


def doers(trigger: Token) -> Iterator[Token]:
    """The pronouns and nouns that may stand for the author: subject, possessor, subject of the verb above."""
    yield from step(trigger, "subject")
    yield from step(trigger, "poss")
    for verb in step(trigger, "verb"):
        yield from step(verb, "subject")


def own_noun(token: Token) -> bool:
    """Whether a noun with nothing but its article stands for the author of a release."""
    return token.lower_ in OWN and all(child.dep_ in ("det",) for child in token.lefts)
