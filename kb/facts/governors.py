"""What a noun depends on: the verbs it is object or subject of, and the nouns that bundle or hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.facts.clauses import RELATIVE, any_subject

if TYPE_CHECKING:
    from kb.tokens import Token

COLLECTIONS = frozenset(
    "round set package series wave raft batch tranche slew number kind type form range variety lot host "
    "array spate regime program programme measure policy action system threat bundle combination "
    "string decision most all some many part half day hour week night".split()
)
"""Nouns that say no more of what they contain than that there is some of it."""


def governing_verbs(token: Token) -> Iterator[Token]:
    """The verb that a noun is object of, or in whose complement phrase it stands."""
    head = _first_conjunct(token)
    relation, governor = head.dep_, head.head
    if relation in ("dobj", "nsubjpass", "attr", "oprd", "acomp", "dative"):
        yield governor
    elif relation == "pobj" and governor.dep_ in ("prep", "agent") and governor.head.pos_ in ("VERB", "AUX"):
        yield governor.head
    for child in _dependents(token, head):
        if child.dep_ in ("acl", "relcl") and (child.tag_ == "VBN" or child.dep_ == "relcl"):
            yield child


def predicates(token: Token) -> Iterator[Token]:
    """The verbs whose subject a noun is: "*sanctions target* Iran", "sanctions *targeting* Iran"."""
    head = _first_conjunct(token)
    if head.dep_ == "nsubj":
        yield head.head
    for child in _dependents(token, head):
        participle = child.dep_ == "acl" and child.tag_ == "VBG"
        relative = child.dep_ == "relcl" and any(
            inner.dep_ == "nsubj" and inner.tag_ in RELATIVE for inner in child.children
        )
        if participle or relative:
            yield child


def _dependents(token: Token, whole_of_it: Token) -> Iterator[Token]:
    """What hangs on a noun, or on the noun that bundles or leads it."""
    yield from token.children
    if whole_of_it.i != token.i:
        yield from whole_of_it.children


def members(token: Token) -> Iterator[Token]:
    """Of whom a description is said to consist: "*A* is among the six", "the six include *A*".

    Or who belongs to it: "*A* is one of the six".
    """
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "among" and head.head.pos_ in ("VERB", "AUX"):
        yield from any_subject(head.head, 1)
        yield from (child for child in head.head.children if child.dep_ == "attr")
    elif token.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ == "one":
        one = head.head
        if one.dep_ == "attr" and one.head.pos_ == "AUX":
            yield from any_subject(one.head, 1)
    elif token.dep_ == "nsubj" and head.lemma_ in ("include", "comprise"):
        yield from (child for child in head.children if child.dep_ == "dobj")


def called(token: Token) -> Iterator[Token]:
    """The name that a noun says more of: "*Lumen Ltd.*, a firm that sold valves"."""
    if token.pos_ == "NOUN" and token.dep_ == "appos" and token.head.pos_ == "PROPN":
        yield token.head


def holders(token: Token) -> Iterator[Token]:
    """Who is in the state that a noun after a preposition tells of: "*people* in need"."""
    head = _first_conjunct(token)
    if head.dep_ == "pobj":
        before = head.head.nbor(-1) if head.head.i else head.head
        if before.pos_ in ("NOUN", "PROPN", "NUM"):
            yield before
        governor = head.head.head
        if governor.pos_ in ("VERB", "AUX"):
            yield from any_subject(governor, 1)
        else:
            yield governor


def _first_conjunct(token: Token) -> Token:
    """The noun whose place in the clause is the token's: the first of a coordination, the whole of a part."""
    while True:
        if token.dep_ == "conj" and token.head.pos_ not in ("VERB", "AUX"):
            token = token.head
            continue
        outer = whole(token)
        if outer is None:
            return token
        token = outer


def whole(token: Token) -> Token | None:
    """The noun that only bundles what the token names: "a *round* of sanctions", "sanctions *regime*"."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_ in COLLECTIONS:
        return head.head
    if token.dep_ == "compound" and head.i > token.i and head.lemma_ in COLLECTIONS:
        return head
    return None
