"""From the fillers of a candidate to a fact: names, noun phrases, dates and enumerated values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING

from kb.facts.base import Fact
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Values
from kb.facts.phrases import PLAIN, description, phrase
from kb.facts.relations import step
from kb.mentions.base import Form, Mentions
from kb.mentions.dates import Dates
from kb.model import Name, Text

if TYPE_CHECKING:
    from kb.tokens import Token

BEFORE = frozenset({"ADJ", "NOUN", "PROPN", "DET", "ADV", "NUM"})
"""Parts of speech that may stand before the head in a noun phrase."""
PORTIONS = frozenset({"percent", "cent", "%", "most", "majority", "bulk", "half", "all", "much", "some"})
"""Nouns that say how much of something it is, not what."""


def facts_of(candidate: Candidate, mentions: Mentions, dates: Dates) -> Iterator[Fact]:
    """The facts that a candidate states: one as a rule, none where a required slot stays empty."""
    frame = candidate.frame
    kinds = {f.name: str(f.type) for f in fields(frame.fact)}
    used = frozenset((candidate.trigger.i, *_tokens(candidate, mentions)))
    values: Values = dict(frame.constants)
    for slot, table in frame.marks.items():
        marked = next((table[word] for word in _marking(candidate.trigger) if word in table), None)
        if marked is not None:
            values[slot] = marked
    keeps = {role.slot: role.keep for role in frame.roles}
    for slot, found in candidate.fillers.items():
        if slot not in kinds:
            continue
        if isinstance(found, tuple):
            values[slot] = tuple(dict.fromkeys(_name(filler) for filler in found))
        elif "Name" in kinds[slot]:
            populated = slot == frame.fact.POPULATED and _are_members(found, mentions)
            values[slot] = Name(phrase(found.token, keep=PLAIN)) if populated else _name(found)
        elif "PartialDate" in kinds[slot]:
            values[slot] = dates.resolve(phrase(found.token))
        else:
            values[slot] = Text(_words(found, keeps.get(slot, frozenset()), used, mentions))
    settled = values if frame.settle is None else frame.settle(values, candidate)
    for one in settled if isinstance(settled, list) else [settled]:
        fact = None if one is None else _checked(frame.fact, one)
        if fact is not None:
            yield fact


def _words(filler: Filler, keep: frozenset[str], used: frozenset[int], mentions: Mentions) -> str:
    """A filler in the document's words, whole if it is a name."""
    whole = next(step(filler.token, "of"), None) if filler.token.lemma_ in PORTIONS else None
    if whole is not None:
        return phrase(whole, keep=keep, drop=used)
    mention = mentions.covering(filler.token)
    named = mention is not None and filler.individual is not None and mention.form is Form.NAME
    if mention is not None and named:
        used -= frozenset(range(mention.start, mention.end))
    return phrase(filler.token, keep=keep, drop=used)


def _checked(kind: type[Fact], values: Values) -> Fact | None:
    for f in fields(kind):
        required = f.default is not None and f.metadata.get("key") and "None" not in str(f.type)
        if required and not values.get(f.name):
            return None
    return kind(**values)


def _are_members(filler: Filler, mentions: Mentions) -> bool:
    """Whether a name is that of a nation's members: "two million *Syrians*"."""
    mention = mentions.covering(filler.token)
    plural = filler.token.tag_ in ("NNS", "NNPS") and filler.path not in ("sentence", "topic", "gift", "need")
    return plural and mention is not None and mention.form is Form.DEMONYM


def _name(filler: Filler) -> Name:
    if filler.individual is not None:
        return filler.individual.name
    return Name(description(filler.token))


def _tokens(candidate: Candidate, mentions: Mentions) -> Iterator[int]:
    """The tokens of all fillers, with the whole mention that each is part of."""
    for found in candidate.fillers.values():
        for filler in found if isinstance(found, tuple) else (found,):
            mention = mentions.covering(filler.token)
            if mention is not None and filler.token.i != candidate.trigger.i:
                yield from range(mention.start, mention.end)


def _marking(trigger: Token) -> Iterator[str]:
    """The words that may qualify a trigger: those before it in its phrase, then the verbs above it."""
    first = trigger.sent.start
    for i in range(trigger.i - 1, first - 1, -1):
        word = trigger.doc[i]
        if word.pos_ not in BEFORE and word.tag_ not in ("HYPH", "VBN", "VBG", "POS"):
            break
        yield word.lower_
    for child in trigger.children:
        if child.dep_ in ("advmod", "aux", "prt"):
            yield child.lower_
    for verb in step(trigger, "verb"):
        yield verb.lemma_
