"""Supply: an actor gives, sells or sends goods, arms, aid or money to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Self

from kb.facts.base import Fact, slot
from kb.facts.frames import Candidate, Frame, Values, frame, role
from kb.facts.lexicon import verbs
from kb.facts.relations import step
from kb.model import Modality, Name, Text

if TYPE_CHECKING:
    from spacy.tokens import Token


class SupplyStatus(StrEnum):
    """How far the supply has come."""

    DELIVERED = "delivered"
    ONGOING = "ongoing"
    OFFERED = "offered"
    PLANNED = "planned"
    ALLEGED = "alleged"
    STOPPED = "stopped"


@dataclass(frozen=True, kw_only=True)
class Supply(Fact):
    """`supplier` supplies `recipient` with `item`."""

    TYPE = "supply"
    DIRECT = "supplies"
    ENDS = ("supplier", "recipient")
    UNREAL: ClassVar = {
        SupplyStatus.PLANNED: Modality.PLANNED,
        SupplyStatus.OFFERED: Modality.PLANNED,
        SupplyStatus.ALLEGED: Modality.CLAIMED,
    }

    supplier: Name = slot(key=True, required=True)
    recipient: Name | None = slot(key=True)
    item: Text = slot(key=True, required=True)
    status: SupplyStatus = slot(default=SupplyStatus.DELIVERED)

    def told(self, modality: Modality) -> Self:
        """What is still to be supplied is planned, what may be is offered."""
        if self.status not in (SupplyStatus.DELIVERED, SupplyStatus.ONGOING) or modality not in _TO_COME:
            return self
        return replace(self, status=_TO_COME[modality])


_GIVER = "person organization country place"
_SENDER = f"{_GIVER} giver"
_TAKER = "actor people place"
_WHAT = "item other -access -abstract -organization -country -person -place"
_BANNING = verbs("ban")
_ALLEGING = frozenset("accuse suspect allege charge blame warn believe fear".split())
_LEAVING = frozenset({"give", "hand", "turn", "sell", "pay"})
_QUITTING = frozenset({"up", "in", "off"})
_CARRYING_ON = frozenset("continue keep start begin stop cease help pledge vow promise".split())
_BEING = frozenset({"is", "are", "'s", "’s", "'re", "been", "am"})
_STOPPING = verbs("withhold") | {"prevent", "bar", "block", "decline"}
_DENYING = frozenset({"deny", "dismiss", "dispute"})
_HEARSAY = frozenset({"allegedly", "reportedly", "suspected", "alleged", "reported"})
_STATUS = {
    **dict.fromkeys(verbs("pledge"), SupplyStatus.PLANNED),
    **dict.fromkeys(verbs("offer"), SupplyStatus.OFFERED),
    **dict.fromkeys(verbs("resume"), SupplyStatus.ONGOING),
    **dict.fromkeys(verbs("withhold"), SupplyStatus.STOPPED),
}
_PROMISING = {
    **dict.fromkeys(("pledge", "promise", "commit", "earmark", "allocate", "slate"), SupplyStatus.PLANNED),
    "offer": SupplyStatus.OFFERED,
}
_TO_COME = {Modality.PLANNED: SupplyStatus.PLANNED, Modality.POSSIBLE: SupplyStatus.OFFERED}
_TRANSFERS = (
    "delivery supply shipment sale transfer donation provision export consignment handover gift distribution "
    "transport flow resupply contribution allocation disbursement"
)
_CREW = "=team|staff|worker|convoy|member|medic|volunteer|plane|truck|ship"
_BY = f"subject.{_CREW}.modifier subject.{_CREW}.of subject"
_AID = tuple("aid assistance relief loan grant funding financing credit bailout donation subsidy".split())
_AMOUNTS = tuple("support help arms weapon package million billion tranche fund".split())
_ACTING = verbs("pledge", "offer", "resume", "withhold") | {"make", "begin", "start", "complete", "carry"}
"""Verbs whose subject is who supplies what their object tells of."""
_BENEFICIARY = "predicate.=benefit|help|assist|support|reach.object"
_RECIPIENT = "indirect to into object.to for object.for for.modifier clause.=use|fire|operate|deploy.subject"


def _settle(values: Values, candidate: Candidate) -> Values | None:
    """Status by verb and tense; what is banned is no supply."""
    trigger = candidate.trigger
    quitting = trigger.lemma_ in _LEAVING and any(child.lower_ in _QUITTING for child in trigger.children)
    if quitting:
        return None
    above = [verb.lemma_ for verb in step(trigger, "verb")]
    if values.get("supplier") == values.get("recipient"):
        return None
    if trigger.pos_ != "VERB" and _BANNING.intersection(above) - verbs("withhold"):
        return None
    values["status"] = values.get("status", _by_tense(trigger))
    governor = _governor(trigger)
    if trigger.pos_ == "VERB":
        values["status"] = _PROMISING.get(trigger.lemma_, values["status"])
        above.extend(ancestor.lemma_ for ancestor in list(trigger.ancestors)[:5])
        if governor == "offer":
            values["status"] = SupplyStatus.OFFERED
        elif governor in _DENYING:
            values["status"] = SupplyStatus.ALLEGED
        elif governor in _STOPPING:
            values["status"] = SupplyStatus.STOPPED
    if trigger.lemma_ == "support" and not _supporting(trigger):
        return None
    hearsay = any(child.lower_ in _HEARSAY for verb in (trigger, trigger.head) for child in verb.children)
    if hearsay or _ALLEGING.intersection(above):
        values["status"] = SupplyStatus.ALLEGED
    return values


def _governor(token: Token) -> str:
    """The lemma of the verb that a verb hangs on, directly or by a preposition ("prevent from")."""
    head = token.head.head if token.head.dep_ == "prep" else token.head
    return head.lemma_ if head.pos_ == "VERB" and head.i != token.i else ""


def _supporting(verb: Token) -> bool:
    """Whether somebody does support, and is not just committed to it or meant to."""
    told = any(child.dep_ in ("aux", "auxpass") and child.lower_ != "to" for child in verb.children)
    return told or verb.tag_ in ("VBZ", "VBP", "VBD") or verb.head.lemma_ in _CARRYING_ON


def _by_tense(verb: Token) -> SupplyStatus:
    """Progressive and present tell what goes on, the rest and headlines what was done."""
    if verb.sent.start == 0:
        return SupplyStatus.DELIVERED
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    progressive = verb.tag_ == "VBG" and (
        auxiliaries & _BEING or (verb.dep_ == "conj" and verb.head.tag_ == "VBG")
    )
    ongoing = verb.tag_ in ("VBZ", "VBP") or progressive
    return SupplyStatus.ONGOING if ongoing else SupplyStatus.DELIVERED


FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        verbs("supply", "equip"),
        "VERB",
        role("supplier", _BY, _SENDER, context=True),
        role("item", "with object.with", _WHAT, required=True),
        role("recipient", "object", _TAKER, required=True),
        name="supply with",
        settle=_settle,
    ),
    frame(
        Supply,
        verbs("supply", "give", "ship", "sell"),
        "VERB",
        role("supplier", _BY, _SENDER, context=True),
        role("recipient", _RECIPIENT, _TAKER, context=True),
        role("item", "object", _WHAT, required=True, keep="of in"),
        name="give",
        settle=_settle,
    ),
    frame(
        Supply,
        "bring carry take rush",
        "VERB",
        role("supplier", _BY, _SENDER, required=True),
        role("recipient", "to into", _TAKER, required=True),
        role("item", "object", "food medicine shelter fuel weapon money aid", required=True),
        name="bring",
        settle=_settle,
    ),
    frame(
        Supply,
        "pay",
        "VERB",
        role("supplier", _BY, _SENDER, required=True),
        role("recipient", "to", _TAKER, required=True),
        role("item", "object", "money", required=True),
        name="pay",
        settle=_settle,
    ),
    frame(
        Supply,
        verbs("receive"),
        "VERB",
        role("recipient", "subject", _TAKER, required=True),
        role("supplier", "from object.from", _GIVER, required=True),
        role("item", "object", _WHAT, required=True),
        name="receive",
        settle=_settle,
    ),
    frame(
        Supply,
        "receive get obtain accept",
        "VERB",
        role("recipient", "subject", _TAKER, required=True),
        role("supplier", "object.poss object.modifier", _GIVER, required=True),
        role("item", "object", "aid money weapon force", required=True),
        name="get",
        settle=_settle,
    ),
    frame(
        Supply,
        "arm",
        "VERB",
        role("supplier", _BY, _SENDER, required=True),
        role("recipient", "object", "organization country people actor", required=True),
        name="arm",
        item="arms",
        settle=_settle,
    ),
    frame(
        Supply,
        verbs("fund"),
        "VERB",
        role("supplier", _BY, _SENDER, context=True),
        role("recipient", "object", _TAKER, required=True),
        name="fund",
        item="funding",
        settle=_settle,
    ),
    frame(
        Supply,
        "support",
        "VERB",
        role("supplier", "subject", "organization country", required=True),
        role("recipient", "object", "organization people", required=True),
        name="support",
        item="support",
        status=SupplyStatus.ONGOING,
        settle=_settle,
    ),
    frame(
        Supply,
        _TRANSFERS,
        "NOUN",
        role("recipient", "to into verb.to for", _TAKER, required=True),
        role("item", "of modifier", _WHAT, required=True),
        role("supplier", "by poss from modifier verb.subject verb.from", _GIVER, required=True),
        name="deliver",
        under=_ACTING,
        marks={"status": _STATUS},
        settle=_settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        _TRANSFERS,
        "NOUN",
        role("recipient", "to into verb.to for", _TAKER, required=True),
        role("item", "of modifier", _WHAT, required=True),
        role("supplier", "by poss from modifier verb.from", _GIVER, required=True),
        name="delivery",
        settle=_settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "donation gift provision consignment shipment handover",
        "NOUN",
        role("recipient", "to", _TAKER, required=True),
        role("item", "of", "thing", required=True),
        role("supplier", "by poss from modifier verb.from", _GIVER, required=True),
        name="gift",
        settle=_settle,
    ),
    frame(
        Supply,
        (*_AID, *_AMOUNTS),
        "NOUN",
        role("supplier", "poss modifier verb.subject", _GIVER, required=True),
        role("recipient", "from verb.from to for", _TAKER, required=True),
        role("item", "self", keep="of in"),
        name="withhold",
        under="withhold withdraw cut deny",
        settle=_settle,
        status=SupplyStatus.STOPPED,
    ),
    frame(
        Supply,
        (*_AID, *_AMOUNTS),
        "NOUN",
        role("supplier", "poss by from modifier verb.subject verb.from", _GIVER, context=True),
        role(
            "recipient",
            f"to for in.for in.to verb.to verb.for verb.indirect {_BENEFICIARY}",
            _TAKER,
            context=True,
        ),
        role("item", "self", keep="of in"),
        name="aid",
        under=_ACTING - {"make", "complete", "carry"},
        marks={"status": _STATUS},
        settle=_settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        (*_AID, "support", "help"),
        "NOUN",
        role("supplier", "from by poss", _GIVER, required=True),
        role("recipient", "holder", "organization country actor", required=True),
        role("item", "self"),
        name="with aid",
        after="with",
        settle=_settle,
    ),
    frame(
        Supply,
        (*_AID, "package", "consignment"),
        "NOUN",
        role("item", "predicate.=include|comprise|contain.object", "thing", required=True),
        role("supplier", "poss by from modifier", _GIVER, context=True),
        role("recipient", "to for", _TAKER, context=True),
        name="aid includes",
        settle=_settle,
    ),
    frame(
        Supply,
        _AID,
        "NOUN",
        role("recipient", f"to for {_BENEFICIARY}", _TAKER, required=True),
        role("supplier", "poss by from modifier", _GIVER, required=True),
        role("item", "self"),
        name="aid of",
        settle=_settle,
        status=SupplyStatus.ONGOING,
    ),
)
