"""Need: an actor lacks, seeks or depends on something."""

from __future__ import annotations

from dataclasses import dataclass

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.model import Name, Text


@dataclass(frozen=True, kw_only=True)
class Need(Fact):
    """`needer` needs `item`, from `supplier`, for `purpose`."""

    TYPE = "need"
    DIRECT = "needs"
    ENDS = ("needer", "item")

    needer: Name = slot(key=True, required=True)
    item: Text = slot(key=True, required=True)
    supplier: Name | None = slot()
    purpose: Text | None = slot()


_WHO = "actor people place"
_GIVER = "person organization country place"
_WHAT = "item access -abstract"
_ANYTHING = "thing"
_PURPOSE = role("purpose", "for", keep="of for in to")
_FROM = role("supplier", "from of with", _GIVER)

FRAMES: tuple[Frame, ...] = (
    frame(
        Need,
        verbs("urge"),
        "VERB",
        role("item", "complement.object for", _WHAT, required=True),
        role("needer", "subject", _GIVER, required=True),
        role("supplier", "object on to", _GIVER, required=True),
        _PURPOSE,
        name="urge",
    ),
    frame(
        Need,
        verbs("appeal"),
        "VERB",
        role("needer", "subject", _WHO, required=True),
        role("item", "for", _WHAT, required=True, keep="of in"),
        role("supplier", "object to from", _GIVER),
        name="appeal",
    ),
    frame(
        Need,
        "run+out run+low run+short",
        "VERB",
        role("needer", "subject", _WHO, required=True),
        role("item", "out.of of on low.on short.of out_of", _ANYTHING, required=True),
        _PURPOSE,
        name="run",
    ),
    frame(
        Need,
        "want seek hope plan wish try aim intend struggle fight work attempt",
        "VERB",
        role("item", "complement.object", _WHAT, required=True),
        role("needer", "subject", _WHO, required=True),
        role("supplier", "complement.from", _GIVER, required=True),
        role("purpose", "complement.for"),
        name="want",
    ),
    frame(
        Need,
        verbs("need"),
        "VERB",
        role("item", "object", _ANYTHING, required=True),
        role("needer", "subject", _WHO, required=True),
        role("supplier", "from", _GIVER),
        _PURPOSE,
        name="need",
    ),
    frame(
        Need,
        "need",
        "VERB",
        role("item", "object", _WHAT, required=True),
        role("needer", "clause.subject", _WHO, required=True),
        _PURPOSE,
        name="needed",
    ),
    frame(
        Need,
        verbs("lack"),
        "VERB",
        role("item", "object", _WHAT, required=True),
        role("needer", "subject", _WHO, required=True),
        _PURPOSE,
        name="lack",
    ),
    frame(
        Need,
        verbs("seek"),
        "VERB",
        role("item", "object", _WHAT, required=True, keep="of in"),
        role("needer", "subject", _WHO, required=True),
        _FROM,
        _PURPOSE,
        name="seek",
    ),
    frame(
        Need,
        verbs("depend"),
        "VERB",
        role("needer", "subject", _WHO, required=True),
        role("supplier", "on upon", _GIVER, required=True),
        role("item", "for", _ANYTHING, required=True),
        name="depend",
    ),
    frame(
        Need,
        verbs("depend"),
        "VERB",
        role("needer", "subject", _WHO, required=True),
        role("item", "on upon", _WHAT, required=True),
        role("supplier", "on.from on.modifier", _GIVER),
        _PURPOSE,
        name="rely",
    ),
    frame(
        Need,
        "dependent reliant",
        "ADJ",
        role("needer", "subject", _WHO, required=True),
        role("supplier", "on upon", _GIVER),
        role("item", "for on", _WHAT, required=True),
        name="dependent",
    ),
    frame(
        Need,
        "short low desperate",
        "ADJ",
        role("needer", "subject", _WHO, required=True),
        role("item", "of on for", _WHAT, required=True),
        name="short",
    ),
    frame(
        Need,
        "needed much-needed badly-needed urgently-needed desperately-needed sorely-needed",
        "ADJ",
        role("item", "bearer", _WHAT, required=True),
        role("needer", "clause.subject", _WHO, required=True),
        name="much-needed",
    ),
    frame(
        Need,
        "need want",
        "NOUN",
        role("item", "of", _ANYTHING, required=True),
        role("needer", "verb.=leave.object holder", _WHO, required=True),
        _PURPOSE,
        name="in need",
        after="in",
    ),
    frame(
        Need,
        "need want requirement thirst hunger shortage shortfall lack scarcity dearth absence deficit",
        "NOUN",
        role("item", "of for in", _WHAT, required=True),
        role("needer", "poss verb.subject verb.subject.of among modifier", _WHO, required=True),
        role("supplier", "from", _GIVER),
        name="shortage",
    ),
    frame(
        Need,
        "demand request appeal plea bid quest search call application subpoena cry tender dependence dependency "
        "reliance",
        "NOUN",
        role("item", "of for on", _WHAT, required=True, keep="of in"),
        role("needer", "poss by verb.subject verb.from from modifier", _WHO, required=True),
        role("supplier", "to verb.to of.from for.from", _GIVER),
        name="request",
    ),
    frame(
        Need,
        "shortage shortfall deficit gap outage blackout crisis",
        "NOUN",
        role("item", "modifier", _WHAT, required=True),
        role("needer", "poss verb.subject verb.subject.of in.modifier", _WHO, required=True),
        name="fuel shortage",
        under="face experience suffer confront endure see have meet report "
        "grapple struggle battle cause fill close",
    ),
    frame(
        Need,
        "shortage shortfall deficit",
        "NOUN",
        role("item", "modifier of", _WHAT, required=True),
        role("needer", "in across at", _WHO, required=True),
        name="shortage in",
    ),
)
