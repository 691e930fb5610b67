"""Names by the shape of the phrase: persons after titles, organizations and sites by their head noun."""

from __future__ import annotations

from collections.abc import Iterator

from kb.mentions.lexicon import CRAFT, PARTICLES, TITLES
from kb.mentions.spans import Finder, Named, Words
from kb.model import IndividualKind

LONGEST = 8
"""Words of a name found by shape at most."""


def patterns(words: Words) -> Iterator[Named]:
    """Names that their surroundings give away, whatever the model made of them."""
    for i, word in enumerate(words.lower):
        if word in TITLES and words.capitalised(i):
            yield from _titled(words, i)
        elif word in CRAFT and words.texts[i].isupper() and words.capitalised(i + 1):
            yield Named(i, _run(words, i + 1), IndividualKind.OTHER, Finder.PATTERN)


def _titled(words: Words, i: int) -> Iterator[Named]:
    start = i + 1
    while start < len(words) and words.lower[start] in TITLES:
        start += 1
    end = _run(words, start)
    while end > start and words.lower[end - 1] in PARTICLES:
        end -= 1
    if start < end <= start + 5 and all(words.pos[j] == "PROPN" for j in range(start, end)):
        yield Named(start, end, IndividualKind.PERSON, Finder.REPEAT)


def _run(words: Words, start: int) -> int:
    """The end of the capitalised words from `start` on, with the particles between them."""
    end = start
    while end < min(len(words), start + LONGEST) and (
        words.capitalised(end) or (end > start and words.lower[end] in PARTICLES | {"-"})
    ):
        end += 1
    return end
