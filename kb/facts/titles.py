"""The words of an office: its case, and the tense in which it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.tokens import Token

GENERALS = frozenset("secretary director attorney governor inspector comptroller solicitor consul".split())
"""Offices that may have "general" after them."""
PLACED = frozenset({"GPE", "LOC", "NORP"})
"""Types of entities whose names keep their capitals within an office: "ambassador to Kenya"."""
LINKING = frozenset({"be", "serve", "work", "act"})


def in_lower_case(text: str, office: Token, *, lent: bool = False) -> str:
    """An office in lower case, but for names of places and acronyms in it; without those if it is `lent`.

    "His Japanese counterpart" is no "Russian prime minister".
    """
    first = office.i - office.sent.start
    around = office.sent[max(first - 8, 0) : first + 16]
    names = {word.text for word in around if _keeps_capital(word, office) and word.i != office.i}
    shouted = text.isupper()
    return " ".join(
        word if not shouted and (word in names or _is_acronym(word, office)) else word.lower()
        for word in text.split()
        if not (lent and word in names)
    )


def _keeps_capital(word: Token, office: Token) -> bool:
    if word.ent_type_ != "ORG" or word.i < office.i:
        return word.ent_type_ in PLACED
    first = word.i
    while first > word.sent.start and word.doc[first].ent_iob_ == "I":
        first -= 1
    before = [word.doc[first - 1].lower_] if first > word.sent.start else []
    before = [word.doc[first - 2].lower_] if before == ["the"] and first > word.sent.start + 1 else before
    return before == ["to"] or word.doc[first].lower_ == "the"


def _is_acronym(word: str, office: Token) -> bool:
    return 1 < len(word) <= 6 and word.isupper() and word != office.text


def followed_by_general(office: Token) -> bool:
    """Whether the next word is the "general" of "secretary general"."""
    after = office.i + 1
    return (
        office.lemma_.lower() in GENERALS
        and after < len(office.doc)
        and office.doc[after].lower_ == "general"
    )


def is_past(trigger: Token) -> bool:
    """Whether somebody held the office before: "had been the chairman", "who was envoy", "used to lead".

    Below a verb of speech the past tense only agrees with that verb.
    """
    verb = trigger.head if trigger.dep_ in ("attr", "pobj") else trigger
    verb = verb.head if verb.dep_ == "prep" and verb.lower_ == "as" else verb
    if verb.pos_ not in ("VERB", "AUX") or (verb is not trigger and verb.lemma_ not in LINKING):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & {"had", "'d"} or (verb.dep_ == "xcomp" and verb.head.lower_ == "used"):
        return True
    return verb is not trigger and verb.tag_ == "VBD" and verb.dep_ not in ("ccomp", "advcl")
