"""Paths of relations, walked from a word through the parse of its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kb.facts.relations import WALKS, lemmas_of, step

if TYPE_CHECKING:
    from kb.tokens import Token


@dataclass(frozen=True, slots=True)
class Path:
    """Relations to follow one after the other, with what a sentence must have for it to lead anywhere.

    That are all of `words`, and of each of `choices` one word.
    """

    relations: tuple[str, ...]
    first: str
    rest: tuple[str, ...]
    last: str
    label: str
    """The path in words, without those that it asks a word to be."""
    words: frozenset[str]
    choices: tuple[frozenset[str], ...]

    def possible(self, words: frozenset[str]) -> bool:
        """Whether the words and lemmas of a sentence do not rule out that it leads anywhere."""
        return self.words <= words and not (self.choices and any(map(words.isdisjoint, self.choices)))

    @property
    def telling(self) -> frozenset[str]:
        """Words of which a sentence must have one: the most telling ones."""
        return self.choices[0] if self.choices else frozenset(sorted(self.words, key=len)[-1:])


def path(text: str) -> Path:
    """A path from relations joined by dots."""
    relations = tuple(text.split("."))
    asked = [relation for relation in relations if relation.startswith("=")]
    prepositions = [one for one in relations if one not in WALKS and one not in asked]
    return Path(
        relations,
        relations[0],
        relations[1:],
        relations[-1],
        ".".join("=" if relation in asked else relation for relation in relations),
        frozenset(word for one in prepositions for word in one.removeprefix("~").split("_")),
        tuple(map(lemmas_of, asked)),
    )


def follow(token: Token, way: Path, verbs: frozenset[str] = frozenset()) -> Iterator[Token]:
    """The tokens that a path of relations leads to from `token`, by way of these `verbs` alone if any."""
    ends: Iterable[Token] = (token,)
    for relation in way.relations:
        ends = _stepped(ends, relation, verbs)
    return iter(ends)


def _stepped(starts: Iterable[Token], relation: str, verbs: frozenset[str]) -> Iterator[Token]:
    for start in starts:
        for reached in step(start, relation):
            if relation != "verb" or not verbs or reached.lemma_ in verbs:
                yield reached


@dataclass(frozen=True, slots=True)
class Start:
    """A word that paths start from, with the words and lemmas of its sentence and where first steps lead."""

    token: Token
    words: frozenset[str]
    _steps: dict[str, tuple[Token, ...]] = field(default_factory=dict)

    def step(self, relation: str) -> tuple[Token, ...]:
        """Where a first step leads; many paths share theirs."""
        found = self._steps.get(relation)
        if found is None:
            found = self._steps[relation] = tuple(step(self.token, relation))
        return found

    def leads(self, way: Path) -> bool:
        """Whether a path has a first step to take, and what else it needs in the sentence."""
        return way.possible(self.words) and bool(self.step(way.first))


def follow_each(
    start: Start, paths: Iterable[Path], verbs: frozenset[str]
) -> Iterator[tuple[Path, Iterable[Token]]]:
    """Where each of several paths leads, but for those that need what is not in the sentence."""
    for way in paths:
        if not way.possible(start.words):
            continue
        ends: Iterable[Token] = start.step(way.first)
        if verbs and way.first == "verb":
            ends = [verb for verb in ends if verb.lemma_ in verbs]
        if ends:
            for relation in way.rest:
                ends = _stepped(ends, relation, verbs)
            yield way, ends
