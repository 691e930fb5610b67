"""Text as it was scraped → text as it was written: one kind of space and line end, and no residue."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kb.documents.residue import CUTS, ENDINGS, INLINE, LINES

_SPACES: Final = re.compile(r"[^\S\n]+")
_BREAKS: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS: Final = re.compile(r"\n{3,}")
# Zero-width and directional characters stand between letters of names and break them apart unseen;
# lone surrogates, which JSON can spell, cannot be written to any file.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\ufffc\ufffe\uffff]"
)
_LONGEST_RESIDUE: Final = 400
"""Characters of a paragraph of residue at most: what is longer says something besides."""
_LONGEST_TAIL: Final = 600
"""Characters that may follow the last marker of a scraper: its own site's slogans, not an article."""


def normal(text: str) -> str:
    """`text` in composed characters, plain spaces and line ends, nothing unseen, no two blank lines."""
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    lines = (_SPACES.sub(" ", line).strip() for line in unicodedata.normalize("NFC", text).split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip()


def line(text: str) -> str:
    """`text` on a single line."""
    return " ".join(normal(text).split())


def is_residue(paragraph: str) -> bool:
    """Whether a line was put there by a site or scraper and is no part of the article."""
    if len(paragraph) > _LONGEST_RESIDUE:
        return False
    return LINES.fullmatch(paragraph) is not None


def clean(text: str) -> str:
    """`text` without what sites and scrapers add: markers, buttons, calls to subscribe, credits of reporters.

    Paragraphs are kept whole or dropped whole, except for the scrapers' own markers within them.
    """
    previous, current = "", text
    # What is dropped can bring more of it to the surface: a credit that stood before the last line.
    while current != previous:
        previous, current = current, _pass(current)
    return current


def _pass(text: str) -> str:
    text = _without_tail(normal(text))
    text = INLINE.sub("", text)
    lines = [line for line in text.split("\n") if not is_residue(line.strip())]
    return normal("\n".join(_without_endings(lines)))


def _without_tail(text: str) -> str:
    """`text` up to the markers by which a scraper ends an article, if little follows each of them."""
    ends = sorted((found.span() for found in CUTS.finditer(text)), reverse=True)
    cut = len(text)
    for start, end in ends:
        if start == 0 or cut - end > _LONGEST_TAIL:
            break
        cut = start
    return text[:cut]


def _without_endings(lines: list[str]) -> list[str]:
    """`lines` without the credits that only the last ones of an article can be."""
    last = len(lines)
    while last and (not lines[last - 1] or _is_ending(lines[last - 1])):
        last -= 1
    return lines[:last]


def _is_ending(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_RESIDUE and ENDINGS.fullmatch(paragraph) is not None
