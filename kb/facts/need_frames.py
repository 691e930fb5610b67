"""How needs are told by verbs and adjectives: needing, seeking, asking for, depending on."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.lexicon import verbs
from kb.facts.need_parts import (
    ANYTHING,
    GETTING,
    GIVER,
    GIVING,
    GOODS,
    NEEDED,
    NEEDER,
    NOUN,
    OTHERS,
    PURPOSE,
    THING,
    WHAT,
    WHO,
    need,
)
from kb.facts.scarcity import of_others, would

_ACTING = (
    "increase|boost|strengthen|step|expand|extend|raise|improve|restore|open|ensure|guarantee|allow|share"
)
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
        verbs("urge") | {"demand", "insist", "propose", "recommend", "hope", "wish"},
        "VERB",
        role("item", f"complement.={GIVING}.object complement.={_ACTING}.object for", WHAT, required=True),
        role("needer", f"{OTHERS} subject", f"{GIVER} people", required=True),
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
        role("item", "on", THING, required=True),
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
        role("needer", "for.for for.to complement.to", "people organization country", required=True),
        role("item", f"for complement.={GIVING}.object", THING, required=True, keep="of in"),
        role("supplier", "object to from", GIVER),
        role("purpose", "infinitive", keep="of for in to with dobj prep xcomp ccomp nsubj cc conj"),
        name="appeal for others",
    ),
    need(
        verbs("appeal"),
        "VERB",
        role("needer", "subject", f"{WHO} self", required=True),
        role("item", f"for complement.={GIVING}.object", THING, required=True, keep="of in"),
        role("supplier", "object to from", GIVER),
        role("purpose", "infinitive", keep="of for in to with dobj prep xcomp ccomp nsubj cc conj"),
        name="appeal",
    ),
    need(
        verbs("await"),
        "VERB",
        role("needer", "for.for for.to complement.to subject", f"{WHO} self", required=True),
        role("item", f"for complement.={GIVING}.object", WHAT, required=True, keep="of in"),
        role("supplier", "object to from", GIVER),
        role("purpose", "infinitive", keep="of for in to with dobj prep xcomp ccomp nsubj cc conj"),
        name="look for",
    ),
    need(
        "want seek hope plan wish try aim intend struggle fight work attempt scramble rush race need look "
        "bid ask apply",
        "VERB",
        role("item", f"complement.={GETTING}.object", WHAT, required=True),
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
        role("needer", "clause.subject in by among for", WHO, context=True),
        PURPOSE,
        name="needed",
    ),
    need(
        verbs("lack"),
        "VERB",
        role("item", "object.=access.to object", THING, required=True),
        NEEDER,
        PURPOSE,
        name="lack",
    ),
    need(
        verbs("seek"),
        "VERB",
        role("item", "object", NOUN, required=True, keep="of in"),
        NEEDER,
        _FROM,
        PURPOSE,
        name="seek",
    ),
    need(
        verbs("want"),
        "VERB",
        role("item", "object", WHAT, required=True, keep="of in"),
        NEEDER,
        _FROM,
        PURPOSE,
        name="want",
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
        role("item", "on upon", NOUN, required=True),
        role("supplier", "on.from on.modifier", GIVER),
        PURPOSE,
        name="rely",
    ),
    need(
        verbs("seek", "want") | {"need"},
        "VERB",
        NEEDER,
        role("item", "complement.subject", GOODS, required=True),
        role("supplier", "complement.subject.from", GIVER),
        PURPOSE,
        name="want for",
    ),
    need(
        "like",
        "VERB",
        role("item", f"object complement.={GETTING}.object", WHAT, required=True),
        NEEDER,
        role("supplier", "from object.from complement.from", GIVER),
        name="would like",
        settle=would,
    ),
    need(
        "keen eager anxious desperate interested",
        "ADJ",
        NEEDER,
        role("item", f"complement.={GETTING}.object in.={GETTING}.object", WHAT, required=True),
        role("supplier", "complement.from in.from", GIVER),
        name="keen to get",
    ),
    need(
        "dependent reliant",
        "ADJ",
        NEEDER,
        role("supplier", "on upon", GIVER),
        role("item", "for clause.for for.of clause.for.of on.for on", THING, required=True),
        name="dependent",
    ),
)
