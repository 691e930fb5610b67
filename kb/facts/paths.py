"""Paths of relations, walked from a word through the parse of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from kb.facts.relations import WALKS, step

if TYPE_CHECKING:
    from kb.tokens import Token

Path = tuple[str, ...]


def follow(token: Token, path: Path, verbs: frozenset[str] = frozenset()) -> Iterator[Token]:
    """The tokens that a path of relations leads to from `token`, by way of these `verbs` alone if any."""
    ends: Iterable[Token] = (token,)
    for relation in path:
        ends = _stepped(ends, relation, verbs)
    return iter(ends)


def _stepped(starts: Iterable[Token], relation: str, verbs: frozenset[str]) -> Iterator[Token]:
    for start in starts:
        for reached in step(start, relation):
            if relation != "verb" or not verbs or reached.lemma_ in verbs:
                yield reached


@dataclass(frozen=True, slots=True)
class Start:
    """A word that paths start from, with the words of its sentence and where each first step leads."""

    token: Token
    words: frozenset[str]
    _steps: dict[str, tuple[Token, ...]] = field(default_factory=dict)

    def step(self, relation: str) -> tuple[Token, ...]:
        """Where a first step leads; many paths share theirs."""
        found = self._steps.get(relation)
        if found is None:
            found = self._steps[relation] = tuple(step(self.token, relation))
        return found

    def leads(self, path: Path) -> bool:
        """Whether a path has a first step to take, and its prepositions in the sentence."""
        return prepositions_of(path) <= self.words and bool(self.step(path[0]))


def follow_each(
    start: Start, paths: Iterable[Path], verbs: frozenset[str]
) -> Iterator[tuple[Path, Iterable[Token]]]:
    """Where each of several paths leads, but for those whose prepositions are not in the sentence."""
    for path in paths:
        if not prepositions_of(path) <= start.words:
            continue
        ends: Iterable[Token] = start.step(path[0])
        if path[0] == "verb" and verbs:
            ends = [verb for verb in ends if verb.lemma_ in verbs]
        if ends:
            for relation in path[1:]:
                ends = _stepped(ends, relation, verbs)
            yield path, ends


@cache
def prepositions_of(path: Path) -> frozenset[str]:
    """The words that must stand in a sentence for a path to lead anywhere in it."""
    words = (
        relation.removeprefix("~").split("_")
        for relation in path
        if relation not in WALKS and not relation.startswith("=")
    )
    return frozenset(chain.from_iterable(words))


@cache
def label_of(path: Path) -> str:
    """A path in words, without those that it asks a word to be."""
    return ".".join("=" if relation.startswith("=") else relation for relation in path)
