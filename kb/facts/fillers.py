"""What fills a slot: the individual or noun phrase that a token heads, its types, and its coordination."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from kb.facts.lexicon import classes_of, nouns
from kb.facts.lines import inlined
from kb.facts.lists import COLON, EXAMPLES, announced, continued, numbered
from kb.facts.phrases import SORTS
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
COORDINATED = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB"})
MOST = 100
"""Members of a coordination that are read: what is longer is no sentence."""
NEAR = 3
"""Words between the members of a list, or steps up to their verb."""
LISTING = frozenset({"including", "include", "like", "namely", "as"})


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


def expand(token: Token, mentions: Mentions) -> tuple[Token, ...]:
    """A filler with all that is coordinated with it; names listed after a description stand for it."""
    found = mentions.expanded.get(token.i)
    if found is None:
        found = mentions.expanded[token.i] = tuple(_expanded(token, mentions))
    return found


def _expanded(token: Token, mentions: Mentions) -> Iterator[Token]:
    seen: set[int] = set()
    for member in _members(token, mentions):
        mention = mentions.covering(member)
        place = member.i if mention is None else mention.start
        if place not in seen:
            seen.add(place)
            yield member


def _members(token: Token, mentions: Mentions) -> Iterator[Token]:
    for member in (introduced(token, mentions), *_conjuncts(token)):
        known = mentions.individual(member) is not None
        if known and member.pos_ != "NOUN":
            yield member
            yield from continued(member, mentions)
            continue
        named = (
            announced(member, COLON, mentions) or list(_named(member, mentions)) or numbered(member, mentions)
        )
        if len(named) > 1 and member.tag_ == "NN":
            named = [member]  # "the group of Britain, China and France" acts as one
        if named or known:
            yield from named or (member,)
            continue
        goods = inlined(member) if "item" in classes_of(member) else []
        some = goods or announced(member, EXAMPLES, mentions) or list(_examples(member))
        counted = any(child.dep_ == "nummod" for child in member.lefts)
        some_named = any(_is_name(one, mentions) for one in some)
        if counted or not some_named:
            yield member
        if some_named or "people" not in classes_of(member):
            yield from some  # "civilians, including children": the same people again


def introduced(token: Token, mentions: Mentions) -> Token:
    """The name of a place that a common noun introduces or follows: "city of *Goma*", "*Kursk* region"."""
    if mentions.individual(token) is None and token.lemma_.lower() in SORTS:
        for child in token.lefts:
            called = mentions.individual(child)
            if child.dep_ == "compound" and called is not None and called.kind is IndividualKind.PLACE:
                return child
        for child in token.rights:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    individual = mentions.individual(inner)
                    if individual is not None and individual.kind in PLACES:
                        return inner
    return token


def _conjuncts(token: Token) -> Iterator[Token]:
    """What is coordinated with a word, however long the list: a loop, for recursion has a limit."""
    waiting = [*_misplaced(token), *(child for child in reversed(list(token.rights)) if _joins(child))]
    for _ in range(MOST):
        if not waiting:
            return
        member = waiting.pop()
        if member.pos_ in COORDINATED:
            yield member
            waiting += [child for child in reversed(list(member.rights)) if child.dep_ == "conj"]


def _joins(child: Token) -> bool:
    """Whether a dependent of a noun is coordinated with it, though the parse may say it is the same.

    One cannot be several: "sanctioned officials, *a bank*, and a shipyard", "Idris, *his aides*, and others";
    nor are doctors "*truckloads* of drugs".
    """
    if child.dep_ == "appos" and "amount" in classes_of(child) and any(child.rights):
        return True
    numbers = (child.head.tag_, child.tag_)
    if child.dep_ == "appos" and numbers in (("NNS", "NN"), ("NNP", "NNS")):
        return any(later.dep_ == "conj" for later in (*child.head.rights, *child.rights))
    return child.dep_ == "conj"


def _misplaced(token: Token) -> Iterator[Token]:
    """The noun after "and" that the parse coordinates with the verb: "sanctions on X, and *two firms*"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ not in ("pobj", "dobj"):
        return
    verb = next((word for word in islice(token.ancestors, NEAR) if word.pos_ in ("VERB", "AUX")), token)
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") and child.i > token.i:
            between = token.doc[token.right_edge.i + 1 : child.left_edge.i]
            if 0 < len(between) <= NEAR and all(word.text in (",", "and") for word in between):
                yield child


def _named(noun: Token, mentions: Mentions) -> Iterator[Token]:
    """The names in apposition to a noun, which are all that it stands for: "two banks: A and B"."""
    for child in noun.rights:
        if child.dep_ == "appos" and _is_name(child, mentions) and not _is_acronym(child):
            yield child
            yield from continued(child, mentions) or _conjuncts(child)


def _is_acronym(word: Token) -> bool:
    """Whether a word in brackets only abbreviates what stands before them: "a ballistic missile (SLBM)"."""
    return word.is_upper and word.i > 0 and word.nbor(-1).text == "("


def _examples(noun: Token) -> Iterator[Token]:
    """What stands after "such as" and "including", which need not be all."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in LISTING:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                    yield from _conjuncts(inner)


def _is_name(token: Token, mentions: Mentions) -> bool:
    return token.pos_ == "PROPN" or mentions.individual(token) is not None
