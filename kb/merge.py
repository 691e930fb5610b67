"""The claims of all documents become facts: one per class and key slots, with what all claims make of it.

Every result depends on the set of extractions only: no order, partition or hash seed shows in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import prod
from typing import Any, TypeVar

from kb.documents.base import Document
from kb.facts.base import Claim, Extraction, Fact, standing
from kb.identity import Identities, MergedIndividual, digest, fold
from kb.model import Basis, Modality, Name, Polarity, Standing
from kb.slots import Slot, named, roles, slots, values
from kb.syndication import sources

CONFIDENCE_DIGITS = 4
UNSAID = frozenset({"other", "unknown"})
"""Members of enumerations that say nothing: any other value of the slot is preferred."""

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class MergedClaim:
    """A claim whose names are paths of individuals, and the path of the fact it is about."""

    claim: Claim
    fact: str


@dataclass(frozen=True, slots=True)
class MergedFact:
    """A fact of the knowledge base: its Name slots hold paths of individuals.

    Several in one slot are sorted; `roles` has, by property, the one that comes first for a reason.
    `documents` counts the documents that give it its standing, `sources` the independent ones among them
    (copies count once; none where only the gazetteer knows it); `confidence` combines those. `first` and
    `last` are the dates of the oldest and newest of them.
    """

    path: str
    fact: Fact
    roles: Mapping[str, str]
    standing: Standing
    disputed: bool
    documents: int
    sources: int
    confidence: float
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All documents, individuals and facts of a knowledge base, each in the order of its key.

    For each document, `copies` has the one that stands for all its copies, `mentions` the paths of the
    individuals that it names.
    """

    documents: Mapping[str, Document]
    copies: Mapping[str, str]
    individuals: Mapping[str, MergedIndividual]
    facts: Mapping[str, MergedFact]
    claims: Mapping[str, tuple[MergedClaim, ...]]
    mentions: Mapping[str, tuple[str, ...]]
    identities: Identities = field(compare=False, repr=False)


def merge(extractions: Iterable[Extraction]) -> Knowledge:
    """Merge the extractions of distinct documents into one knowledge base."""
    read = sorted(extractions, key=lambda extraction: extraction.document.id)
    documents = {extraction.document.id: extraction.document for extraction in read}
    copies = sources(documents.values())
    identities = Identities(read)
    claims = {extraction.document.id: _resolved(extraction, identities) for extraction in read}
    by_fact: dict[str, list[Claim]] = defaultdict(list)
    for merged in (claim for found in claims.values() for claim in found):
        by_fact[merged.fact].append(merged.claim)
    context = _Context(documents, copies)
    facts = {path: context.fact(path, by_fact[path]) for path in sorted(by_fact)}
    individuals = {path: identities.individuals[path] for path in sorted(identities.individuals)}
    mentions = {extraction.document.id: _mentions(extraction, identities) for extraction in read}
    return Knowledge(documents, copies, individuals, facts, claims, mentions, identities)


def fact_path(fact: Fact) -> str:
    """The path of `fact`, whose names are paths already: a hash of its class and key slots."""
    keys = (
        f"{slot.name}={value}"
        for slot in slots(type(fact))
        if slot.key
        for value in sorted(fold(value) if slot.is_text else value for value in values(fact, slot))
    )
    return f"fact/{digest(type(fact).__name__, *keys)}"


def _mentions(extraction: Extraction, identities: Identities) -> tuple[str, ...]:
    """The paths of the individuals that a document names."""
    document = extraction.document.id
    return tuple(sorted({identities.path(document, found.name) for found in extraction.individuals}))


def _resolved(extraction: Extraction, identities: Identities) -> tuple[MergedClaim, ...]:
    """The claims of one document with paths in the place of names, each once.

    A claim is left out if linking shows that the ends of its fact are one individual: it says nothing.
    """
    document = extraction.document.id
    claims = {_resolved_claim(claim, document, identities) for claim in extraction.claims}
    found = (MergedClaim(claim, fact_path(claim.fact)) for claim in claims if _has_two_ends(claim.fact))
    return tuple(sorted(found, key=lambda merged: (merged.fact, repr(merged.claim))))


def _has_two_ends(fact: Fact) -> bool:
    """Whether the individuals at both ends of `fact` differ; an end may be missing."""
    subject, obj = fact.ENDS or ("", "")
    if subject == obj:
        return len(set(named(fact))) > 1
    ends = [
        set(values(fact, slot)) for slot in slots(type(fact)) if slot.name in (subject, obj) and slot.is_name
    ]
    return len(ends) < 2 or ends[0] != ends[1]


