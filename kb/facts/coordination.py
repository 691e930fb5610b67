"""All that stands in one place of a sentence: coordination, lists after a description, examples."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kb.facts.fillers import PLACES
from kb.facts.lexicon import classes_of
from kb.facts.lines import inlined
from kb.facts.lists import COLON, EXAMPLES, announced, continued, numbered
from kb.facts.phrases import SORTS
from kb.mentions.base import Mentions
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

COORDINATED = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB"})
MOST = 100
"""Members of a coordination that are read: what is longer is no sentence."""
NEAR = 3
"""Words between the members of a list, or steps up to their verb."""
LISTING = frozenset({"including", "include", "like", "namely", "as"})


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
