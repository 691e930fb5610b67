"""How needs are told by nouns: needs, shortages, requests, bids."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.need_parts import (
    ACTS,
    ANYTHING,
    BRINGING,
    GETTING,
    GIVER,
    GIVING,
    GOODS,
    NOUN,
    OTHERS,
    PURPOSE,
    SUFFERING,
    THING,
    WHAT,
    WHO,
    need,
)

_MAKER = (
    "verb.=make|issue|launch|renew|repeat|reiterate|send|submit|file|lodge|raise|have|place|present|put|voice"
    ".subject"
)
"""Who makes a request, and does not refuse or consider one."""

FRAMES: tuple[Frame, ...] = (
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
        "need requirement thirst hunger shortage shortfall lack scarcity dearth absence deficit gap",
        "NOUN",
        role("item", "of.=access.to of for in partner.of", THING, required=True),
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
        role("needer", "poss of in among for predicate.for predicate.in predicate.among", WHO, context=True),
        name="needs include",
    ),
    need(
        "need priority requirement demand request",
        "NOUN",
        role("item", "bearer predicate.=be.for", WHAT, required=True),
        role("needer", "poss of among for in", WHO, context=True),
        name="the need is",
    ),
    need(
        "demand request appeal plea bid quest search call application subpoena cry",
        "NOUN",
        role("item", f"of.{ACTS}.of for.{ACTS}.of of for on verb.for", THING, required=True, keep="of in"),
        role("needer", f"poss by {_MAKER} verb.from from modifier", WHO, required=True),
        role("supplier", "to verb.to of.from for.from", f"{GIVER} giver actor"),
        name="request",
    ),
    need(
        "request appeal plea bid application demand",
        "NOUN",
        role("item", "modifier", "money aid weapon food medicine fuel", required=True),
        role("needer", f"poss by {_MAKER} modifier", WHO, required=True),
        name="aid request",
    ),
    need(
        "need call appeal plea request demand urgency importance",
        "NOUN",
        role("item", f"complement.={GIVING}.object infinitive.={GIVING}.object", WHAT, required=True),
        role("needer", f"{OTHERS} poss by {_MAKER}", f"{WHO} dignitary office self", required=True),
        role("supplier", "complement.subject on to", f"{GIVER} giver actor"),
        name="need for others to give",
    ),
    need(
        "need effort struggle race push scramble",
        "NOUN",
        role("item", f"complement.={BRINGING}.object infinitive.={BRINGING}.object", WHAT, required=True),
        role(
            "needer",
            " ".join(
                f"{relation}.={BRINGING}.{path}"
                for relation in ("complement", "infinitive")
                for path in ("to", "into", "object.to")
            ),
            "people place -time",
            required=True,
        ),
        name="need to bring",
    ),
    need(
        "dependence reliance dependency addiction",
        "NOUN",
        role("item", "on modifier", NOUN, required=True),
        role("needer", "poss of modifier by verb.subject", WHO, required=True),
        role("supplier", "on on.modifier on.from", GIVER),
        name="dependence",
    ),
    need(
        "need requirement demand",
        "NOUN",
        role("item", "modifier", GOODS, required=True),
        role(
            "needer",
            "poss of of.poss in among verb.=meet|cover|fulfil|fulfill.object.poss",
            WHO,
            required=True,
        ),
        name="gas needs",
    ),
    need(
        "talk negotiation discussion",
        "NOUN",
        role(
            "item",
            f"for.{ACTS}.of for on.{ACTS}.of on ~for complement.={GETTING}.object "
            f"infinitive.={GETTING}.object "
            f"clause.complement.={GETTING}.object",
            "money aid weapon fuel food medicine technology -abstract",
            required=True,
        ),
        role(
            "supplier",
            "with complement.from complement.object.from infinitive.from infinitive.object.from "
            "clause.complement.from "
            "clause.complement.object.from",
            GIVER,
            required=True,
        ),
        role("needer", "verb.subject poss of holder", GIVER, required=True),
        name="talks for",
    ),
    need(
        "bid effort attempt quest push drive need desire wish campaign request proposal application "
        "appeal way option "
        "possibility",
        "NOUN",
        role(
            "item",
            f"complement.={GETTING}|discuss|consider|negotiate.object of.={GETTING}.object",
            WHAT,
            required=True,
        ),
        role("needer", "poss verb.subject verb.subject.subject by", WHO, required=True),
        role("supplier", "complement.from", GIVER),
        name="bid to get",
    ),
)
