"""Consistency over a document: what is a name in one place is that name everywhere, and of one kind."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.gazetteer import Gazetteer
from kb.mentions.apposition import COMPASS, told
from kb.mentions.base import Form
from kb.mentions.given import begins_with_given_name
from kb.mentions.lexicon import EVENTS, LINKING, ORGANIZATIONS, PARTICLES, SITES
from kb.mentions.spans import Finder, Named, Words, fits
from kb.model import IndividualKind

TOLD = 3
"""Votes that the noun beside a name has against one of the model."""
SURE = 20
"""Votes of a person's full name for its parts."""
ACRONYM = re.compile("[A-Z]{3,6}")
IMPERSONAL = ORGANIZATIONS | SITES | EVENTS | LINKING
"""Words that are in no person's name."""
LOCATING = frozenset({"in", "near", "outside", "around"})
"""Prepositions after which an unknown name of one word is that of a place."""
BEARINGS = {(point, "of") for point in COMPASS} | {("close", "to"), ("outskirts", "of"), ("suburb", "of")}
"""Words that tell, as those do, that what follows is a place."""
MOVEMENTS = frozenset({"Red Cross", "Red Crescent"})
"""What the societies of all nations are called: "the *Norwegian* Red Cross" is one of its own."""
SHORTEST = 3
"""Characters of a surname that is looked for by itself."""


def consistent(words: Words, names: Iterable[Named], gazetteer: Gazetteer) -> list[Named]:
    """The names with one kind for each wording: what most of its neighbours tell, person for a surname."""
    names = list(names)
    wordings = [words.phrase(name.start, name.end) for name in names]
    votes: dict[str, Counter[IndividualKind]] = defaultdict(Counter)
    for name, wording in zip(names, wordings, strict=True):
        votes[wording][name.kind] += 1
        kind = told(words, name)
        if kind is not None and name.kind is not IndividualKind.COUNTRY:
            votes[wording][kind] += TOLD
        elif name.kind is IndividualKind.PERSON and ACRONYM.fullmatch(wording):
            votes[wording][IndividualKind.ORGANIZATION] += 2
        elif kind is None and _like_a_person(words, name, wording, gazetteer):
            votes[wording][IndividualKind.PERSON] += 2
        elif kind is None and _like_a_place(words, name):
            votes[wording][IndividualKind.PLACE] += 2
    known = {wording for name, wording in zip(names, wordings, strict=True) if name.entries}
    for surname in set(_surnames(words, names)):
        if surname in votes and IndividualKind.COUNTRY not in votes[surname]:
            votes[surname][IndividualKind.PERSON] += SURE
    for given in {words.texts[name.start] for name in names if _is_full_name(name)} - known:
        if given in votes:
            votes[given][IndividualKind.PERSON] += SURE
    kinds = {wording: max(counts, key=lambda kind: counts[kind]) for wording, counts in votes.items()}
    return [
        name
        if name.form is not Form.NAME or kinds[wording] is name.kind
        else replace(name, kind=kinds[wording])
        for name, wording in zip(names, wordings, strict=True)
    ]


def _like_a_person(words: Words, name: Named, wording: str, gazetteer: Gazetteer) -> bool:
    """Whether a name that nobody knows is a known surname, or begins with a given name."""
    if name.entries:
        return False
    if gazetteer.persons(wording):
        return True
    return begins_with_given_name(wording) and IMPERSONAL.isdisjoint(words.lower[name.start : name.end])


def _like_a_place(words: Words, name: Named) -> bool:
    """Whether a name that nobody knows, short or as of a person, stands where places do: "in *Dimona*"."""
    if name.start == 0 or name.entries or words.texts[name.start].isupper():
        return False
    alone = name.end - name.start == 1 or name.kind is IndividualKind.PERSON
    before = words.lower[max(name.start - 2, 0) : name.start]
    placed = before[-1] == "at" and _is_placed(words, name.end)
    return alone and (before[-1] in LOCATING or tuple(before) in BEARINGS or placed)


