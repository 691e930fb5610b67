"""What a programme is and how far it has come: its field by the words of its name, its status by verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Values, table
from kb.facts.lexicon import noun_classes, nouns, verbs
from kb.facts.phrases import phrase
from kb.facts.program import Domain, ProgramStatus
from kb.facts.relations import step
from kb.model import Text

if TYPE_CHECKING:
    from kb.tokens import Token

_DOMAIN_OF = {
    word: domain for domain in Domain if domain is not Domain.OTHER for word in nouns(f"{domain}-field")
}
_FIELDS = frozenset(_DOMAIN_OF) | {"weapon", "weapons", "arms", "destruction", "wmd"}
STATUS = table(
    (ProgramStatus.SUSPENDED, "suspend freeze halt pause shelve postpone"),
    (
        ProgramStatus.ENDED,
        "end abandon dismantle scrap terminate renounce abolish cancel destroy surrender relinquish "
        "decommission eliminate disarm retire",
    ),
    (ProgramStatus.DEVELOPING, "develop build construct design acquire"),
    (ProgramStatus.PLANNED, "plan propose announce unveil intend planned proposed future"),
    (ProgramStatus.TESTED, "test test-fire launch fire detonate conduct stage"),
    (ProgramStatus.FAILED, "fail explode failed botched unsuccessful abortive"),
)


_FAILURES = frozenset({"explode", "crash", "fail", "disintegrate", "malfunction"})
_AIMS = frozenset({"at", "against", "targeting", "hitting", "striking"})
_COMPANY = {
    "carrier": frozenset({"aircraft", "battle", "helicopter", "naval", "nuclear", "powered", "strike"}),
    "probe": (nouns("space-field") - {"probe", "probes"}) | {"asteroid", "comet", "solar", "venus"},
}
"""Words that tell a field only beside another: there are flag *carriers*, and *probes* into fraud."""
_NOTHING_RUN = frozenset({"abstract", "actor", "dignitary", "encounter", "money", "office", "people"})
_NO_SYSTEMS = frozenset(
    "barrage broadcaster channel delivery export fire image imagery import photo photograph raid sale salvo "
    "shelling state strike".split()
)
"""Heads of names that are of no programme, by class and by word: "rocket *fire*", "satellite *images*"."""
_MAKING = frozenset(
    "acquire assemble build construct create design develop get make obtain seek want".split()
)
_ATTEMPTS = frozenset({"attempt", "bid", "effort", "try"})
KINDS = "system trial"
_HEADS = nouns("system", "undertaking", "trial")
_MASS_DESTRUCTION = frozenset({Domain.NUCLEAR, Domain.CHEMICAL, Domain.BIOLOGICAL})
_CHANGING_HANDS = verbs("give", "supply", "ship", "sell", "receive", "need", "lack", "seek", "want")
_PEACEFUL = frozenset(
    "civil civilian peaceful energy power plant plants station stations reactor reactors".split()
)
_VEHICLES = frozenset({Domain.NAVAL, Domain.AIR})
_STRATEGIC = frozenset(
    "nuclear atomic stealth ballistic missile carrier carriers submarine submarines strategic bomber".split()
)
_ARMS = frozenset({Domain.CONVENTIONAL, Domain.OTHER})


def settle(values: Values, candidate: Candidate) -> list[Values]:
    """The domain by the words of the programme's name; without one it is no such programme.

    "Missile and satellite programs" are two.
    """
    trigger = candidate.trigger
    if trigger.dep_ == "compound" and trigger.head.pos_ == "NOUN":
        return []  # "*missile* test", "*satellite* state"
    if not _is_named_so(candidate):
        return []
    if str(values.get("operator")).lower().rpartition(" ")[2] in _HEADS:
        return []  # a missile that the text names is nobody who has one
    left, _, right = values["name"].partition(" and ")
    *before, head = right.split() or [""]
    names = [values["name"]]
    if domain_of(left) and before and domain_of(" ".join(before)):
        names = [f"{left} {head}", right]
    return [
        {**values, "name": Text(name), "domain": domain}
        for name in names
        if (domain := domain_of(name) or _told_beside(candidate)) is not None
        and (domain not in _ARMS or candidate.trigger.lemma_ in PROGRAM_NOUNS)
    ]


def _is_named_so(candidate: Candidate) -> bool:
    """Whether the programme's name is that of one: rocket *attacks* and a satellite *state* are none."""
    name = candidate.filler("name")
    if name is None or name.token.pos_ != "NOUN":
        return True
    lemma = name.token.lemma_.lower()
    if lemma in _HEADS or (lemma not in _NO_SYSTEMS and _NOTHING_RUN.isdisjoint(noun_classes(lemma))):
        return True
    return lemma in _DOMAIN_OF and "where" in candidate.fillers  # "put *astronauts* on the moon"


def _told_beside(candidate: Candidate) -> Domain | None:
    """The domain of what a name is said to be: "the Babur-3, a cruise *missile*"."""
    name = candidate.fillers.get("name")
    beside = step(name.token, "apposition") if isinstance(name, Filler) and name.token.pos_ == "PROPN" else ()
    return next((domain for one in beside if (domain := domain_of(phrase(one)))), None)


