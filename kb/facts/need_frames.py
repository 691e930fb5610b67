"""How needs are told: lacking, seeking, asking for, depending on, doing without."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kb.facts.frames import Frame, Role, frame, role
from kb.facts.lexicon import verbs
from kb.facts.need import Need
from kb.facts.scarcity import having_none, not_enough, without

_WHO = "actor people place"
_GIVER = "person organization country place"
_WHAT = "item access -abstract"
_ANYTHING = "thing"
_BASICS = (
    "food water medicine shelter fuel electricity power heating gas healthcare internet education housing aid"
)
_GETTING = "get|obtain|secure|acquire|buy|purchase|import|receive|raise|find|procure|borrow"
_GIVING = "|".join(sorted(verbs("supply", "give", "ship", "sell", "fund", "resume") | {"release", "let"}))
_PURPOSE = role(
    "purpose", "for infinitive", "-country -time", keep="of for in to with dobj prep xcomp ccomp nsubj"
)
_KEPT_BY = "object.relative.=have|hold|keep|make|offer|own|possess|produce|sell|stock|store|supply.subject"
_FROM = role(
    "supplier", f"from object.from of with object.with object.modifier object.poss {_KEPT_BY}", _GIVER
)
_NEEDED = role("item", "object", _WHAT, required=True)
_NEEDER = role("needer", "subject", _WHO, required=True)


def _need(triggers: Iterable[str] | str, pos: str, *roles: Role, **options: Any) -> Frame:
    return frame(Need, triggers, pos, *roles, **options)


FRAMES: tuple[Frame, ...] = (
    _need(
        verbs("urge"),
        "VERB",
        role("item", f"complement.={_GIVING}.object for", _WHAT, required=True),
        role("needer", "subject", _GIVER, required=True),
        role("supplier", "object on to complement.subject", _GIVER, required=True),
        name="urge",
    ),
    _need(
        verbs("appeal"),
        "VERB",
        _NEEDER,
        role("item", "for", _WHAT, required=True, keep="of in"),
        role("supplier", "object to from", _GIVER),
        role("purpose", "infinitive", keep="of for in to with dobj prep xcomp ccomp nsubj cc conj"),
        name="appeal",
    ),
    _need(
        "run+out run+low run+short",
        "VERB",
        _NEEDER,
        role("item", "out.of of on low.on short.of out_of short_of low_on", _ANYTHING, required=True),
        _PURPOSE,
        name="run out of",
    ),
    _need(
        "run+out run+low run+short dwindle",
        "VERB",
        role("item", "subject", "food medicine shelter fuel weapon money aid item", required=True),
        role("needer", "in at for", _WHO, context=True),
        _PURPOSE,
        name="run out",
    ),
    _need(
        "want seek hope plan wish try aim intend struggle fight work attempt scramble rush race need",
        "VERB",
        role("item", f"complement.={_GETTING}.object", _WHAT, required=True),
        _NEEDER,
        role("supplier", "complement.from", _GIVER),
        role("purpose", "complement.for"),
        name="want to get",
    ),
    _need(
        verbs("need"),
        "VERB",
        role("item", "object.=access.to object", _ANYTHING, required=True),
        _NEEDER,
        role("supplier", f"from object.from object.modifier object.poss {_KEPT_BY}", _GIVER),
        _PURPOSE,
        name="need",
    ),
    _need(
        "need require",
        "VERB",
        _NEEDED,
        role("needer", "clause.subject in by among", _WHO, context=True),
        _PURPOSE,
        name="needed",
    ),
    _need(
        verbs("lack"),
        "VERB",
        role("item", "object.=access.to object", _WHAT, required=True),
        _NEEDER,
        _PURPOSE,
        name="lack",
    ),
    _need(
        verbs("seek"),
        "VERB",
        role("item", "object", _WHAT, required=True, keep="of in"),
        _NEEDER,
        _FROM,
        _PURPOSE,
        name="seek",
    ),
    _need(
        verbs("depend"),
        "VERB",
        _NEEDER,
        role("item", "for for.of", _ANYTHING, required=True),
        role("supplier", "on upon", f"{_GIVER} actor"),
        name="depend",
    ),
    _need(
        verbs("depend"),
        "VERB",
        _NEEDER,
        role("item", "on upon", _WHAT, required=True),
        role("supplier", "on.from on.modifier", _GIVER),
        _PURPOSE,
        name="rely",
    ),
    _need(
        "dependent reliant",
        "ADJ",
        _NEEDER,
        role("supplier", "on upon", _GIVER),
        role("item", "for clause.for for.of clause.for.of on", _WHAT, required=True),
        name="dependent",
    ),
    _need(
        "short low desperate",
        "ADJ",
        _NEEDER,
        role("item", "of on for", _WHAT, required=True),
        name="short",
    ),
    _need(
        "scarce",
        "ADJ",
        role("item", "subject", _WHAT, required=True),
        role("needer", "in among clause.in", _WHO, context=True),
        name="scarce",
    ),
    _need(
        "enough insufficient inadequate",
        "ADJ",
        role("item", "bearer", _WHAT, required=True),
        role("needer", "clause.subject bearer.for bearer.in", _WHO, required=True),
        role("purpose", "bearer.infinitive clause.infinitive", keep="dobj prep"),
        name="not enough",
        denial=True,
        settle=not_enough,
    ),
    _need(
        "need want",
        "NOUN",
        role("item", "of", _ANYTHING, required=True),
        role("needer", "verb.=leave.object holder", _WHO, required=True),
        _PURPOSE,
        name="in need",
        after="in",
    ),
    _need(
        "need want requirement thirst hunger shortage shortfall lack scarcity dearth absence deficit gap",
        "NOUN",
        role("item", "of.=access.to of for in", _WHAT, required=True),
        role(
            "needer",
            "poss verb.subject verb.subject.of among in across modifier verb.in of.in for.in",
            _WHO,
            required=True,
        ),
        role("supplier", "from", _GIVER),
        name="shortage",
    ),
    _need(
        "need priority requirement",
        "NOUN",
        role(
            "item", "predicate.=include|comprise.object predicate.=be|remain.attribute", _WHAT, required=True
        ),
        role("needer", "poss of in among for", _WHO, context=True),
        name="needs include",
    ),
    _need(
        "need priority requirement",
        "NOUN",
        role("item", "bearer", _WHAT, required=True),
        role("needer", "poss of among for in", _WHO, context=True),
        name="the need is",
    ),
    _need(
        "demand request appeal plea bid quest search call application subpoena cry dependence reliance",
        "NOUN",
        role("item", "of for on verb.for", _WHAT, required=True, keep="of in"),
        role("needer", "poss by verb.subject verb.from from modifier", _WHO, required=True),
        role("supplier", "to verb.to of.from for.from", _GIVER),
        name="request",
    ),
    _need(
        "shortage shortfall deficit gap outage blackout crisis",
        "NOUN",
        role("item", "modifier", _WHAT, required=True),
        role("needer", "poss verb.subject verb.subject.of in.modifier", _WHO, required=True),
        name="fuel shortage",
        under="face experience suffer confront endure see have meet report grapple struggle battle fill",
    ),
    _need(
        "shortage shortfall deficit outage",
        "NOUN",
        role("item", "modifier of", _WHAT, required=True),
        role("needer", "in across at", _WHO, required=True),
        name="shortage in",
    ),
    _need(
        "have",
        "VERB",
        role("item", "object.=access.to object", _WHAT, required=True),
        _NEEDER,
        name="have no",
        denial=True,
        settle=having_none,
    ),
    _need(
        "access",
        "NOUN",
        role("item", "to", _WHAT, required=True),
        role("needer", "verb.subject holder poss predicate.in predicate.for for in", _WHO, required=True),
        name="no access",
        denial=True,
        settle=without,
    ),
    _need(
        _BASICS,
        "NOUN",
        role("needer", "verb.=leave.object holder", _WHO, required=True),
        role("item", "self"),
        name="without",
        after="without",
    ),
)
