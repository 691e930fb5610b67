"""When an event took place: the date expression that stands with it, resolved against the document's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.documents.base import Document
from kb.mentions.calendar import anchor_of, resolve
from kb.mentions.voice import taken_for_granted
from kb.model import PartialDate

if TYPE_CHECKING:
    from kb.tokens import Doc, Span, Token

CLIMB = frozenset(
    {"pobj", "pcomp", "prep", "npadvmod", "advmod", "nmod", "compound", "nummod", "dep", "appos", "poss"}
)
"""Relations that lead from a date expression up to what it dates."""
CLAUSE = frozenset({"ROOT", "ccomp", "relcl", "advcl", "acl", "csubj", "parataxis"})
"""Relations that head a clause of its own: a date outside it does not date what is inside."""
FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
PROSPECTIVE = frozenset({"plan", "expect", "schedule", "intend", "due", "set", "prepare", "aim", "hope"})
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
TAKING_PLACE = frozenset("take hold occur happen begin start open end conclude come follow".split())


class Dates:
    """The dated events of one parsed document."""

    def __init__(self, document: Document, doc: Doc) -> None:
        self.anchor = anchor_of(document.date)
        self._by_governor: dict[int, PartialDate] = {}
        self._headline = document.text.find("\n\n")
        self._period = _period(document.title)
        self._speaks_of_today = any(map(self._is_of_today, doc))
        for span in doc.ents:
            if span.label_ in ("DATE", "TIME"):
                self._attach(span)

    def _is_of_today(self, token: Token) -> bool:
        """Whether a text does by this word what it tells of: "today", "is imposing", "Norland sanctions"."""
        if token.lower_ == "today":
            return _governor(token).lemma_ in ANNOUNCED
        if token.lemma_ not in PERFORMED or token.dep_ != "ROOT":
            return False
        if token.idx < self._headline and token.tag_ in ("VBZ", "VBP"):
            return True
        return token.tag_ == "VBG" and any(child.tag_ in ("VBZ", "VBP") for child in token.children)

    def _attach(self, span: Span) -> None:
        governor = _governor(span.root)
        found = resolve(span.text, self.anchor, future=_prospective(governor))
        if found is None:
            return
        for dated in (governor, *_subject_before(span, governor)):
            if len(found) > len(self._by_governor.get(dated.i, "")):
                self._by_governor[dated.i] = found

    def resolve(self, phrase: str) -> PartialDate | None:
        """The date that a phrase means in this document."""
        return resolve(phrase, self.anchor)

    def of(self, token: Token) -> PartialDate | None:
        """The date of the event that `token` heads: of its own phrase, else of the clause that states it."""
        own = self._own(token)
        if own is not None:
            return own
        here = token
        while here.dep_ not in CLAUSE and here.head.i != here.i:
            if taken_for_granted(here) and not _takes_place(here) and not _meanwhile(here):
                return None
            here = here.head
            if here.i in self._by_governor:
                return self._by_governor[here.i]
        told = self._of_conjuncts(here) or self._of_event(here) or self._performed(here)
        return told or (self._period if here.tag_ == "VBD" else None)

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
        if verb.idx < self._headline and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in LASTING:
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


def _meanwhile(noun: Token) -> bool:
    """Whether a noun is what went on as the verb happened: "said on Monday during *a visit*".

    So is that of which the object of the verb is a part: "approved a new round of *sanctions* on Monday".
    """
    preposition = noun.head
    part = preposition.lower_ == "of" and preposition.head.dep_ in ("dobj", "nsubjpass")
    return noun.dep_ == "pobj" and (part or preposition.lower_ == "during")


def _subject_before(span: Span, governor: Token) -> Iterator[Token]:
    """The subject that a date follows, which it dates as well as the verb: "the *test* last month drew"."""
    if span.start < governor.i:
        for child in governor.lefts:
            if child.dep_ in ("nsubj", "nsubjpass") and child.right_edge.i + 1 == span.start:
                yield child


def _period(title: str) -> PartialDate | None:
    """The month that a report tells of, by its title: "Mali Country Brief, December 2025"."""
    words = re.findall(r"[a-z]+", title.lower())
    found = None if REPORTS.isdisjoint(words) else resolve(title, None)
    return found if found is not None and len(found) == len("2025-12") else None


def _takes_place(noun: Token) -> bool:
    """Whether a noun is the subject of a verb that says only when and where it happened."""
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in TAKING_PLACE


def _governor(token: Token) -> Token:
    here = token
    while here.dep_ in CLIMB and here.head.i != here.i:
        here = here.head
        if here.pos_ in ("VERB", "AUX"):
            break
    return here


def _prospective(governor: Token) -> bool:
    """Whether the governing verb tells of what is still to come."""
    if any(child.lower_ in FUTURE and child.dep_ == "aux" for child in governor.children):
        return True
    return governor.lemma_ in PROSPECTIVE or (
        governor.dep_ == "xcomp" and governor.head.lemma_ in PROSPECTIVE
    )
