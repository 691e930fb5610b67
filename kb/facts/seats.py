"""Seats of government stand for the state: "sanctions on Tehran", "talks between Seoul and Pyongyang"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.facts.base import Fact
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate
from kb.facts.lexicon import nouns
from kb.facts.meeting import Meeting
from kb.facts.need import Need
from kb.facts.sanction import Sanction
from kb.facts.supply import Supply
from kb.gazetteer import Gazetteer
from kb.mentions.base import Mentions
from kb.model import Individual, IndividualKind, Name

ACTING: dict[type[Fact], frozenset[str]] = {
    Sanction: frozenset({"issuer", "target"}),
    Supply: frozenset({"supplier", "recipient"}),
    Need: frozenset({"needer", "supplier"}),
    Meeting: frozenset({"participants"}),
}
"""The slots whose fillers act, so that a city in one is a government."""


BODIES = nouns("body")
"""Words that name a body only together with its full name elsewhere in the text."""
AGENTS: dict[type[Fact], str] = {Sanction: "issuer", Supply: "supplier", Need: "supplier"}
"""The slots that a place cannot fill unless it stands for a government."""


WHERE = frozenset({"in", "at", "across"})
"""Prepositions that tell where something is."""


class Seats:
    """Puts states in place of the cities and buildings that stand for them."""

    def __init__(self, mentions: Mentions, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known = {individual.name: individual for individual in mentions.individuals}

    def resolve(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """The candidates, with states where their slots ask for who acts."""
        for candidate in candidates:
            slots = ACTING.get(candidate.frame.fact, frozenset())
            changed = {slot: self._all(found) for slot, found in candidate.fillers.items() if slot in slots}
            kept = _without_places(candidate.filled({**candidate.fillers, **changed}))
            if kept is not None:
                yield kept

    def _all(self, found: Filler | tuple[Filler, ...]) -> Filler | tuple[Filler, ...]:
        return tuple(map(self._one, found)) if isinstance(found, tuple) else self._one(found)

    def _one(self, filler: Filler) -> Filler:
        individual = filler.individual
        if individual is not None and individual.name.lower() in BODIES:
            return replace(filler, individual=self._in_full(individual, filler))
        if individual is None or individual.kind is not IndividualKind.PLACE:
            return filler
        if filler.path.rpartition(".")[2].lstrip("~") in WHERE:
            return filler  # "scarce in Khartoum": there, not for its government
        state = self._gazetteer.metonym(individual.name)
        if state is None:
            return filler
        name = Name(state.name)
        stand_in = Individual(name, IndividualKind.COUNTRY, ())
        return replace(filler, individual=self._known.get(name, stand_in))

    def _in_full(self, individual: Individual, filler: Filler) -> Individual:
        """The body that "the Council" or "the Department" means, if the text named only one before."""
        word, here = individual.name.lower(), filler.token.idx
        before = [
            other
            for other in self._known.values()
            if word in other.name.lower().split()
            and other.name != individual.name
            and any(passage.start < here for passage in other.mentions)
        ]
        return before[0] if len(before) == 1 else individual


def _without_places(candidate: Candidate) -> Candidate | None:
    """The candidate without a place that would act; None where nobody else does."""
    slot = AGENTS.get(candidate.frame.fact, "")
    filler = candidate.fillers.get(slot)
    if not isinstance(filler, Filler) or filler.individual is None:
        return candidate
    if filler.individual.kind is not IndividualKind.PLACE:
        return candidate
    if any(role.slot == slot and role.required for role in candidate.frame.roles):
        return None
    open_slot = any(role.slot == slot and role.context for role in candidate.frame.roles)
    fillers = {name: found for name, found in candidate.fillers.items() if name != slot}
    missing = (*candidate.missing, slot) if open_slot else candidate.missing
    return replace(candidate, fillers=fillers, missing=missing)
