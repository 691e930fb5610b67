"""Kinds of names by the common noun beside them: "the town of X", "news agency X", "lawyer X"."""

from __future__ import annotations

from kb.mentions.lexicon import ARTICLES, HONORIFICS, LEADERS, PEOPLE, RANKS, SETTLEMENTS, SITES, TEAMS
from kb.mentions.spans import Named, Words
from kb.mentions.trimming import EDGES
from kb.model import IndividualKind

PLACES = (
    SITES | SETTLEMENTS | {"resort", "exclave", "stronghold", "outpost", "airbase", "township", "commune"}
)
"""Common nouns for places that tell what a name beside them is."""
PERSONS = PEOPLE | LEADERS | HONORIFICS
"""Nouns that tell that a name after them is a person's."""
DISTANCE = frozenset("km kilometer kilometers kilometre kilometres mile miles".split())
COMPASS = frozenset("north south east west northeast northwest southeast southwest from away".split())
PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})
WITHIN = PREMODIFIERS | {"PART"}
REACH = 5
"""Words of a description up to its noun."""


def told(words: Words, name: Named) -> IndividualKind | None:
    """The kind that the noun next to a name tells, if it tells one."""
    before = name.start - 1
    while before > 0 and words.texts[before] in EDGES and words.texts[before] not in ".;:":
        before -= 1
    noun = words.lower[before] if before >= 0 else ""
    if before == name.start - 1 or words.texts[name.start - 1] in "\"'“‘":
        if noun in TEAMS and words.pos[before] == "NOUN":
            return IndividualKind.ORGANIZATION
        ranked = noun in RANKS and words.capitalised(before)
        if ranked or noun in PERSONS:
            return IndividualKind.PERSON
    if noun == "of" and before > 0 and words.lower[before - 1] in SETTLEMENTS:
        return IndividualKind.PLACE
    if is_called_place(words, name.end):
        return IndividualKind.PLACE
    after = words.lower[name.end] if name.end < len(words) else ""
    if after in TEAMS and words.texts[name.end].islower() and name.end - name.start == 1:
        return IndividualKind.ORGANIZATION
    return None


def is_called_place(words: Words, end: int) -> bool:
    """Whether what follows a name says that it is a place: "X, a coastal *town*", "the X fuel *site*"."""
    if words.texts[end : end + 1] == [","] and not DISTANCE.isdisjoint(
        words.lower[end + 2 : end + 2 + REACH]
    ):
        return not COMPASS.isdisjoint(words.lower[end + 2 : end + 2 + 2 * REACH])
    apposed = words.texts[end : end + 1] == [","] and _begins_description(words, end + 1)
    i = end + 2 if apposed else end
    for noun in range(i, min(i + (REACH if apposed else 2), len(words))):
        if words.texts[noun].islower() and words.lower[noun] in PLACES and words.pos[noun] == "NOUN":
            return noun + 1 == len(words) or words.pos[noun + 1] not in ("NOUN", "PART")
        held = words.texts[noun] == "-" or words.texts[noun - 1] == "-"
        fits = held or words.pos[noun] in WITHIN
        if not fits or not (apposed or words.pos[noun] == "NOUN"):
            return False
    return False


def _begins_description(words: Words, i: int) -> bool:
    """Whether "a", "the" or a country's possessive stands there: "X, *Mali's* northernmost province"."""
    owned = words.lower[i + 1 : i + 2] in (["'s"], ["’s"]) and words.pos[i] == "PROPN"
    return owned or (i < len(words) and words.lower[i] in ARTICLES)
