"""Names by the shape of the phrase: persons after titles, organizations and sites by their head noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.mentions.lexicon import CRAFT, OFFICE_WORDS, OFFICES, ORGANIZATIONS, SETTLEMENTS, SITES, TITLES
from kb.mentions.spans import LONGEST, Finder, Named, Words, run
from kb.model import IndividualKind

MODEL = re.compile(r"(?:[A-Z]{1,4}|[A-Z][\w'’]+)[-‑–]\d+[A-Za-z]{0,2}")
"""A weapon, craft or satellite by name and number: "F-16", "Hwasong-17"."""

NAMELESS = OFFICES | {"committee", "commission", "council", "department"}
"""Words that are in no person's name."""
HEADS = (ORGANIZATIONS | SITES) - TITLES


def patterns(words: Words) -> Iterator[Named]:
    """Names that their surroundings give away, whatever the model made of them."""
    for i, word in enumerate(words.lower):
        if word in TITLES and words.capitalised(i) and (i == 0 or words.lower[i - 1] not in TITLES):
            yield from _titled(words, i)
        elif word == "of" and i and words.lower[i - 1] in SETTLEMENTS:
            yield from _settled(words, i + 1)
        elif word in HEADS and words.pos[i] == "PROPN" and words.capitalised(i):
            yield from _headed(words, i)
        elif not word.isalpha() and MODEL.fullmatch(words.texts[i]):
            yield Named(i, i + 1, IndividualKind.OTHER, Finder.REPEAT)
        elif word in CRAFT and words.texts[i].isupper() and words.capitalised(i + 1):
            yield Named(i, run(words, i + 1), IndividualKind.OTHER, Finder.PATTERN)


def _titled(words: Words, i: int) -> Iterator[Named]:
    start = i + 1
    while start < len(words) and words.lower[start] in OFFICE_WORDS:
        start += 1
    end = run(words, start)
    entitled = not NAMELESS.isdisjoint(words.lower[start:end])  # "Foreign Relations Committee Chairman X"
    if start < end <= start + 5 and not entitled and all(words.pos[j] == "PROPN" for j in range(start, end)):
        yield Named(start, end, IndividualKind.PERSON, Finder.REPEAT)


def _headed(words: Words, i: int) -> Iterator[Named]:
    """The capitalised words that end with, or begin as "Ministry of", the head noun of a body or site."""
    start = i
    while start > 0 and words.capitalised(start - 1) and words.pos[start - 1] in ("PROPN", "ADJ"):
        start -= 1
    while start < i and words.lower[start] in TITLES:
        start += 1
    end = i + 1
    if words.lower[end : end + 1] in (["of"], ["for"]):
        end = run(words, end + 1) if words.capitalised(end + 1) else end
        end = next((j for j in range(i + 1, end) if words.lower[j] in TITLES), end)
    kind = IndividualKind.ORGANIZATION if words.lower[i] in ORGANIZATIONS else IndividualKind.PLACE
    if 1 < end - start <= LONGEST and not words.capitalised(i + 1):
        yield Named(start, end, kind, Finder.REPEAT)


def _settled(words: Words, start: int) -> Iterator[Named]:
    end = run(words, start)
    if start < end <= start + 4 and all(words.pos[j] == "PROPN" for j in range(start, end)):
        yield Named(start, end, IndividualKind.PLACE, Finder.REPEAT)
