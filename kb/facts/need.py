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
_GIVER = "person organization country"
_WHAT = "item -abstract"
_PURPOSE = role("purpose", "for to_help", keep="of for in to")

FRAMES: tuple[Frame, ...] = (
    frame(
        Need,
        verbs("urge"),
        "VERB",
        role("needer", "subject", _GIVER, required=True),
        role("supplier", "object on", _GIVER, required=True),
        role("item", "complement.object for", _WHAT, required=True),
        _PURPOSE,
        name="urge",
    ),
    frame(
        Need,
        verbs("appeal"),
        "VERB",
        role("needer", "subject", _WHO, required=True),
        role("item", "for", _WHAT, required=True),
        role("supplier", "object to from", _GIVER),
        _PURPOSE,
        name="appeal",
    ),
    frame(
        Need,
        "run+out run+low run+short",
        "VERB",
        role("needer", "subject", _WHO, required=True),
        role("item", "out.of of on low.on short.of", _WHAT, required=True),
        name="run",
    ),
    frame(
        Need,
        "want seek hope plan wish try aim intend",
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
        role("item", "object", "-abstract -clause -actor -person -country", required=True),
        role("needer", "subject", _WHO, required=True),
        role("supplier", "from", _GIVER),
        _PURPOSE,
        name="need",
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
        role("item", "object", _WHAT, required=True),
        role("needer", "subject", _WHO, required=True),
        role("supplier", "from of with", _GIVER),
        _PURPOSE,
        name="seek",
    ),
    frame(
        Need,
        verbs("depend"),
        "VERB",
        role("needer", "subject", _WHO, required=True),
        role("supplier", "on upon", _GIVER, required=True),
        role("item", "for", _WHAT, required=True),
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
        "short low",
        "ADJ",
        role("needer", "subject", _WHO, required=True),
        role("item", "of on", _WHAT, required=True),
        name="short",
    ),
    frame(
        Need,
        "need want",
        "NOUN",
        role("item", "of", "-abstract -clause", required=True),
        role("needer", "holder", _WHO, required=True),
        _PURPOSE,
        name="in need",
        after="in",
    ),
    frame(
        Need,
        "need shortage lack scarcity shortfall dearth absence demand request appeal plea bid quest search call thirst "
        "hunger requirement dependence dependency reliance application deficit",
        "NOUN",
        role("item", "of for in on", _WHAT, required=True),
        role("needer", "poss from by verb.subject verb.from holder", _WHO, required=True),
        role("supplier", "to verb.to", _GIVER),
        name="shortage",
    ),
    frame(
        Need,
        "shortage shortfall deficit",
        "NOUN",
        role("item", "modifier", _WHAT, required=True),
        role("needer", "in poss verb.subject", _WHO, required=True),
        name="fuel shortage",
    ),
)
