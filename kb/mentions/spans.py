"""Names found in a parsed document: where, of what kind, and what the gazetteer knows under that name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from kb.gazetteer import Entry
from kb.mentions.base import Form
from kb.mentions.lexicon import PARTICLES
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Doc


LONGEST = 8
"""Words of a name found by its shape at most."""


class Finder(IntEnum):
    """Who found a name, the most trusted first, where two of the same length compete."""

    PATTERN = 0
    GAZETTEER = 1
    MODEL = 2
    REPEAT = 3


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens `start` to `end` (exclusive) name something; `entries` are the gazetteer's, best first."""

    start: int
    end: int
    kind: IndividualKind
    finder: Finder
    form: Form = Form.NAME
    entries: tuple[Entry, ...] = field(default=(), compare=False)

    @property
    def entry(self) -> Entry | None:
        """The most likely entry of the name's kind."""
        for entry in self.entries:
            if entry.kind is self.kind or fits(entry.kind, self.kind):
                return entry
        return None


class Words:
    """The tokens of a document as lists, for names are runs of words and know nothing of trees."""

    __slots__ = ("_phrases", "capitals", "doc", "lower", "pos", "starts", "texts")

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.texts = [token.text for token in doc]
        self.lower = [token.lower_ for token in doc]
        self.pos = [token.pos_ for token in doc]
        self.starts = [token.is_sent_start for token in doc]
        self.capitals = [text[:1].isupper() for text in self.texts]
        self._phrases: dict[tuple[int, int], str] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def capitalised(self, i: int) -> bool:
        """Whether word `i` exists and begins with a capital letter."""
        return 0 <= i < len(self.capitals) and self.capitals[i]

    def phrase(self, start: int, end: int) -> str:
        """The text from token `start` to token `end`, as it stands but for white space."""
        found = self._phrases.get((start, end))
        if found is None:
            found = self._phrases[start, end] = " ".join(self.doc[start:end].text.split())
        return found


def run(words: Words, start: int) -> int:
    """The end of the capitalised words from `start` on, with the particles between them."""
    end = start
    for i in range(start, min(len(words), start + LONGEST)):
        if words.capitalised(i):
            end = i + 1
        elif i == start or not (words.lower[i] in PARTICLES or words.texts[i] == "-"):
            break
    return end


def fits(first: IndividualKind, second: IndividualKind) -> bool:
    """Whether two kinds may be of one individual: a country is also a place."""
    places = (IndividualKind.COUNTRY, IndividualKind.PLACE)
    return first is second or (first in places and second in places)


def settle(names: Iterable[Named]) -> list[Named]:
    """The names that stand: of two that overlap the longer one, of two equally long the more trusted."""
    taken: set[int] = set()
    kept = []
    for name in sorted(names, key=lambda name: (name.start - name.end, name.finder, name.start)):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)
