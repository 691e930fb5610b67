"""What a document tells about who is meant: the countries it speaks of, the words beside a name, its date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kb.facts.base import Extraction
from kb.facts.leadership import Leadership
from kb.gazetteer import Entry, Gazetteer
from kb.gazetteer.names import fold
from kb.model import Individual, Name

NEAR = 90
"""Characters beside a mention in which an office or a country speaks for a candidate."""
LOOKED_AT = 6
"""Mentions of an individual whose neighbourhood is read: the first introduce it, the rest repeat."""
_AFTER = re.compile(r",? \(?((?:[A-Z][\w.’'-]*)(?: (?:(?:of|and|the) )*[A-Z][\w.’'-]*){0,4})")
_STATE = re.compile(r"\b(?:state|governor|senator|province|county|city|town|capital|republic) of (?:the )?$")
_OF_STATE = re.compile(r"(?:'s|’s)? (?:state|governor|legislature|republicans|democrats)\b")

SPORT: Final = frozenset(
    "bundesliga striker midfielder defender goalkeeper goalless semifinal semifinals quarterfinal "
    "quarterfinals playoff matchday kickoff touchdown stadium derby referee offside penalties halftime "
    "season league coach champions defeat victory scored scorer goals fans squad".split()
)
SPORTS_REPORT: Final = 12
"""In 1,000 words, words of sport that make a report one: its cities are clubs, more often than not."""

Held = tuple[tuple[str, Name | None], ...]


@dataclass(slots=True)
class Context:
    """A document as linking sees it: `votes` counts how often each country is spoken of.

    `offices` are those that the document's own claims give to each person: role and country.
    """

    text: str
    date: str | None
    gazetteer: Gazetteer
    offices: Mapping[Name, Held]
    sports: bool = False
    votes: Counter[str] = field(default_factory=Counter)

    def share(self, iso2: str, own: Mapping[str, int]) -> float:
        """The part of all votes that a country gets, without those that the individual itself gave."""
        total = self.votes.total() - sum(own.values())
        return (self.votes[iso2] - own.get(iso2, 0)) / total if total > 0 else 0.0


def context(extraction: Extraction, gazetteer: Gazetteer) -> Context:
    """The context of the individuals of `extraction`, before any of them is linked."""
    offices: dict[Name, list[tuple[str, Name | None]]] = {}
    for claim in extraction.claims:
        if isinstance(claim.fact, Leadership):
            offices.setdefault(claim.fact.person, []).append((claim.fact.role, claim.fact.of))
    held = {person: tuple(dict.fromkeys(pairs)) for person, pairs in offices.items()}
    document = extraction.document
    return Context(document.text, document.date, gazetteer, held, sports=is_sports_report(document.text))


def is_sports_report(text: str) -> bool:
    """Whether a text speaks the language of sport."""
    words = [word.strip(".,;:!?\"'()").lower() for word in text.split()]
    return sum(word in SPORT for word in words) * 1000 >= SPORTS_REPORT * len(words) > 0


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What stands beside the mentions of one individual.

    `texts` are those near it, `within` the places named right behind it ("Victoria, British
    Columbia"), `state` whether it is called a state, province or county.
    """

    texts: tuple[str, ...]
    within: tuple[Entry, ...]
    state: bool

    def words(self) -> frozenset[str]:
        """The folded words near it."""
        return frozenset(fold(" ".join(self.texts)).split())


NOWHERE: Final = Neighbourhood((), (), state=False)


def neighbourhood(individual: Individual, context: Context) -> Neighbourhood:
    """Read the text beside the first mentions of `individual`."""
    texts: list[str] = []
    within: list[Entry] = []
    state = False
    for mention in individual.mentions[:LOOKED_AT]:
        before = context.text[max(0, mention.start - NEAR) : mention.start]
        after = context.text[mention.end : mention.end + NEAR]
        texts += [before, after]
        within += _behind(after, context.gazetteer)
        state = state or bool(_STATE.search(before)) or bool(_OF_STATE.match(after))
    return Neighbourhood(tuple(texts), tuple(within), state)


def _behind(after: str, gazetteer: Gazetteer) -> Iterator[Entry]:
    found = _AFTER.match(after)
    if found and after.startswith((",", " (")):
        match = gazetteer.match(found[1].split(), 0)
        if match is not None:
            yield from match[1]
