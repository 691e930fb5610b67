"""Need: an actor lacks, seeks or depends on something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.facts.base import Claim, Fact, slot
from kb.model import Name, Text

LINKING = 3
"""Letters of the words that also stand in names: "of", "and", "the"."""


@dataclass(frozen=True, kw_only=True)
class Need(Fact):
    """`needer` needs `item`, from `supplier`, for `purpose`."""

    TYPE = "need"
    DIRECT = "needs"
    ENDS = ("needer", "item")
    POPULATED = "needer"

    needer: Name = slot(key=True, required=True)
    item: Text = slot(key=True, required=True)
    supplier: Name | None = slot()
    purpose: Text | None = slot()


def unify(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that say of unnamed people, or in fewer words, what another one says."""
    found = list(claims)
    needs = [claim for claim in found if isinstance(claim.fact, Need)]
    repeated = {
        id(claim) for i, claim in enumerate(needs) if any(_repeats(claim, other) for other in needs[:i])
    }
    return [claim for claim in found if id(claim) not in repeated]


def _repeats(claim: Claim, earlier: Claim) -> bool:
    one, other = claim.fact, earlier.fact
    if not isinstance(one, Need) or not isinstance(other, Need) or one == other:
        return False
    if one.needer == other.needer and claim.evidence == earlier.evidence:
        words, others = one.item.lower().split(), other.item.lower().split()
        return words[-1] == others[-1] and (set(words) <= set(others) or set(others) <= set(words))
    return one.item == other.item and _is_described(one.needer)


def _is_described(needer: str) -> bool:
    """Whether a needer has no name: "tens of thousands of trapped civilians"."""
    return any(word.islower() and len(word) > LINKING for word in needer.split())
