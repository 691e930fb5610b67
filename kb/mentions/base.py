"""What the reading of a parsed document knows about who is named where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kb.model import Individual

if TYPE_CHECKING:
    from kb.tokens import Token


class Form(StrEnum):
    """How a mention refers."""

    NAME = "name"  # "Kim Jong-un", "Mr. Kim"
    DEMONYM = "demonym"  # "Russian" in "the Russian navy"
    METONYM = "metonym"  # "the Kremlin", "Pyongyang said"
    NOMINAL = "nominal"  # "the Russian president", "his country"
    PRONOUN = "pronoun"  # "he", "its"


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start` to `end` (exclusive) refer to the individual number `individual` of the document.

    Who is meant besides ("the two leaders", "they") stands in `others`.
    """

    start: int
    end: int
    individual: int
    form: Form
    others: tuple[int, ...] = ()


class Mentions:
    """All individuals of a parsed document, and which token refers to which."""

    def __init__(
        self,
        individuals: Sequence[Individual],
        mentions: Sequence[Mention],
        described: Mapping[int, int] | None = None,
    ) -> None:
        self.individuals = tuple(individuals)
        self._described = described or {}
        self._mentions = tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
        self._by_token = {i: mention for mention in self._mentions for i in range(mention.start, mention.end)}
        self.types: dict[int, frozenset[str]] = {}
        """What has been found that words may fill; `kb.facts.fillers` keeps it here."""
        self.expanded: dict[int, tuple[Token, ...]] = {}
        """What has been found that words stand for, with all that is coordinated with them; likewise."""

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._mentions)

    def covering(self, token: Token) -> Mention | None:
        """The mention that `token` is part of."""
        return self._by_token.get(token.i)

    def noun(self, token: Token) -> Token:
        """The noun that a pronoun stands for where it means nobody of a name; else the token itself."""
        return token.doc[self._described.get(token.i, token.i)]

    def individual(self, token: Token) -> Individual | None:
        """The individual that `token` refers to or is part of a reference to."""
        mention = self.covering(token)
        return None if mention is None else self.individuals[mention.individual]

    def referents(self, token: Token) -> tuple[Individual, ...]:
        """All individuals that `token` refers to: several for "the two leaders"."""
        mention = self.covering(token)
        if mention is None:
            return ()
        return tuple(self.individuals[number] for number in (mention.individual, *mention.others))
