"""How far a supply has come: read off its verb, the verbs around and the tense."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kb.facts.clauses import BLAMING
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Values
from kb.facts.lexicon import classes_of, verbs
from kb.facts.relations import step
from kb.facts.supply import SupplyStatus
from kb.facts.supply_senses import is_no_supply

if TYPE_CHECKING:
    from kb.tokens import Token

_BANNING = verbs("ban")
_ALLEGING = frozenset("accuse suspect allege charge blame warn believe fear".split())
_COMING = frozenset({"come", "rush", "go", "spring", "fly"})
_LEAVING = frozenset({"give", "hand", "turn", "sell", "pay"})
_QUITTING = frozenset({"up", "in", "off"})
_CARRYING_ON = frozenset("continue keep start begin stop cease help pledge vow promise".split())
_BEING = frozenset({"is", "are", "'s", "’s", "'re", "been", "am"})
_STOPPING = verbs("withhold") | {"prevent", "bar", "block", "decline", "fail"}
_INTENDING = frozenset("want intend plan wish hope aim".split())
_WILLING = frozenset({"ready", "willing", "prepared", "keen", "eager", "readiness", "willingness"})
_AWAY = frozenset({"home", "back", "away", "packing"})
_PERMITTING = frozenset({"allow", "permit", "let", "authorize", "authorise", "license"})
_DENYING = frozenset({"deny", "dismiss", "dispute"})
_ASKING = frozenset(
    "ask press urge pressure beg implore lobby request demand want require petition call appeal".split()
)
_INSISTING = frozenset({"insist", "suggest", "propose", "recommend", "urge"})
_MANY = 5
_UNWILLING = frozenset(
    "reluctance reluctant refusal unwillingness unwilling inability threat threaten need hesitant".split()
)
_HEARSAY = frozenset({"allegedly", "reportedly", "suspected", "alleged", "reported"})
_TAKING_UP = frozenset({"the", "this", "these", "each", "both", "all", "its", "their"})
_PROMISING = {
    **dict.fromkeys(("pledge", "promise", "commit", "earmark", "allocate", "slate"), SupplyStatus.PLANNED),
    "offer": SupplyStatus.OFFERED,
}

STATUS = {
    **dict.fromkeys(verbs("pledge"), SupplyStatus.PLANNED),
    **dict.fromkeys(verbs("offer"), SupplyStatus.OFFERED),
    **dict.fromkeys(verbs("resume"), SupplyStatus.ONGOING),
    **dict.fromkeys(verbs("withhold"), SupplyStatus.STOPPED),
}
"""How far a supply has come that a verb tells of its noun: "*pledged* aid"."""


def settle(values: Values, candidate: Candidate) -> Values | None:
    """Status by verb and tense; what was said before, is banned or only wished for is no supply."""
    return None if _said_before(candidate.trigger) else presented(values, candidate)


def presented(values: Values, candidate: Candidate) -> Values | None:
    """Status by verb and tense, also of what is called a gift beside its name: "rice, *a gift* of Kenya"."""
    trigger = candidate.trigger
    if values.get("supplier") == values.get("recipient") or _is_none(candidate) or is_no_supply(candidate):
        return None
    above = [verb.lemma_ for verb in step(trigger, "verb")]
    values["status"] = values.get("status", _by_tense(trigger))
    if trigger.pos_ == "VERB":
        values["status"] = _by_governor(trigger, _PROMISING.get(trigger.lemma_, values["status"]))
        above.extend(ancestor.lemma_ for ancestor in islice(trigger.ancestors, 5))
    hearsay = any(child.lower_ in _HEARSAY for verb in (trigger, trigger.head) for child in verb.children)
    if hearsay or _ALLEGING.intersection(above):
        values["status"] = SupplyStatus.ALLEGED
    return values


def _is_none(candidate: Candidate) -> bool:
    """Whether the words around tell that nothing is given."""
    trigger = candidate.trigger
    if trigger.lemma_ in _LEAVING and any(
        child.lower_ in _QUITTING and child.dep_ == "prt" for child in trigger.children
    ):
        return True
    if trigger.pos_ != "VERB":
        above = {verb.lemma_ for verb in step(trigger, "verb")}
        return bool(_BANNING & above - verbs("withhold")) or _only_wished(trigger)
    bare = "item" not in candidate.fillers and trigger.lemma_ in ("support", "back")
    return _sent_off(trigger) or _only_wished(trigger) or (bare and not _supporting(trigger))


def _by_governor(verb: Token, status: SupplyStatus | None) -> SupplyStatus | None:
    """The status that the verb above gives: who wants to send something has not sent it."""
    governor = _governor(verb)
    if governor == "offer":
        return SupplyStatus.OFFERED
    if governor in _INTENDING or verb.head.lemma_ in _WILLING:
        return SupplyStatus.PLANNED
    if governor in _DENYING:
        return SupplyStatus.ALLEGED
    if governor in _PERMITTING:
        return SupplyStatus.OFFERED
    return SupplyStatus.STOPPED if governor in _STOPPING else status


def made_available(values: Values, candidate: Candidate) -> Values | None:
    """What it is forbidden to make available is not."""
    verb = next(step(candidate.trigger, "clause"), candidate.trigger)
    head = verb.head.head if verb.head.pos_ == "ADP" else verb.head
    return None if head.lemma_ in _BANNING | {"prohibition"} else settle(values, candidate)


def paid(values: Values, candidate: Candidate) -> Values | None:
    """Who pays a price is given something for it."""
    item = candidate.fillers["item"]
    priced = isinstance(item, Filler) and any(child.lower_ == "per" for child in item.token.children)
    return None if priced else settle(values, candidate)


def taken_up(values: Values, candidate: Candidate) -> Values | None:
    """Only what was just told of goes on from there: "*the* convoy carried flour", not "a truck"."""
    what = candidate.fillers["what"]
    if not isinstance(what, Filler):
        return None
    words = {child.lower_ for child in what.token.lefts}
    return settle(values, candidate) if words & _TAKING_UP else None


def _said_before(noun: Token) -> bool:
    """Whether a noun says in what an amount is given ("10 euros in *aid*"), or what was just named."""
    if noun.pos_ == "VERB":
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in _COMING:
        return True  # "came to Kenya's *aid*"
    in_amount = noun.dep_ == "pobj" and noun.head.lower_ == "in" and "money" in classes_of(noun.head.head)
    return in_amount or (noun.dep_ == "appos" and "item" in classes_of(noun))


def _sent_off(verb: Token) -> bool:
    """Whether somebody is sent away, or something said to have been given is a charge in a legal formula."""
    away = verb.lemma_ in ("send", "ship", "fly") and any(child.lower_ in _AWAY for child in verb.children)
    having = verb.dep_ == "pcomp" and verb.head.lower_ == "for" and verb.head.head.lemma_ not in BLAMING
    return away or (having and any(child.lower_ == "having" for child in verb.children))


def _only_wished(trigger: Token) -> bool:
    """Whether somebody is asked to supply, or is reluctant or threatens to: that is no supply of his."""
    if trigger.pos_ == "NOUN":
        # "called on Kenya to *halt the sale* of tea"
        above = next(step(trigger, "verb"), None)
        return above is not None and above.lemma_ in _STOPPING | _BANNING and _only_wished(above)
    if _demanded(trigger):
        return True
    clausal = trigger.pos_ == "VERB" and trigger.dep_ in ("xcomp", "ccomp", "acl", "advcl", "pcomp")
    if not clausal or not any(child.lower_ == "to" for child in trigger.lefts):
        return False
    if trigger.head.lemma_ == "want" and not _others_are(trigger):
        return False
    return trigger.head.lemma_ in _ASKING or trigger.head.lemma_ in _UNWILLING


def _demanded(trigger: Token) -> bool:
    """Whether it is demanded that somebody supply: "insists that Kenya *send* tents"."""
    verb = trigger
    for _ in range(_MANY):
        if verb.dep_ != "conj":
            break
        verb = verb.head
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in _ASKING | _INSISTING:
        return False
    helped = any(child.dep_ == "aux" for word in (trigger, verb) for child in word.children)
    return trigger.tag_ == "VB" and not helped


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
