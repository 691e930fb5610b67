"""How encounters are told: meetings and calls."""

from __future__ import annotations

from kb.facts.frames import Frame, role
from kb.facts.lexicon import nouns, verbs
from kb.facts.meeting_parts import COUNTERPART, DELEGATES, ENCOUNTERS, WHO, call, meeting, party, sides

_PLACE = role(
    "place", "in at verb.in verb.at predicate.in predicate.at with.in between.in clause.in", "place"
)
_SPEAKING = "speak talk telephone phone call"
_WITHIN = "after before during following in at on for over by"
"""Prepositions that put an encounter into the clause of somebody who takes part in it."""

FRAMES: tuple[Frame, ...] = (
    call(
        _SPEAKING,
        "VERB",
        party("subject"),
        role("participants", "with to", COUNTERPART, required=True),
        name="speak",
    ),
    call(
        "speak talk",
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
        "telephone phone call ring",
        "VERB",
        role("participants", "subject", "person", required=True),
        role("participants", "object", "person", required=True),
        name="phone",
    ),
    meeting(
        verbs("meet"),
        "VERB",
        party("subject"),
        role("participants", "with object object.apposition", COUNTERPART),
        role("place", "in at with.in with.at object.in object.at subject.in", "place"),
        name="meet",
    ),
    meeting(
        "discuss raise negotiate",
        "VERB",
        party("subject"),
        role("participants", "with object.with ~with", COUNTERPART, required=True),
        role("place", "in at with.in", "place"),
        name="discuss with",
    ),
    meeting(
        "engagement",
        "NOUN",
        role("participants", "by poss", WHO, required=True),
        role("participants", "with ~with", COUNTERPART, required=True),
        role("place", "in at", "place"),
        name="engagement",
    ),
    meeting(
        "sit+down meet+up shake+hands talk",
        "VERB",
        party("subject"),
        role("participants", "with for.with", COUNTERPART),
        role("place", "in at for.in for.of.in", "place"),
        name="sit down",
    ),
    meeting(
        "gather assemble converge",
        "VERB",
        party("subject"),
        role("place", "in at", "place"),
        role("occasion", f"for.={ENCOUNTERS} infinitive.=discuss|talk|meet|agree|hold", required=True),
        name="gather",
    ),
    meeting(
        "bring+together gather",
        "VERB",
        role("occasion", f"subject.={ENCOUNTERS}", required=True),
        party("object"),
        role("place", "in at ~in", "place"),
        name="bring together",
    ),
    meeting(
        verbs("host"),
        "VERB",
        role("participants", "subject subject.of", "person country", required=True),
        role("participants", "object", "person dignitary", required=True),
        role("place", "in at to subject.in object.in ~in ~at", "place"),
        name="host",
    ),
    meeting(
        "see",
        "VERB",
        role("participants", "subject", "person", required=True),
        role("participants", "object", "person", required=True),
        role("place", "in at", "place", required=True),
        name="see",
    ),
    meeting(
        "present",
        "VERB",
        role("participants", "subject", "person", required=True),
        role("credentials", "object.=credential", required=True),
        role("participants", "to", "person", required=True),
        name="present credentials",
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
        after=_WITHIN,
    ),
    meeting(
        nouns("encounter"),
        "NOUN",
        role(
            "participants",
            f"{sides('between', 'among', 'predicate.=involve|include|gather.object')} between.of",
            COUNTERPART,
            required=True,
        ),
        _PLACE,
        name="talks between",
    ),
    meeting(
        nouns("encounter"),
        "NOUN",
        party("poss", "verb.subject"),
        role("participants", "with verb.with", COUNTERPART, required=True),
        _PLACE,
        name="talks",
    ),
    meeting(
        nouns("encounter"),
        "NOUN",
        party("clause.subject"),
        role("participants", "with", COUNTERPART, required=True),
        _PLACE,
        name="after talks",
        after=_WITHIN,
    ),
    meeting(
        nouns("encounter"),
        "NOUN",
        role("ahead", "above.=ahead", required=True),
        party("clause.subject"),
        role("participants", "with", COUNTERPART, required=True),
        _PLACE,
        name="ahead of talks",
        after="of",
    ),
    meeting(
        nouns("encounter"),
        "NOUN",
        party("verb.subject"),
        _PLACE,
        name="hold talks",
        under="hold have start begin open conclude finish resume",
    ),
    meeting(
        nouns("encounter"),
        "NOUN",
        role("participants", f"of.{DELEGATES}.of of.{DELEGATES}.from of of.of modifier", WHO, required=True),
        role("participants", "with verb.with", COUNTERPART),
        _PLACE,
        name="talks of",
    ),
)
