"""Whether who is said to have something has none of it, or not enough: then they need it."""

from __future__ import annotations

from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Values
from kb.facts.relations import step

_SCANT = frozenset("no limited little poor inadequate insufficient scarce reduced restricted without".split())
_LOSING = frozenset("lack lose deny block cut need require seek want demand".split())

_NONE = frozenset({"no", "little", "few"})
_HARDLY = frozenset({"hardly", "barely", "scarcely"})
_UNABLE = frozenset({"unable", "struggle", "fail", "cease"})
_PARTS = frozenset("percent cent % per barely poorly severely underfunded partially only third half".split())


def without(values: Values, candidate: Candidate) -> Values | None:
    """Access is a need of those who have none or too little of it."""
    trigger = candidate.trigger
    words = {child.lower_ for child in trigger.lefts}
    verb = trigger.head
    told = {child.lower_ for child in verb.children if child.dep_ in ("acomp", "oprd")}
    missing = bool((words | told) & _SCANT) or verb.lower_ == "without" or verb.lemma_ in _LOSING | _SCANT
    return values if missing or any(child.dep_ == "neg" for child in verb.children) else None


def having_none(values: Values, candidate: Candidate) -> Values | None:
    """Who has no bread needs it."""
    objects = [child for child in candidate.trigger.children if child.dep_ == "dobj"]
    return (
        values
        if any(inner.lower_ in ("no", "little") for child in objects for inner in child.lefts)
        else None
    )


def not_enough(values: Values, candidate: Candidate) -> Values | None:
    """Who does not have enough of it needs it; who has does not."""
    trigger = candidate.trigger
    if trigger.lemma_ != "enough":
        return values
    around = (trigger, trigger.head, *trigger.ancestors)
    negated = any(child.dep_ == "neg" or child.lower_ == "no" for token in around for child in token.children)
    return values if negated else None


def below(values: Values, candidate: Candidate) -> Values | None:
    """Who cannot afford something needs it."""
    trigger = candidate.trigger
    around = (inner for child in trigger.children for inner in (child, *child.lefts))
    barred = any(word.dep_ == "neg" or word.lower_ in _HARDLY for word in around)
    return values if barred or trigger.head.lemma_ in _UNABLE else None


def food_insecure(values: Values, candidate: Candidate) -> Values | None:
    """Insecurity is a need where it is that of food."""
    trigger = candidate.trigger
    if trigger.lemma_ not in ("insecure", "insecurity"):
        return values
    before = trigger.nbor(-1 if trigger.nbor(-1).text != "-" else -2) if trigger.i > 1 else trigger
    return values if before.lower_ == "food" else None


def intransitive(values: Values, candidate: Candidate) -> Values | None:
    """What is lacking is needed; who lacks something is told otherwise."""
    return None if any(child.dep_ == "dobj" for child in candidate.trigger.children) else values


def unfunded(values: Values, candidate: Candidate) -> Values | None:
    """What is funded to a part needs the rest."""
    shares = (child for child in candidate.trigger.lefts if child.dep_ in ("npadvmod", "advmod", "nsubjpass"))
    parts = {inner.lower_ for child in shares for inner in (child, *child.children)}
    return values if parts & _PARTS else None


def of_others(values: Values, candidate: Candidate) -> Values | None:
    """Who wants to give something himself asks nobody for it."""
    supplier = candidate.fillers["supplier"]
    own = isinstance(supplier, Filler) and supplier.token.i in {
        one.i for one in step(candidate.trigger, "subject")
    }
    return None if own else values


def finite(values: Values, candidate: Candidate) -> Values | None:
    """What is done to leave somebody without something has not left him without it yet."""
    return None if any(child.lower_ == "to" for child in candidate.trigger.lefts) else values


def predicative(values: Values, candidate: Candidate) -> Values | None:
    """An adjective tells a state where a verb ascribes it."""
    return values if candidate.trigger.dep_ in ("acomp", "oprd", "conj") else None


def attributive(values: Values, candidate: Candidate) -> Values | None:
    """ "Cash-strapped" tells a need of who is so called."""
    return values if candidate.trigger.dep_ == "amod" else None


def none_there(values: Values, candidate: Candidate) -> Values | None:
    """What there is none of somewhere is needed there."""
    trigger = candidate.trigger
    none = any(child.lower_ in _NONE for child in trigger.lefts)
    there = trigger.head.lemma_ == "be" and any(child.dep_ == "expl" for child in trigger.head.children)
    return values if none and there else None
