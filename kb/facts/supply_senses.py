"""Uses of the words that tell of supplies in which nothing is supplied.

Each test looks at the words of one candidate alone: idioms ("bring down a government"), what somebody does
for himself, publishes, sells to all comers, pays as a price, or is only said to do without evidence.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kb.facts.frames import Candidate
from kb.facts.lexicon import classes_of, lemma, verbs
from kb.facts.receivers import COMPLETED, goods_of
from kb.facts.relations import step

if TYPE_CHECKING:
    from kb.tokens import Token

_OWN = frozenset("itself themselves himself herself ourselves own".split())
_ORDER = frozenset({"police", "authority", "authorities", "guard"})
"""Who sends forces without a name sends his own where he is."""
_PARTICLES = {
    "bring": frozenset("down about back together forward up off along on".split()),
    "carry": frozenset({"out", "on", "off", "over"}),
    "take": frozenset("down away back over off out up on".split()),
}
"""With these words verbs of carrying tell of none."""
_TELLING_TO_WHOM = verbs("sell") - {"sell", "resell", "export"} | {"feed"}
"""Verbs that tell a supply only where they say to whom: who rents a car may rent it from somebody."""
_DROPPED = frozenset("bomb shell mine charge grenade missile rocket munition explosive".split())
_CRIMES = frozenset("suicide murder crime fraud treason perjury".split())
_RULING = frozenset("give hand transfer grant cede return pass delegate".split())
_ENERGY = frozenset({"fuel", "nuclear-field", "restricted"})
_SPREAD = frozenset({"money", "aid", "food", "fuel", "medicine", "weapon", "shelter"})
"""What is given when it is released; a paper is published."""
_EVIDENCE = frozenset("evidence proof sign indication suggestion".split())
_NEAR = 4
"""Steps up from a verb to the noun that its clause says more of."""
_SHARE = frozenset({"percent", "cent", "%"})


def is_no_supply(candidate: Candidate) -> bool:
    """Whether the words that seem to tell of a supply tell of something else."""
    return any(test(candidate) for test in _TESTS)


def after_infinitive(candidate: Candidate) -> bool:
    """Whether an item is that of an infinitive told before it: "seek *to end* hunger, debt and wars"."""
    trigger, item = candidate.trigger, candidate.filler("item")
    if item is None or trigger.pos_ != "VERB" or item.token.head is not trigger:
        return False
    between = (child for child in trigger.rights if child.dep_ == "xcomp" and child.i < item.token.i)
    return any(word.lower_ == "to" for child in between for word in child.lefts)


def _for_himself(candidate: Candidate) -> bool:
    """Whether somebody gives himself something: "arms *itself*", "paid his *own* firm"."""
    recipient = candidate.filler("recipient")
    if recipient is None:
        return False
    return any(word.lower_ in _OWN for word in (recipient.token, *recipient.token.lefts))


def _of_anybody(candidate: Candidate) -> bool:
    """Whether some of the public are said to give, or an authority to send its own where it is."""
    supplier, item = candidate.filler("supplier"), candidate.filler("item")
    if supplier is None or supplier.individual is not None:
        return False
    own = item is not None and "force" in classes_of(item.token) and lemma(supplier.token) in _ORDER
    return own or "private" in classes_of(supplier.token)


def _attributive(candidate: Candidate) -> bool:
    """Whether a participle stands before a noun, and so has no subject around: "banks kept *lent* money"."""
    trigger, supplier = candidate.trigger, candidate.filler("supplier")
    if trigger.dep_ != "amod" or trigger.pos_ != "VERB" or supplier is None:
        return False
    return supplier.token.head is not trigger and supplier.path.split(".")[0] in ("subject", "clause")


def _compounded(candidate: Candidate) -> bool:
    """Whether the supplier is but a word before a noun or a hyphen: "*state*-funded", "*tycoon* Ali"."""
    supplier = candidate.filler("supplier")
    if supplier is None or supplier.individual is not None or supplier.token.tag_ not in ("NN", "NNP"):
        return False
    joined = candidate.trigger.i == supplier.token.i + 2 and supplier.token.nbor(1).text in "-–"
    return joined or supplier.token.dep_ == "compound"


def _inserted(candidate: Candidate) -> bool:
    """Whether the supplier only tells of it: "to cut sales, *the envoy* added, …"."""
    supplier = candidate.filler("supplier")
    if supplier is None or supplier.token.head.dep_ != "parataxis":
        return False
    here = (candidate.trigger, *candidate.trigger.ancestors)
    return all(word is not supplier.token.head for word in here)


def _idiomatic(candidate: Candidate) -> bool:
    """Whether a particle changes the verb, or help is a means: "brought *down* a jet", "with *help* of"."""
    trigger = candidate.trigger
    if trigger.lemma_ == "help" and trigger.pos_ == "NOUN":
        return trigger.dep_ == "pobj" and trigger.head.lower_ == "with"
    barred = _PARTICLES.get(trigger.lemma_, frozenset())
    return any(child.lower_ in barred and child.dep_ in ("prt", "advmod") for child in trigger.children)


def _untold(candidate: Candidate) -> bool:
    """Whether a verb that must say to whom does not."""
    recipient = candidate.filler("recipient")
    if candidate.trigger.pos_ != "VERB" or candidate.trigger.lemma_ not in _TELLING_TO_WHOM:
        return False
    return recipient is None or recipient.path in COMPLETED


def _no_gift(candidate: Candidate) -> bool:
    """Whether the item is a paper that is published, a bomb that falls, a crime, or power over others."""
    verb, item = candidate.trigger, candidate.filler("item")
    if item is None or verb.pos_ != "VERB":
        return False
    if verb.lemma_ == "release":
        return _SPREAD.isdisjoint(goods_of(item.token))
    if verb.lemma_ == "commit":
        return any(word.lower_ in _CRIMES for word in (item.token, *item.token.lefts))
    if verb.lemma_ in _RULING and lemma(item.token) == "power":
        return not any(classes_of(word) & _ENERGY for word in step(item.token, "modifier"))
    return verb.lemma_ in ("drop", "parachute") and lemma(item.token) in _DROPPED


def _cited(candidate: Candidate) -> bool:
    """Whether the item is where something is known from: "*according to* data provided by the bank"."""
    item = candidate.filler("item")
    return item is not None and item.token.dep_ == "pobj" and _is_source(item.token.head)


def _is_source(preposition: Token) -> bool:
    return preposition.lower_ in ("to", "on") and preposition.head.lower_ in ("according", "based")


def _priced(candidate: Candidate) -> bool:
    """Whether something is offered to all at a price, or money paid as one or as a penalty."""
    verb = candidate.trigger
    if verb.pos_ != "VERB":
        return False
    used = {word.i for word in candidate.filling()}
    heads = (verb, *step(verb, "object"))
    whatfor = [word for head in heads for word in step(head, "for") if word.i not in used]
    if verb.lemma_ == "pay" and not used.isdisjoint(word.i for word in step(verb, "object")):
        return bool(whatfor) or any(child.lower_ == "over" for child in verb.children)
    return any(lemma(word) in ("price", "fee") for word in whatfor)


def _unproven(candidate: Candidate) -> bool:
    """Whether there is said to be no evidence of it."""
    above = islice(candidate.trigger.ancestors, _NEAR)
    nouns = (word for word in above if word.lemma_ in _EVIDENCE)
    return any(child.lower_ in ("no", "little") for noun in nouns for child in noun.lefts)


def _for_share(candidate: Candidate) -> bool:
    """Whether what gets something is a share of a thing: "25 percent of the *costs*"."""
    recipient = candidate.filler("recipient")
    if recipient is None or recipient.individual is not None or recipient.token.lemma_ not in _SHARE:
        return False
    whole = next(step(recipient.token, "of"), None)
    return whole is not None and whole.pos_ == "NOUN" and not classes_of(whole) & {"people", "actor"}


_TESTS = (
    _for_himself,
    _of_anybody,
    _attributive,
    _compounded,
    _inserted,
    _idiomatic,
    _untold,
    _no_gift,
    _cited,
    _priced,
    _unproven,
    _for_share,
    after_infinitive,
)
