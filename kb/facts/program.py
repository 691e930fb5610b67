"""Program: a state or organization runs a weapons, space or similar strategic programme or system."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Candidate, Frame, Values, frame, role, table
from kb.facts.lexicon import nouns
from kb.model import Name, Text


class Domain(StrEnum):
    """The technical field of a programme."""

    NUCLEAR = "nuclear"
    MISSILE = "missile"
    SPACE = "space"
    NAVAL = "naval"
    AIR = "air"
    DRONE = "drone"
    CHEMICAL = "chemical"
    BIOLOGICAL = "biological"
    CYBER = "cyber"
    CONVENTIONAL = "conventional"
    OTHER = "other"


class ProgramStatus(StrEnum):
    """How far the programme is at the document's date."""

    ACTIVE = "active"
    PLANNED = "planned"
    DEVELOPING = "developing"
    TESTED = "tested"
    FAILED = "failed"
    SUSPENDED = "suspended"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Program(Fact):
    """`operator` runs, builds, tests or plans the programme or system called `name`."""

    TYPE = "program"
    DIRECT = "operates"
    ENDS = ("operator", "name")

    operator: Name = slot(key=True, required=True)
    name: Text = slot(key=True, line="program", required=True)
    domain: Domain = slot(default=Domain.OTHER)
    status: ProgramStatus = slot(default=ProgramStatus.UNKNOWN)


_DOMAIN_OF = {
    word: domain for domain in Domain if domain is not Domain.OTHER for word in nouns(f"{domain}-field")
}
_FIELDS = frozenset(_DOMAIN_OF) | {"weapon", "weapons", "arms", "defense", "defence", "strategic"}
_STATUS = table(
    (ProgramStatus.SUSPENDED, "suspend freeze halt pause shelve postpone"),
    (ProgramStatus.ENDED, "end abandon dismantle scrap terminate renounce abolish cancel"),
    (ProgramStatus.DEVELOPING, "develop build construct design advance expand modernize modernise acquire"),
    (ProgramStatus.PLANNED, "plan propose announce unveil intend planned proposed future"),
    (ProgramStatus.TESTED, "test test-fire launch fire detonate conduct stage"),
    (ProgramStatus.FAILED, "fail explode failed botched unsuccessful abortive"),
)


def _settle(values: Values, candidate: Candidate) -> Values | None:
    """The domain by the words of the programme's name; without one it is no such programme."""
    words = values["name"].lower().replace("-", " ").split()
    named = [_DOMAIN_OF[word] for word in reversed(words) if word in _DOMAIN_OF]
    if not named and not _FIELDS.intersection(words):
        return None
    values["domain"] = named[0] if named else Domain.OTHER
    return values


_OPERATOR = role(
    "operator",
    "poss by modifier of verb.subject poss.poss bearer.poss clause.subject",
    "country organization person",
    required=True,
)
_NAME = role("name", "self", keep="of to for")

FRAMES: tuple[Frame, ...] = (
    frame(
        Program,
        "test-fire launch fire test detonate orbit flight-test test-launch loft explode",
        "VERB",
        role("operator", "subject", "country organization person", required=True),
        role("name", "object", required=True),
        name="test",
        status=ProgramStatus.TESTED,
        settle=_settle,
    ),
    frame(
        Program,
        "develop build construct design produce make assemble manufacture pursue acquire",
        "VERB",
        role("operator", "subject", "country organization person", required=True),
        role("name", "object", required=True),
        name="develop",
        status=ProgramStatus.DEVELOPING,
        settle=_settle,
    ),
    frame(
        Program,
        "operate deploy field possess own unveil display enrich maintain use station commission",
        "VERB",
        role("operator", "subject", "country organization person", required=True),
        role("name", "object", required=True),
        name="operate",
        status=ProgramStatus.ACTIVE,
        settle=_settle,
    ),
    frame(
        Program,
        nouns("undertaking"),
        "NOUN",
        _OPERATOR,
        _NAME,
        name="undertaking",
        marks={"status": _STATUS},
        status=ProgramStatus.ACTIVE,
        settle=_settle,
    ),
    frame(
        Program,
        nouns("trial"),
        "NOUN",
        _OPERATOR,
        _NAME,
        name="event",
        status=ProgramStatus.TESTED,
        settle=_settle,
    ),
    frame(
        Program,
        nouns("system"),
        "NOUN",
        role("operator", "poss modifier", "country organization", required=True),
        _NAME,
        name="system",
        marks={"status": _STATUS},
        status=ProgramStatus.ACTIVE,
        settle=_settle,
    ),
)
