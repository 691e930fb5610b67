"""Consistency over a document: what is a name in one place is that name everywhere, and of one kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.mentions.base import Form
from kb.mentions.spans import Finder, Named, Words
from kb.model import IndividualKind

SHORTEST = 3
"""Characters of a surname that is looked for by itself."""


def consistent(words: Words, names: Iterable[Named]) -> list[Named]:
    """The names with one kind for each wording: the most frequent, but person for a surname."""
    names = list(names)
    votes: dict[str, Counter[IndividualKind]] = defaultdict(Counter)
    for name in names:
        votes[words.phrase(name.start, name.end)][name.kind] += 1
    surnames = set(_surnames(words, names))
    changed = []
    for name in names:
        text = words.phrase(name.start, name.end)
        kind = votes[text].most_common(1)[0][0]
        if text in surnames and name.entry is None:
            kind = IndividualKind.PERSON
        changed.append(name if name.form is not Form.NAME or kind is name.kind else replace(name, kind=kind))
    return changed


def _surnames(words: Words, names: Iterable[Named]) -> Iterator[str]:
    for name in names:
        if name.kind is IndividualKind.PERSON and name.end - name.start > 1:
            yield words.texts[name.end - 1]


def repeated(words: Words, names: list[Named]) -> Iterator[Named]:
    """Further occurrences of the names found, and of the surnames of persons, that the model passed over."""
    covered = {i for name in names for i in range(name.start, name.end)}
    ordinary = {
        words.texts[i] for i in range(len(words)) if words.texts[i].islower() and len(words.texts[i]) > 1
    }
    wanted: dict[str, dict[tuple[str, ...], Named]] = defaultdict(dict)
    for name in names:
        for start in (name.start, name.end - 1) if name.kind is IndividualKind.PERSON else (name.start,):
            wording = tuple(words.texts[start : name.end])
            if _worth(wording, ordinary) and name.form is Form.NAME:
                wanted[wording[0]].setdefault(wording, name)
    for i, text in enumerate(words.texts):
        if text not in wanted or i in covered:
            continue
        for wording, name in sorted(wanted[text].items(), key=lambda item: -len(item[0])):
            end = i + len(wording)
            if tuple(words.texts[i:end]) == wording and covered.isdisjoint(range(i, end)):
                yield replace(name, start=i, end=end, finder=Finder.REPEAT)
                break


def _worth(wording: tuple[str, ...], ordinary: set[str]) -> bool:
    """Whether a wording is a name wherever it stands."""
    if len(wording) > 1:
        return True
    word = wording[0]
    return len(word) >= SHORTEST and word[0].isupper() and word.lower() not in ordinary
