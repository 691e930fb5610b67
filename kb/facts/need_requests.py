"""How needs are told by what is asked for: appealing, urging others to give, insisting, turning to."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.lexicon import verbs
from kb.facts.need_parts import ACTS, GIVER, GIVING, NEEDER, OTHERS, THING, WHAT, WHO, need
from kb.facts.scarcity import of_others

_ACTING = (
    "increase|boost|strengthen|step|expand|extend|raise|improve|restore|open|ensure|guarantee|allow|share"
)
_HELP = (
    "help|assist|support|defend|protect|stand|intervene|mediate|rescue|evacuate|train|host|shelter|back|arm|"
    "equip|fund|finance|feed|work|cooperate|join|rebuild"
)
_REQUESTED = role("item", f"complement.={_HELP}", required=True, keep="dobj prep xcomp ccomp with by")

FRAMES: tuple[Frame, ...] = (
    need(
        verbs("appeal", "need", "seek"),
        "VERB",
        role("item", "for object", "money", required=True),
        role("needer", "subject.=plan|appeal|response|programme|program", required=True),
        name="plan calls for",
    ),
    need(
        verbs("appeal"),
        "VERB",
        role("needer", "for.for for.to", "people organization country", required=True),
        role("item", f"for.{ACTS}.of for to.for", THING, required=True, keep="of in"),
        role("supplier", "object to from on for.from", GIVER),
        role("purpose", "infinitive", keep="of for in to with dobj prep xcomp ccomp nsubj cc conj"),
        name="appeal for others",
    ),
    need(
        verbs("appeal"),
        "VERB",
        role("needer", "subject", f"{WHO} self", required=True),
        role("item", f"for.{ACTS}.of for to.for", THING, required=True, keep="of in"),
        role("supplier", "object to from on for.from", GIVER),
        role("purpose", "infinitive", keep="of for in to with dobj prep xcomp ccomp nsubj cc conj"),
        name="appeal",
    ),
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
        role("item", "for ~for to.for", "thing access -abstract -act -time -date", required=True),
        NEEDER,
        role("supplier", "to", GIVER, required=True),
        name="turn to",
    ),
    need(
        verbs("appeal"),
        "VERB",
        role("needer", "complement.to subject", f"{WHO} self", required=True),
        role("item", f"complement.={GIVING}.object", THING, required=True, keep="of in"),
        role("supplier", "object to from", GIVER),
        role("purpose", "infinitive", keep="of for in to with dobj prep xcomp ccomp nsubj cc conj"),
        name="appeal to give",
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
        "urge advocate recommend",
        "VERB",
        role("item", "object", "money aid access", required=True, keep="of in"),
        NEEDER,
        name="urge for",
    ),
)
