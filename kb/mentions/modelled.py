"""Names that the statistical model finds, with titles, articles and possessives trimmed off."""

from __future__ import annotations

from collections.abc import Iterator

from kb.gazetteer import Entry, Gazetteer
from kb.mentions.base import Form
from kb.mentions.lexicon import ARTICLES, LABELS, ORGANIZATIONS, SITES, TITLES
from kb.mentions.spans import Finder, Named, Words
from kb.model import IndividualKind

POSSESSIVE = frozenset({"'s", "’s", "'", "’", "`s", "´s"})
EDGES = frozenset("\"'“”‘’«»()[],;:.!?-–—*•·|/…`")
TAIL = ARTICLES | frozenset("and or of in for und".split())
LONGEST = 12
"""Tokens of a name at most: longer ones are stretches of text without punctuation."""


def modelled(words: Words, gazetteer: Gazetteer) -> Iterator[Named]:
    """The model's names; adjectives of nations and creeds only where the gazetteer knows their bearers."""
    for entity in words.doc.ents:
        kind = LABELS.get(entity.label_)
        if kind is None:
            continue
        for start, end in _parts(words, entity.start, entity.end):
            named = _named(words, *_trimmed(words, start, end, kind), kind, entity.label_, gazetteer)
            if named is not None:
                yield named


def _parts(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span cut at line breaks, and after a possessive: "Iran's Revolutionary Guards" are two names."""
    for i in range(start, end):
        if words.texts[i].isspace() or (words.lower[i] in POSSESSIVE and i + 1 < end):
            yield start, i
            start = i + 1
    yield start, end


def _trimmed(words: Words, start: int, end: int, kind: IndividualKind) -> tuple[int, int]:
    texts, lower = words.texts, words.lower
    while start < end and (lower[start] in ARTICLES or texts[start] in EDGES):
        start += 1
    while start < end and (lower[end - 1] in POSSESSIVE or texts[end - 1] in EDGES or lower[end - 1] in TAIL):
        end -= 1
    if kind is IndividualKind.PERSON:
        while start < end - 1 and lower[start] in TITLES:
            start += 1
    return start, end


def _named(
    words: Words, start: int, end: int, kind: IndividualKind, label: str, gazetteer: Gazetteer
) -> Named | None:
    if not 0 < end - start <= LONGEST or not any(words.capitalised(i) for i in range(start, end)):
        return None
    text = words.phrase(start, end)
    demonym = gazetteer.demonym(text)
    if demonym is not None:
        return Named(start, end, demonym.kind, Finder.GAZETTEER, Form.DEMONYM, (demonym,))
    entries = gazetteer.entries(text)
    if label == "NORP" and not any(entry.kind is IndividualKind.ORGANIZATION for entry in entries):
        return None
    kind = kind_of(words.lower[start:end], kind, entries)
    return Named(start, end, kind, Finder.MODEL, Form.NAME, entries)


def kind_of(lower: list[str], kind: IndividualKind, entries: tuple[Entry, ...]) -> IndividualKind:
    """The kind that the gazetteer knows, else the one that the head noun tells, else the one given."""
    if entries and not any(entry.kind is kind for entry in entries):
        return entries[0].kind
    if any(entry.kind is IndividualKind.COUNTRY for entry in entries) and kind is IndividualKind.PLACE:
        return IndividualKind.COUNTRY
    if entries or kind is IndividualKind.PERSON or len(lower) < 2:
        return kind
    head = next((lower[i - 1] for i in range(1, len(lower)) if lower[i] in ("of", "for")), lower[-1])
    if head in ORGANIZATIONS:
        return IndividualKind.ORGANIZATION
    return IndividualKind.PLACE if head in SITES else kind
