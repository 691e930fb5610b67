"""Uses of the words that tell of needs in which nobody needs anything.

Each test looks at the words of one candidate alone: what is called for as a policy, what a rule requires,
what a single private person asks for, idioms ("pleads guilty", "draws attention").
"""

from __future__ import annotations

from kb.facts.fillers import Filler
from kb.facts.frames import Candidate
from kb.facts.lexicon import classes_of, lemma, verbs
from kb.facts.parties import PERSON
from kb.facts.receivers import goods_of
from kb.facts.relations import step
from kb.facts.supply_senses import after_infinitive

_WOOING = frozenset({"negotiate", "attract", "pursue", "invite", "solicit"})
_STRICT = _WOOING | {"miss", "urge", "advocate", "recommend"}
"""Verbs of which only goods tell a need: one may also pursue a career, or miss a chance."""
_ASKING = verbs("appeal", "await", "urge", "seek") - _STRICT
_ASKED = frozenset("demand request appeal plea bid quest search call application cry pursuit".split())
"""Words for asking, of which policies tell no need of who asks: "called for a ban"."""
_OF_WHAT = frozenset({"for", "object", "of", "on", "verb"})
"""What the paths to something asked for begin with."""
_WANTED = frozenset({"item", "access", "people"})
_TO_HAVE = frozenset({"item"})
_BASICS = frozenset({"food", "medicine", "shelter", "fuel", "aid"})
_HELP = frozenset({"aid", "service"})
_DEARTH = frozenset("shortage shortfall lack scarcity dearth absence deficit".split())
_SHARE = frozenset({"percent", "cent", "%"})


def is_no_need(candidate: Candidate) -> bool:
    """Whether the words that seem to tell of a need tell of something else."""
    return any(test(candidate) for test in _TESTS)


def _policy(candidate: Candidate) -> bool:
    """Whether what is asked for, of nobody in particular, is nothing that could be given."""
    item, trigger = candidate.filler("item"), candidate.trigger
    if item is None:
        return False
    if trigger.pos_ == "VERB" and trigger.lemma_ in _STRICT:
        return not _is_of(item, _TO_HAVE)
    if "supplier" in candidate.fillers:
        return False
    asking = _ASKING if trigger.pos_ == "VERB" else _ASKED
    if trigger.lemma_ in asking and item.path.split(".")[0] in _OF_WHAT:
        return not _is_of(item, _WANTED) or _for_others(item)
    return trigger.lemma_ == "require" and not _is_of(item, _WANTED)


def _is_of(item: Filler, kinds: frozenset[str]) -> bool:
    """Whether an item is of some kinds of nouns, an amount, or has a name."""
    words = (item.token, *step(item.token, "modifier"), *step(item.token, "of"))
    named = item.individual is not None or item.token.ent_type_ == "MONEY" or item.token.like_num
    return named or any(classes_of(word) & kinds for word in words)


def _for_others(item: Filler) -> bool:
    """Whether help that is called for is that of others: "*protection of civilians*"."""
    return bool(classes_of(item.token) & _HELP) and item.path == "for" and _has_of(item)


def _private(candidate: Candidate) -> bool:
    """Whether who needs something is a single person without a name: "a girl", "the official"."""
    needer = candidate.filler("needer")
    if needer is None or needer.individual is not None or needer.token.tag_ not in ("NN", "NNP"):
        return False
    if needer.token.text != needer.token.lower_:
        return False
    bare = needer.path == "self" and not needer.token.children
    return bare or bool(needer.token.tag_ == "NN" and classes_of(needer.token) & {"private", "dignitary"})


def _dispensable(candidate: Candidate) -> bool:
    """Whether a person is only said not to have what one can do without: "has no *shares* in the firm"."""
    needer, item = candidate.filler("needer"), candidate.filler("item")
    if candidate.frame.name != "verb:have no" or needer is None or item is None:
        return False
    person = needer.individual is not None and needer.individual.kind is PERSON
    return person and _BASICS.isdisjoint(goods_of(item.token))


def _generic(candidate: Candidate) -> bool:
    """Whether anybody may need it, or it is a share: "*you* need data", "the *50 percent* needed"."""
    trigger, needer, item = candidate.trigger, candidate.filler("needer"), candidate.filler("item")
    if item is not None and item.token.lemma_ in _SHARE and not _has_of(item):
        return True
    if item is not None and item.token is trigger and item.path != "self":
        return True  # "money for his bid"
    if item is not None and lemma(item.token) == "power" and (item.token.tag_ == "NNS" or _has_of(item)):
        return True  # "powers", "the power of persuasion"
    if candidate.frame.name != "verb:needed" or needer is None or needer.path != "topic":
        return False
    return trigger.dep_ == "amod" or any(child.dep_ == "nsubj" for child in trigger.lefts)


def _has_of(item: Filler) -> bool:
    return any(step(item.token, "of"))


def _other_verb(candidate: Candidate) -> bool:
    """Whether a verb has another sense: "*draws* attention", "*pleads* guilty", "how it would *work*"."""
    trigger = candidate.trigger
    if trigger.lemma_ in verbs("depend"):
        return any(child.dep_ == "dobj" for child in trigger.children)
    if trigger.lemma_ == "plead":
        return any(child.lower_ in ("guilty", "innocent") for child in trigger.children)
    return trigger.lemma_ == "work" and any(child.lower_ == "it" for child in trigger.lefts)


def _no_dearth(candidate: Candidate) -> bool:
    """Whether there is no dearth, or who is said to meet a need meets that of others."""
    trigger, needer = candidate.trigger, candidate.filler("needer")
    if trigger.pos_ != "NOUN":
        return False
    if trigger.lemma_ in _DEARTH:
        excused = trigger.head.lower_ == "for" and trigger.head.head.lemma_ == "be"
        return excused or any(child.lower_ == "no" for child in trigger.lefts)
    if needer is None or trigger.lemma_ not in ("need", "requirement"):
        return False
    met = any(verb.lemma_ in ("meet", "satisfy") for verb in step(trigger, "verb"))
    return met and needer.path.startswith("verb")


_TESTS = (_policy, _private, _dispensable, _generic, _other_verb, _no_dearth, after_infinitive)
