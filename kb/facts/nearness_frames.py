"""How language tells what places lie near: prepositions, borders, directions, distances, neighbours."""

from __future__ import annotations

from kb.facts.containment import Containment, PlaceRelation
from kb.facts.containment_frames import CONTAINER, HERE, PLACE
from kb.facts.containment_settling import ashore, direction, near, outskirts
from kb.facts.containment_words import COMPASS, SUBURBS
from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import nouns

_BORDER = "=border|frontier|coast|shore|edge|outskirts|boundary"
_CLOSE = (
    "near off outside beside opposite close_to next_to near.modifier close_to.modifier on.with along.with "
    f"at.with by.with near.with near.{_BORDER}.of off.=coast|shore.of near.{_BORDER}.between "
    f"on.{_BORDER}.between on.{_BORDER}.modifier along.{_BORDER}.modifier on.{_BORDER}.of "
    f"far_from far_from.{_BORDER}.modifier"
)
_FROM = f"from from.{_BORDER}.modifier from.{_BORDER}.with"
_WATER = "water -demonym"

FRAMES: tuple[Frame, ...] = (
    frame(
        Containment,
        SUBURBS,
        "NOUN",
        role("place", "apposition bearer before of", "place proper", required=True),
        role("within", "of poss modifier", "place", required=True),
        name="suburb",
        also=True,
        settle=outskirts,
    ),
    frame(
        Containment,
        nouns("settlement", "facility"),
        "NOUN",
        role("place", "of bearer before", "place proper", required=True),
        role("within", "on.=coast|shore|bank.of on", _WATER, required=True),
        name="sort ashore",
        also=True,
        relation=PlaceRelation.NEAR,
        settle=ashore,
    ),
    frame(
        Containment,
        "face overlook",
        "VERB",
        role("place", "subject", "place", required=True),
        role("within", "object", _WATER, required=True),
        name="face",
        relation=PlaceRelation.NEAR,
        settle=ashore,
    ),
    frame(
        Containment,
        nouns("settlement", "region", "facility"),
        "NOUN",
        role("place", "bearer before modifier", "place proper -country -demonym", required=True),
        role("within", f"{_CLOSE} in.near in.near.with", CONTAINER, required=True),
        name="sort near",
        also=True,
        relation=PlaceRelation.NEAR,
        settle=near,
    ),
    frame(
        Containment,
        PLACE,
        "MENTION",
        HERE,
        role("within", _CLOSE, CONTAINER, required=True),
        name="near",
        relation=PlaceRelation.NEAR,
        settle=near,
    ),
    frame(
        Containment,
        "locate situate lie sit stand build construct erect station",
        "VERB",
        role("place", "subject object", PLACE, required=True),
        role("within", f"{_CLOSE} {_FROM}", CONTAINER, required=True),
        name="lie",
        relation=PlaceRelation.NEAR,
        settle=near,
    ),
    frame(
        Containment,
        COMPASS,
        "PLACE",
        role("place", "including before above above.bearer bearer", f"{PLACE} -organization", required=True),
        role("within", "of from", CONTAINER, required=True),
        name="direction",
        settle=direction,
    ),
    frame(
        Containment,
        "kilometer kilometre km mile hour minute meter metre",
        "NOUN",
        role("place", "bearer before above clause.subject earlier", f"{PLACE} -organization", required=True),
        role("within", f"{_FROM} off away.from away_from", CONTAINER, required=True),
        name="distance",
        relation=PlaceRelation.NEAR,
        settle=near,
    ),
    frame(
        Containment,
        "neighboring neighbouring nearby adjacent adjoining neighbor neighbour",
        "PLACE",
        role("place", "bearer before", "place proper", required=True),
        role("within", "bearer.partner earlier clause.subject", "country -pronoun", required=True),
        name="neighbour",
        relation=PlaceRelation.NEAR,
        settle=near,
    ),
    frame(
        Containment,
        "border neighbor neighbour adjoin abut",
        "VERB",
        role("place", "subject", "place", required=True),
        role("within", "object", "place", required=True),
        name="border",
        relation=PlaceRelation.NEAR,
        settle=near,
    ),
    frame(
        Containment,
        "sandwich wedge squeeze nestle lie sit stand locate situate position",
        "VERB",
        role("place", "object subject", "place", required=True),
        role("within", "between", "place", required=True),
        name="between",
        relation=PlaceRelation.NEAR,
        settle=near,
    ),
)
