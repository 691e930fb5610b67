"""When an event took place: the date expression that stands with it, resolved against the document's date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.documents.base import Document
from kb.mentions.calendar import anchor_of, resolve
from kb.model import PartialDate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

CLIMB = frozenset(
    {"pobj", "pcomp", "prep", "npadvmod", "advmod", "nmod", "compound", "nummod", "dep", "appos"}
)
"""Relations that lead from a date expression up to what it dates."""
CLAUSE = frozenset({"ROOT", "ccomp", "relcl", "advcl", "acl", "csubj", "parataxis"})
"""Relations that head a clause of its own: a date outside it does not date what is inside."""
FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
PROSPECTIVE = frozenset({"plan", "expect", "schedule", "intend", "due", "set", "prepare", "aim", "hope"})
PERFORMED = frozenset(
    {
        "announce",
        "designate",
        "impose",
        "sanction",
        "provide",
        "freeze",
        "ban",
        "block",
        "suspend",
        "lift",
        "launch",
    }
)
"""What a release does by saying so in the present progressive: it happens on the release's own date."""


class Dates:
    """The dated events of one parsed document."""

    def __init__(self, document: Document, doc: Doc) -> None:
        self.anchor = anchor_of(document.date)
        self._by_governor: dict[int, PartialDate] = {}
        for span in doc.ents:
            if span.label_ in ("DATE", "TIME"):
                self._attach(span)

    def _attach(self, span: Span) -> None:
        governor = _governor(span.root)
        found = resolve(span.text, self.anchor, future=_prospective(governor))
        if found is not None and len(found) > len(self._by_governor.get(governor.i, "")):
            self._by_governor[governor.i] = found

    def resolve(self, phrase: str) -> PartialDate | None:
        """The date that a phrase means in this document."""
        return resolve(phrase, self.anchor)

    def of(self, token: Token) -> PartialDate | None:
        """The date of the event that `token` heads: of its own phrase, else of the clause around it."""
        here = token
        while True:
            found = self._by_governor.get(here.i)
            if found is not None:
                return found
            if here.dep_ in CLAUSE or here.head.i == here.i:
                return self._of_conjuncts(here) or self._performed(here)
            here = here.head

    def _of_conjuncts(self, verb: Token) -> PartialDate | None:
        dates = {
            self._by_governor[c.i] for c in verb.children if c.dep_ == "conj" and c.i in self._by_governor
        }
        return dates.pop() if len(dates) == 1 else None

    def _performed(self, verb: Token) -> PartialDate | None:
        progressive = verb.tag_ == "VBG" and any(
            child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBP", "VBZ") for child in verb.children
        )
        if self.anchor is None or not progressive or verb.lemma_ not in PERFORMED:
            return None
        return PartialDate(self.anchor.isoformat())


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
