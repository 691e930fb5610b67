"""What fills a slot: the individual or noun phrase that a token heads, and its types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kb.facts.lexicon import classes_of, nouns
from kb.mentions.base import Mentions
from kb.mentions.quotations import SPEECH
from kb.model import Individual, IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Span, Token

ACTORS = frozenset({IndividualKind.PERSON, IndividualKind.ORGANIZATION, IndividualKind.COUNTRY})
PLACES = frozenset({IndividualKind.COUNTRY, IndividualKind.PLACE})
FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves"})
GOODS = frozenset({"item", "access"})
NO_GOODS = frozenset({"people", "actor", "dignitary", "abstract", "measure", "encounter", "visit", "call"})
"""Classes of nouns that are, or cannot be, what somebody needs or supplies; a noun of none may be."""
UNTYPED = frozenset({"description"})
ABSTRACT = tuple("tion sion ment ance ence ity ness ship ism acy dom ure hood".split())
"""Endings of nouns for acts and qualities, where the lexicon does not know better."""
DIGIT = re.compile(r"\d")
NUMBER = {"it": "NN", "they": "NNS"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DEEPEST = 4
"""Verbs between a pronoun and the verb of speech that its clause is told by."""
PORTFOLIOS = nouns("portfolio")


@dataclass(frozen=True, slots=True)
class Filler:
    """The token that fills a slot, the individual it refers to if any, and the path that led to it."""

    token: Token
    individual: Individual | None
    path: str


def types_of(token: Token, mentions: Mentions) -> frozenset[str]:
    """The types that a role may ask for; see `kb.facts.frames`."""
    types = mentions.types.get(token.i)
    if types is None:
        types = mentions.types[token.i] = _types(token, mentions)
    return types


def _types(token: Token, mentions: Mentions) -> frozenset[str]:
    individual = mentions.individual(token)
    found = set(classes_of(token))
    if individual is None:
        found.add("clause" if token.pos_ in ("VERB", "AUX") else "description")
        found.update(["proper"] if token.pos_ == "PROPN" else [])
        found.update(["date"] if token.ent_type_ == "DATE" else [])
        found.update(["money"] if token.ent_type_ == "MONEY" else [])
        found.update(["self"] if token.lower_ in FIRST_PERSON else [])
        if token.pos_ == "NOUN" and found <= UNTYPED and token.lower_.endswith(ABSTRACT):
            found.add("act")
        if token.pos_ in ("NOUN", "PROPN", "NUM") and (found & GOODS or not found & NO_GOODS):
            found.add("thing")
        return frozenset(found)
    found.update(("name", str(individual.kind)))
    if token.is_upper:
        found.add("capitals")
    mention = mentions.covering(token)
    if DIGIT.search(individual.name):
        found.add("system")
    if mention is not None:
        found.add(mention.form.value)
        if token.doc[mention.start].lower_ in PORTFOLIOS:
            found.update(["portfolio"] if _is_portfolio(token.doc[mention.start : mention.end]) else [])
    if individual.kind in ACTORS:
        found.update(("actor", "state"))
    if individual.kind in PLACES:
        found.add("place")
    return frozenset(found)


def _is_portfolio(span: Span) -> bool:
    """Whether a name that starts so is what a minister is in charge of: "State for Political Affairs"."""
    words = [word.lower_ for word in span]
    return words[-1] in PORTFOLIOS or "for" in words or "affairs" in words


def accepts(types: frozenset[str], token: Token, mentions: Mentions) -> bool:
    """Whether a token is of one of the `types`, and of none of those with a "-"."""
    if not types:
        return True
    own = types_of(token, mentions)
    wanted, barred = _sides(types)
    return barred.isdisjoint(own) and (not wanted or not wanted.isdisjoint(own))


@cache
def _sides(types: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What a filler may be, and what it must not be."""
    barred = frozenset(one[1:] for one in types if one.startswith("-"))
    return frozenset(one for one in types if not one.startswith("-")), barred


def meant(token: Token, mentions: Mentions) -> Token:
    """What "it" or "they" in indirect speech stands for, where no name does: "the firm said *it* would".

    Of "70 per cent" the parse makes the number the head: the share is meant.
    """
    if token.like_num and token.i + 2 < len(token.doc) and token.nbor(2).lower_ == "cent":
        return token.nbor(2)
    if token.pos_ != "PRON" or mentions.covering(token) is not None:
        return token
    number = NUMBER.get(token.lower_)
    if number is None or token.dep_ not in SUBJECTS:
        return mentions.noun(token)
    clause = token.head
    for _ in range(DEEPEST):
        if clause.dep_ == "ccomp" and clause.head.lemma_ in SPEECH:
            told = next((child for child in clause.head.lefts if child.dep_ == "nsubj"), token)
            joined = number == "NNS" and any(child.dep_ in ("conj", "appos") for child in told.rights)
            return told if joined or told.tag_ == number else mentions.noun(token)
        clause = clause.head
    return mentions.noun(token)
