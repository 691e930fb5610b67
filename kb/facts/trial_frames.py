"""How language tells of tests and flights: what is fired, launched, put into orbit, and how that ends."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import nouns
from kb.facts.program import Program, ProgramStatus
from kb.facts.program_roles import MATTER, NAME, OBJECT, SOMEBODY, TESTED, WHOSE
from kb.facts.program_settling import KINDS, STATUS, carried, flown, settle, tried

_STAGING = "conduct|carry|perform|stage|plan|hold|attempt|complete|announce|prepare|postpone|cancel|delay"

FRAMES: tuple[Frame, ...] = (
    frame(
        Program,
        "test-fire launch fire test detonate flight-test test-launch loft explode",
        "VERB",
        SOMEBODY,
        TESTED,
        name="test",
        status=ProgramStatus.TESTED,
        settle=tried,
    ),
    frame(
        Program,
        "send put place land return release deliver inject insert boost propel hoist",
        "VERB",
        role("where", "to on into in around", "space-field", required=True),
        SOMEBODY,
        OBJECT,
        name="fly",
        status=ProgramStatus.TESTED,
        settle=settle,
    ),
    frame(
        Program,
        "launch land explode crash fail blast+off lift+off take+off touch+down disintegrate malfunction",
        "VERB",
        role("operator", "subject.poss subject.modifier subject.of", "state -system", context=True),
        role("name", "subject", f"{KINDS} proper other", required=True, keep="of to for on"),
        name="happen",
        status=ProgramStatus.TESTED,
        settle=flown,
    ),
    frame(
        Program,
        "carry eject deploy",
        "VERB",
        role("vehicle", "subject", "system", required=True),
        role(
            "operator",
            "object.poss object.modifier object.from subject.poss subject.modifier",
            "state -system",
            context=True,
        ),
        role("name", "object", "system", required=True, keep="of to for on"),
        name="carry",
        status=ProgramStatus.TESTED,
        settle=carried,
    ),
    frame(
        Program,
        nouns("trial"),
        "NOUN",
        MATTER,
        role(
            "operator",
            f"by poss of.by of.poss of.modifier verb.={_STAGING}.subject",
            "state -system",
            required=True,
        ),
        name="trial of",
        marks={"status": STATUS},
        status=ProgramStatus.TESTED,
        settle=flown,
    ),
    frame(
        Program,
        nouns("trial"),
        "NOUN",
        WHOSE,
        NAME,
        name="trial",
        status=ProgramStatus.TESTED,
        settle=flown,
    ),
    frame(
        Program,
        nouns("trial"),
        "NOUN",
        role("operator", "verb.subject", "state", required=True),
        NAME,
        under="conduct stage stag perform carry hold make do undertake attempt complete claim repeat plan",
        name="conduct",
        status=ProgramStatus.TESTED,
        settle=settle,
    ),
)
