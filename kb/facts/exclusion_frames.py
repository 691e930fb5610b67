"""How those whom an authority shuts out are told: barred, kept from a country, cut off from dealings."""

from __future__ import annotations

from typing import Any

from kb.facts.frames import Frame, Role, frame, role
from kb.facts.sanction import Sanction, SanctionStatus, barred, dealt_with, settle
from kb.facts.sanction_roles import ISSUERS, TARGETS, WHO, WHY

_SHUT_OUT = "person organization country people actor"
_DEALING = "do|carry|conduct|make|have|trade|deal|work|invest|engage|transact"
_OWNER = role("owner", "object.poss object.modifier")


def _exclude(triggers: str, name: str, *roles: Role, **options: Any) -> Frame:
    """A frame on verbs that shut out whom they have for an object."""
    settling = options.pop("settle", settle)
    return frame(Sanction, triggers, "VERB", *roles, name=name, settle=settling, **options)


FRAMES: tuple[Frame, ...] = (
    _exclude(
        "ban bar prohibit forbid",
        "own people",
        role(
            "target",
            f"from.={_DEALING}.with from.={_DEALING}.object.with from.=invest.in from.={_DEALING}.in "
            "from.=sell|export|supply|ship.to from.=sell|export|supply|ship.object.to from.=buy|import.from "
            "from.=buy|import.object.from",
            TARGETS,
            required=True,
        ),
        role("issuer", f"{WHO} ~by", ISSUERS, required=True),
        _OWNER,
        also=True,
        settle=dealt_with,
        status=SanctionStatus.IMPOSED,
        measure="ban on dealings",
    ),
    _exclude(
        "ban bar prohibit forbid",
        "bar",
        role("target", "object", _SHUT_OUT, required=True),
        role("issuer", WHO, "country organization person place", required=True),
        role("measure", "from object.from", "clause", keep="dobj prep"),
        _OWNER,
        role("reason", WHY),
        settle=barred,
        status=SanctionStatus.IMPOSED,
    ),
    _exclude(
        "ban bar prohibit forbid",
        "keep out",
        role("target", "object", _SHUT_OUT, required=True),
        role(
            "issuer",
            "from.=enter|visit.object from.=travel|go|come|fly|return.to",
            "country organization",
            required=True,
        ),
        measure="travel ban",
    ),
    _exclude(
        "ban outlaw proscribe",
        "outlaw",
        role("target", "object.bearer object", "organization", required=True),
        role("issuer", "subject in object.in", "country organization", required=True),
        measure="ban",
    ),
    _exclude(
        "expel exclude disconnect remove eject cut bar suspend",
        "cut off",
        role("target", "object object.modifier", "country organization actor", required=True),
        role("issuer", f"{WHO} ~by", ISSUERS, context=True),
        role(
            "measure",
            "from.=swift|system from.modifier.=swift off_from.=swift ~from.=swift|system "
            "~from.modifier.=swift",
            required=True,
        ),
        status=SanctionStatus.IMPOSED,
    ),
    _exclude(
        "penalize penalise",
        "penalize",
        role("target", "object", TARGETS, required=True),
        role("issuer", f"{WHO} ~by", ISSUERS, required=True),
        role("reason", WHY),
        status=SanctionStatus.IMPOSED,
        measure="penalties",
    ),
)
