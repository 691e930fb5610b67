"""Names of one document gathered into individuals, each under its fullest name."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kb.gazetteer import Entry
from kb.mentions.base import Form
from kb.mentions.forms import (
    acronym_of,
    parts,
    same_but_for_suffix,
    same_person,
    short_for_organization,
    short_for_person,
    sound,
)
from kb.mentions.lexicon import LINKING, TITLES
from kb.mentions.spans import Named, Words
from kb.model import IndividualKind

NEAR = 40
"""Individuals of similar name that a name is compared with at most, so that long lists stay linear."""
LONG_NAME = 60
"""Characters beyond which a wording is taken for a stretch of text rather than for a fuller name."""


@dataclass(slots=True)
class Cluster:
    """One individual in the making."""

    kind: IndividualKind
    entry: Entry | None = None
    names: list[Named] = field(default_factory=list)
    fullest: str = ""
    titles: set[str] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The usual name of a country or of what is only abbreviated, else the fullest in the document."""
        cut = self.kind is IndividualKind.PLACE and self.fullest.endswith(".")
        if self.entry is not None and (self.kind is IndividualKind.COUNTRY or cut or not self.fullest):
            return self.entry.name
        if self.entry is not None and self.entry.name.casefold() == self.fullest.casefold():
            return self.entry.name
        return self.fullest

    def add(self, name: Named, wording: str) -> None:
        """Take a name in."""
        self.names.append(name)
        insort(self.starts, name.start)
        self.entry = self.entry or name.entry
        if name.form is Form.NAME and _fuller(wording, self.fullest):
            self.fullest = wording


def _fuller(wording: str, than: str) -> bool:
    if wording.casefold() == than.casefold():
        return than.isupper() and not wording.isupper()
    return not than or (len(wording) <= LONG_NAME and len(parts(wording)) > len(parts(than)))


class Clusters:
    """The individuals of a document, as names are added to them: the longest names first."""

    def __init__(self, words: Words, introduced: Iterable[tuple[Named, Named]] = ()) -> None:
        self._words = words
        self.all: list[Cluster] = []
        self._by_entry: dict[Entry, Cluster] = {}
        self._by_wording: dict[tuple[IndividualKind, tuple[str, ...]], Cluster] = {}
        self._by_part: dict[tuple[IndividualKind, str], list[Cluster]] = defaultdict(list)
        self._long = {
            words.phrase(short.start, short.end): words.phrase(long.start, long.end)
            for long, short in introduced
        }

    def add(self, name: Named) -> Cluster:
        """The individual that a name belongs to, found or made."""
        wording, entry = self._words.phrase(name.start, name.end), name.entry
        key = (name.kind, parts(self._long.get(wording, wording)))
        cluster = None if entry is None else self._by_entry.get(entry)
        cluster = cluster or self._by_wording.get(key) or self._similar(name, wording)
        if cluster is None:
            cluster = Cluster(name.kind)
            self.all.append(cluster)
        cluster.add(name, wording)
        cluster.titles.update(self._titles(name))
        self._by_wording.setdefault(key, cluster)
        if entry is not None:
            self._by_entry.setdefault(entry, cluster)
        for part in _keys(name.kind, wording):
            if cluster not in self._by_part[name.kind, part][-NEAR:]:
                self._by_part[name.kind, part].append(cluster)
        return cluster

    def _titles(self, name: Named) -> Iterator[str]:
        i = name.start - 1
        while i >= 0 and self._words.lower[i] in TITLES:
            yield self._words.lower[i]
            i -= 1

    def _similar(self, name: Named, wording: str) -> Cluster | None:
        """Of the individuals that a name may be another form of, the one named last before it."""
        if name.form is not Form.NAME:
            return None
        found: dict[int, Cluster] = {}
        for part in _keys(name.kind, wording):
            for cluster in self._by_part[name.kind, part][-NEAR:]:
                if _same(name.kind, wording, cluster, name.entry):
                    found[id(cluster)] = cluster
        before = [cluster for cluster in found.values() if cluster.starts[0] < name.start]
        return max(before or found.values(), key=lambda cluster: _last(cluster, name.start), default=None)


def _last(cluster: Cluster, position: int) -> int:
    """Where an individual was last named before a position; -1 if it was not."""
    number = bisect_left(cluster.starts, position)
    return cluster.starts[number - 1] if number else -1


def _keys(kind: IndividualKind, wording: str) -> Iterator[str]:
    """What a name is found under when another form of it is looked up."""
    words = parts(wording)
    if kind is IndividualKind.PERSON:
        yield from dict.fromkeys(sound(word) for word in words)
    elif kind is IndividualKind.ORGANIZATION and words:
        yield from dict.fromkeys((words[0], words[-1]))
        if len(words) == 1:
            yield words[0][:2]
        else:
            yield "".join(word[0] for word in words)[:2]
            yield "".join(word[0] for word in words if word not in LINKING)[:2]


def _same(kind: IndividualKind, wording: str, cluster: Cluster, entry: Entry | None) -> bool:
    if entry is not None and cluster.entry is not None and entry != cluster.entry:
        return False
    full = cluster.fullest
    if kind is IndividualKind.PERSON:
        if " " not in wording:
            return " " in full and short_for_person(wording, full)
        return (" " in full and same_person(full, wording)) or short_for_person(wording, full)
    if kind is IndividualKind.ORGANIZATION:
        # "NATO" is known by itself: it is no short form of "NATO Review".
        alone = (entry is None) != (cluster.entry is None) and not same_but_for_suffix(wording, full)
        return acronym_of(wording, full) or (not alone and short_for_organization(wording, full))
    return False
