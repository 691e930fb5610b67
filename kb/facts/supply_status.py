"""How far a supply has come: read off its verb, the verbs around and the tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.facts.clauses import BLAMING
from kb.facts.frames import Candidate, Values
from kb.facts.lexicon import classes_of, verbs
from kb.facts.relations import step
from kb.facts.supply import SupplyStatus

if TYPE_CHECKING:
    from kb.tokens import Token

_BANNING = verbs("ban")
_ALLEGING = frozenset("accuse suspect allege charge blame warn believe fear".split())
_LEAVING = frozenset({"give", "hand", "turn", "sell", "pay"})
_QUITTING = frozenset({"up", "in", "off"})
_CARRYING_ON = frozenset("continue keep start begin stop cease help pledge vow promise".split())
_BEING = frozenset({"is", "are", "'s", "’s", "'re", "been", "am"})
_STOPPING = verbs("withhold") | {"prevent", "bar", "block", "decline", "fail"}
_INTENDING = frozenset("want intend plan wish hope aim".split())
_WILLING = frozenset({"ready", "willing", "prepared", "keen", "eager", "readiness", "willingness"})
_AWAY = frozenset({"home", "back", "away", "packing"})
_DENYING = frozenset({"deny", "dismiss", "dispute"})
_ASKING = frozenset(
    "ask press urge pressure beg implore lobby request demand want require petition call appeal".split()
)
_UNWILLING = frozenset(
    "reluctance reluctant refusal unwillingness unwilling inability threat threaten need hesitant".split()
)
_HEARSAY = frozenset({"allegedly", "reportedly", "suspected", "alleged", "reported"})
_PROMISING = {
    **dict.fromkeys(("pledge", "promise", "commit", "earmark", "allocate", "slate"), SupplyStatus.PLANNED),
    "offer": SupplyStatus.OFFERED,
}


def settle(values: Values, candidate: Candidate) -> Values | None:
    """Status by verb and tense; what is banned is no supply."""
    trigger = candidate.trigger
    quitting = trigger.lemma_ in _LEAVING and any(child.lower_ in _QUITTING for child in trigger.children)
    if quitting:
        return None
    if _said_before(trigger) or _sent_off(trigger):
        return None
    if _only_wished(trigger):
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
        elif governor in _INTENDING or trigger.head.lemma_ in _WILLING:
            values["status"] = SupplyStatus.PLANNED
        elif governor in _DENYING:
            values["status"] = SupplyStatus.ALLEGED
        elif governor in _STOPPING:
            values["status"] = SupplyStatus.STOPPED
    if trigger.pos_ == "VERB" and trigger.lemma_ in ("support", "back") and not _supporting(trigger):
        return None
    hearsay = any(child.lower_ in _HEARSAY for verb in (trigger, trigger.head) for child in verb.children)
    if hearsay or _ALLEGING.intersection(above):
        values["status"] = SupplyStatus.ALLEGED
    return values


def _said_before(noun: Token) -> bool:
    """Whether a noun says in what an amount is given ("10 euros in *aid*"), or what was just named."""
    if noun.pos_ == "VERB":
        return False
    in_amount = noun.dep_ == "pobj" and noun.head.lower_ == "in" and "money" in classes_of(noun.head.head)
    return in_amount or (noun.dep_ == "appos" and "item" in classes_of(noun))


def _sent_off(verb: Token) -> bool:
    """Whether somebody is sent away, or something said to have been given is a charge in a legal formula."""
    away = verb.lemma_ in ("send", "ship", "fly") and any(child.lower_ in _AWAY for child in verb.children)
    having = verb.dep_ == "pcomp" and verb.head.lower_ == "for" and verb.head.head.lemma_ not in BLAMING
    return away or (having and any(child.lower_ == "having" for child in verb.children))


def _only_wished(trigger: Token) -> bool:
    """Whether somebody is asked to supply, or is reluctant or threatens to: that is no supply of his."""
    clausal = trigger.pos_ == "VERB" and trigger.dep_ in ("xcomp", "ccomp", "acl", "advcl", "pcomp")
    if not clausal or not any(child.lower_ == "to" for child in trigger.lefts):
        return False
    if trigger.head.lemma_ == "want" and not _others_are(trigger):
        return False
    return trigger.head.lemma_ in _ASKING or trigger.head.lemma_ in _UNWILLING


def _others_are(trigger: Token) -> bool:
    """Whether it is others who are wanted to do something: "wants *Japan* to sell"."""
    told = (*trigger.lefts, *trigger.head.rights)
    return any(word.dep_ in ("nsubj", "dobj") and word.i < trigger.i for word in told)


def _governor(token: Token) -> str:
    """The lemma of the verb that a verb hangs on, directly or by a preposition ("prevent from").

    A coordinated verb with a subject of its own hangs on none.
    """
    if token.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children):
        return ""
    head = token.head.head if token.head.dep_ == "prep" else token.head
    return head.lemma_ if head.pos_ == "VERB" and head.i != token.i else ""


def _supporting(verb: Token) -> bool:
    """Whether somebody does support, and is not just committed to it or meant to."""
    if verb.dep_ == "advcl" or any(
        child.dep_ == "dobj" for child in verb.head.children if verb.dep_ == "xcomp"
    ):
        return False
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        return True
    told = any(child.dep_ in ("aux", "auxpass") and child.lower_ != "to" for child in verb.children)
    return told or verb.tag_ in ("VBZ", "VBP", "VBD") or verb.head.lemma_ in _CARRYING_ON


def _by_tense(verb: Token) -> SupplyStatus:
    """Progressive and present tell what goes on, the rest and headlines what was done."""
    if verb.sent.start == 0 and not any(token.is_punct for token in verb.sent[-2:]):
        return SupplyStatus.DELIVERED
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    progressive = verb.tag_ == "VBG" and (
        auxiliaries & _BEING or (verb.dep_ == "conj" and verb.head.tag_ == "VBG")
    )
    ongoing = verb.tag_ in ("VBZ", "VBP") or progressive
    return SupplyStatus.ONGOING if ongoing else SupplyStatus.DELIVERED
