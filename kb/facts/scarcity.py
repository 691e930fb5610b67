"""Whether who is said to have something has none of it, or not enough: then they need it."""

from __future__ import annotations

from kb.facts.frames import Candidate, Values

_SCANT = frozenset("no limited little poor inadequate insufficient scarce reduced restricted without".split())
_LOSING = frozenset("lack lose deny block cut need require seek want demand".split())


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
