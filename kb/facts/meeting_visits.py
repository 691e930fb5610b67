"""How visits are told: visiting, travelling, arriving, being somewhere for talks."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.meeting_parts import LED, OCCASIONS, WHO, party, sides, visit

_VISITOR = role("participants", f"subject.{LED} subject.of.{LED} {sides('subject')}", WHO, required=True)
_DESTINATION = role("place", "to to.of", "place", required=True)
_VISITED = role("place", "to to.of modifier", "place -demonym", required=True)
_SITE = role("place", "in at in.of", "place", required=True)
_VISITS = "visit trip tour journey mission swing pilgrimage"
_MAKING = (
    "make pay begin start end finish conclude complete cut cancel postpone plan undertake have arrive wrap "
    "kick embark continue extend delay announce confirm schedule prepare arrange set"
)
_PURPOSE = role(
    "purpose",
    f"for.={OCCASIONS}|visit|trip|tour infinitive.=meet|discuss|attend|hold|sign|see|speak|visit|mediate|"
    "negotiate|address|press|receive|open",
    required=True,
)

FRAMES: tuple[Frame, ...] = (
    visit(
        "visit tour revisit",
        "VERB",
        _VISITOR,
        role("place", "object object.of object.in object.at", "place", required=True),
        name="visit",
    ),
    visit("travel fly head go journey return", "VERB", _VISITOR, _DESTINATION, name="travel"),
    visit(
        "cross slip",
        "VERB",
        role("participants", "subject", "person", required=True),
        role("place", "into", "place", required=True),
        name="cross",
    ),
    visit(
        "lead head",
        "VERB",
        party("subject"),
        role("envoys", "object.=delegation|mission|team", required=True),
        role("place", "object.to to", "place", required=True),
        name="lead a delegation",
    ),
    visit("arrive land stop stop+over stop+off touch+down", "VERB", _VISITOR, _SITE, name="arrive"),
    visit("leave depart set+off set+out", "VERB", _VISITOR, role("place", "for", "place", required=True)),
    visit("be", "VERB", _VISITOR, _SITE, _PURPOSE, name="be for"),
    visit("due", "ADJ", party("subject"), _SITE, name="due"),
    visit(
        "expect",
        "VERB",
        role("participants", sides("object"), "person", required=True),
        _SITE,
        name="expected",
    ),
    visit(
        "attend address",
        "VERB",
        party("subject"),
        role("occasion", f"object.={OCCASIONS}", required=True),
        role("place", "object.in object.at in at", "place", required=True),
        name="attend",
    ),
    visit(
        "accompany join",
        "VERB",
        party("subject"),
        party("object", required=False),
        role("place", "to on.to", "place", required=True),
        name="accompany",
    ),
    visit(
        "send dispatch",
        "VERB",
        role("envoy", "object", "dignitary person", required=True),
        role("participants", "object", "person"),
        role("place", "to to.of", "place", required=True),
        role("participants", "subject", "country organization"),
        name="send",
    ),
    visit(
        _VISITS,
        "NOUN",
        role(
            "participants",
            f"{sides('poss', 'by')} of.{LED} to.of.{LED} of to.of modifier",
            WHO,
            required=True,
        ),
        _VISITED,
        name="visit",
    ),
    visit(_VISITS, "NOUN", party("verb.subject", "from"), _VISITED, name="pay visit", under=_MAKING),
    visit(
        _VISITS,
        "NOUN",
        role("participants", f"{sides('verb.subject')} holder modifier", WHO, required=True),
        _VISITED,
        name="on visit",
        after="during on after for following before from in with",
    ),
    visit(
        "stop stopover stay layover arrival tour",
        "NOUN",
        role("participants", f"poss by of {sides('verb.subject')}", WHO, required=True),
        role("place", "in at", "place", required=True),
        name="stop",
    ),
)
