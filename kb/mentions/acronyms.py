"""Short names that a text introduces in brackets: "International Atomic Energy Agency (IAEA)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.mentions.base import Form
from kb.mentions.forms import acronym_of
from kb.mentions.spans import Finder, Named, Words
from kb.mentions.trimming import POSSESSIVE
from kb.model import IndividualKind

OPENING = frozenset({"(", "["})
QUOTES = frozenset("\"'”’»")
LONGEST = 12


def introduced(words: Words, names: list[Named]) -> Iterator[tuple[Named, Named]]:
    """Each (long name, short name) pair; the long one reaches back as far as the letters stand for words."""
    ends = {name.end: name for name in names if name.form is Form.NAME}
    for i, text in enumerate(words.texts):
        if text not in OPENING or i + 2 >= len(words) or not _short(words.texts[i + 1]):
            continue
        if words.texts[i + 2] not in (")", "]", ",", ";"):
            continue
        # "the Norwegian Refugee Council's (NRC) office"
        end = i - 1 if words.texts[i - 1] in QUOTES or words.lower[i - 1] in POSSESSIVE else i
        long = _long(words, ends.get(end), end, words.texts[i + 1])
        if long is not None:
            yield long, Named(i + 1, i + 2, long.kind, Finder.PATTERN, Form.NAME, long.entries)


def _long(words: Words, name: Named | None, end: int, short: str) -> Named | None:
    """The name that ends at token `end` and that `short` stands for."""
    start = _spelled(words, end, short)
    if start is not None and (name is None or start < name.start):
        kind = IndividualKind.ORGANIZATION if name is None else name.kind
        return Named(start, end, kind, Finder.PATTERN)
    if name is None or name.kind is IndividualKind.PERSON or not _plausible(words, name.start, end, short):
        return None
    return replace(name, finder=Finder.PATTERN)


def _short(text: str) -> bool:
    return 2 <= len(text) <= 10 and sum(map(str.isupper, text)) >= 2 and text.replace("-", "").isalnum()


def _spelled(words: Words, end: int, short: str) -> int | None:
    """Where the words before `end` begin whose initials make up `short`."""
    for start in range(end - 2, max(-1, end - LONGEST), -1):
        if not words.capitalised(start):
            continue
        if acronym_of(short, words.phrase(start, end)):
            return start
    return None


def _plausible(words: Words, start: int, end: int, short: str) -> bool:
    """Whether a short name of other letters (of another language) may still stand for the name before it."""
    return end - start > 1 and short[0].isupper() and words.texts[start] != short
