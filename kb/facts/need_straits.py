"""How straits are told: what shortages do, stocks that are used up, what cannot be had or done without."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.lexicon import nouns, verbs
from kb.facts.need_parts import BASICS, GIVER, GOODS, NEEDER, PURPOSE, STOCKS, WHAT, WHO, need
from kb.facts.scarcity import at_stake, below, due, mostly, not_yet, predicative, unless, unmet, with_none

_STRIKING = (
    "=hit|affect|plague|cripple|paralyze|paralyse|hamper|hobble|force|leave|prevent|ground|threaten|beset|dog|strike|"
    "afflict|ravage|compel|keep|stop|push|drive|grip|blight|halt|idle|shut|close"
)
"""What shortages do to those who have them."""
_DEARTH = "shortage shortfall lack scarcity dearth absence deficit outage blackout"
_STRUCK = " ".join(
    f"{verb}.{_STRIKING}.object{end}" for verb in ("predicate", "verb") for end in ("", ".of", ".of.poss")
)
_WANTING = (
    ("understaffed", "staff", "understaffed undermanned short-staffed shorthanded short-handed"),
    ("underfunded", "funding", "underfunded underfinanced under-funded cash-strapped cash-starved"),
    (
        "underequipped",
        "equipment",
        "underequipped under-equipped ill-equipped under-resourced underresourced",
    ),
    ("undersupplied", "supplies", "undersupplied under-supplied undersupported"),
)
"""Adjectives that say by themselves what somebody has too little of."""
_FUNDS = (nouns("item") | {"resource", "supply", "donor"}) - BASICS

FRAMES: tuple[Frame, ...] = (
    need(
        _DEARTH,
        "NOUN",
        role("item", "of modifier", f"{GOODS} service item -abstract", required=True),
        role("needer", _STRUCK, WHO, required=True),
        name="shortages hit",
    ),
    need(
        _DEARTH,
        "NOUN",
        role("item", "of modifier", f"{GOODS} service item -abstract", required=True),
        role("needer", "clause.subject clause.in", WHO, required=True),
        name="amid shortages",
        after="amid amidst despite due of to because",
    ),
    need(
        verbs("supply", "give", "ship") | {"reach", "get", "allow", "bring"},
        "VERB",
        role("item", "object subject", f"{GOODS} service item", required=True),
        role("needer", "to into indirect object for", "people place organization -time", required=True),
        name="must be given",
        settle=due,
    ),
    need(
        "available accessible",
        "ADJ",
        role("item", "clause.=make.object", f"{GOODS} service item", required=True),
        role("needer", "to for", "people place organization", required=True),
        name="must be made available",
        settle=due,
    ),
    need(
        "ration",
        "VERB",
        role("item", "object", f"{GOODS} service item", required=True),
        role("needer", "in at across clause.in", WHO, required=True),
        name="rationed",
    ),
    need(
        "receive get obtain",
        "VERB",
        role("item", "object", f"{GOODS} item", required=True),
        NEEDER,
        name="yet to receive",
        denial=True,
        settle=not_yet,
    ),
    *(need(words, "ADJ", NEEDER, name=name, item=item, settle=predicative) for name, item, words in _WANTING),
    need(
        "exhaust deplete use+up",
        "VERB",
        role("item", f"{STOCKS.replace('subject', 'object')} object", f"{GOODS} item", required=True),
        role("needer", "object.in object.at object.of.in object.poss in", WHO, context=True),
        name="exhausted",
    ),
    need(
        "short+supply",
        "NOUN",
        role("item", "holder", f"{GOODS} item", required=True),
        role("needer", "in at clause.in clause.at clause.for", WHO, context=True),
        name="in short supply",
        after="in",
    ),
    need(
        "eat",
        "VERB",
        role("needer", "clause.subject clause.for", WHO, required=True),
        name="enough to eat",
        denial=True,
        settle=unmet,
        item="food",
    ),
    need(
        "feed",
        "VERB",
        role(
            "mouths", "object.=family|child|themselves|household|population|people|baby|infant", required=True
        ),
        NEEDER,
        name="cannot feed",
        denial=True,
        settle=below,
        item="food",
    ),
    need(
        "buy obtain import access",
        "VERB",
        role("item", "object", f"{GOODS} access", required=True),
        NEEDER,
        name="cannot get",
        denial=True,
        settle=below,
    ),
    need(
        "survive+on live+on subsist+on",
        "VERB",
        role("item", "on", "food aid", required=True),
        NEEDER,
        role("supplier", "on.from on.modifier", GIVER),
        name="survive on",
    ),
    need(
        "import",
        "VERB",
        role("item", "object", "food fuel medicine mineral technology weapon item", required=True),
        NEEDER,
        role("supplier", "from object.from", GIVER),
        name="must import",
        settle=mostly,
    ),
    need(
        "receive get obtain secure raise",
        "VERB",
        role("item", "object", WHAT, required=True),
        NEEDER,
        PURPOSE,
        name="unless it gets",
        denial=True,
        settle=unless,
    ),
    need(
        _FUNDS,
        "NOUN",
        role("needer", "holder", "organization country people actor", required=True),
        role("item", "self", keep="of from"),
        name="without funds",
        after="without",
        settle=at_stake,
    ),
    need(
        nouns("food", "medicine", "shelter", "fuel") | {"electricity", "power", "money", "cash", "aid"},
        "NOUN",
        role("needer", "verb.=leave.object holder", "people organization country", required=True),
        role("item", "self"),
        name="with none",
        after="with",
        denial=True,
        settle=with_none,
    ),
)