def _resolved_claim(claim: Claim, document: str, identities: Identities) -> Claim:
    speaker = claim.attributed_to
    return replace(
        claim,
        document=document,
        fact=_resolved_fact(claim.fact, document, identities),
        attributed_to=None if speaker is None else Name(identities.path(document, speaker)),
    )


def _resolved_fact(fact: F, document: str, identities: Identities) -> F:
    """`fact` with paths of individuals in its Name slots; several in one slot are sorted, but for roles."""
    changes: dict[str, Any] = {}
    first = {identities.path(document, name) for name in roles(fact).values()}
    for slot in slots(type(fact)):
        found = values(fact, slot)
        if slot.is_name and found:
            paths = {identities.path(document, name) for name in found}
            ordered = sorted(paths, key=lambda path: (path not in first, path))
            changes[slot.name] = tuple(ordered) if slot.many else ordered[0]
    return replace(fact, **changes)


class _Context:
    """What judging the claims about one fact needs to know of the documents."""

    def __init__(self, documents: Mapping[str, Document], copies: Mapping[str, str]) -> None:
        self._dates = {document.id: document.date or "" for document in documents.values()}
        self._copies = copies

    def fact(self, path: str, claims: Sequence[Claim]) -> MergedFact:
        """What all `claims` about the fact at `path` make of it."""
        judged = standing(list(claims))
        support = [claim for claim in claims if standing([claim]) is judged]
        typical = self._typical(support)
        documents = {claim.document for claim in support if claim.basis is Basis.TEXT}
        dates = sorted(filter(None, (self._dates[claim.document] for claim in support)))
        return MergedFact(
            path=path,
            fact=typical,
            roles=_agreed(typical, support),
            standing=judged,
            disputed=_disputed(claims),
            documents=len(documents),
            sources=len({self._copies[document] for document in documents}),
            confidence=self._confidence(support),
            first=dates[0] if dates else None,
            last=dates[-1] if dates else None,
        )

    def _confidence(self, support: Iterable[Claim]) -> float:
        """Noisy-or over independent sources: each counts by its most confident claim."""
        best: dict[str, float] = defaultdict(float)
        for claim in support:
            source = self._copies[claim.document]
            best[source] = max(best[source], claim.confidence)
        return round(1 - prod(1 - confidence for confidence in sorted(best.values())), CONFIDENCE_DIGITS)

    def _typical(self, support: Sequence[Claim]) -> Fact:
        """The fact as its claims mostly put it; what changes with time as the latest document puts it."""
        kind = type(support[0].fact)
        chosen: dict[str, Any] = {
            slot.name: value
            for slot in slots(kind)
            if not slot.many and (value := self._chosen(slot, support)) is not None
        }
        sets = {slot.name: tuple(sorted(values(support[0].fact, slot))) for slot in slots(kind) if slot.many}
        return replace(support[0].fact, **chosen, **sets)

    def _chosen(self, slot: Slot, support: Sequence[Claim]) -> str | None:
        """The commonest value of `slot`, among the latest ones where the slot is not a key.

        What another value implies is no value of its own.
        """
        stated = [
            (self._dates[claim.document], value) for claim in support for value in values(claim.fact, slot)
        ]
        less = {type(support[0].fact).IMPLIES.get(value) for _, value in stated} | UNSAID
        dated = [(date, value) for date, value in stated if value not in less] or stated
        latest = max((date for date, _ in dated), default="")
        votes = Counter(value for date, value in dated if slot.key or date == latest)
        return min(votes, key=lambda value: (-votes[value], value), default=None)


def _agreed(fact: Fact, support: Iterable[Claim]) -> Mapping[str, str]:
    """Who has each role of `fact` by more than half of the claims that tell, if it knows him."""
    stated = [roles(claim.fact) for claim in support]
    found: dict[str, str] = {}
    for role in roles(fact):
        votes = Counter(filled[role] for filled in stated if role in filled)
        path, count = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        if 2 * count > votes.total():
            found[role] = path
    return found


def _disputed(claims: Iterable[Claim]) -> bool:
    """Whether somebody states as actual what somebody else denies."""
    stated = {claim.polarity for claim in claims if claim.modality in (Modality.ACTUAL, Modality.CLAIMED)}
    return stated == set(Polarity)
