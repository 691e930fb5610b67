"""How calls are told: speaking by telephone, calling, what is said in a call."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.lexicon import nouns
from kb.facts.meeting_parts import COUNTERPART, WHO, WITHIN, call, party

_SPEAKING = "speak talk telephone phone call"

FRAMES: tuple[Frame, ...] = (
    call(
        _SPEAKING,
        "VERB",
        party("subject"),
        role("participants", "with to", COUNTERPART, required=True),
        name="speak",
    ),
    call(
        "speak talk discuss",
        "VERB",
        party("subject"),
        role(
            "manner",
            "by.=phone|telephone|video on.=phone|telephone|line over.=phone|telephone",
            required=True,
        ),
        name="speak by phone",
    ),
    call(
        "contact reach",
        "VERB",
        role("participants", "subject", "person", required=True),
        role("participants", "object", "person", required=True),
        role("manner", "by.=phone|telephone|video", required=True),
        name="reach by phone",
    ),
    call(
        "telephone phone call ring",
        "VERB",
        role("participants", "subject", "person", required=True),
        role("participants", "object", "person", required=True),
        name="phone",
    ),
    call(nouns("call"), "NOUN", party("between"), name="call between"),
    call(
        nouns("call"),
        "NOUN",
        role("participants", "poss by verb.by verb.subject", WHO, required=True),
        role("participants", "with to verb.to verb.with", COUNTERPART, required=True),
        name="call",
    ),
    call(
        nouns("call"),
        "NOUN",
        role("participants", "clause.subject", WHO, required=True),
        role("participants", "with clause.object clause.indirect clause.to clause.with", "person country"),
        name="in a call",
        after=WITHIN,
    ),
)
