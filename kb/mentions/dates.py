"""When an event took place: the date expression that stands with it, resolved against the document's date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.documents.base import Document
from kb.mentions.attitudes import INTENTION
from kb.mentions.calendar import resolve
from kb.mentions.clauses import CLAUSE, above, accompanies, is_of_another_time, is_of_its_time
from kb.mentions.days import anchor_of
from kb.mentions.timeline import Timeline
from kb.mentions.timing import EVENTS, governor_of, happens, is_past
from kb.model import PartialDate

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

PERFORMED = frozenset(
    "announce authorize authorise ban bar blacklist block designate embargo ease extend freeze impose lift "
    "prohibit provide remove renew repeal rescind restrict revoke sanction suspend terminate tighten "
    "waive".split()
)
"""What a release does by saying so: it happens on the release's own date."""
ANNOUNCED = PERFORMED | frozenset("add adopt issue launch list sign take target unveil".split())
"""What a text that says "today" may tell of as the news of its own date."""
OF_TODAY = PERFORMED | {"today"}
"""Words by which a text may do what it tells of."""
LASTING = frozenset(
    "be believe depend face fear have hope keep know lack lead live mean need own rely remain require say "
    "seek stay support suffer want".split()
)
"""Verbs whose present tense tells in a headline of what lasts; of others it tells of the news of the day."""
NORMS = frozenset("accord act agreement deal law pact resolution rule treaty".split())
"""What bans or allows as long as it is in force, not on the day of the text."""
ACTS = frozenset("action announcement decision decree determination measure order proclamation step".split())
"""What a release tells of, so that its participle is the news: "an order *terminating* the sanctions"."""
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
        self._timeline = Timeline(doc, self.anchor)
        self.headline = _end_of_title(document)
        self._period = _period(document.title)
        self._speaks_of_today = any(self._is_of_today(token) for token in doc if token.lemma_ in OF_TODAY)
        self._lead, self._lead_end = self._news(doc)
        spans = self._timeline.spans
        self._clocked = {governor_of(span.root).i for span in spans if CLOCK.search(span.text)}

    @property
    def news(self) -> PartialDate | None:
        """The day of what the headline tells: that of the lead, else of the document."""
        return self._lead or (None if self.anchor is None else PartialDate(self.anchor.isoformat()))

    def _is_of_today(self, token: Token) -> bool:
        """Whether a text does by this word what it tells of: "today", "is imposing", "Norland sanctions"."""
        if token.lower_ == "today":
            return governor_of(token).lemma_ in ANNOUNCED
        if token.dep_ != "ROOT":
            return False
        if token.idx < self.headline and token.tag_ in ("VBZ", "VBP"):
            return True
        return token.tag_ == "VBG" and any(child.tag_ in ("VBZ", "VBP") for child in token.children)

    def _news(self, doc: Doc) -> tuple[PartialDate | None, int]:
        """The day that a report's lead gives its news, and where the paragraphs end that go on with it."""
        lead = next((s for s in doc.sents if s.start_char >= self.headline and len(s) > LEAD), None)
        if lead is None or self.anchor is None:
            return None, 0
        told = (lead.root, *(child for child in lead.root.children if child.dep_ == "ccomp"))
        news = next(filter(None, map(self._timeline.at, told)), None)
        day = anchor_of(news)
        if day is None or not 0 <= (self.anchor - day).days <= RECENT:
            return None, 0
        paragraphs = [m.end() for m in PARAGRAPH.finditer(doc.text, lead.start_char)]
        return news, [*paragraphs, len(doc.text)][:GOES_ON][-1]

    def resolve(self, phrase: str) -> PartialDate | None:
        """The date that a phrase means in this document."""
        return resolve(phrase, self.anchor)

    def of(self, token: Token, *, alone: bool = False) -> PartialDate | None:
        """The date of the event that `token` heads: of its own phrase, else of the clause that states it.

        `alone` leaves a noun only the date that stands with it, unless it is what somebody becomes.
        """
        if alone and token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("attr", "oprd"):
            return self._timeline.at(token)
        own = self._own(token) or self._announced(token)
        if own is not None:
            return own
        here = token
        while (here.dep_ not in CLAUSE or accompanies(here)) and here.head.i != here.i:
            if is_of_another_time(here):
                return None
            here = above(here)
            known = self._timeline.at(here)
            if known is not None:
                return known
        told = self._of_parts(here) or self._of_setting(here) or self._of_event(here) or self._of_norm(here)
        told = told or self._performed(here)
        if here.i in self._clocked:
            return told or self._lead
        return told or (self._of_news(token, here) if is_past(here) else None)

    def _announced(self, token: Token) -> PartialDate | None:
        """The document's date for what the title of a release is about: "Statement on *Sanctions* on"."""
        if self.anchor is None or token.idx >= self.headline or not self._speaks_of_today:
            return None
        noun = token.lower_.removesuffix("s")
        return self.news if noun in PERFORMED else None

    def _of_news(self, token: Token, verb: Token) -> PartialDate | None:
        """When that took place which is told in the past without a date: "said *at a meeting* with"."""
        goes_on = verb.dep_ == "ROOT" and verb.idx < self._lead_end and self._lead is not None
        setting = token.dep_ == "pobj" and token.head.lower_ not in ("from", "to")
        told = token is verb or setting or token.dep_ == "dobj" or token in verb.conjuncts
        return self._lead if goes_on and told else self._period

    def _own(self, token: Token) -> PartialDate | None:
        """The date in a phrase itself: "the talks *on Monday*", "the talks, which took place *on Monday*"."""
        known = self._timeline.at(token)
        if known is not None:
            return known
        clauses = [child for child in token.children if child.dep_ in ("relcl", "acl")]
        # What took place is the noun itself, to whatever name inside its phrase the parser hangs the clause.
        if token.pos_ == "NOUN":
            clauses += [inner for inner in token.subtree if inner.dep_ == "relcl" and happens(inner)]
        return next(filter(None, map(self._timeline.at, clauses)), None) or self._timeline.again(token)

    def _of_parts(self, verb: Token) -> PartialDate | None:
        """The date of a coordinated verb, of a clause of the same time, of what the verb brings about."""
        parts = [child for child in verb.children if child.dep_ == "conj" or is_of_its_time(child)]
        dates = set(filter(None, map(self._timeline.at, parts)))
        return dates.pop() if len(dates) == 1 else None

    def _of_setting(self, verb: Token) -> PartialDate | None:
        """The date of the event at which something happened: "during *her visit*, she met"."""
        settings = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("at", "during"))
        events = (event for setting in settings for event in setting.children if event.dep_ == "pobj")
        return next(filter(None, map(self._timeline.again, events)), None)

    def _of_event(self, verb: Token) -> PartialDate | None:
        """The date of the event that a relative clause says more of: "a *launch* which put it in orbit"."""
        if verb.dep_ == "relcl" and verb.head.ent_type_ == "DATE":
            return self._timeline.at(governor_of(verb.head))  # "in June, when it launched"
        told = verb.dep_ == "relcl" and verb.head.lemma_ in EVENTS
        pronoun = any(child.dep_ == "nsubj" and child.tag_ == "WDT" for child in verb.lefts)
        return self.of(verb.head) if told and pronoun else None

    def _of_norm(self, verb: Token) -> PartialDate | None:
        """The date of the law or order that does something: "*signed on Monday*, the order lifts"."""
        subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        if subject is None or verb.tag_ not in ("VBZ", "VBP") or subject.lower_ not in NORMS | ACTS:
            return None
        participles = (child for child in verb.lefts if child.dep_ == "advcl" and child.tag_ == "VBN")
        return self._own(subject) or next(filter(None, map(self._timeline.at, participles)), None)

    def _performed(self, verb: Token) -> PartialDate | None:
        """The document's date for what it does by saying so: "is designating", "imposes"; "today … has …"."""
        if self.anchor is None or verb.pos_ != "VERB":
            return None
        if verb.idx < self.headline and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in LASTING:
            return self.news
        if verb.lemma_ not in PERFORMED or _is_no_deed(verb):
            return None
        if any(child.dep_ == "nsubj" and child.lower_ in NORMS for child in verb.lefts):
            return None
        auxiliaries = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if "MD" in auxiliaries or "TO" in auxiliaries:
            return None
        present = verb.tag_ in ("VBZ", "VBP") or auxiliaries & {"VBZ", "VBP"} or verb.tag_ == "VBG"
        perfect = verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in verb.children)
        if (present and not perfect) or self._speaks_of_today:
            return PartialDate(self.anchor.isoformat())
        return None


def _is_no_deed(verb: Token) -> bool:
    """Whether a clause says who somebody is ("firms *providing* arms"), what is wished, or not done."""
    qualifies = verb.dep_ in ("acl", "relcl") and verb.tag_ in ("VBG", "VBZ", "VBP")
    wished = verb.dep_ == "ccomp" and verb.head.lemma_ in INTENTION
    denied = any(child.dep_ == "neg" for child in verb.lefts)
    return (qualifies and verb.head.lemma_ not in ACTS) or wished or denied


def _end_of_title(document: Document) -> int:
    end = len(document.title)
    return end if document.text[:end].casefold() == document.title.casefold() else 0


def _period(title: str) -> PartialDate | None:
    """The month that a report tells of, by its title: "Mali Country Brief, December 2025"."""
    words = re.findall(r"[a-z]+", title.lower())
    found = None if REPORTS.isdisjoint(words) else resolve(title, None)
    return found if found is not None and len(found) == len("2025-12") else None
