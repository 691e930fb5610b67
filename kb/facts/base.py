"""The fact, its claims, and what the reading of one document yields.

A fact class (one module of this package each) is a frozen dataclass whose fields are the slots. The type
of a field says what fills it: `Name` an individual, `Text` a noun phrase of the document, `PartialDate` an
ISO 8601 date cut to what is known ("2023", "2023-09", "2023-09-13"), a `StrEnum` one of its members.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar, Self

from kb.documents.base import Document
from kb.model import Basis, Individual, Modality, Name, PartialDate, Passage, Polarity, Standing


def slot(*, key: bool = False, line: str | None = None, default: Any = None, required: bool = False) -> Any:
    """Declare a slot of a fact class.

    `key` slots tell facts apart; `line` is the slot's name in the line format where it differs from the
    field's (`from_` is written "from" in any case); a slot that is not `required` defaults to None.
    """
    metadata = {"key": key, "line": line}
    return field(metadata=metadata) if required else field(default=default, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What a claim is about; the base of all fact classes.

    TYPE is the fact's type in the line format; ENDS names the two slots (subject, object) and DIRECT the
    ontology's short property between them, which asserted facts also get. UNREAL gives the modality of what
    a status says is not so yet; PERFORMER names the slot whose filler brings the fact about by saying so,
    POPULATED the one in which the members of a nation stand for themselves ("17 million *Yemenis*").
    EVENTS are the statuses that tell of what took place once, and so has one date. What LASTS is not of the
    date of a clause whose nouns tell of it: "*met on Monday* the president of Mali".
    ROLES names the attributes, properties of the ontology too, that tell which filler of a plural slot comes
    first for a reason. IMPLIES gives for a value what it says as well: a capital lies in its country.
    """

    TYPE: ClassVar[str]
    DIRECT: ClassVar[str | None] = None
    ENDS: ClassVar[tuple[str, str] | None] = None
    UNREAL: ClassVar[Mapping[str, Modality]] = {}
    PERFORMER: ClassVar[str | None] = None
    POPULATED: ClassVar[str | None] = None
    EVENTS: ClassVar[frozenset[str]] = frozenset()
    LASTS: ClassVar[bool] = False
    ROLES: ClassVar[tuple[str, ...]] = ()
    IMPLIES: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def plural(cls) -> frozenset[str]:
        """The slots that take several fillers at once."""
        return frozenset(f.name for f in fields(cls) if str(f.type).startswith("tuple["))

    def told(self, modality: Modality) -> Self:
        """The fact as a claim of this modality leaves it: a supply still planned is not one delivered."""
        return self

    def given(self) -> Self:
        """The fact as something that exists, where the clause around only plans to change it."""
        return self

    def presented(self, modality: Modality, source: Name | None) -> tuple[Modality, Name | None]:
        """How a claim with this modality and source presents the fact.

        A status that tells of what is not so yet outweighs the text's own voice; what its performer says of
        an act is the act itself: an authority that says it imposes a sanction imposes it.
        """
        if self.PERFORMER is not None and modality is Modality.CLAIMED:
            performer = getattr(self, self.PERFORMER)
            if performer is not None and performer == source:
                return Modality.ACTUAL, None
        if modality is Modality.ACTUAL:
            return self.UNREAL.get(str(getattr(self, "status", "")), modality), source
        return modality, source

    def key(self) -> tuple[Any, ...]:
        """The values of the key slots: two facts with the same key are one."""
        return tuple(getattr(self, f.name) for f in fields(self) if f.metadata.get("key"))

    def event(self) -> tuple[Any, ...] | None:
        """What tells apart what took place once, and so on one date; None for what lasts."""
        status = str(getattr(self, "status", ""))
        ends = () if self.ENDS is None else tuple(getattr(self, name) for name in self.ENDS)
        return (*ends, status) if status in self.EVENTS and None not in ends else None

    def line(self) -> dict[str, Any]:
        """The slots as the line format names them."""
        return {f.metadata.get("line") or f.name.rstrip("_"): getattr(self, f.name) for f in fields(self)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """One passage of one document that states, reports, plans, doubts or denies a fact.

    `evidence` is None exactly for claims whose `basis` is the gazetteer. `construction` names the frame
    and grammatical construction that found the fact, for confidence and error analysis.
    """

    document: str
    fact: Fact
    evidence: Passage | None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    attributed_to: Name | None = None
    date: PartialDate | None = None
    confidence: float = 1.0
    basis: Basis = Basis.TEXT
    construction: str = ""

    def of(self, fact: Fact) -> Claim:
        """The same claim of another fact."""
        return self if fact is self.fact else replace(self, fact=fact)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one document."""

    document: Document
    individuals: tuple[Individual, ...]
    claims: tuple[Claim, ...]


def standing(claims: list[Claim]) -> Standing:
    """The standing that `claims`, all about one fact, give it: the strongest one, denial only if alone."""
    affirmed = [claim.modality for claim in claims if claim.polarity is Polarity.AFFIRMED]
    for modality, result in zip(Modality, Standing, strict=False):
        if modality in affirmed:
            return result
    return Standing.DENIED
