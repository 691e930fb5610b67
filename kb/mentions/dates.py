"""When an event took place: the date expression that stands with it, resolved against the document's date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.documents.base import Document
from kb.mentions.calendar import anchor_of, moved, resolve
from kb.mentions.timing import (
    TAKING_PLACE,
    apart,
    governor_of,
    is_past,
    meanwhile,
    prospective,
    subject_before,
    takes_place,
)
from kb.mentions.voice import taken_for_granted
from kb.model import PartialDate

if TYPE_CHECKING:
    from kb.tokens import Doc, Span, Token

CLAUSE = frozenset({"ROOT", "ccomp", "relcl", "advcl", "acl", "csubj", "parataxis"})
"""Relations that head a clause of its own: a date outside it does not date what is inside."""
PERFORMED = frozenset(
    "announce authorize authorise ban bar blacklist block designate embargo ease extend freeze impose lift "
    "prohibit provide remove renew repeal rescind restrict revoke sanction suspend terminate tighten "
    "waive".split()
)
"""What a release does by saying so: it happens on the release's own date."""
ANNOUNCED = PERFORMED | frozenset("add adopt issue launch list sign take target unveil".split())
"""What a text that says "today" may tell of as the news of its own date."""
LASTING = frozenset(
    "be believe depend face fear have hope keep know lack lead live mean need own rely remain require say "
    "seek stay support suffer want".split()
)
"""Verbs whose present tense tells in a headline of what lasts; of others it tells of the news of the day."""
EVENTS = frozenset("launch test attack strike operation mission flight exercise raid visit meeting".split())
"""Nouns for what takes place at one time."""
REPORTS = frozenset(
    "brief briefing bulletin digest newsletter overview report review situation snapshot update".split()
)
"""Words in the titles of reports on a month: what they tell in the past, without a date, took place in it."""
LEAD = 6
"""Tokens of a report's first sentence at least: what is shorter is a dateline."""
RECENT = 3
"""Days between the news that a lead tells and the day of the report at most."""
GOES_ON = 3
"""Paragraphs of a report that tell of its news before the background begins."""
CLOCK = re.compile(r"\d ?(?:[ap]\.?m\b|hrs|hours|GMT|UTC)|\d[:.]\d\d", re.IGNORECASE)
"""A time of day: without a day it is that of the news."""
PARAGRAPH = re.compile(r"\n\s*\n|\n")


