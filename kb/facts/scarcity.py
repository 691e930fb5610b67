"""Whether who is said to have something has none of it, or not enough: then they need it."""

from __future__ import annotations

from itertools import islice

from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Values
from kb.facts.lexicon import classes_of
from kb.facts.need_parts import SENDING
from kb.facts.relations import step

_SCANT = frozenset("no limited little poor inadequate insufficient scarce reduced restricted without".split())
_LOSING = frozenset("lack lose deny block cut need require seek want demand".split())

_NONE = frozenset({"no", "little", "few"})
_HARDLY_ANY = frozenset({"no", "little", "few", "neither", "scant"})
_BASIC = frozenset({"food", "medicine", "shelter", "fuel", "access"})
_HARDLY = frozenset({"hardly", "barely", "scarcely"})
_UNABLE = frozenset({"unable", "struggle", "fail", "cease"})
_TO_COME = frozenset("will would can could may might must cannot shall wo ca 'll n't not".split())
_MEANING = frozenset({"ensure", "prevent", "guarantee"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_SO_FAR = frozenset("have has had 've did do does".split())
_DEEPEST = 4
_RISKING = frozenset("risk face struggle warn threaten fear die starve collapse".split())
_MOST_OF_IT = frozenset(
    "most all nearly almost half majority bulk must percent % much entirely largely heavily".split()
)
_SENDING = frozenset(SENDING.split("|"))
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
    """Who has no bread needs it; "does not have" tells that of basic goods, and of *any* of what it takes."""
    around = (inner for child in candidate.trigger.children for inner in (child, *child.lefts))
    words = {word.lower_ for word in around if word.dep_ in ("det", "amod", "preconj", "cc", "dep")}
    if words & _HARDLY_ANY:
        return values
    item = candidate.fillers["item"]
    if not isinstance(item, Filler) or not any(child.dep_ == "neg" for child in candidate.trigger.children):
        return None
    basic = not _BASIC.isdisjoint(classes_of(item.token))
    lower = {child.lower_ for child in item.token.lefts}
    wanting = "any" in lower or ("the" in lower and any(step(item.token, "infinitive")))
    return values if basic or wanting else None


def due(values: Values, candidate: Candidate) -> Values | None:
    """What *must* be given to somebody, nobody says by whom, he needs."""
    trigger = candidate.trigger
    verb = trigger if trigger.pos_ == "VERB" else next(step(trigger, "clause"), trigger)
    helped = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    going = verb.lemma_ in ("reach", "get") and any(child.dep_ == "nsubj" for child in verb.lefts)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return values if "must" in helped and (passive or going) else None


def not_yet(values: Values, candidate: Candidate) -> Values | None:
    """Who has not received something, or has "*yet* to receive" it, still needs it."""
    trigger = candidate.trigger
    waiting = trigger.head.lemma_ == "have" and any(child.lower_ == "yet" for child in trigger.head.children)
    lower = {child.lower_ for child in trigger.children if child.dep_ in ("aux", "neg")}
    missed = bool(lower & _NOT - {"never"}) and bool(lower & _SO_FAR)
    return values if waiting or missed else None


def not_of_senders(values: Values, candidate: Candidate) -> Values | None:
    """Who sends others what is needed does not need it himself."""
    needer = candidate.fillers.get("needer")
    verb = next(step(candidate.trigger, "clause"), candidate.trigger)
    sends = isinstance(needer, Filler) and needer.path == "clause.subject" and verb.lemma_ in _SENDING
    return None if sends else values


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
    if any(verb.lemma_ in _MEANING for verb in islice(trigger.ancestors, _DEEPEST)):
        return None  # "to ensure that they cannot buy arms"
    barred = any(word.dep_ == "neg" or word.lower_ in _HARDLY for word in around)
    return values if barred or trigger.head.lemma_ in _UNABLE else None


def unmet(values: Values, candidate: Candidate) -> Values | None:
    """Who has not enough, or nothing, to eat needs food."""
    trigger = candidate.trigger
    measure = trigger.head
    if measure.lower_ in ("nothing", "little"):
        return values
    verb = measure.head
    missing = any(child.dep_ == "neg" for token in (measure, verb) for child in token.children)
    return (
        values if measure.lower_ in ("enough", "anything") and (missing or verb.lemma_ in _UNABLE) else None
    )


def at_stake(values: Values, candidate: Candidate) -> Values | None:
    """What something will not go on without is needed: "without more money, the camp *will* close"."""
    verb = next(step(candidate.trigger, "clause"), candidate.trigger)
    helped = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    return values if helped & _TO_COME or verb.lemma_ in _RISKING else None


def with_none(values: Values, candidate: Candidate) -> Values | None:
    """Who is left "with no food" is without it."""
    trigger = candidate.trigger
    return values if any(child.lower_ in _HARDLY_ANY for child in trigger.lefts) else None


def mostly(values: Values, candidate: Candidate) -> Values | None:
    """Who must bring in something, or brings in most of it, needs it."""
    trigger = candidate.trigger
    around = {word.lower_ for child in trigger.children for word in (child, *child.lefts)}
    forced = trigger.head.lemma_ in ("have", "force", "oblige", "need") and trigger.dep_ == "xcomp"
    return values if forced or around & _MOST_OF_IT else None


def would(values: Values, candidate: Candidate) -> Values | None:
    """Who *would* like something wants it; what he likes he may have."""
    helped = {child.lower_ for child in candidate.trigger.children if child.dep_ == "aux"}
    return values if helped & {"would", "'d", "’d"} else None


def unless(values: Values, candidate: Candidate) -> Values | None:
    """Who goes under unless he gets something needs it."""
    marks = {child.lower_ for child in candidate.trigger.children if child.dep_ in ("mark", "neg")}
    return values if "unless" in marks or {"if", "not"} <= marks else None


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
    trigger = candidate.trigger
    shares = [child for child in trigger.lefts if child.dep_ in ("npadvmod", "advmod", "nsubjpass")]
    shares += [trigger.head] if trigger.dep_ == "acl" else []
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
