"""Names that the gazetteer knows: the longest match at each capitalised word, demonyms included."""

from __future__ import annotations

from collections.abc import Iterator

from kb.gazetteer import Entry, Gazetteer
from kb.mentions.base import Form
from kb.mentions.lexicon import ARTICLES, MILITARY, OFFICE_WORDS, TITLES
from kb.mentions.spans import Finder, Named, Words
from kb.model import IndividualKind

NAMELIKE = frozenset({"PROPN", "X"})


def known(words: Words, gazetteer: Gazetteer) -> Iterator[Named]:
    """Everything the gazetteer recognises; a single word only where it stands as a proper noun."""
    inside = {i for entity in words.doc.ents for i in range(entity.start, entity.end)}
    end = 0
    for i, capital in enumerate(words.capitals):
        if not capital or i < end:
            continue
        demonym = _demonym(words, i, gazetteer)
        if demonym is not None:
            yield demonym
        found = _match(words, i, gazetteer, inside)
        if found is not None:
            yield found
        end = max((named.end for named in (demonym, found) if named), default=i + 1)


def _demonym(words: Words, i: int, gazetteer: Gazetteer) -> Named | None:
    for end in (i + 2, i + 1):
        if end <= len(words):
            entry = gazetteer.demonym(" ".join(words.texts[i:end]))
            if entry is not None:
                return Named(i, end, entry.kind, Finder.GAZETTEER, Form.DEMONYM, (entry,))
    return None


def _match(words: Words, i: int, gazetteer: Gazetteer, inside: set[int]) -> Named | None:
    match = gazetteer.match(words.texts, i)
    if match is None:
        return None
    end, entries = match
    if words.lower[i] in ARTICLES:
        i += 1
    if words.lower[end - 1] in MILITARY and words.texts[end - 1].islower():
        return None
    while end - i > 1 and entries[0].kind is IndividualKind.PERSON and words.lower[i] in TITLES:
        i += 1
    if end - i > 1:
        return Named(i, end, entries[0].kind, Finder.GAZETTEER, Form.NAME, entries)
    namelike = words.pos[i] in NAMELIKE or _acronym(words, i)
    if not namelike or i in inside or not _alone(words, i, entries):
        return None
    return Named(i, end, entries[0].kind, Finder.GAZETTEER, Form.NAME, entries)


def _acronym(words: Words, i: int) -> bool:
    """Whether a word in capitals stands in a text that is not: "*CARE* gave blankets"."""
    beside = words.texts[max(i - 1, 0) : i + 2]
    return words.texts[i].isupper() and len(words.texts[i]) > 2 and sum(word.isupper() for word in beside) < 2


def _alone(words: Words, i: int, entries: tuple[Entry, ...]) -> bool:
    """Whether one word that the model passed over is the name of a place or organization by itself."""
    if entries[0].kind in (IndividualKind.PERSON, IndividualKind.OTHER):
        return False
    if i > 1 and words.lower[i - 1] == "of" and words.lower[i - 2] in ("secretary", "minister"):
        return False
    neighbours = (i - 1, i + 1)
    named = [j for j in neighbours if words.capitalised(j) and words.pos[j] == "PROPN"]
    return all(_acronym(words, i) and words.lower[j] in OFFICE_WORDS for j in named)
