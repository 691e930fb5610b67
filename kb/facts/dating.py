"""One event has one date: what one sentence dates, another that tells of it again does not leave open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from kb.facts.base import Claim, Fact
from kb.mentions.days import anchor_of
from kb.model import Modality, PartialDate, Polarity

RECENT = 7
"""Days before a document's own date within which lies what its headline tells of in the present tense."""
Event = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class News:
    """A document's day, and where its headline ends."""

    day: date | None
    headline: int

    def is_told_by(self, claim: Claim) -> bool:
        """Whether a claim has its date from its place in the headline alone."""
        shown = claim.evidence is not None and claim.evidence.start < self.headline
        return shown and self.day is not None and claim.date == self.day.isoformat()

    def may_be_of(self, known: PartialDate) -> bool:
        """Whether an event of that date may be what the headline tells of."""
        day = anchor_of(known)
        return day is not None and self.day is not None and 0 <= (self.day - day).days <= RECENT


def dated(claims: Iterable[Claim], news: News) -> list[Claim]:
    """The claims; those of an event without a date have the one that all others give it.

    A headline names the state that acts, the text perhaps its ministry: there the date of what is the
    same event but for who acts will do.
    """
    found = list(claims)
    told: dict[Event, set[PartialDate]] = defaultdict(set)
    for claim in found:
        event = _event(claim)
        if event is not None and claim.date is not None and not news.is_told_by(claim):
            told[event].add(claim.date)
            told[_whoever(event)].add(claim.date)
    return [_completed(claim, told, news) for claim in found]


def _completed(claim: Claim, told: dict[Event, set[PartialDate]], news: News) -> Claim:
    event = _event(claim)
    if event is None:
        return claim
    known = _shared(told.get(event, set()))
    if news.is_told_by(claim):
        known = known or _shared(told.get(_whoever(event), set()))
        wanting = known is not None and news.may_be_of(known)
    else:
        wanting = claim.date is None or (known is not None and known.startswith(claim.date))
    return replace(claim, date=known, fact=_on(claim.fact, known)) if wanting and known is not None else claim


def _whoever(event: Event) -> Event:
    """An event without who acts."""
    kind, _, *rest = event
    return (kind, None, *rest)


def _on(fact: Fact, day: PartialDate) -> Fact:
    """The fact with its date, where that is a slot of it."""
    dated: Any = fact
    return cast(Fact, replace(dated, date=day)) if "date" in fact.line() else fact


def _shared(dates: set[PartialDate]) -> PartialDate | None:
    """The most precise of several dates, if the others say the same less precisely."""
    known = max(dates, key=len, default=None)
    return known if known is not None and all(known.startswith(one) for one in dates) else None


def _event(claim: Claim) -> Event | None:
    """What a claim tells of that took place once."""
    event = claim.fact.event()
    real = claim.modality is not Modality.PLANNED and claim.polarity is Polarity.AFFIRMED
    return (claim.fact.TYPE, *event) if event is not None and real else None
