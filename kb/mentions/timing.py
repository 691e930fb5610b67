"""What a date expression dates, and how a clause lies in time: read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.tokens import Span, Token

CLIMB = frozenset(
    {"pobj", "pcomp", "prep", "npadvmod", "advmod", "nmod", "compound", "nummod", "dep", "appos", "poss"}
)
"""Relations that lead from a date expression up to what it dates."""
FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
PROSPECTIVE = frozenset({"plan", "expect", "schedule", "intend", "due", "set", "prepare", "aim", "hope"})
TAKING_PLACE = frozenset("take hold occur happen begin start open end conclude come follow".split())
ORDER = frozenset({"before", "after"})


def governor_of(token: Token) -> Token:
    """The word that a date expression says the time of: a verb, or a noun that no verb stands above."""
    here = token
    while here.dep_ in CLIMB and here.head.i != here.i:
        here = here.head
        if here.pos_ in ("VERB", "AUX"):
            break
    return here


def subject_before(span: Span, governor: Token) -> Iterator[Token]:
    """The subject that a date follows, which it dates as well as the verb: "the *test* last month drew"."""
    if span.start < governor.i:
        for child in governor.lefts:
            if child.dep_ in ("nsubj", "nsubjpass") and child.right_edge.i + 1 == span.start:
                yield child


def apart(span: Span) -> tuple[Token, Token] | None:
    """The two events, earlier and later, that "two months before" or "a week after" sets apart."""
    doc, end = span.doc, span.end
    marker = doc[end] if end < len(doc) and doc[end].lower_ in ORDER else doc[end - 1]
    if marker.lower_ not in ORDER:
        return None
    if marker.dep_ == "mark":
        told, main = marker.head, marker.head.head
    else:
        told = next((child for child in marker.children if child.dep_ in ("pcomp", "pobj")), marker)
        main = governor_of(marker)
    if told is marker or told is main:
        return None
    return (main, told) if marker.lower_ == "before" else (told, main)


def meanwhile(noun: Token) -> bool:
    """Whether a noun is what went on as the verb happened: "said on Monday during *a visit*".

    So is that of which the object of the verb is a part: "approved a new round of *sanctions* on Monday".
    """
    preposition = noun.head
    part = preposition.lower_ == "of" and preposition.head.dep_ in ("dobj", "nsubjpass")
    return noun.dep_ == "pobj" and (part or preposition.lower_ == "during")


def takes_place(noun: Token) -> bool:
    """Whether a noun is the subject of a verb that says only when and where it happened."""
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in TAKING_PLACE


def is_past(verb: Token) -> bool:
    """Whether a clause tells of the past: "reached", "was reached"."""
    return verb.tag_ == "VBD" or any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.lefts)


def prospective(governor: Token) -> bool:
    """Whether the governing verb tells of what is still to come."""
    if any(child.lower_ in FUTURE and child.dep_ == "aux" for child in governor.children):
        return True
    return governor.lemma_ in PROSPECTIVE or (
        governor.dep_ == "xcomp" and governor.head.lemma_ in PROSPECTIVE
    )
