"""Who sanctions, and whom, where a sentence does not say: read off the rest of the document.

An issuer is whose sanctions a person announces, who sanctioned before, or the authority in whose name it is
said that somebody will be sanctioned; a target whom nobody names is the country that the document is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.facts.authors import STATES, Speakers
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate
from kb.facts.instruments import Lead, is_instrument, issued_by
from kb.facts.lexicon import classes_of
from kb.facts.offices import main_country
from kb.facts.parties import by_person
from kb.facts.relations import step
from kb.facts.sanction import Sanction
from kb.mentions.base import Mentions
from kb.model import Name

if TYPE_CHECKING:
    from kb.tokens import Token

LISTS = frozenset({"noun:list includes", "noun:among those"})
"""Frames that tell more of a list of those sanctioned before."""
LOOSE = frozenset("cap control curb limit quota restriction".split())
"""Measures that need not be against anybody."""
AMBIGUOUS = LISTS | {"verb:listed"}
"""Frames whose words tell of sanctions only where a document says who issues some."""
UNNAMED = frozenset({"international", "western", "global", "multilateral", "foreign", "worldwide"})
"""Words for issuers that nobody names one by one."""


class Sanctioning:
    """Who sanctions in a document, and whom."""

    def __init__(
        self, candidates: Sequence[Candidate], mentions: Mentions, speakers: Speakers, lead: Lead
    ) -> None:
        self._mentions = mentions
        self._speakers = speakers
        self._lead = lead
        told = [one for one in candidates if one.frame.fact is Sanction and "issuer" in one.fillers]
        found = [
            (one.trigger.i, self.named(one) if by_person(one) else one.fillers["issuer"]) for one in told
        ]
        self._issuing = [(i, issuer) for i, issuer in found if isinstance(issuer, Filler)]

    def named(self, candidate: Candidate, slot: str = "issuer") -> Filler | None:
        """Whose they are where a person announces them: "he announced new *Japanese* sanctions"."""
        if slot != "issuer" or "measure" not in classes_of(candidate.trigger):
            return None
        target = candidate.fillers.get("target")
        for word in step(candidate.trigger, "modifier"):
            individual = self._mentions.individual(word)
            other = not isinstance(target, Filler) or individual != target.individual
            if individual is not None and individual.kind in STATES and other:
                return Filler(word, individual, "named")
        return None

    def author(self, candidate: Candidate, token: Token) -> Filler | None:
        """Who sanctions where "we", the author's own noun or an instrument is said to."""
        issued = self._issued(candidate, token)
        if issued is not None:
            return issued
        meant = self._speakers.meant(token)
        return self._own(meant) if meant is not None and meant.token == token else meant

    def instrument(self, candidate: Candidate, slot: str) -> Filler | None:
        """Who laid down that somebody is sanctioned: "*under the plan* nine banks will be blacklisted"."""
        under = candidate.fillers.get("instrument")
        if slot != "issuer" or not isinstance(under, Filler):
            return None
        return self._issued(candidate, under.token)

    def _issued(self, candidate: Candidate, instrument: Token) -> Filler | None:
        if not is_instrument(instrument):
            return None
        target = candidate.fillers.get("target")
        barred = target.individual if isinstance(target, Filler) else None
        return issued_by(instrument, self._mentions, self._lead, barred)

    def _own(self, author: Filler) -> Filler:
        """The author of a text, or rather the one of those that it says to sanction, if any."""
        known = author.individual
        if known is None or known.name in self._issuers():
            return author
        states = (one for _, one in self._issuing if one.individual and one.individual.kind in STATES)
        first = next(states, None)
        return author if first is None else replace(first, path="self")

    def before(self, candidate: Candidate, slot: str) -> Filler | None:
        """Who did the like before: "three firms *have also been designated*", "*among these* is X"."""
        if slot != "issuer" or not (_passive(candidate) or candidate.frame.name in LISTS):
            return None
        earlier = [issuer for i, issuer in self._issuing if i < candidate.trigger.i]
        return replace(earlier[-1], path="before") if earlier else None

    def teller(self, candidate: Candidate, slot: str) -> Filler | None:
        """The authority that says that somebody will be: "six banks will be blacklisted, *Ottawa* said"."""
        if slot != "issuer" or not (_passive(candidate) or candidate.frame.name == "noun:face"):
            return None
        who = self._speakers.teller(candidate.trigger)
        state = None if who is None else who.individual
        known = state is not None and state.kind in STATES
        return Filler(candidate.trigger, state, "teller") if known else None

    def topic(self, candidate: Candidate, slot: str) -> Filler | None:
        """The country that the document is about, apart from those that sanction."""
        issuer = candidate.fillers.get("issuer")
        if slot != "target" or not isinstance(issuer, Filler) or not self._is_state(issuer):
            return None
        if candidate.trigger.lemma_ in LOOSE:
            return None  # "entry restrictions" have as many targets as there are borders
        main = main_country(self._mentions, self._issuers())
        return None if main is None else Filler(candidate.trigger, main, "topic")

    def _is_state(self, issuer: Filler) -> bool:
        """Whether a state or organization is itself named to sanction, and no person of it."""
        individual = self._mentions.individual(issuer.token)
        return (
            individual is not None and individual.kind in STATES and not issuer.path.endswith("subject.poss")
        )

    def _issuers(self) -> set[Name]:
        return {issuer.individual.name for _, issuer in self._issuing if issuer.individual}


def _passive(candidate: Candidate) -> bool:
    """Whether a verb tells that somebody is sanctioned, but not by whom."""
    trigger = candidate.trigger
    verb = trigger.head if trigger.dep_ == "nsubjpass" else trigger
    return verb.pos_ == "VERB" and not any(step(verb, "subject"))


def of_many(trigger: Token) -> bool:
    """Whether sanctions are told to come from no one in particular: "*international* sanctions on Iran".

    So are those "that *Western states* imposed".
    """
    clauses = (child for child in trigger.rights if child.dep_ == "relcl")
    subjects = (child for clause in clauses for child in clause.lefts if child.dep_ == "nsubj")
    return any(child.lower_ in UNNAMED for child in trigger.children) or any(
        child.tag_ == "NNS" for child in subjects
    )


def may_lack_issuer(candidate: Candidate) -> bool:
    """Whether it is told plainly and by name who is sanctioned, so that it need not be told by whom."""
    target = candidate.fillers.get("target")
    plain = candidate.frame.name not in AMBIGUOUS
    return plain and isinstance(target, Filler) and target.individual is not None
