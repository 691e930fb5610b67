"""Offices that are over: their holder died or left, or the gazetteer has the term end before the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.facts.fillers import Filler
from kb.facts.frames import Candidate
from kb.facts.leadership import Leadership, OfficeStatus
from kb.facts.lexicon import lemma
from kb.facts.relations import step
from kb.gazetteer import Gazetteer, Office
from kb.mentions.base import Mentions
from kb.model import Individual, IndividualKind, Name

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

LEAVING = frozenset({"die", "resign", "abdicate", "perish"})
REMOVING = frozenset(
    "oust depose topple overthrow unseat assassinate murder kill sack dismiss succeed replace".split()
)
"""Verbs whose subject, or whose object, holds no office afterwards."""
UNREAL = frozenset({"will", "would", "may", "might", "could", "can", "should", "must", "to", "'ll", "'d"})


class Terms:
    """Tells of the offices in a document which are over at its date."""

    def __init__(self, doc: Doc, mentions: Mentions, gazetteer: Gazetteer, date: str | None) -> None:
        self._gazetteer = gazetteer
        self._date = date
        self._left = dict(_departures(doc, mentions))

    def told(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """The candidates; an office that is over is a former one, unless its own words say how it stands."""
        for candidate in candidates:
            if candidate.frame.fact is Leadership and self._over(candidate):
                constants = {"status": OfficeStatus.FORMER, **candidate.frame.constants}
                candidate = replace(candidate, frame=replace(candidate.frame, constants=constants))
            yield candidate

    def _over(self, candidate: Candidate) -> bool:
        person, of = _individual(candidate, "person"), _individual(candidate, "of")
        if person is None:
            return False
        word = spelt(lemma(candidate.trigger))
        terms = [] if of is None else [*self._terms(person, of, word)]
        if terms and self._date is not None:
            return all(ended(office, self._date) for office in terms)
        reason = self._left.get(person.name)
        return reason is not None and (not _as_office(reason) or word in _as_office(reason))

    def _terms(self, person: Individual, of: Individual, word: str) -> Iterator[Office]:
        for entry in self._gazetteer.entries(person.name):
            for office in entry.offices:
                if office.of == of.name and word in spelt(office.role.lower()).split():
                    yield office


def spelt(role: str) -> str:
    """A role in one of the spellings that are in use."""
    return role.replace("advisor", "adviser").replace("defence", "defense")


def ended(office: Office, date: str) -> bool:
    """Whether an office ended before a day, month or year that is not the one in which it ended."""
    return office.end is not None and date[: len(office.end)] > office.end


def _departures(doc: Doc, mentions: Mentions) -> Iterator[tuple[Name, Token]]:
    for token in doc:
        lost = token.lemma_ in LEAVING or (token.lemma_ == "step" and _is_down(token))
        if not (lost or token.lemma_ in REMOVING) or token.tag_ not in ("VBD", "VBN") or _is_unreal(token):
            continue
        for found in step(token, "subject" if lost else "object"):
            individual = mentions.individual(found)
            if individual is not None and individual.kind is IndividualKind.PERSON:
                yield individual.name, token


def _is_down(verb: Token) -> bool:
    return any(child.lower_ == "down" for child in verb.children)


def _is_unreal(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in UNREAL for child in verb.children) or any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless", "until") for child in verb.children
    )


def _as_office(verb: Token) -> frozenset[str]:
    """The words of the office that somebody left: "resigned *as finance minister*"; none if not told."""
    return frozenset(
        spelt(word.lower_) for office in step(verb, "as") for word in office.subtree if word.is_alpha
    )


def _individual(candidate: Candidate, slot: str) -> Individual | None:
    filler = candidate.fillers.get(slot)
    return filler.individual if isinstance(filler, Filler) else None
