"""Document context: slots that a sentence leaves open are filled from the rest of the document.

A candidate that misses a slot of `context` roles is completed, in this order, by
    the self      "we", "our", "the Administration" of a release; of a quotation the speaker's country
    a twin        the nearest candidate of its kind that shares the slots it has
    the rule      the filler that most candidates of its kind agree on
    who sanctions and whom: see `kb.facts.sanctioning` and `kb.facts.instruments`
    the receiver  where goods go or are missing: see `kb.facts.receivers`
    whereabouts   the country of "the southern city of Kherson": see `kb.facts.whereabouts`
What stays open is dropped: a fact of which nobody knows who did it, or to whom, is none to publish. Only
sanctions that come from no one in particular ("international sanctions") go without an issuer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kb.facts.acting import Acting, Ruled
from kb.facts.authors import STATES, Speakers, doers, own_noun
from kb.facts.base import Fact
from kb.facts.containment import Containment
from kb.facts.fillers import FIRST_PERSON, Filler
from kb.facts.frames import Candidate, identity
from kb.facts.instruments import is_instrument
from kb.facts.lexicon import classes_of
from kb.facts.meeting import Meeting
from kb.facts.need import Need
from kb.facts.offices import leads
from kb.facts.parties import FUNDS, by_means_of, by_person, is_crew
from kb.facts.receivers import NEAR, PARTS, Receivers, addressee
from kb.facts.relations import step
from kb.facts.sanction import Sanction
from kb.facts.sanctioning import Sanctioning, may_lack_issuer, of_many
from kb.facts.supply import Supply
from kb.facts.whereabouts import Whereabouts
from kb.mentions.base import Mentions
from kb.mentions.quotations import Quotation
from kb.model import Individual, Name

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

WAYS: dict[type[Fact], tuple[str, ...]] = {
    Sanction: ("self", "named", "instrument", "twin", "before", "teller", "agreed", "topic"),
    Supply: ("self", "giver", "receiver"),
    Need: ("self", "receiver"),
    Meeting: ("self",),
    Containment: ("whereabouts",),
}
"""Which of the ways hold for which kind: whoever sanctions goes on to, whoever supplies need not."""


PLAIN = frozenset({"food", "medicine", "shelter", "fuel", "weapon", "force", "money", "aid"})
"""Classes of goods that are given to somebody, though he is not told; services are offered to all."""
HANDED_OUT = "verb:people receive"
"""The frame that tells what people got from whom a report just told to give something."""


def complete(
    candidates: Iterable[Candidate],
    doc: Doc,
    mentions: Mentions,
    quotations: Sequence[Quotation],
    ruled: Ruled,
) -> Iterator[Candidate]:
    """The candidates that state a whole fact, some of them completed from others.

    `ruled` tells the country that somebody is known to lead.
    """
    found = list(candidates)
    context = _Context(found, doc, mentions, quotations, ruled)
    for candidate in found:
        completed = context.completed(candidate)
        if completed is not None:
            yield completed


class _Context:
    """What a document says as a whole."""

    def __init__(
        self,
        candidates: list[Candidate],
        doc: Doc,
        mentions: Mentions,
        quotations: Sequence[Quotation],
        ruled: Ruled,
    ) -> None:
        self._mentions = mentions
        self._whole: dict[type[Fact], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            if not candidate.missing and not by_person(candidate):
                self._whole[candidate.frame.fact].append(candidate)
        self._leads = leads(candidates)
        self._speakers = Speakers(doc, mentions, self._leads, quotations)
        lead = partial(_led, self._leads, ruled)
        self._acting = Acting(mentions, self._leads, self._speakers, ruled)
        self._last: Filler | None = None
        self._sanctioning = Sanctioning(candidates, mentions, self._speakers, lead)
        self._receivers = Receivers(candidates, mentions)
        self._whereabouts = Whereabouts(mentions)

    def _found(self, way: str, candidate: Candidate, slot: str) -> Filler | None:
        """What one of WAYS fills a slot with."""
        # Kept in the instance, its own methods would hold it, and all tokens, until the collector comes.
        ways = {
            "self": self._speaker_itself,
            "twin": self._twin,
            "named": self._sanctioning.named,
            "instrument": self._sanctioning.instrument,
            "before": self._sanctioning.before,
            "teller": self._sanctioning.teller,
            "topic": self._sanctioning.topic,
            "giver": self._giver,
            "agreed": self._agreed,
            "receiver": self._receivers.found,
            "whereabouts": self._whereabouts.found,
        }
        return ways[way](candidate, slot)

    def completed(self, candidate: Candidate) -> Candidate | None:
        """The candidate with every slot it must have; None where the document does not tell."""
        candidate = self._acting.told(candidate, self._last)
        ways = WAYS.get(candidate.frame.fact, ())
        supplier = candidate.fillers.get("supplier")
        if candidate.frame.fact is Supply and isinstance(supplier, Filler):
            self._last = supplier
        for slot in candidate.missing:
            if slot == "issuer" and of_many(candidate.trigger):
                if "target" in candidate.missing:
                    return None
                continue
            found = (self._found(way, candidate, slot) for way in ways)
            filler = next((one for one in found if one is not None), None)
            if filler is None and slot == "issuer" and may_lack_issuer(candidate):
                continue
            if filler is None and slot == "recipient" and _may_lack_recipient(candidate):
                continue
            if filler is None:
                return None
            candidate = candidate.filled({**candidate.fillers, slot: filler})
            self._last = filler if candidate.frame.fact is Supply and slot == "supplier" else self._last
        return replace(candidate, missing=()) if candidate.missing else candidate

    def _speaker_itself(self, candidate: Candidate, slot: str) -> Filler | None:
        if slot != (candidate.frame.fact.ENDS or ("",))[0]:
            return None
        if candidate.frame.name in PARTS:
            return self._funder(candidate, candidate.trigger)
        if candidate.frame.name == HANDED_OUT and self._last is not None:
            known = self._last.individual is not None and self._last.individual.kind in STATES
            return _as_context(self._last, "before") if known else None
        for token in doers(candidate.trigger):
            if candidate.frame.fact is Supply and is_crew(Filler(token, None, "")):
                return None if self._last is None else _as_context(self._last, "before")
            if candidate.frame.fact is Supply and classes_of(token) & FUNDS:
                return self._funder(candidate, token)
            own = own_noun(token) or any(word.lower_ in FIRST_PERSON for word in (token, *token.lefts))
            if candidate.frame.fact is Sanction and (own or is_instrument(self._mentions.noun(token))):
                return self._sanctioning.author(candidate, self._mentions.noun(token))
            if own:
                return self._speakers.meant(token)
        if candidate.frame.fact is Supply and any(by_means_of(candidate.trigger)):
            return None if self._last is None else _as_context(self._last, "before")
        return None

    def _funder(self, candidate: Candidate, money: Token) -> Filler | None:
        """Whose money it is that "will provide food": named with it, or who gave before."""
        for relation in ("poss", "modifier", "from"):
            for token in step(money, relation):
                individual = self._mentions.individual(token)
                if individual is not None and individual.kind in STATES:
                    return Filler(token, individual, "funds")
        return None if self._last is None else _as_context(self._last, "before")

    def _twin(self, candidate: Candidate, slot: str) -> Filler | None:
        """The filler in the nearest candidate, preferably before, that shares a slot."""
        here = candidate.trigger.i
        twins = [
            other
            for other in self._whole[candidate.frame.fact]
            if slot in other.fillers and candidate.shares(other, besides=slot)
        ]
        twins.sort(key=lambda other: (other.trigger.i > here, abs(other.trigger.i - here)))
        return _as_context(twins[0].fillers[slot], "twin") if twins else None

    def _giver(self, candidate: Candidate, slot: str) -> Filler | None:
        """Who gave the same one something before: "Chad *was promised* two million doses"."""
        trigger = candidate.trigger
        if (
            slot != "supplier"
            or trigger.pos_ != "VERB"
            or any((*step(trigger, "subject"), *step(trigger, "~by")))
        ):
            return None
        first = trigger.sent.start
        given = (one for one in reversed(self._whole[Supply]) if trigger.i - NEAR < one.trigger.i < first)
        twin = next((one for one in given if candidate.shares(one, besides=slot)), None)
        return None if twin is None else _as_context(twin.fillers[slot], "twin")

    def _agreed(self, candidate: Candidate, slot: str) -> Filler | None:
        fillers = [
            other.fillers[slot] for other in self._whole[candidate.frame.fact] if slot in other.fillers
        ]
        names = {identity(filler) for filler in fillers}
        return _as_context(fillers[0], "agreed") if len(names) == 1 else None


def _may_lack_recipient(candidate: Candidate) -> bool:
    """Whether goods are plainly given by a state or body, so that it need not be told to whom."""
    supplier, item = candidate.fillers.get("supplier"), candidate.fillers.get("item")
    if not isinstance(supplier, Filler) or not isinstance(item, Filler) or candidate.trigger.pos_ != "VERB":
        return False
    known = supplier.individual is not None and supplier.individual.kind in STATES
    return known and addressee(candidate.trigger) is None and not PLAIN.isdisjoint(classes_of(item.token))


def _led(led: Mapping[Name, Individual], ruled: Ruled, person: Individual) -> Individual | None:
    """What somebody leads, as the text or the gazetteer tells."""
    return led.get(person.name) or ruled(person)


def _as_context(filler: Filler | tuple[Filler, ...], how: str) -> Filler:
    first = filler[0] if isinstance(filler, tuple) else filler
    return Filler(first.token, first.individual, how)
