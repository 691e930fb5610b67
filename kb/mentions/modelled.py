"""Names that the statistical model finds, with titles, articles and possessives trimmed off."""

from __future__ import annotations

from collections.abc import Iterator

from kb.gazetteer import Entry, Gazetteer
from kb.mentions.base import Form
from kb.mentions.lexicon import (
    ARTICLES,
    BARE_BODIES,
    CHILDREN,
    EVENTS,
    LABELS,
    MINISTERIAL,
    OFFICE_WORDS,
    ORGANIZATIONS,
    SITES,
)
from kb.mentions.spans import Finder, Named, Words
from kb.mentions.trimming import POSSESSIVE, RULE, parts, trimmed, without_news, without_rule
from kb.model import IndividualKind

OFFICES_OF = frozenset(
    {"secretary", "undersecretary", "secretaries", "minister", "ministers", "under-secretary"}
)
SUFFIXES = (["jr."], ["jr"], ["sr."], ["sr"], ["utc"], ["gmt"])
OFFICIAL = OFFICE_WORDS | RULE
OFFICERS = (["minister"], ["secretary"], ["ministers"], ["ministry"])
BEARERS = frozenset({IndividualKind.ORGANIZATION, IndividualKind.COUNTRY})
"""What a name may be of that the model takes for one of a nation or creed: "Hamas", "Togo"."""
LONGEST = 12
"""Tokens of a name at most: longer ones are stretches of text without punctuation."""


def modelled(words: Words, gazetteer: Gazetteer) -> Iterator[Named]:
    """The model's names; adjectives of nations and creeds only where the gazetteer knows their bearers."""
    for entity in words.doc.ents:
        kind = LABELS.get(entity.label_)
        if kind is None:
            continue
        for part in parts(words, entity.start, entity.end, gazetteer):
            start, end = trimmed(words, *part, kind)
            start = _after_portfolio(words, start, end)
            start = without_news(words, start, end, gazetteer)
            start, end = without_rule(words, start, _before_office(words, start, end), gazetteer)
            named = _named(words, start, end, kind, entity.label_, gazetteer)
            if named is not None:
                yield named


def _named(
    words: Words, start: int, end: int, kind: IndividualKind, label: str, gazetteer: Gazetteer
) -> Named | None:
    if not 0 < end - start <= LONGEST or not any(words.capitalised(i) for i in range(start, end)):
        return None
    text = words.phrase(start, end)
    if _office(words, start, end) or words.lower[start:end] in SUFFIXES:
        return None
    if kind is IndividualKind.ORGANIZATION:
        start = _possessor(words, start)
        text = words.phrase(start, end)
    demonym = gazetteer.demonym(text)
    if demonym is not None:
        return Named(start, end, demonym.kind, Finder.GAZETTEER, Form.DEMONYM, (demonym,))
    entries = gazetteer.entries(text)
    if label == "NORP" and BEARERS.isdisjoint(entry.kind for entry in entries):
        return None
    kind = kind_of(words.lower[start:end], kind, entries)
    return Named(start, end, kind, Finder.MODEL, Form.NAME, entries)


def _office(words: Words, start: int, end: int) -> bool:
    """Whether a span is (part of) an office: "Interior" Minister, Secretary of "State"."""
    lower = words.lower
    if end - start == 1 and lower[start] in MINISTERIAL and lower[end : end + 1] in OFFICERS:
        return True
    if start > 1 and lower[start - 1] in ("of", "for") and lower[start - 2] in OFFICES_OF:
        return lower[start] in MINISTERIAL or "and" in lower[start:end] or lower[end - 1] == "affairs"
    bare = end - start == 1 and start > 0 and lower[start - 1] in ARTICLES and lower[start] in BARE_BODIES
    return bare or OFFICIAL.issuperset(lower[start:end])


def _before_office(words: Words, start: int, end: int) -> int:
    """Where a name ends that the model runs into an office: "Somali" in "Somali Information Minister"."""
    if words.lower[end : end + 1] in OFFICERS and end - start > 1 and words.lower[end - 1] in MINISTERIAL:
        return end - 1
    return end


def _after_portfolio(words: Words, start: int, end: int) -> int:
    """Where the name begins that an office is of: "Minister for Foreign Affairs of *Sweden*"."""
    lower = words.lower
    of_office = start > 1 and lower[start - 1] in ("of", "for") and lower[start - 2] in OFFICES_OF
    if not of_office or "of" not in lower[start:end]:
        return start
    inner = lower.index("of", start) + 1
    return inner + (lower[inner] in ARTICLES)


def _possessor(words: Words, start: int) -> int:
    """Where a name begins that goes on before a possessive: "People's" Daily."""
    if start < 2 or words.lower[start - 1] not in POSSESSIVE or words.lower[start - 2] not in CHILDREN:
        return start
    start -= 2
    while start > 0 and words.capitalised(start - 1) and words.pos[start - 1] == "PROPN":
        start -= 1
    return start


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
    if head in EVENTS or any(word in EVENTS for word in lower[-2:]):
        return IndividualKind.OTHER
    return IndividualKind.PLACE if head in SITES else kind
