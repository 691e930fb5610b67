"""Kinds of names by the common noun beside them: "the town of X", "news agency X", "lawyer X"."""

from __future__ import annotations

from kb.mentions.lexicon import HONORIFICS, LEADERS, PEOPLE, RANKS, SETTLEMENTS, TEAMS
from kb.mentions.spans import Named, Words
from kb.mentions.trimming import EDGES
from kb.model import IndividualKind


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
        if ranked or noun in PEOPLE | LEADERS | HONORIFICS:
            return IndividualKind.PERSON
    if noun == "of" and before > 0 and words.lower[before - 1] in SETTLEMENTS:
        return IndividualKind.PLACE
    after = words.lower[name.end] if name.end < len(words) else ""
    if after in TEAMS and words.texts[name.end].islower() and name.end - name.start == 1:
        return IndividualKind.ORGANIZATION
    return None
