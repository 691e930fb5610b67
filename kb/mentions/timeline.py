"""The words of a text that date expressions stand with, and the date of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kb.mentions.calendar import resolve
from kb.mentions.days import month_of
from kb.mentions.narrative import distance, length
from kb.mentions.quotations import SPEECH
from kb.mentions.timing import (
    KIN,
    TAKING_PLACE,
    apart,
    dated_by,
    governor_of,
    is_no_time_of_it,
    names_no_date,
    prospective,
    taken_up,
)
from kb.model import PartialDate

if TYPE_CHECKING:
    from kb.tokens import Doc, Span, Token

REACH = 60
"""Tokens after a date at most of an expression that counts from it."""
MEMORY = 20
"""Dated words before a noun at most, of which it may tell again."""


class Told(NamedTuple):
    """A date that the text has told, of what, and where."""

    date: PartialDate
    governor: Token
    end: int


class Timeline:
    """The dated words of one text, in it and in the order of its expressions."""

    def __init__(self, doc: Doc, anchor: date | None) -> None:
        self.anchor = anchor
        self._month = None if anchor is None else month_of(anchor)
        self.spans = [span for span in doc.ents if span.label_ in ("DATE", "TIME")]
        self._told: list[Told] = []
        self._events: list[Token] = []
        self._dates: dict[int, PartialDate] = {}
        for span in sorted((*self.spans, *_at_the_time(doc)), key=lambda span: span.start):
            self._attach(span)
        self._events.sort()
        for span in self.spans:
            self._attach_distance(span)

    def at(self, token: Token) -> PartialDate | None:
        """The date of the expression that stands with a word."""
        return self._dates.get(token.i)

    def again(self, noun: Token) -> PartialDate | None:
        """The date of the event of which a noun tells again: "the launch"."""
        if not taken_up(noun):
            return None
        end = bisect_left(self._events, noun)
        before = reversed(self._events[max(0, end - MEMORY) : end])
        told = (event for event in before if event.lemma_ in KIN[noun.lemma_])
        return next(map(self.at, told), None)

    def _attach(self, span: Span) -> None:
        if names_no_date(span) or apart(span) is not None:
            return
        governor = _governor(span)
        found = self._meant(span, governor)
        if found is None:
            return
        self._told.append(Told(found, governor, span.end))
        if is_no_time_of_it(span, governor):
            return
        for token in dated_by(span, governor):
            if len(found) > len(self._dates.get(token.i, "")):
                self._dates[token.i] = found
                self._events.append(token)

    def _meant(self, span: Span, governor: Token) -> PartialDate | None:
        away = distance(span.text)
        if away is None:
            return resolve(span.text, self.anchor, future=prospective(governor))
        known = self._told_before(span)
        return None if known is None else away.of(known)

    def _told_before(self, span: Span) -> PartialDate | None:
        """The date last told, in no aside, in an earlier sentence not that on which somebody spoke."""
        here = span.root.sent.start
        for told in reversed(self._told):
            if span.start - told.end > REACH:
                return None
            aside = told.governor.dep_ in ("acl", "relcl")
            if not aside and (told.end > here or told.governor.lemma_ not in SPEECH):
                return told.date
        return None

    def _attach_distance(self, span: Span) -> None:
        """Date one of two events by the other: "in May 2012, *two months* before it tested a missile"."""
        pair = apart(span)
        if pair is None:
            return
        earlier, later = pair
        first, last = self._of_event(earlier), self._of_event(later)
        if first is None and last is None and later.lemma_ in TAKING_PLACE and later.dep_ == "ROOT":
            last = self._month  # "the test *came* a month after": news
        if first is not None and last is not None:
            return
        known, dated, way = (last, earlier, -1) if first is None else (first, later, 1)
        away = length(span.text, way)
        found = None if known is None or away is None else away.of(known)
        if found is not None:
            self._dates[dated.i] = found

    def _of_event(self, verb: Token) -> PartialDate | None:
        """The date of a verb or of the infinitive that tells what it was about: "used it to put … in May"."""
        parts = (verb, *(child for child in verb.rights if child.dep_ == "xcomp"))
        return next((self._dates[part.i] for part in parts if part.i in self._dates), None)


def _governor(span: Span) -> Token:
    """What a date is the time of; "Friday, the council" may have been read as the end of a headline."""
    comma = span.doc[span.end] if span.end < len(span.doc) else span.root
    return comma.sent.root if comma.lower_ == "," and comma.is_sent_start else governor_of(span.root)


def _tells_which(part: Token) -> bool:
    """Whether a phrase says which time is meant: "at the time *of the coup*"."""
    return part.dep_ in ("acl", "relcl") or part.lower_ == "of"


def _at_the_time(doc: Doc) -> Iterator[Span]:
    """What means the time told before: "at the *time*"."""
    if "t the time" not in doc.text and "t that time" not in doc.text:
        return  # most texts say so nowhere
    for token in doc:
        if token.lower_ == "time" and token.dep_ == "pobj" and token.head.lower_ == "at":
            whole = [child.lower_ for child in token.lefts] in (["the"], ["that"])
            if whole and not any(map(_tells_which, token.rights)):
                yield doc[token.i : token.i + 1]
