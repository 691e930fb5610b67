"""How sanctions are told by the nouns for measures: imposed, faced, held, extended, lifted, broken."""

from __future__ import annotations

from typing import Any

from kb.facts.frames import Frame, Role, frame, role
from kb.facts.lexicon import nouns, verbs
from kb.facts.sanction import MARKS, OF_SANCTIONS, Sanction, SanctionStatus, settle
from kb.facts.sanction_roles import INSTRUMENT, ISSUERS, REASON, TARGETS

_MEASURES = (
    *"sanction embargo blockade boycott blacklisting restrictive+measure punitive+measure".split(),
    *(f"{what}+{curb}" for what in sorted(nouns("restricted")) for curb in sorted(nouns("curb"))),
)
_DEEDS = verbs("impose", "extend", "ease", "lift", "freeze")
_REACHING = "predicate.=target|hit|freeze|block|aim|cover|concern|affect|name"
_HITTING = "predicate.=target|hit|cover"
_TO_WHOM = (
    f"on against toward towards verb.on verb.against predicate.on predicate.against bearer.on bearer.against "
    f"{_HITTING}.object predicate.=aim|direct.at verb.complement.=target|hit.object on.poss "
    f"verb.complement.=target|hit.object.poss {_HITTING}.object.poss {_HITTING}.object.modifier "
    "verb.=aim|direct|target|focus.at verb.=focus.on verb.=aim.at.poss on.to on.for on.modifier "
    "on.=dozen|hundred|handful|score|couple|number.of "
    "against.modifier verb.~on verb.~against predicate.~against predicate.~on predicate.=apply|extend.to for"
)
_ORDERING = "announce|order|approve|issue|grant|declare|sign|decide|agree|authorize|authorise"
_BY_WHOM = (
    "by poss verb.subject verb.subject.modifier verb.subject.poss from of modifier modifier.subject "
    "bearer.of bearer.poss verb.~by verb.subject.clause.subject verb.subject.by"
)
_MATTER = "|".join(sorted(OF_SANCTIONS))
_BY_NATURE = (
    f"by from of modifier modifier.subject bearer.of bearer.poss verb.=impose|enact|adopt|reimpose.subject "
    "verb.=place|put|bring|keep|hold.subject holder.verb.=place|put|bring|keep|hold.subject "
    f"holder.={_MATTER}.poss holder.={_MATTER}.verb.={_ORDERING}.subject"
)
_MEASURE = role("measure", "self")


def _measure(name: str, target: Role, issuer: Role, **options: Any) -> Frame:
    """A frame on the nouns for measures."""
    return frame(
        Sanction,
        _MEASURES,
        "NOUN",
        target,
        issuer,
        REASON,
        INSTRUMENT,
        _MEASURE,
        name=name,
        settle=settle,
        **options,
    )


_FOREIGN_ISSUER = role("issuer", _BY_NATURE, ISSUERS, context=True)

