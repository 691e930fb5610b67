"""How needs are told: needing, seeking, asking for, depending on."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.lexicon import verbs
from kb.facts.need_parts import ANYTHING, GIVER, NEEDED, NEEDER, PURPOSE, SUFFERING, WHAT, WHO, need
from kb.facts.scarcity import of_others

_GETTING = "get|obtain|secure|acquire|buy|purchase|import|receive|raise|find|procure|borrow"
_GIVING = "|".join(sorted(verbs("supply", "give", "ship", "sell", "fund", "resume") | {"release", "let"}))
_ACTING = (
    "increase|boost|strengthen|step|expand|extend|raise|improve|restore|open|ensure|guarantee|allow|share"
)
_OTHERS = "complement.to complement.indirect complement.object.to complement.object.for complement.for"
"""Whom somebody is asked to supply, who is not always the one that asks."""
_KEPT_BY = "object.relative.=have|hold|keep|make|offer|own|possess|produce|sell|stock|store|supply.subject"
_FROM = role(
    "supplier", f"from object.from of with object.with object.modifier object.poss {_KEPT_BY}", GIVER
)

_HELP = (
    "help|assist|support|defend|protect|stand|intervene|mediate|rescue|evacuate|train|host|shelter|back|arm|"
    "equip|fund|finance|feed|work|cooperate|join|rebuild"
)
_REQUESTED = role("item", f"complement.={_HELP}", required=True, keep="dobj prep xcomp ccomp with by")

FRAMES: tuple[Frame, ...] = (
    need(
        verbs("urge"),
        "VERB",
        role("item", f"complement.={_GIVING}.object complement.={_ACTING}.object for", WHAT, required=True),
        role("needer", f"{_OTHERS} subject", f"{GIVER} people", required=True),
        role("supplier", "object on to complement.subject", f"{GIVER} giver actor", required=True),
        name="urge",
        settle=of_others,
    ),
    need(
        verbs("urge") | {"need"},
        "VERB",
        _REQUESTED,
        role("needer", "subject", f"{GIVER} self", required=True),
        role("supplier", "object on to complement.subject", "organization country place", required=True),
        name="ask to help",
        settle=of_others,
    ),
    need(
        "insist",
        "VERB",
        role("item", "on", WHAT, required=True),
        NEEDER,
        role("supplier", "on.from from", GIVER),
        name="insist",
    ),
    need(
        "turn look go come reach reach+out",
        "VERB",
        role("item", "for ~for to.for", "item access -abstract -time", required=True),
        NEEDER,
        role("supplier", "to", GIVER, required=True),
        name="turn to",
    ),
    need(
        verbs("appeal"),
        "VERB",
        role("needer", "for.for for.to subject", f"{WHO} self", required=True),
        role("item", "for", WHAT, required=True, keep="of in"),
        role("supplier", "object to from", GIVER),
        role("purpose", "infinitive", keep="of for in to with dobj prep xcomp ccomp nsubj cc conj"),
        name="appeal",
    ),
    need(
        "want seek hope plan wish try aim intend struggle fight work attempt scramble rush race need",
        "VERB",
        role("item", f"complement.={_GETTING}.object", WHAT, required=True),
        NEEDER,
        role("supplier", "complement.from", GIVER),
        role("purpose", "complement.for"),
        name="want to get",
    ),
    need(
        verbs("need"),
        "VERB",
        role("item", "object.=access.to object clause.=be.attribute listed", ANYTHING, required=True),
        NEEDER,
        role("supplier", f"from object.from object.modifier object.poss {_KEPT_BY}", GIVER),
        PURPOSE,
        name="need",
    ),
    need(
        "need require",
        "VERB",
        NEEDED,
        role("needer", "clause.subject in by among", WHO, context=True),
        PURPOSE,
        name="needed",
    ),
    need(
        verbs("lack"),
        "VERB",
        role("item", "object.=access.to object", WHAT, required=True),
        NEEDER,
        PURPOSE,
        name="lack",
    ),
    need(
        verbs("seek"),
        "VERB",
        role("item", "object", WHAT, required=True, keep="of in"),
        NEEDER,
        _FROM,
        PURPOSE,
        name="seek",
    ),
    need(
        verbs("depend"),
        "VERB",
        NEEDER,
        role("item", "for for.of", ANYTHING, required=True),
        role("supplier", "on upon", f"{GIVER} actor"),
        name="depend",
    ),
    need(
        verbs("depend"),
        "VERB",
        NEEDER,
        role("item", "on upon", WHAT, required=True),
        role("supplier", "on.from on.modifier", GIVER),
        PURPOSE,
        name="rely",
    ),
    need(
        "dependent reliant",
        "ADJ",
        NEEDER,
        role("supplier", "on upon", GIVER),
        role("item", "for clause.for for.of clause.for.of on", WHAT, required=True),
        name="dependent",
    ),
    need(
        "need want search pursuit quest",
        "NOUN",
        role("item", "of", ANYTHING, required=True),
        role("needer", "verb.=leave.object holder", WHO, required=True),
        PURPOSE,
        name="in need",
        after="in",
    ),
    need(
        "need want requirement thirst hunger shortage shortfall lack scarcity dearth absence deficit gap",
        "NOUN",
        role("item", "of.=access.to of for in partner.of", WHAT, required=True),
        role(
            "needer",
            f"poss verb.{SUFFERING}.subject verb.{SUFFERING}.subject.of among in across of.in for.in "
            "modifier verb.in verb.among partner.of.in verb.subject",
            f"{WHO} self",
            required=True,
        ),
        role("supplier", "from", GIVER),
        name="shortage",
    ),
    need(
        "need priority requirement",
        "NOUN",
        role(
            "item",
            "predicate.listed listed predicate.=include|comprise.object predicate.=be|remain.attribute",
            WHAT,
            required=True,
        ),
        role("needer", "poss of in among for", WHO, context=True),
        name="needs include",
    ),
    need(
        "need priority requirement",
        "NOUN",
        role("item", "bearer", WHAT, required=True),
        role("needer", "poss of among for in", WHO, context=True),
        name="the need is",
    ),
    need(
        "demand request appeal plea bid quest search call application subpoena cry dependence reliance",
        "NOUN",
        role("item", "of for on verb.for", WHAT, required=True, keep="of in"),
        role("needer", "poss by verb.subject verb.from from modifier", WHO, required=True),
        role("supplier", "to verb.to of.from for.from", GIVER),
        name="request",
    ),
    need(
        "talk negotiation discussion",
        "NOUN",
        role("item", "for on ~for", "money aid weapon -abstract", required=True),
        role("supplier", "with", GIVER, required=True),
        role("needer", "verb.subject poss of holder", GIVER, required=True),
        name="talks for",
    ),
    need(
        "bid effort attempt quest push drive need desire wish campaign",
        "NOUN",
        role("item", f"complement.={_GETTING}.object", WHAT, required=True),
        role("needer", "poss verb.subject by", WHO, required=True),
        role("supplier", "complement.from", GIVER),
        name="bid to get",
    ),
)