def _is_placed(words: Words, end: int) -> bool:
    """Whether it is told after a comma where a name lies: "at Jamraya, just *outside* the city"."""
    return words.texts[end : end + 1] == [","] and not LOCATING.isdisjoint(words.lower[end + 1 : end + 3])


def _is_full_name(name: Named) -> bool:
    return name.kind is IndividualKind.PERSON and name.end - name.start > 1


def _surnames(words: Words, names: Iterable[Named]) -> Iterator[str]:
    for name in names:
        if name.kind is IndividualKind.PERSON:
            yield from (words.phrase(start, name.end) for start in _surname_starts(words, name))


def _surname_starts(words: Words, name: Named) -> list[int]:
    """Where a person's last name may begin: after the last blank, and before the particles there."""
    start = name.end - 1
    while start > name.start and (words.texts[start] == "-" or words.texts[start - 1] == "-"):
        start -= 1
    starts = [start] if start > name.start else []
    if start < name.end - 2 and words.lower[start] in PARTICLES:
        starts.append(name.end - 1)
    while start > name.start + 1 and words.lower[start - 1] in PARTICLES:
        start -= 1
        starts.append(start)
    return starts


def without_nations(words: Words, names: list[Named], gazetteer: Gazetteer) -> list[Named]:
    """The names, those of organizations without a nation before them if they go without it elsewhere.

    The "Afghan Taliban" are the Taliban, and the "Sandovian Post" is the Post; but the "German Bundesbank"
    of a text that never says "Bundesbank" keeps its whole name.
    """
    known = {words.phrase(name.start, name.end) for name in names}
    found = []
    for name in names:
        nation = gazetteer.demonym(words.texts[name.start]) if name.end - name.start > 1 else None
        if nation is None or name.kind not in (IndividualKind.ORGANIZATION, IndividualKind.PLACE):
            found.append(name)
            continue
        rest = words.phrase(name.start + 1, name.end)
        if rest in MOVEMENTS:
            found.append(name)
            continue
        entries = gazetteer.entries(rest)
        same = entries[:1] == name.entries[:1] if name.entries else bool(entries or rest in known)
        named = name.kind is IndividualKind.ORGANIZATION or any(fits(one.kind, name.kind) for one in entries)
        if not (same and named):
            found.append(name)
            continue
        found.append(Named(name.start, name.start + 1, nation.kind, name.finder, Form.DEMONYM, (nation,)))
        found.append(replace(name, start=name.start + 1, entries=entries))
    return found


def repeated(words: Words, names: list[Named]) -> Iterator[Named]:
    """Further occurrences of the names found, and of the surnames of persons, that the model passed over."""
    covered = {i: name.end - name.start for name in names for i in range(name.start, name.end)}
    ordinary = {text for text in words.texts if text.islower() and len(text) > 1}
    wanted: dict[tuple[str, ...], Named] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        starts = _surname_starts(words, name) if name.kind is IndividualKind.PERSON else []
        for start in (name.start, *starts):
            wording = tuple(words.texts[start : name.end])
            if name.form is Form.NAME and _worth(wording, ordinary):
                wanted.setdefault(wording, name)
                lengths[wording[0]].add(len(wording))
    longest_first = {word: sorted(found, reverse=True) for word, found in lengths.items()}
    for i, text in enumerate(words.texts):
        for length in longest_first.get(text, ()):
            wording = tuple(words.texts[i : i + length])
            found = wanted.get(wording) if len(wording) == length else None
            if found is not None and all(covered.get(j, 0) < length for j in range(i, i + length)):
                yield replace(found, start=i, end=i + length, finder=Finder.REPEAT)
                break


def _worth(wording: tuple[str, ...], ordinary: set[str]) -> bool:
    """Whether a wording is a name wherever it stands."""
    if len(wording) > 1:
        return True
    word = wording[0]
    return len(word) >= SHORTEST and word[0].isupper() and word.lower() not in ordinary
