"""How verbs tell of supplies by who gives: supply, give, back, fund, feed, train."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_parts import BY, COLLECTIVE, GOODS, RECIPIENT, SENDER, TAKER, TRANSFERS, WHAT
from kb.facts.supply_status import settle

_DITRANSITIVE = "give send sell offer lend grant hand provide promise pay supply award loan"
_CARE = "shelter|camp|hospital|clinic|school|tent|kitchen|well|latrine|ward|canteen|borehole|toilet|classroom"
"""What is set up somewhere for those who live there."""


def _set_up(what: str, to_whom: str) -> Frame:
    """A frame on what is built for somebody: the lemmas of the things, the paths to those they are for."""
    return frame(
        Supply,
        "set+up build open establish erect",
        "VERB",
        role("supplier", BY, f"{SENDER} -person", required=True),
        role("item", f"object.={what}", required=True),
        role("recipient", to_whom, TAKER, required=True),
        name="set up",
        settle=settle,
    )


FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        "airdrop air-drop drop parachute",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("item", "object", f"{GOODS} item", required=True),
        role("recipient", "over object.over", TAKER, required=True),
        name="airdrop",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("supply", "equip", "give", "ship", "sell") | {"announce", "approve"},
        "VERB",
        role("supplier", BY, SENDER, context=True),
        role("item", "~including", GOODS, required=True, keep="of in"),
        role("recipient", f"{RECIPIENT} object", f"{TAKER} -thing", context=True),
        name="give including",
        also=True,
        settle=settle,
    ),
    frame(
        Supply,
        verbs("equip"),
        "VERB",
        role("supplier", BY, SENDER, context=True),
        role("item", f"through.{TRANSFERS}.of through.of through", GOODS, required=True, keep="of in"),
        role("recipient", "object", f"{TAKER} -item", required=True),
        name="reach through",
        settle=settle,
    ),
    frame(
        Supply,
        "support back fund finance aid assist",
        "VERB",
        role("item", "by with to.=tune.of", "money", required=True),
        role("supplier", f"subject.bearer {BY}", SENDER, required=True),
        role("recipient", "object", TAKER, required=True),
        name="support by",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("supply", "equip"),
        "VERB",
        role("supplier", BY, SENDER, context=True),
        role("item", "with object.with", WHAT, required=True),
        role("recipient", "object", TAKER, required=True),
        name="supply with",
        settle=settle,
    ),
    frame(
        Supply,
        "back bolster reinforce flood shower inundate present fuel stoke inflame sustain ply",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("item", "with", f"{GOODS} force service", required=True),
        role("recipient", "object", TAKER, required=True),
        name="back with",
        settle=settle,
    ),
    frame(
        Supply,
        "back support aid",
        "VERB",
        role("item", "subject", f"{GOODS} force", required=True),
        role("supplier", "subject.modifier subject.from subject.poss", SENDER, required=True),
        role("recipient", "object", TAKER, required=True),
        name="backed by goods",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        _DITRANSITIVE,
        "VERB",
        role("recipient", "object.modifier", "country -demonym", required=True),
        role("supplier", BY, SENDER, required=True),
        role("item", "object", GOODS, required=True, keep="of in"),
        name="give them",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("supply", "give", "ship", "sell"),
        "VERB",
        role("supplier", BY, SENDER, context=True),
        role("recipient", RECIPIENT, TAKER, context=True),
        role("item", f"object {COLLECTIVE} listed", WHAT, required=True, keep="of in"),
        name="give",
        settle=settle,
    ),
    frame(
        Supply,
        "arm",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("recipient", "object", "organization country people actor", required=True),
        name="arm",
        item="arms",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("fund"),
        "VERB",
        role("supplier", BY, SENDER, context=True),
        role("recipient", "object", TAKER, required=True),
        name="fund",
        item="funding",
        settle=settle,
    ),
    frame(
        Supply,
        "support back",
        "VERB",
        role("supplier", "subject", "organization country", context=True),
        role("recipient", "object", "organization people country society", required=True),
        name="support",
        item="support",
        status=SupplyStatus.ONGOING,
        settle=settle,
    ),
    _set_up(f"{_CARE}|housing|house|home|centre|center|unit", "for object.for ~for"),
    _set_up(_CARE, "in object.in ~in"),
    frame(
        Supply,
        "treat",
        "VERB",
        role("supplier", BY, "organization country", required=True),
        role("recipient", "object", "people", required=True),
        name="treat",
        item="treatment",
        settle=settle,
    ),
    frame(
        Supply,
        "train",
        "VERB",
        role("supplier", BY, "organization country", required=True),
        role("recipient", "object", "people force actor", required=True),
        name="train",
        item="training",
        settle=settle,
    ),
    frame(
        Supply,
        "feed",
        "VERB",
        role("supplier", BY, "organization country giver", required=True),
        role("recipient", "object", "people country", required=True),
        name="feed",
        item="food",
        settle=settle,
    ),
    frame(
        Supply,
        "vaccinate immunize immunise inoculate",
        "VERB",
        role("supplier", BY, "organization", required=True),
        role("recipient", "object", "people", required=True),
        name="vaccinate",
        item="vaccines",
        settle=settle,
    ),
)
