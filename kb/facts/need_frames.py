"""How needs are told by verbs and adjectives: needing, seeking, asking for, depending on."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.lexicon import verbs
from kb.facts.need_parts import (
    ACTS,
    ANYTHING,
    BRINGING,
    GETTING,
    GIVER,
    GOODS,
    NEEDED,
    NEEDER,
    NOUN,
    PURPOSE,
    SENDING,
    THING,
    WHAT,
    WHO,
    need,
)
from kb.facts.scarcity import not_of_senders, would

_KEPT_BY = "object.relative.=have|hold|keep|make|offer|own|possess|produce|sell|stock|store|supply.subject"
_FROM = role(
    "supplier", f"from object.from of with object.with object.modifier object.poss {_KEPT_BY}", GIVER
)


FRAMES: tuple[Frame, ...] = (
    need(
        "want seek hope try struggle fight work attempt scramble rush race need",
        "VERB",
        role("item", f"complement.={BRINGING}.object", WHAT, required=True),
        role(
            "needer",
            f"complement.={BRINGING}.to complement.={BRINGING}.into complement.={BRINGING}.object.to",
            "people place -time",
            required=True,
        ),
        name="struggle to bring",
    ),
    need(
        "struggle fail",
        "VERB",
        role("item", "complement.=produce|grow|afford|make|generate.object", f"{GOODS} item", required=True),
        NEEDER,
        name="struggle to produce",
    ),
    need(
        "request want seek hope plan wish try aim intend struggle fight work attempt scramble rush race "
        "need look "
        "bid ask apply",
        "VERB",
        role(
            "item",
            f"complement.={GETTING}.object.{ACTS}.of complement.={GETTING}|have.object",
            WHAT,
            required=True,
        ),
        NEEDER,
        role("supplier", "complement.from complement.object.from", GIVER),
        role("purpose", "complement.for"),
        name="want to get",
    ),
    need(
        verbs("need"),
        "VERB",
        role(
            "item",
            f"object.=access.to object.{ACTS}.of object clause.=be.attribute listed",
            ANYTHING,
            required=True,
        ),
        NEEDER,
        role("supplier", f"from object.from object.modifier object.poss {_KEPT_BY}", GIVER),
        PURPOSE,
        name="need",
    ),
    need(
        "need require",
        "VERB",
        NEEDED,
        role(
            "needer",
            f"clause.={SENDING}.indirect clause.={SENDING}.to clause.={SENDING}.for clause.={SENDING}.into "
            "clause.subject in by among for",
            WHO,
            context=True,
        ),
        PURPOSE,
        name="needed",
        settle=not_of_senders,
    ),
    need(
        verbs("lack"),
        "VERB",
        role("item", "object.=access.to object", THING, required=True),
        NEEDER,
        PURPOSE,
        name="lack",
    ),
    need(
        verbs("seek"),
        "VERB",
        role("item", f"object.{ACTS}.of object", NOUN, required=True, keep="of in"),
        NEEDER,
        _FROM,
        PURPOSE,
        name="seek",
    ),
    need(
        verbs("want"),
        "VERB",
        role("item", "object", WHAT, required=True, keep="of in"),
        NEEDER,
        _FROM,
        PURPOSE,
        name="want",
    ),
    need(
        verbs("depend"),
        "VERB",
        NEEDER,
        role("item", "for for.of", ANYTHING, required=True),
        role("supplier", "on upon", f"{GIVER} actor"),
        name="depend",
    ),
    need(
        verbs("depend"),
        "VERB",
        NEEDER,
        role("item", "on upon", NOUN, required=True),
        role("supplier", "on.from on.modifier", GIVER),
        PURPOSE,
        name="rely",
    ),
    need(
        verbs("seek", "want") | {"need"},
        "VERB",
        NEEDER,
        role("item", "complement.subject", GOODS, required=True),
        role("supplier", "complement.subject.from", GIVER),
        PURPOSE,
        name="want for",
    ),
    need(
        "like",
        "VERB",
        role("item", f"object complement.={GETTING}.object", WHAT, required=True),
        NEEDER,
        role("supplier", "from object.from complement.from", GIVER),
        name="would like",
        settle=would,
    ),
    need(
        "keen eager anxious desperate interested",
        "ADJ",
        NEEDER,
        role("item", f"complement.={GETTING}.object in.={GETTING}.object", WHAT, required=True),
        role("supplier", "complement.from in.from", GIVER),
        name="keen to get",
    ),
    need(
        "dependent reliant",
        "ADJ",
        NEEDER,
        role("supplier", "on upon", GIVER),
        role("item", "for clause.for for.of clause.for.of on.for on", THING, required=True),
        name="dependent",
    ),
    need(
        "dependent reliant",
        "ADJ",
        role("needer", "bearer.member bearer", f"{WHO} dignitary", required=True),
        role("item", "on upon", NOUN, required=True),
        role("supplier", "on.from on.modifier on.poss", GIVER),
        name="dependent on",
    ),
)
