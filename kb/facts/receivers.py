"""Who gets what is supplied, and who needs what is missing, where the sentence itself does not say.

In this order: a place or people that the sentence names after "in", "to" or "for"; whom the same supplier
last gave something; who needs the like in the sentences around; the country that the text is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kb.facts.authors import STATES
from kb.facts.fillers import FIRST_PERSON, PLACES, SUBJECTS, Filler
from kb.facts.frames import Candidate, identity
from kb.facts.lexicon import classes_of
from kb.facts.need import Need
from kb.facts.offices import main_country
from kb.facts.relations import step
from kb.facts.supply import Supply
from kb.mentions.base import Mentions
from kb.mentions.quotations import SPEECH
from kb.model import IndividualKind, Name

if TYPE_CHECKING:
    from kb.tokens import Token

GOODS = frozenset(
    {
        "food",
        "medicine",
        "shelter",
        "fuel",
        "weapon",
        "force",
        "money",
        "aid",
        "service",
        "technology",
        "item",
    }
)
"""Classes of goods that go to a country or its people, though the text need not say so."""
FUNDS = frozenset({"money", "aid"})
PEOPLED = frozenset({"people", "actor"})
THIRD = frozenset({"it", "they", "he", "she"})
TOWARDS = frozenset({"in", "to", "for", "into", "across", "inside", "throughout"})
COUNTRIES = frozenset({IndividualKind.COUNTRY})
SLOTS = {(Supply, "recipient"), (Need, "needer")}
PARTS = frozenset({"noun:aid includes", "verb:aid includes", "verb:convoy carries"})
"""The frames that tell what is in what was given before."""
DELIVERY = "noun:deliver more"
"""The frame of nouns for giving, which tells no supply to just anybody: "stopped deliveries of gas"."""
ENTRY = "mention:entry"
"""The frame of lines that tell who gives how much."""
BASICS = frozenset({"food", "medicine", "shelter", "fuel", "aid", "money"})
"""What goes to the country a text is about where nothing else in it tells of giving or lacking."""
COMPLETED = frozenset({"sentence", "people", "gift", "need", "topic"})
"""How a receiver is found that the grammar around a candidate does not tell."""
NEAR = 150
"""Words around a supply within which who needs the like is taken to get it."""


_EXTENT = frozenset({"tune", "date", "extent", "value", "end", "degree"})
"""What follows after "to" that is no receiver: "to the *tune* of $5 million"."""


class Receivers:
    """Who receives and who needs what in a document."""

    def __init__(self, candidates: Sequence[Candidate], mentions: Mentions) -> None:
        self._mentions = mentions
        self._needs = [one for one in candidates if "needer" in one.fillers and _is_need(one)]
        self._giving = {one.trigger.i for one in candidates if one.frame.fact in (Need, Supply)}
        self._gifts = [one for one in candidates if one.frame.fact is Supply and not one.missing]

    def found(self, candidate: Candidate, slot: str) -> Filler | None:
        """Who fills the slot of a receiver that a candidate leaves open."""
        fact = candidate.frame.fact
        item, agent = candidate.fillers.get("item"), candidate.fillers.get("supplier")
        if (fact, slot) not in SLOTS or not isinstance(item, Filler):
            return None
        goods = goods_of(item.token)
        parts = candidate.frame.name in PARTS
        any_goods = parts or candidate.frame.name == DELIVERY or candidate.frame.pos != "NOUN"
        likely = GOODS if any_goods or fact is not Supply else FUNDS
        sender = agent.individual if isinstance(agent, Filler) else None
        if not likely & goods or (fact is Supply and not isinstance(agent, Filler)):
            return None
        told_to = addressee(candidate.trigger) if fact is Supply else None
        if told_to is not None:
            taken_up = told_to.pos_ == "PRON"
            return self._before(candidate) or self._in_need(candidate, goods) if taken_up else None
        if fact is Supply and sender is not None and sender.kind not in STATES:
            return None
        if candidate.frame.name == DELIVERY:
            return self._before(candidate)
        barred = set() if sender is None else {sender.name}
        if fact is Need and self._somebody_s(candidate.trigger):
            return None
        if fact is Need:
            return self._in_sentence(candidate, barred) or self._topic(candidate, barred)
        told = self._in_sentence(candidate, barred)
        before = self._before(candidate)
        # Arms are used in other places than those they go to.
        likely_first = (
            (before, told) if parts or candidate.frame.name == ENTRY or "weapon" in goods else (told, before)
        )
        found = (*likely_first, self._in_need(candidate, goods), self._topic(candidate, barred))
        return next((one for one in found if one is not None), None)

    def _somebody_s(self, trigger: Token) -> bool:
        """Whether a pronoun says who is in need, though not who that is: "*they* need little fuel"."""
        subjects = step(trigger, "subject")
        return any(one.lower_ in THIRD and self._mentions.covering(one) is None for one in subjects)

    def _in_sentence(self, candidate: Candidate, barred: set[Name]) -> Filler | None:
        after: Filler | None = None
        places = COUNTRIES if candidate.frame.fact is Need else PLACES
        for token in candidate.trigger.sent:
            if token.dep_ != "pobj" or token.head.lower_ not in TOWARDS:
                continue
            if _aside(token, candidate.fillers.get("supplier")):
                continue
            individual = self._mentions.individual(token)
            peopled = "people" in classes_of(token) and token.ent_type_ != "MONEY"
            if individual is None and token.i > candidate.trigger.i and peopled:
                after = after or Filler(token, None, "people")
            elif individual is None or individual.kind not in places:
                continue
            elif individual.name not in barred:
                return Filler(token, individual, "sentence")
        return after if candidate.frame.fact is Supply else None

    def _before(self, candidate: Candidate) -> Filler | None:
        """Whom the same supplier gave something, nearest before."""
        anybody = candidate.frame.name in {ENTRY, *PARTS}
        giver = None if anybody else identity(candidate.fillers["supplier"])
        here = candidate.trigger.i
        earlier = (one.fillers for one in self._gifts if one.trigger.i < here and "recipient" in one.fillers)
        given = [
            fillers["recipient"] for fillers in earlier if giver in (None, identity(fillers["supplier"]))
        ]
        recipient = given[-1] if given else None
        return _as(recipient, "gift") if isinstance(recipient, Filler) else None

    def _in_need(self, candidate: Candidate, goods: frozenset[str]) -> Filler | None:
        """Who needs goods of the same class, nearest."""
        here = candidate.trigger.i
        nearest = sorted(self._needs, key=lambda one: abs(one.trigger.i - here))
        for need in nearest:
            item, needer = need.fillers.get("item"), need.fillers["needer"]
            if abs(need.trigger.i - here) > NEAR:
                return None
            if not isinstance(needer, Filler) or needer.token.lower_ in FIRST_PERSON or not _receives(needer):
                continue
            if isinstance(item, Filler) and goods & goods_of(item.token):
                return _as(needer, "need")
        return None

    def _topic(self, candidate: Candidate, barred: set[Name]) -> Filler | None:
        """The country a text is about, if it is about giving and lacking: others tell of it too."""
        item = candidate.fillers["item"]
        basic = isinstance(item, Filler) and BASICS & goods_of(item.token)
        if not basic and self._giving <= {candidate.trigger.i}:
            return None
        main = main_country(self._mentions, barred)
        return None if main is None else Filler(candidate.trigger, main, "topic")


def addressee(trigger: Token) -> Token | None:
    """To whom the grammar tells something is given, so that it is nobody else: "gave *them* maps"."""
    for child in trigger.rights if trigger.pos_ == "VERB" else ():
        if child.dep_ == "dative" and child.pos_ != "ADP":
            return child
        if child.dep_ != "dative" and child.lower_ not in ("to", "into"):
            continue
        for end in child.children:
            if end.dep_ in ("pobj", "pcomp") and not _is_extent(end):
                return end
    return None


def _is_extent(end: Token) -> bool:
    """Whether a word after "to" tells how far something goes: "*to $5 million*"."""
    return end.lemma_ in _EXTENT or end.ent_type_ in ("MONEY", "CARDINAL", "PERCENT", "QUANTITY", "DATE")


def _aside(place: Token, supplier: Filler | tuple[Filler, ...] | None) -> bool:
    """Whether a place tells where somebody speaks, or who the supplier is: "the mission *in Delhi* said"."""
    governor = place.head.head
    if place.head.lower_ == "in" and governor.pos_ == "NOUN" and not _of_goods(governor):
        return True
    speaking = governor if governor.pos_ == "VERB" or governor.dep_ not in SUBJECTS else governor.head
    return speaking.lemma_ in SPEECH or (isinstance(supplier, Filler) and governor is supplier.token)


def _of_goods(noun: Token) -> bool:
    return not GOODS.isdisjoint(classes_of(noun))


def _receives(needer: Filler) -> bool:
    """Whether aid goes to one in need by name: a country, a place or people, no body and no ward."""
    if needer.individual is None:
        return not PEOPLED.isdisjoint(classes_of(needer.token))
    return needer.individual.kind in PLACES


def _is_need(candidate: Candidate) -> bool:
    """Whether a candidate does tell a need: "with *no* food"."""
    frame = candidate.frame
    return frame.fact is Need and (frame.settle is None or frame.settle({}, candidate) is not None)


def goods_of(item: Token) -> frozenset[str]:
    """The classes of goods; of an amount the classes of what there is so much of: "20 tons of *flour*".

    Of "*food* items" and "*medical* supplies" those of the word before.
    """
    found = classes_of(item)
    if not found & GOODS:
        found = found.union(*map(classes_of, step(item, "modifier")))
    return found.union(*map(classes_of, step(item, "of"))) if "amount" in found else found


def _as(filler: Filler, how: str) -> Filler:
    return Filler(filler.token, filler.individual, how)
