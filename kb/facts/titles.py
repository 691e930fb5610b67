"""The words of an office: its case, and the tense in which it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

GENERALS = frozenset("secretary director attorney governor inspector comptroller solicitor consul".split())
"""Offices that may have "general" after them."""
PLACED = frozenset({"GPE", "LOC", "NORP"})
"""Types of entities whose names keep their capitals within an office: "ambassador to Kenya"."""
LINKING = frozenset({"be", "serve", "work", "act"})


def in_lower_case(text: str, trigger: Token) -> str:
    """An office in lower case, but for names of places and acronyms in it."""
    phrase = trigger.sent[max(trigger.i - trigger.sent.start - 8, 0) : trigger.i - trigger.sent.start + 16]
    names = {word.text for word in phrase if word.ent_type_ in PLACED and word.i != trigger.i}
    shouted = text.isupper()
    return " ".join(
        word if not shouted and (word in names or _is_acronym(word, trigger)) else word.lower()
        for word in text.split()
    )


def _is_acronym(word: str, trigger: Token) -> bool:
    return 1 < len(word) <= 6 and word.isupper() and word != trigger.text


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
