"""Which entries an individual may be: by its names as they stand, in other spellings, and by surname."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz

from kb.gazetteer import Entry, Gazetteer
from kb.gazetteer.names import fold
from kb.model import Individual, IndividualKind

MOST = 12
"""Candidates that are weighed at most: of the many towns of one name the largest."""
SIMILAR = 88.0
"""How alike two spellings of a full name must be, in per cent, to be taken for transliterations of one."""
_TITLES = re.compile(
    r"^(?:(?:the|mr|mrs|ms|dr|prof|sir|lord|lady|gen|lt|col|sen|rep|president|presidents|chancellor|premier|"
    r"prime minister|foreign minister|minister|secretary|king|queen|prince|sheikh|ayatollah|pope|general|"
    r"senator|chairman|ambassador|former|ex)\.? )+",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[A-Z]\.?|Jr\.?|Sr\.?|I{2,3}")


class Match(IntEnum):
    """How a name led to an entry, the surest first."""

    EXACT = 0
    FOLDED = 1
    INNER = 2
    SIMILAR = 3
    SURNAME = 4


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, and the surest way in which a name of the individual led to it."""

    entry: Entry
    match: Match


def surfaces(individual: Individual) -> list[str]:
    """The different names of an individual: its own, then those of its mentions, the longest first.

    The longest mention of a country may well be its capital ("Pyongyang said"), its own name never is.
    """
    mentioned = sorted({mention.text for mention in individual.mentions}, key=lambda name: (-len(name), name))
    names = (individual.name, *mentioned)
    if individual.kind is IndividualKind.PERSON:
        names = tuple(_TITLES.sub("", name.strip()) for name in names)
    return list(dict.fromkeys(name for name in names if name))


def candidates(individual: Individual, gazetteer: Gazetteer) -> list[Found]:
    """The entries that `individual` may be: those of its first name that has any, the surest match first."""
    names = surfaces(individual)
    person = individual.kind is IndividualKind.PERSON
    full = [name for name in names if not person or " " in name]
    for name in full:
        found = list(_named(name, gazetteer))
        if found:
            return _best(found)
    if person:
        found = [hit for name in full[:1] for hit in _spelled(name, gazetteer)]
        if found or full:
            return _best(found)
        return _best([*_single(names, gazetteer)])
    return []


def _named(name: str, gazetteer: Gazetteer) -> Iterator[Found]:
    for entry in gazetteer.entries(name):
        yield Found(entry, Match.EXACT if name == entry.name else Match.FOLDED)


def _single(names: Iterable[str], gazetteer: Gazetteer) -> Iterator[Found]:
    """The persons of that one name ("Pelé"), and those whose surname it is."""
    for name in names:
        for found in _named(name, gazetteer):
            if found.entry.kind is IndividualKind.PERSON:
                yield found
        yield from (Found(entry, Match.SURNAME) for entry in gazetteer.persons(name))


def _spelled(name: str, gazetteer: Gazetteer) -> Iterator[Found]:
    """Persons whose name is `name` with other initials or middle names, or in another transliteration."""
    plain = " ".join(word for word in name.split() if not _INITIAL.fullmatch(word))
    if plain != name:
        yield from (Found(hit.entry, Match.INNER) for hit in _named(plain, gazetteer))
    words = fold(name).split()
    first, last = (words[0], words[-1]) if words else ("", "")
    for entry in dict.fromkeys((*gazetteer.persons(last), *gazetteer.persons(first))):
        other = fold(entry.name).split()
        if last == other[-1] and (first == other[0] or (len(first) == 1 and other[0].startswith(first))):
            yield Found(entry, Match.INNER)
        elif fuzz.ratio(fold(name), fold(entry.name)) >= SIMILAR:
            yield Found(entry, Match.SIMILAR)


def _best(found: Iterable[Found]) -> list[Found]:
    surest: dict[Entry, Found] = {}
    for hit in found:
        known = surest.get(hit.entry)
        if known is None or hit.match < known.match:
            surest[hit.entry] = hit
    ranked = sorted(surest.values(), key=lambda hit: (hit.match, -hit.entry.prior, hit.entry.name))
    return ranked[:MOST]