FRAMES: tuple[Frame, ...] = (
    _measure(
        "face",
        role("target", "verb.subject", TARGETS, required=True),
        _FOREIGN_ISSUER,
        under="face confront endure suffer weather withstand incur risk escape dodge draw attract invite",
        marks={"status": {"risk": SanctionStatus.THREATENED}},
    ),
    _measure(
        "under",
        role("target", "holder holder.modifier", TARGETS, required=True),
        _FOREIGN_ISSUER,
        after="under",
    ),
    _measure(
        "subject to",
        role(
            "target",
            "holder.=subject|vulnerable|exposed|susceptible.subject holder.=subject|expose.object",
            TARGETS,
            required=True,
        ),
        _FOREIGN_ISSUER,
        after="to",
    ),
    _measure(
        "answer",
        role("issuer", "verb.subject", ISSUERS, required=True),
        role("target", f"{_TO_WHOM} verb.to.poss", TARGETS, context=True),
        under="answer respond retaliate react reply counter reciprocate hit_back",
        after="with",
        status=SanctionStatus.IMPOSED,
    ),
    _measure(
        "hold",
        role("issuer", "verb.subject verb.subject.modifier", ISSUERS, required=True),
        role("target", f"{_TO_WHOM} verb.complement.subject", TARGETS, required=True),
        under=verbs("threaten") | {"have", "discuss", "debate", "prepare", "plan", "eye", "draft", "ready"},
        marks=MARKS,
    ),
    _measure(
        "threaten",
        role("issuer", "verb.subject verb.subject.modifier", ISSUERS, required=True),
        role("target", _TO_WHOM, TARGETS, context=True),
        under=verbs("threaten") - {"face", "risk"},
        marks=MARKS,
    ),
    _measure(
        "hit",
        role("target", "on against verb.object.=network|group|ring.of verb.object", TARGETS, required=True),
        role("issuer", _BY_WHOM, ISSUERS, context=True),
        under="hit target strike cripple squeeze batter isolate subject place put name slap threaten punish "
        "penalize penalise pressure affect constrain keep hold",
        marks={
            "status": {
                "threaten": SanctionStatus.THREATENED,
                **dict.fromkeys(
                    "place put name slap punish target penalize penalise".split(), SanctionStatus.IMPOSED
                ),
            }
        },
    ),
    _measure(
        "join",
        role("target", _TO_WHOM, TARGETS, context=True),
        role("issuer", "verb.subject", ISSUERS, required=True),
        under="join mirror match follow adopt copy align apply back_up",
        status=SanctionStatus.IMPOSED,
    ),
    _measure(
        "break",
        role("target", f"{_TO_WHOM} verb.subject", "country organization", required=True),
        _FOREIGN_ISSUER,
        under=verbs("violate"),
        status=SanctionStatus.VIOLATED,
    ),
    _measure(
        "country's",
        role("target", "modifier bearer.modifier", "country -demonym -capitals", required=True),
        role("issuer", "by from verb.subject predicate.subject", ISSUERS, context=True),
        marks=MARKS,
    ),
    _measure(
        "call for",
        role("target", _TO_WHOM, TARGETS, context=True),
        role("issuer", "by from modifier poss at verb.at verb.subject", ISSUERS, context=True),
        after="for",
        under="work call push press appeal lobby campaign argue vote plead ask",
        status=SanctionStatus.PROPOSED,
    ),
    _measure(
        "impose",
        role("target", _TO_WHOM, TARGETS, context=True),
        role("issuer", _BY_WHOM, ISSUERS, context=True),
        under=_DEEDS,
        marks=MARKS,
    ),
    _measure(
        "measure",
        role("target", _TO_WHOM, TARGETS, context=True),
        role(
            "issuer",
            f"poss {_BY_NATURE} verb.=include|comprise|contain.subject.poss "
            "verb.=include|comprise|contain.subject.modifier",
            ISSUERS,
            context=True,
        ),
        marks=MARKS,
    ),
    frame(
        Sanction,
        "measure restriction penalty step curb ban limit cap prohibition",
        "NOUN",
        role("target", "on against verb.~against on.poss on.modifier", TARGETS, required=True),
        role("issuer", _BY_WHOM, ISSUERS, required=True),
        REASON,
        INSTRUMENT,
        _MEASURE,
        name="restriction",
        settle=settle,
        under=_DEEDS | verbs("propose", "threaten") | {"leave"},
        marks=MARKS,
    ),
    frame(
        Sanction,
        "measure restriction penalty designation package order countermeasure sanction listing embargo ban",
        "NOUN",
        role(
            "target",
            f"{_REACHING}.object predicate.=aim.at verb.=aim|direct.at verb.=aim|direct.against "
            f"predicate.=apply|extend.to {_REACHING}.object.poss "
            f"{_REACHING}.object.modifier",
            TARGETS,
            required=True,
        ),
        role("issuer", "by poss from of modifier verb.subject", ISSUERS, context=True),
        REASON,
        INSTRUMENT,
        _MEASURE,
        name="targeting",
        settle=settle,
        status=SanctionStatus.IMPOSED,
    ),
    frame(
        Sanction,
        "ban restriction prohibition curb limit",
        "NOUN",
        role("target", "for on.for against verb.on verb.for ~for", TARGETS, required=True),
        role(
            "issuer",
            "on.=entry|entrance|admission.into on.=entry|entrance|admission|travel|visit|trip.to",
            "country organization",
            required=True,
        ),
        REASON,
        name="entry",
        settle=settle,
        marks=MARKS,
        measure="travel ban",
    ),
)
