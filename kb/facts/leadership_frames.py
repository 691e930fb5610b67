"""How language tells of offices: titles beside names, spokespeople, ranks, candidates, verbs of ruling."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.leadership import Leadership, OfficeStatus
from kb.facts.leadership_settling import OFFICES, RANKS, STANDING, candidacy, led, settle
from kb.model import Text

_PERSON = role("person", "ahead bearer behind self", "person", required=True)
_ROLE = role("role", "self", keep="of for to on in")
_OF = (
    "of of.of of.poss of.modifier for.of poss modifier bearer.poss bearer.modifier bearer.home in in.of at "
    "for.poss with on.of to.poss at.modifier at.poss from from.poss"
)
_UNITS = "=mission|force|monitor|operation|team|army|wing|militia|party|coalition|group|delegation|branch"
_LED = " ".join(["object over", *(f"object.{_UNITS}.{step}" for step in ("of", "poss", "modifier"))])
_TERM = (role("from_", "since from", "date"), role("to", "until till from_to", "date"))
_BODY = "country organization place -portfolio"
_HYPHENED = "secretary+-+general director+-+general attorney+-+general governor+-+general".split()

FRAMES: tuple[Frame, ...] = (
    frame(
        Leadership,
        "counterpart",
        "NOUN",
        _PERSON,
        role("of", "modifier bearer.modifier from in of", "country", required=True),
        role("holder", "poss bearer.poss", "person"),
        name="counterpart",
        settle=settle,
    ),
    frame(
        Leadership,
        "predecessor",
        "NOUN",
        _PERSON,
        role("holder", "poss bearer.poss", "person", required=True),
        name="predecessor",
        status=OfficeStatus.FORMER,
        settle=settle,
    ),
    frame(
        Leadership,
        "successor",
        "NOUN",
        _PERSON,
        role("holder", "poss bearer.poss", "person", required=True),
        name="successor",
        settle=settle,
    ),
    frame(
        Leadership,
        "succeed replace",
        "VERB",
        role("person", "subject", "person", required=True),
        role("holder", "object", "person", required=True),
        role("role", "as", "office", required=True, keep="of for to"),
        role("of", "as.of as.of.poss as.poss as.modifier as.of.modifier", _BODY),
        name="succeed as",
        settle=settle,
    ),
    frame(
        Leadership,
        "succeed replace",
        "VERB",
        role("person", "subject", "person", required=True),
        role("holder", "object", "person", required=True),
        name="succeed",
        settle=settle,
    ),
    frame(
        Leadership,
        "run stand campaign",
        "VERB",
        role("person", "subject", "person", required=True),
        role("role", "for", "office", required=True, keep="of"),
        role("of", "for.of for.of.poss for.poss for.modifier", _BODY),
        name="run for",
        status=OfficeStatus.CANDIDATE,
        settle=settle,
    ),
    frame(
        Leadership,
        "official diplomat executive chief+financial+officer chief+operating+officer chief+medical+officer",
        "NOUN",
        role("person", "bearer", "person", required=True),
        role("of", _OF, _BODY, one=True),
        role("role", "self"),
        name="official",
        marks={"status": STANDING},
        settle=settle,
    ),
    frame(
        Leadership,
        "candidate nominee contender hopeful frontrunner challenger",
        "NOUN",
        _PERSON,
        role("of", _OF, "country"),
        name="candidate",
        status=OfficeStatus.CANDIDATE,
        settle=candidacy,
    ),
    frame(
        Leadership,
        "spokesman spokeswoman spokesperson spokesmen spokespeople",
        "NOUN",
        role("person", "bearer behind self", "person", required=True),
        role("of", f"for {_OF}", _BODY, one=True),
        _ROLE,
        name="spokesperson",
        marks={"status": STANDING},
        settle=settle,
    ),
    frame(
        Leadership,
        "head chief director coordinator representative manager delegate",
        "NOUN",
        _PERSON,
        role("of", "for", "organization -portfolio", required=True, one=True),
        role("role", "self"),
        name="head for",
        marks={"status": STANDING},
        settle=settle,
    ),
    frame(
        Leadership,
        [*OFFICES, *_HYPHENED],
        "NOUN",
        _PERSON,
        role("of", _OF, _BODY, one=True),
        _ROLE,
        *_TERM,
        name="office",
        marks={"status": STANDING},
        settle=settle,
    ),
    frame(
        Leadership,
        RANKS,
        "NOUN",
        role("person", "bearer", "person", required=True),
        role("of", _OF, "country organization", one=True),
        _ROLE,
        name="rank",
        marks={"status": STANDING},
        settle=settle,
    ),
    *(
        frame(
            Leadership,
            verbs,
            "VERB",
            role("person", "subject", "person", required=True),
            role("of", _LED, "country organization", required=True),
            name=office,
            role=Text(office),
            settle=led,
        )
        for verbs, office in (
            ("lead", "leader"),
            ("head helm", "head"),
            ("chair", "chairman"),
            ("rule govern", "ruler"),
            ("command", "commander"),
            ("found co-found", "founder"),
            ("own", "owner"),
        )
    ),
)
