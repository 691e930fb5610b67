"""Headlines and capitals in sentence case, letter for letter, so that the parser can read them.

"RUSSIA SENDS GRAIN TO CUBA" and "Russia Sends Grain to Cuba" become "Russia sends grain to Cuba". What is a
name is told by the rest of the document, then by the gazetteer; what is not, by a list of ordinary words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from enum import Enum
from itertools import pairwise

from kb.gazetteer import Gazetteer

WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?:]['\"”’)]*\s+$")
APOSTROPHES = ("'", "’")
CLITICS = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})
FUNCTION = frozenset(
    "a an and as at amid after against before but by for from if in into is its nor of off on or over per "
    "than that the to under until up via was were when while will with not no are be has have his her "
    "their".split()
)
KEPT = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december".split()
)  # fmt: skip
LONG = 4
"""Letters of words that a headline in title case capitalises whatever they are."""


class Case(Enum):
    """How a line is written."""

    SENTENCE = "sentence"
    TITLE = "title"
    CAPITALS = "capitals"


def sentence_case(text: str, gazetteer: Gazetteer, ordinary: Callable[[str], bool]) -> str:
    """The text with lines in capitals or title case in sentence case; offsets stay what they are."""
    lines = text.split("\n")
    cases = [case_of(line) for line in lines]
    if all(case is Case.SENTENCE for case in cases):
        return text
    evidence = _Evidence(
        [line for line, case in zip(lines, cases, strict=True) if case is Case.SENTENCE], gazetteer, ordinary
    )
    recased = [
        line if case is Case.SENTENCE else _recased(line, case, evidence)
        for line, case in zip(lines, cases, strict=True)
    ]
    return "\n".join(recased)


def case_of(line: str) -> Case:
    """How a line is written; lines of one or two words are left alone, they may be names."""
    words = [match.group() for match in WORD.finditer(line)]
    letters = [word for word in words if len(word) > 1]
    if len(letters) < 3:
        return Case.SENTENCE
    upper = sum(map(str.isupper, letters))
    if 5 * upper >= 4 * len(letters):
        return Case.CAPITALS
    long = [word for word in words[1:] if len(word) >= LONG]
    capitalised = sum(word[0].isupper() for word in long)
    if len(long) >= 3 and 5 * capitalised >= 4 * len(long) and not line.rstrip().endswith("."):
        return Case.TITLE
    return Case.SENTENCE


class _Evidence:
    """What the sentences of the document, the gazetteer and the dictionary say of a word's case."""

    def __init__(self, lines: Sequence[str], gazetteer: Gazetteer, ordinary: Callable[[str], bool]) -> None:
        self._gazetteer = gazetteer
        self._ordinary = ordinary
        self._seen: dict[str, Counter[str]] = {}
        for line in lines:
            matches = list(WORD.finditer(line))
            for before, match in pairwise(matches):
                if not SENTENCE_END.search(line[before.end() : match.start()]):
                    self._seen.setdefault(match.group().lower(), Counter())[match.group()] += 1

    def names(self, words: Sequence[str]) -> set[int]:
        """The words that are part of a name of several words."""
        capitals = [capital(word.lower()) for word in words]
        found: set[int] = set()
        for i in range(len(words)):
            match = self._gazetteer.match(capitals, i)
            if match is not None and match[0] > i + 1:
                found.update(range(i, match[0]))
        return found

    def form(self, word: str, case: Case, *, named: bool) -> str:
        """How a word is written in the middle of a sentence."""
        lower = word.lower()
        if "." in word:
            return word
        if lower in FUNCTION:
            return lower
        if any(entry.name == word.upper() for entry in self._gazetteer.entries(word)):
            return word.upper()
        if named or lower in KEPT:
            return capital(lower)
        if lower in self._seen:
            return self._seen[lower].most_common(1)[0][0]
        if self._known(capital(lower)):
            return capital(lower)
        if case is Case.CAPITALS and self._gazetteer.match([word], 0):
            return word
        if self._ordinary(lower):
            return lower
        return capital(lower) if case is Case.CAPITALS else word

    def _known(self, name: str) -> bool:
        known = self._gazetteer
        return bool(known.match([name], 0) or known.demonym(name) or known.persons(name))


def capital(word: str) -> str:
    """A word with its first letter as a capital."""
    return word[:1].upper() + word[1:]


def _recased(line: str, case: Case, evidence: _Evidence) -> str:
    matches = list(WORD.finditer(line))
    names = evidence.names([match.group() for match in matches])
    woven, end = [], 0
    for i, match in enumerate(matches):
        before = line[end : match.start()]
        if before[-1:] in APOSTROPHES and i:
            form = match.group().lower() if match.group().lower() in CLITICS else match.group().capitalize()
        else:
            form = evidence.form(match.group(), case, named=i in names)
            begins = i == 0 or (SENTENCE_END.search(before) and "." not in matches[i - 1].group())
            form = capital(form) if begins else form
        # Casing may change the number of letters (ŉ, ﬁ): offsets would move.
        woven += [before, form if len(form) == len(match.group()) else match.group()]
        end = match.end()
    return "".join(woven) + line[end:]
