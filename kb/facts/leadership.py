"""Leadership: a person holds, held or will hold an office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from kb.facts.base import Claim, Fact, slot
from kb.mentions.roles import HEADS, LOOSE
from kb.model import Name, PartialDate, Passage, Text


class OfficeStatus(StrEnum):
    """Where the person stands with regard to the office at the document's date."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECT = "elect"
    CANDIDATE = "candidate"


OF_PORTFOLIOS = frozenset({"secretary", "undersecretary", "minister", "commissioner", "director"})
"""Offices that go on with what they are in charge of."""
UNNAMED = " person=self "
"""In the construction of claims in which the office stands for its holder: "the French leader"."""


@dataclass(frozen=True, kw_only=True)
class Leadership(Fact):
    """`person` holds the office `role` (without the country: "defense minister") of `of`."""

    TYPE = "leader"
    DIRECT = "leads"
    ENDS = ("person", "of")
    LASTS = True

    person: Name = slot(key=True, required=True)
    role: Text = slot(key=True, required=True)
    of: Name | None = slot(key=True)
    status: OfficeStatus = slot(default=OfficeStatus.CURRENT)
    from_: PartialDate | None = slot()
    to: PartialDate | None = slot()


def unify(claims: Iterable[Claim]) -> list[Claim]:
    """The claims; an office of somebody that a document also gives in full is that one.

    "Special Envoy Roe" is the "special envoy for Mali" whom another sentence tells of, and "the French
    leader", without a name, is the president.
    """
    found = list(claims)
    roles: dict[tuple[Name, Name | None], set[Text]] = defaultdict(set)
    for claim in found:
        if isinstance(claim.fact, Leadership):
            roles[claim.fact.person, claim.fact.of].add(claim.fact.role)
    unified: dict[tuple[Fact, Passage | None], Claim] = {}
    for claim in found:
        fact = claim.fact
        if isinstance(fact, Leadership):
            told = roles[fact.person, fact.of]
            heads = sorted(told & HEADS) if fact.role in LOOSE and UNNAMED in claim.construction else ()
            full = next(iter(heads), _full(fact.role, told))
            claim = claim.of(replace(fact, role=full))
        unified.setdefault((claim.fact, claim.evidence), claim)
    return list(unified.values())


def _full(role: Text, roles: Iterable[Text]) -> Text:
    """The longest of the roles that say more of the same office than `role`."""
    return max((one for one in roles if one == role or _goes_on(role, one)), key=len)


def _goes_on(role: str, other: str) -> bool:
    """Whether another role only adds what the office is for: "envoy *for Mali*", "secretary *of state*"."""
    if not other.startswith(f"{role} "):
        return False
    joint = other[len(role) :].split()[0]
    return joint in ("for", "to") or (joint == "of" and role.split()[-1] in OF_PORTFOLIOS)