def tried(values: Values, candidate: Candidate) -> list[Values]:
    """A launch that was attempted, of which the text says that the attempt failed; an attack is none."""
    if _attacking(candidate.trigger) or any(_claiming(child) for child in candidate.trigger.rights):
        return []
    above = [ancestor.lemma_ for ancestor in islice(candidate.trigger.ancestors, 3)]
    failed = bool(_ATTEMPTS.intersection(above)) and bool(_FAILURES.intersection(above))
    return settle({**values, "status": ProgramStatus.FAILED} if failed else values, candidate)


def _claiming(clause: Token) -> bool:
    """Whether what is launched is merely claimed to be so: "tested what it *claims* is a bomb"."""
    return clause.dep_ == "ccomp" and clause.lemma_ in ("claim", "allege", "say")


def _attacking(verb: Token) -> bool:
    """Whether something is fired at somebody or something on land: "fired a missile *at Eilat*"."""
    aimed = [child for thing in (verb, *verb.rights) for child in thing.rights if child.lower_ in _AIMS]
    return any(inner.dep_ in ("pobj", "dobj") for aim in aimed for inner in aim.rights)


def sought(values: Values, candidate: Candidate) -> list[Values]:
    """Who seeks weapons of mass destruction has a programme; who seeks others wants to be given them."""
    return [found for found in settle(values, candidate) if found["domain"] in _MASS_DESTRUCTION]


def held(values: Values, candidate: Candidate) -> list[Values]:
    """A system that is given to a state is no programme of that state ("gave Norland *air defenses*").

    Ships and planes that are merely mentioned are so only if their name says that they are strategic.
    """
    given = candidate.trigger.dep_ in ("dobj", "conj") and _giving(candidate.trigger)
    strategic = _STRATEGIC.intersection(str(values["name"]).lower().replace("-", " ").split())
    found = [] if given else settle(values, candidate)
    return [one for one in found if strategic or one["domain"] not in _VEHICLES]


def undertaken(values: Values, candidate: Candidate) -> list[Values]:
    """What somebody builds or wants is told by that verb alone: "should build *its arsenal*"."""
    noun = candidate.trigger
    wanted = noun.dep_ == "dobj" and noun.head.lemma_ in _MAKING
    return [] if wanted else settle(values, candidate)


def made(values: Values, candidate: Candidate) -> list[Values]:
    """Who makes something available makes no such thing; nor is what is "Norland-made" one of Norland's."""
    verb = candidate.trigger
    if verb.tag_ == "VBN" and verb.dep_ == "amod":
        return []
    available = verb.lemma_ == "make" and any(word.lower_ in ("available", "ready") for word in verb.subtree)
    return [] if available else settle(values, candidate)


def _giving(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    given_up = any(child.dep_ == "prt" for child in token.head.rights)
    return token.dep_ == "dobj" and token.head.lemma_ in _CHANGING_HANDS and not given_up


def carried(values: Values, candidate: Candidate) -> list[Values]:
    """What a rocket carries into space is a satellite or the like; what a missile carries is none."""
    return [found for found in settle(values, candidate) if found["domain"] is Domain.SPACE]


def agreed(values: Values, candidate: Candidate) -> list[Values]:
    """An agreement on civil nuclear power or on space; others are about arms for somebody else."""
    peaceful = _PEACEFUL.intersection(str(values["name"]).lower().replace("-", " ").split())
    return [
        found
        for found in settle(values, candidate)
        if found["domain"] is Domain.SPACE or (found["domain"] is Domain.NUCLEAR and peaceful)
    ]


def flown(values: Values, candidate: Candidate) -> list[Values]:
    """A launch of which the verb says that it failed did."""
    verbs_around = (candidate.trigger, *step(candidate.trigger, "predicate"))
    failed = any(verb.lemma_ in _FAILURES for verb in verbs_around)
    return settle({**values, "status": ProgramStatus.FAILED} if failed else values, candidate)


def enrichment(values: Values, candidate: Candidate) -> Values | None:
    """ "Enriches uranium" tells of a programme without naming it."""
    what = candidate.fillers["what"]
    if not isinstance(what, Filler) or what.token.lemma_.lower() not in ("uranium", "plutonium"):
        return None
    return {**values, "name": Text(f"{what.token.lower_} enrichment"), "domain": Domain.NUCLEAR}


def domain_of(name: str) -> Domain | None:
    """The field that the last telling word of a name belongs to, before what it is equipped with or for."""
    words = re.split(r" (?:with|for|from) ", name.lower().replace("-", " "))[0].split()
    if "air defense" in name.lower() or "air defence" in name.lower():
        return Domain.MISSILE
    named = [_DOMAIN_OF[word] for word in reversed(words) if word in _DOMAIN_OF and _tells(word, words)]
    return named[0] if named else Domain.OTHER if _FIELDS.intersection(words) else None


def _tells(word: str, words: Iterable[str]) -> bool:
    company = _COMPANY.get(word)
    return company is None or not company.isdisjoint(words)


PROGRAM_NOUNS = frozenset({"program", "programme", "project", "arsenal", "test", "ambition"})
