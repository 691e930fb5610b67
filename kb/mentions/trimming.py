"""Where a name begins and ends within the stretch of text that the model takes for one."""

from __future__ import annotations

from collections.abc import Iterator

from kb.gazetteer import Gazetteer
from kb.mentions.lexicon import ARTICLES, MILITARY, TITLES
from kb.mentions.spans import Words
from kb.model import IndividualKind

POSSESSIVE = frozenset({"'s", "’s", "'", "’", "`s", "´s"})
EDGES = frozenset("\"'“”‘’«»()[],;:.!?-–—*•·|/…`")
TAIL = POSSESSIVE | ARTICLES | frozenset("and or of in for und said says utc gmt".split())
"""Words that no name ends with."""
ENTITLING = TITLES | {"affairs"}
"""Words before the name of a person that are no part of it."""
CLAUSAL = frozenset({"VERB", "AUX", "PRON", "ADV", "SCONJ"})
"""What no name has inside when written in lower case."""
JOINTS = frozenset({"and", "or", "/", "&", ","})
COUNTS = frozenset("two three four five six seven eight nine ten both several many some".split())
RECENT = frozenset("new fresh more additional further tougher latest recent".split())
"""What a headline or sentence begins with, and the model takes for part of the name."""
RULE = MILITARY | {"administration", "regime"}
"""What a country or a leader has, and the model takes for part of the name."""
LAST_OFFICES = frozenset(
    "representative director minister ambassador spokesman spokeswoman spokesperson commissioner envoy "
    "coordinator chairman chairwoman chief ceo governor senator".split()
)
"""Offices that the model takes for the last word of a body's name."""
COMPOUND_ENDS = frozenset(
    "born based led backed style made controlled held run owned ruled bound funded designated sanctioned "
    "listed linked aligned affiliated allied trained".split()
)
"""Second parts of adjectives that begin with a name: "U.S.-born"."""


def parts(words: Words, start: int, end: int, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """A span cut at line breaks, after a possessor, and between two joined names."""
    for i in range(start, end):
        if words.texts[i].isspace() or _divides(words, start, i, end, gazetteer):
            yield start, i
            start = i + 1
    yield start, end


def _divides(words: Words, start: int, i: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether two names meet at word `i`: "Iran's Revolutionary Guards", "Jamaica or Cuba"."""
    if words.texts[i].islower() and words.pos[i] in CLAUSAL and words.lower[i] not in JOINTS:
        return True
    if i + 1 >= end or i == start:
        return False
    if words.texts[i][0].isdigit():
        return _known(words, start, i, gazetteer)  # "gave Kenya 3 million euros"
    if words.lower[i] in POSSESSIVE:
        return _known(words, start, i, gazetteer)
    return (
        words.lower[i] in JOINTS
        and _known(words, start, i, gazetteer)
        and _known(words, i + 1, end, gazetteer)
    )


def _known(words: Words, start: int, end: int, gazetteer: Gazetteer) -> bool:
    phrase = words.phrase(start, end)
    return bool(gazetteer.entries(phrase.removeprefix("the "))) or gazetteer.demonym(phrase) is not None


def trimmed(words: Words, start: int, end: int, kind: IndividualKind) -> tuple[int, int]:
    """A span without articles, quotation marks, possessive endings and, for a person, titles."""
    texts, lower = words.texts, words.lower
    while start < end and (lower[start] in ARTICLES or texts[start] in EDGES):
        start += 1
    if end - start > 1 and (lower[start] in COUNTS or lower[start].rpartition("-")[2] in COMPOUND_ENDS):
        start += 1
    if "(" in texts[start:end] and ")" not in texts[start:end]:
        end = texts.index("(", start)
    while start < end and (lower[end - 1] in TAIL or texts[end - 1] in EDGES):
        end -= 1
    if end - start > 2 and lower[end - 1] in COMPOUND_ENDS and texts[end - 2] == "-":
        end -= 2
    if kind is IndividualKind.PERSON:
        while start < end - 1 and lower[start] in ENTITLING:
            start += 1
    if kind is IndividualKind.ORGANIZATION and end - start > 1 and lower[end - 1] in LAST_OFFICES:
        end -= 1  # "UNICEF *Representative* Jane Roe"
    return start, end


def without_rule(words: Words, start: int, end: int, gazetteer: Gazetteer) -> tuple[int, int]:
    """A name without "government" and the like, if it stands with a country or before it a leader."""
    if words.lower[start : start + 2] == ["government", "of"] and start + 2 < end:
        inner = start + 2 + (words.lower[start + 2] in ARTICLES)
        return (inner, end) if _country(words.phrase(inner, end), gazetteer) else (start, end)
    if end - start < 2 or words.lower[end - 1] not in RULE or _proper(words, end - 1):
        return start, end
    phrase = words.phrase(start, end - 1)
    ruler = end - start == 2 and gazetteer.persons(phrase)
    named = ruler or _country(phrase, gazetteer) or gazetteer.demonym(phrase) is not None
    return (start, end - 1) if named else (start, end)


def without_news(words: Words, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a known name begins that the model runs together with a word of news: "New *EU* aid"."""
    newly = end - start > 1 and words.lower[start] in RECENT and not _known(words, start, end, gazetteer)
    return start + 1 if newly and _known(words, start + 1, end, gazetteer) else start


def _proper(words: Words, i: int) -> bool:
    """Whether "Army" and the like are part of the name: "the Lebanese Army"."""
    return words.capitalised(i) and words.lower[i] in MILITARY - {"government"}


def _country(phrase: str, gazetteer: Gazetteer) -> bool:
    entries = gazetteer.entries(phrase)
    return bool(entries) and entries[0].kind is IndividualKind.COUNTRY
