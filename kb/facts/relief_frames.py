"""How the end of sanctions is told: relief, licences, assets released, privileges restored, names removed."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.sanction import MARKS, Sanction, SanctionStatus, settle
from kb.facts.sanction_roles import ISSUERS, TARGETS, WHO

_RELEASING = "unfreeze unblock release"
_ALLOWING = "authorize authorise permit allow license licence"

FRAMES: tuple[Frame, ...] = (
    frame(
        Sanction,
        "sanctions+relief sanction+relief sanctions+waiver",
        "NOUN",
        role("target", "verb.indirect to for verb.to verb.for ~to ~for modifier", TARGETS, required=True),
        role("issuer", "poss verb.subject verb.subject.poss modifier by from", ISSUERS, context=True),
        role("measure", "modifier"),
        name="relief",
        settle=settle,
        status=SanctionStatus.EASED,
    ),
    frame(
        Sanction,
        "asset fund property account holding",
        "NOUN",
        role("target", "of poss belonging_to of.modifier modifier of.poss", TARGETS, required=True),
        role("issuer", "verb.subject verb.~by", ISSUERS, context=True),
        name="assets released",
        settle=settle,
        under=_RELEASING,
        status=SanctionStatus.LIFTED,
        measure="asset freeze",
    ),
    frame(
        Sanction,
        "transaction dealing trade business",
        "NOUN",
        role("target", "with involving verb.with", TARGETS, required=True),
        role(
            "issuer",
            "verb.subject verb.subject.clause.subject verb.subject.by verb.subject.modifier",
            "organization country authority",
            required=True,
        ),
        name="licence",
        settle=settle,
        under=_ALLOWING,
        status=SanctionStatus.EASED,
        measure="licence",
    ),
    frame(
        Sanction,
        "preference privilege membership eligibility",
        "NOUN",
        role("target", "poss of verb.to modifier", "country organization", required=True),
        role("issuer", "verb.subject verb.~by", "organization country authority", required=True),
        role("measure", "self"),
        name="privileges restored",
        settle=settle,
        under="restore reinstate",
        status=SanctionStatus.LIFTED,
    ),
    frame(
        Sanction,
        "removal deletion",
        "NOUN",
        role("target", "of poss", TARGETS, required=True),
        role("issuer", "from.poss from.modifier from.of by verb.subject", ISSUERS, context=True),
        role("list", "from.=list|blacklist", required=True),
        name="removal",
        settle=settle,
        status=SanctionStatus.LIFTED,
        measure="designation",
    ),
    frame(
        Sanction,
        "addition inclusion listing",
        "NOUN",
        role("target", "of poss", TARGETS, required=True),
        role(
            "issuer",
            "to.modifier to.of on.poss on.modifier on.of in.poss by verb.subject",
            ISSUERS,
            context=True,
        ),
        role("list", "to.=list|blacklist on.=list|blacklist in.=list|blacklist", required=True),
        role("sort", "to.modifier on.modifier in.modifier", "measure listed", required=True),
        name="addition",
        settle=settle,
        marks=MARKS,
        measure="designation",
    ),
    frame(
        Sanction,
        "exempt",
        "VERB",
        role("target", "object", TARGETS, required=True),
        role("issuer", f"{WHO} from.poss from.modifier", ISSUERS, context=True),
        role("measure", "from", "measure", required=True),
        name="exempt",
        settle=settle,
        status=SanctionStatus.EASED,
    ),
)
