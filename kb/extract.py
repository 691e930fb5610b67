"""From a parsed document to its claims: what it states, who says so and how, when, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import kb.mentions
from kb import confidence
from kb.confidence import weighed
from kb.documents.base import Document
from kb.facts import FRAMES
from kb.facts.background import Background
from kb.facts.base import Claim, Extraction, Fact
from kb.facts.context import complete
from kb.facts.dating import News, dated
from kb.facts.engine import Engine
from kb.facts.frames import Candidate
from kb.facts.leadership import unify as unify_offices
from kb.facts.meeting import unify as place_meetings
from kb.facts.need import unify as unify_needs
from kb.facts.offices import Offices
from kb.facts.operators import agree, unify
from kb.facts.relations import step
from kb.facts.sanction import dated as date_sanctions
from kb.facts.seats import Seats
from kb.facts.terms import Terms
from kb.facts.values import facts_of
from kb.gazetteer import Gazetteer
from kb.mentions.base import Mentions
from kb.mentions.dates import Dates
from kb.mentions.days import anchor_of
from kb.mentions.voice import Voice, is_none
from kb.model import Individual, IndividualKind, Modality, Passage, Polarity

if TYPE_CHECKING:
    from kb.tokens import Doc, Span, Token

ENGINE = Engine(FRAMES)
UNREAL = frozenset({Modality.PLANNED, Modality.POSSIBLE})
BODIES = ("of", "within")
"""Slots that the gazetteer may fill with a country which the document does not mention."""


def extract(
    document: Document, doc: Doc, *, gazetteer: Gazetteer, min_confidence: float | None = None
) -> Extraction:
    """The claims of a document that are likely enough, and the individuals it names.

    Without `min_confidence` the threshold is the one at which F1 is best.
    """
    mentions = kb.mentions.find(document, doc, gazetteer)
    found = claims(document, doc, mentions, gazetteer)
    kinds = {str(individual.name): individual.kind for individual in mentions.individuals}
    model = confidence.shipped()
    least = model.threshold if min_confidence is None else min_confidence
    kept = [claim for claim in weighed(found, kinds, model) if claim.confidence >= least]
    kept += Background(document.id, document.date, mentions, gazetteer).claims(kept)
    return Extraction(document, _named(mentions.individuals, kept), tuple(kept))


def _named(individuals: tuple[Individual, ...], told: list[Claim]) -> tuple[Individual, ...]:
    """The individuals of a document with those that only its claims name: countries, and places so called."""
    found = {individual.name: individual for individual in individuals}
    for claim in told:
        for slot, kind in (("place", IndividualKind.PLACE), *((s, IndividualKind.COUNTRY) for s in BODIES)):
            name = getattr(claim.fact, slot, None)
            if name is not None and name not in found:
                at = -1 if claim.evidence is None else claim.evidence.text.find(name)
                start = 0 if claim.evidence is None else claim.evidence.start + at
                mentions = (Passage(start, start + len(name), name),) if at >= 0 else ()
                body = slot == "of" and at >= 0
                found[name] = Individual(name, IndividualKind.ORGANIZATION if body else kind, mentions)
    return tuple(found.values())


def claims(document: Document, doc: Doc, mentions: Mentions, gazetteer: Gazetteer) -> list[Claim]:
    """The claims of a parsed document in the order of the text, one for each fact and sentence."""
    dates = Dates(document, doc)
    voice = Voice(doc, mentions)
    found: dict[tuple[Fact, Passage], Claim] = {}
    offices = Offices(document, doc, mentions, gazetteer)
    candidates = offices.complete(ENGINE.candidates(doc, mentions))
    candidates = Terms(doc, mentions, gazetteer, document.date).told(candidates)
    candidates = Seats(mentions, gazetteer).resolve(agree(candidates, mentions))
    passages: dict[int, Passage] = {}
    for candidate in complete(candidates, doc, mentions, voice.quotations, offices.ruled):
        sentence = candidate.trigger.sent
        passage = passages.get(sentence.start)
        if passage is None:
            passage = passages[sentence.start] = evidence(sentence)
        polarity, modality, source = voice.of(statement(candidate))
        if any(is_none(token) for token in candidate.filling()):
            polarity = Polarity.NEGATED
        polarity = Polarity.AFFIRMED if candidate.frame.denial else polarity
        if polarity is Polarity.NEGATED and modality is Modality.POSSIBLE:
            continue  # "may never", "must not": nothing is said of what is
        for fact in facts_of(candidate, mentions, dates):
            presented, speaker = fact.presented(modality, source)
            if candidate.frame.given and modality in UNREAL:
                fact, presented = fact.given(), Modality.ACTUAL
            claim = Claim(
                document=document.id,
                fact=fact.told(presented),
                evidence=passage,
                polarity=polarity,
                modality=presented,
                attributed_to=speaker,
                date=dates.of(candidate.trigger, alone=fact.LASTS),
                construction=candidate.construction,
            )
            found.setdefault((claim.fact, passage), claim)
    whole = unify_needs(place_meetings(unify_offices(unify(found.values()))))
    return dated(date_sanctions(whole, dates.anchor), News(anchor_of(dates.news), dates.headline))


def statement(candidate: Candidate) -> Token:
    """The word by which a candidate is told: the verb, if its noun completes one ("*put* X on the list")."""
    noun = candidate.trigger
    completes = candidate.frame.under and noun.dep_ == "pobj"
    return next(step(noun, "verb"), noun) if completes else noun


def evidence(sentence: Span) -> Passage:
    """A sentence without the blanks around it."""
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    stripped = text.strip()
    return Passage(start, start + len(stripped), stripped)
