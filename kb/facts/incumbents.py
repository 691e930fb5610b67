"""What a document says outright of who holds which office, and offices told of by reference to others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kb.facts.fillers import Filler
from kb.facts.frames import Candidate
from kb.facts.leadership import Leadership
from kb.facts.lexicon import lemma, nouns
from kb.model import IndividualKind, Name

RANKS = nouns("rank")
OF_STATE = {"justice", "candidate", "nominee", "contender", "hopeful", "challenger"} | nouns(
    "state-office", "government-office", "parliamentary-office"
) - {
    "leader",
    "representative",
    "prosecutor",
    "member",
    "deputy",
    "coordinator",
    "commissioner",
}
"""Offices that a country has: without any other word they are those of the country the text is about."""
BORROWING = frozenset({"counterpart", "predecessor", "successor", "succeed", "replace"})


def borrowed(candidates: list[Candidate]) -> list[Candidate]:
    """ "His Chinese counterpart", "her predecessor": the office is that of the person spoken of before."""
    before: dict[Name | None, Candidate] = {}
    found = []
    for candidate in candidates:
        if candidate.frame.fact is Leadership and "role" in candidate.fillers:
            before[None] = candidate
            person = candidate.fillers["person"]
            if isinstance(person, Filler) and person.individual is not None:
                before[person.individual.name] = candidate
        elif lemma(candidate.trigger) in BORROWING and candidate.frame.fact is Leadership:
            holder = candidate.fillers.get("holder")
            known = holder.individual if isinstance(holder, Filler) else None
            other = before.get(None if known is None else known.name)
            candidate = candidate if other is None else _with_office_of(other, candidate)
        found.append(candidate)
    return found


def _with_office_of(other: Candidate, candidate: Candidate) -> Candidate:
    borrowed = {slot: other.fillers[slot] for slot in ("of", "role") if slot in other.fillers}
    return replace(candidate, fillers={**borrowed, **candidate.fillers})


class Stated:
    """What a document says outright: whose office a person holds, and of what there is one such office."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self._of: dict[tuple[Name, str], Filler] = {}
        self._holders: set[Name] = set()
        self._bodies: dict[str, dict[Name, Filler]] = defaultdict(dict)
        for candidate in candidates:
            person, of = candidate.fillers.get("person"), candidate.fillers.get("of")
            word = lemma(candidate.trigger)
            if word not in RANKS and isinstance(person, Filler) and person.individual:
                self._holders.add(person.individual.name)
            if isinstance(person, Filler) and isinstance(of, Filler) and person.individual and of.individual:
                self._of.setdefault((person.individual.name, word), of)
                if candidate.frame.fact is Leadership and of.individual.kind is not IndividualKind.COUNTRY:
                    self._bodies[word].setdefault(of.individual.name, of)

    def otherwise(self, person: Name) -> bool:
        """Whether the person has an office besides any rank."""
        return person in self._holders

    def anywhere(self, person: Name) -> Filler | None:
        """The body of any office that the person has."""
        return next((of for (holder, _), of in self._of.items() if holder == person), None)

    def of(self, person: Name, word: str) -> Filler | None:
        """The body of the person's office; else of the only office of that name below a state."""
        same = self._of.get((person, word))
        bodies = self._bodies.get(word, {})
        return same or (next(iter(bodies.values())) if len(bodies) == 1 and word not in OF_STATE else None)
