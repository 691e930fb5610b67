"""For whom those act and speak who fill the slots of a candidate: leaders, officers, "we", "the team"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kb.facts.authors import STATES, Speakers
from kb.facts.fillers import FIRST_PERSON, GOODS, Filler
from kb.facts.frames import Candidate
from kb.facts.lexicon import classes_of
from kb.facts.meeting import Meeting
from kb.facts.need import Need
from kb.facts.parties import PERSON, is_crew, is_officer, is_own
from kb.facts.relations import step
from kb.facts.supply import Supply
from kb.mentions.base import Mentions
from kb.model import Individual, IndividualKind, Name

UNKNOWN = "speaker"
"""What a candidate lacks that is told by somebody whom the text does not name."""
Ruled = Callable[[Individual], Individual | None]
"""Tells the country that a person is known to lead or to have led."""
PRIVATE = frozenset({"service", "honour"})
"""Classes of what people who hold no office need for themselves."""
Fillers = dict[str, Filler | tuple[Filler, ...]]


class Acting:
    """Who is meant by those who act for others in a document."""

    def __init__(
        self, mentions: Mentions, leads: Mapping[Name, Individual], speakers: Speakers, ruled: Ruled
    ) -> None:
        self._mentions = mentions
        self._leads = leads
        self._speakers = speakers
        self._ruled = ruled

    def told(self, candidate: Candidate, last: Filler | None) -> Candidate:
        """The candidate with those for whom its parties act; what is not told is missing.

        `last` is who gave something before.
        """
        if candidate.frame.fact is Meeting:
            return self._sent(candidate)
        fillers = dict(candidate.fillers)
        lacking: list[str] = []
        for slot in ("needer", "recipient"):
            if self._unspoken(fillers, slot):
                lacking.append(UNKNOWN)
        if candidate.frame.fact is Supply and self._nameless(fillers, last):
            lacking.append("supplier")
        if self._unissued(fillers):
            lacking.append("issuer")
        if candidate.frame.fact in (Need, Supply):
            lacking += self._of_states(fillers, candidate)
        told = candidate.filled(fillers)
        return replace(told, missing=(*told.missing, *lacking)) if lacking else told

    def _unspoken(self, fillers: Fillers, slot: str) -> bool:
        """Whether it is not told who says "we" or "us" in a slot; who does is filled in."""
        who = fillers.get(slot)
        if not isinstance(who, Filler) or who.token.lower_ not in FIRST_PERSON:
            return False
        if who.individual is not None:
            lead = self._leads.get(who.individual.name, who.individual)
            fillers[slot] = replace(who, individual=lead)
            return False
        meant = self._speakers.meant(who.token)
        if meant is None:
            del fillers[slot]
            return True
        fillers[slot] = meant
        return False

    def _nameless(self, fillers: Fillers, last: Filler | None) -> bool:
        """Whether a supplier is but "our staff" or "the team"; a leader gives for his country."""
        supplier = fillers.get("supplier")
        if not isinstance(supplier, Filler):
            return False
        if is_own(supplier) or (last is not None and is_crew(supplier)):
            del fillers["supplier"]
            return True
        lead = None if supplier.individual is None else self._leads.get(supplier.individual.name)
        if lead is not None and lead.kind is IndividualKind.COUNTRY:
            fillers["supplier"] = replace(supplier, individual=lead)
        return False

    def _unissued(self, fillers: Fillers) -> bool:
        """Whether it is not told for whom a person sanctions."""
        issuer = fillers.get("issuer")
        if (
            not isinstance(issuer, Filler)
            or issuer.individual is None
            or issuer.individual.kind is not PERSON
        ):
            return False
        lead = self._leads.get(issuer.individual.name) or self._ruled(issuer.individual)
        if lead is None:
            del fillers["issuer"]
            return True
        fillers["issuer"] = replace(issuer, individual=lead)
        return False

    def _of_states(self, fillers: Fillers, candidate: Candidate) -> list[str]:
        """Officers without a name act for their states; the slots of those of whom none is told."""
        for slot in ("needer", "supplier"):
            body = self._state(fillers.get(slot))
            if body is not None:
                fillers[slot] = body
        needer = fillers.get("needer")
        if isinstance(needer, Filler) and is_officer(needer) and "actor" not in classes_of(needer.token):
            return [UNKNOWN]
        if self._of_private_life(needer, fillers.get("item")):
            return [UNKNOWN]
        if candidate.frame.fact is Supply and is_officer(fillers.get("supplier")):
            del fillers["supplier"]
            return ["supplier"]
        return []

    def _of_private_life(self, needer: Filler | tuple[Filler, ...] | None, item: object) -> bool:
        """Whether somebody who holds no office needs what is nobody else's concern: "a *degree*"."""
        if not isinstance(needer, Filler) or not isinstance(item, Filler) or needer.individual is None:
            return False
        if needer.individual.kind is not PERSON or needer.individual.name in self._leads:
            return False
        classes = classes_of(item.token)
        return GOODS.isdisjoint(classes) or bool(classes & PRIVATE and "aid" not in classes)

    def _sent(self, candidate: Candidate) -> Candidate:
        """Those who meet by their names, else for the state or body that sent them: "Malian *officials*"."""
        found = candidate.fillers.get("participants", ())
        met = found if isinstance(found, tuple) else (found,)
        named = {one.path for one in met if one.individual is not None and one.individual.kind is PERSON}
        sent = tuple(self._state(one) or one if one.token.tag_ == "NNS" else one for one in met)
        kept = tuple(new for one, new in zip(met, sent, strict=True) if new is one or one.path not in named)
        return candidate.filled({**candidate.fillers, "participants": kept})

    def _state(self, officer: Filler | tuple[Filler, ...] | None) -> Filler | None:
        """For an officer without a name the state or body that the text says he is of."""
        if not isinstance(officer, Filler) or not is_officer(officer):
            return None
        bodies = (one for word in ("poss", "modifier", "of", "from") for one in step(officer.token, word))
        states = (self._mentions.individual(body) for body in bodies)
        state = next((one for one in states if one is not None and one.kind in STATES), None)
        return None if state is None else replace(officer, individual=state)