class Dates:
    """The dated events of one parsed document."""

    def __init__(self, document: Document, doc: Doc) -> None:
        self.anchor = anchor_of(document.date)
        self._by_governor: dict[int, PartialDate] = {}
        self.headline = _end_of_title(document)
        self._period = _period(document.title)
        self._speaks_of_today = any(map(self._is_of_today, doc))
        spans = [span for span in doc.ents if span.label_ in ("DATE", "TIME")]
        for span in spans:
            self._attach(span)
        for span in spans:
            self._attach_distance(span)
        self._lead, self._lead_end = self._news(doc)
        self._clocked = {governor_of(span.root).i for span in spans if CLOCK.search(span.text)}

    def _is_of_today(self, token: Token) -> bool:
        """Whether a text does by this word what it tells of: "today", "is imposing", "Norland sanctions"."""
        if token.lower_ == "today":
            return governor_of(token).lemma_ in ANNOUNCED
        if token.lemma_ not in PERFORMED or token.dep_ != "ROOT":
            return False
        if token.idx < self.headline and token.tag_ in ("VBZ", "VBP"):
            return True
        return token.tag_ == "VBG" and any(child.tag_ in ("VBZ", "VBP") for child in token.children)

    def _attach(self, span: Span) -> None:
        if apart(span) is not None:
            return
        governor = governor_of(span.root)
        found = resolve(span.text, self.anchor, future=prospective(governor))
        if found is None:
            return
        for dated in (governor, *subject_before(span, governor)):
            if len(found) > len(self._by_governor.get(dated.i, "")):
                self._by_governor[dated.i] = found

    def _attach_distance(self, span: Span) -> None:
        """Date one of two events by the other: "in May 2012, *two months* before it tested a missile"."""
        pair = apart(span)
        if pair is None:
            return
        earlier, later = pair
        first, last = self._by_governor.get(earlier.i), self._by_governor.get(later.i)
        if last is None and later.lemma_ in TAKING_PLACE and later.dep_ == "ROOT" and self.anchor is not None:
            last = PartialDate(self.anchor.isoformat()[:7])  # "the test *came* a month after": news
        if first is not None and last is None:
            found, dated = moved(first, span.text, 1), later
        elif last is not None and first is None:
            found, dated = moved(last, span.text, -1), earlier
        else:
            return
        if found is not None:
            self._by_governor[dated.i] = found

    def _news(self, doc: Doc) -> tuple[PartialDate | None, int]:
        """The day that a report's lead gives its news, and where the paragraphs end that go on with it."""
        lead = next((s for s in doc.sents if s.start_char >= self.headline and len(s) > LEAD), None)
        if lead is None or self.anchor is None:
            return None, 0
        told = (lead.root, *(child for child in lead.root.children if child.dep_ == "ccomp"))
        news = next((self._by_governor[verb.i] for verb in told if verb.i in self._by_governor), None)
        day = anchor_of(news)
        if day is None or not 0 <= (self.anchor - day).days <= RECENT:
            return None, 0
        paragraphs = [m.end() for m in PARAGRAPH.finditer(doc.text, lead.start_char)]
        return news, [*paragraphs, len(doc.text)][:GOES_ON][-1]

    def resolve(self, phrase: str) -> PartialDate | None:
        """The date that a phrase means in this document."""
        return resolve(phrase, self.anchor)

    def of(self, token: Token) -> PartialDate | None:
        """The date of the event that `token` heads: of its own phrase, else of the clause that states it."""
        own = self._own(token) or self._announced(token)
        if own is not None:
            return own
        here = token
        while here.dep_ not in CLAUSE and here.head.i != here.i:
            if taken_for_granted(here) and not takes_place(here) and not meanwhile(here):
                return None
            here = here.head
            if here.i in self._by_governor:
                return self._by_governor[here.i]
        told = self._of_conjuncts(here) or self._of_event(here) or self._performed(here)
        if here.i in self._clocked:
            return told or self._lead
        return told or (self._of_news(token, here) if is_past(here) else None)

    def _announced(self, token: Token) -> PartialDate | None:
        """The document's date for what the title of a release is about: "Statement on *Sanctions* on"."""
        if self.anchor is None or token.idx >= self.headline or not self._speaks_of_today:
            return None
        noun = token.lower_.removesuffix("s")
        return PartialDate(self.anchor.isoformat()) if noun in PERFORMED else None

    def _of_news(self, token: Token, verb: Token) -> PartialDate | None:
        """When that took place which is told in the past without a date: "said *at a meeting* with"."""
        goes_on = verb.dep_ == "ROOT" and verb.idx < self._lead_end and self._lead is not None
        return self._lead if goes_on and (token is verb or token.dep_ == "pobj") else self._period

    def _own(self, token: Token) -> PartialDate | None:
        """The date in a phrase itself: "the talks *on Monday*", "the talks, which took place *on Monday*"."""
        if token.i in self._by_governor:
            return self._by_governor[token.i]
        clauses = [child for child in token.children if child.dep_ in ("relcl", "acl")]
        # What took place is the noun itself, to whatever name inside its phrase the parser hangs the clause.
        clauses += [
            inner for inner in token.subtree if inner.dep_ == "relcl" and inner.lemma_ in TAKING_PLACE
        ]
        return next(
            (self._by_governor[clause.i] for clause in clauses if clause.i in self._by_governor), None
        )

    def _of_conjuncts(self, verb: Token) -> PartialDate | None:
        dates = {
            self._by_governor[c.i] for c in verb.children if c.dep_ == "conj" and c.i in self._by_governor
        }
        return dates.pop() if len(dates) == 1 else None

    def _of_event(self, verb: Token) -> PartialDate | None:
        """The date of the event that a relative clause says more of: "a *launch* which put it in orbit"."""
        told = verb.dep_ == "relcl" and verb.head.lemma_ in EVENTS
        pronoun = any(child.dep_ == "nsubj" and child.tag_ == "WDT" for child in verb.lefts)
        return self.of(verb.head) if told and pronoun else None

    def _performed(self, verb: Token) -> PartialDate | None:
        """The document's date for what it does by saying so: "is designating", "imposes"; "today … has …"."""
        if self.anchor is None or verb.pos_ != "VERB":
            return None
        if verb.idx < self.headline and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in LASTING:
            return PartialDate(self.anchor.isoformat())
        if verb.lemma_ not in PERFORMED:
            return None
        auxiliaries = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if "MD" in auxiliaries or "TO" in auxiliaries:
            return None
        present = verb.tag_ in ("VBZ", "VBP") or auxiliaries & {"VBZ", "VBP"} or verb.tag_ == "VBG"
        perfect = verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in verb.children)
        if (present and not perfect) or self._speaks_of_today:
            return PartialDate(self.anchor.isoformat())
        return None


def _end_of_title(document: Document) -> int:
    end = len(document.title)
    return end if document.text[:end].casefold() == document.title.casefold() else 0


def _period(title: str) -> PartialDate | None:
    """The month that a report tells of, by its title: "Mali Country Brief, December 2025"."""
    words = re.findall(r"[a-z]+", title.lower())
    found = None if REPORTS.isdisjoint(words) else resolve(title, None)
    return found if found is not None and len(found) == len("2025-12") else None
