"""How those whom a sanction names are told: designated, blacklisted, delisted, in breach of a resolution."""

from __future__ import annotations

from typing import Any

from kb.facts.frames import Frame, Role, frame, role
from kb.facts.lexicon import verbs
from kb.facts.sanction import Sanction, SanctionStatus, settle
from kb.facts.sanction_roles import INSTRUMENT, ISSUERS, TARGETS, WHO, WHY

_DESIGNATING = "sanction blacklist embargo designate proscribe"
_ANYBODY = f"{TARGETS} description -abstract -act -measure -item -time -encounter -instrument"
"""Whom only sanctions can be meant for: "blacklisted the five captains"."""
_SEVERAL = "object.=network|group|number|set|series|cell|ring|web"


def _designate(triggers: str, name: str, target: Role, issuer: Role, *more: Role, **options: Any) -> Frame:
    """A frame on verbs that sanction whom they have for an object."""
    return frame(Sanction, triggers, "VERB", target, issuer, *more, name=name, settle=settle, **options)


FRAMES: tuple[Frame, ...] = (
    _designate(
        _DESIGNATING,
        "designate",
        role("target", f"object.member {_SEVERAL}.of object", TARGETS, required=True),
        role("issuer", f"{WHO} ~by", ISSUERS, context=True),
        role("reason", WHY, "-time", keep="of in for against with on to dobj prep"),
        INSTRUMENT,
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    _designate(
        "sanction blacklist",
        "blacklist",
        role(
            "target", "object.=dozen|hundred|handful|score|couple|number.of object", _ANYBODY, required=True
        ),
        role("issuer", f"{WHO} ~by", ISSUERS, required=True),
        role("reason", WHY, "-time", keep="of in for against with on to dobj prep"),
        INSTRUMENT,
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    _designate(
        _DESIGNATING,
        "examples",
        role("target", "~including", "person organization", required=True),
        role("issuer", WHO, ISSUERS, context=True),
        also=True,
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    frame(
        Sanction,
        "sanction sanctioned blacklist blacklisted designate designated",
        "ADJ",
        role("target", "bearer bearer.bearer", "person organization", required=True),
        role("issuer", "subject modifier ~by", ISSUERS, context=True),
        name="sanctioned",
        settle=settle,
        measure="sanctions",
    ),
    _designate(
        "list relist",
        "listed",
        role("target", "object", f"{TARGETS} -country", required=True),
        role("issuer", f"{WHO} ~by", ISSUERS, context=True),
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    _designate(
        "hit cripple hobble strike batter",
        "stricken",
        role("target", "object", "country organization person", required=True),
        role("issuer", "subject.modifier subject.poss subject.of", ISSUERS, context=True),
        role("measure", "subject.=sanction|embargo", required=True),
    ),
    frame(
        Sanction,
        "resolution",
        "NOUN",
        role(
            "target",
            "verb.subject verb.subject.modifier verb.subject.poss verb.subject.of",
            "country",
            required=True,
        ),
        role("issuer", "modifier poss of", "organization", required=True),
        role("measure", "self", keep=""),
        name="resolution",
        settle=settle,
        under=verbs("violate"),
        status=SanctionStatus.VIOLATED,
    ),
    _designate(
        "delist",
        "delist",
        role("target", "object", TARGETS, required=True),
        role("issuer", WHO, ISSUERS, context=True),
        status=SanctionStatus.LIFTED,
        measure="designation",
    ),
)
