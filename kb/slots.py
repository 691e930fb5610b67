"""The slots of a fact class as data, so that merging, mapping and export need no branch per fact type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from kb.facts.base import Fact
from kb.model import Name, Text


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a fact class: `filler` is Name, Text, PartialDate or a StrEnum class."""

    name: str
    filler: Any
    key: bool
    many: bool
    required: bool

    @property
    def is_name(self) -> bool:
        """Whether an individual fills the slot."""
        return self.filler is Name

    @property
    def is_text(self) -> bool:
        """Whether a noun phrase of the document fills the slot."""
        return self.filler is Text

    @property
    def is_enumeration(self) -> bool:
        """Whether a member of a closed list fills the slot."""
        return isinstance(self.filler, type) and issubclass(self.filler, StrEnum)


def slots(kind: type[Fact]) -> tuple[Slot, ...]:
    """The slots of the fact class `kind`, in the order of its fields."""
    return _slots(cast("Any", kind))


@cache
def _slots(kind: Any) -> tuple[Slot, ...]:
    hints = get_type_hints(kind)
    return tuple(
        _slot(field.name, hints[field.name], key=bool(field.metadata.get("key"))) for field in fields(kind)
    )


def _slot(name: str, hint: Any, *, key: bool) -> Slot:
    """Read `X`, `X | None` or `tuple[X, ...]` apart."""
    arguments = [argument for argument in get_args(hint) if argument is not Ellipsis]
    optional = type(None) in arguments
    fillers = [argument for argument in arguments if argument is not type(None)] or [hint]
    many = bool(arguments) and not optional
    return Slot(name=name, filler=fillers[0], key=key, many=many, required=not optional)


def values(fact: Fact, slot: Slot) -> tuple[Any, ...]:
    """What fills `slot` in `fact`: nothing, one value or several."""
    value = getattr(fact, slot.name)
    if value is None:
        return ()
    return tuple(value) if slot.many else (value,)


def named(fact: Fact) -> Iterator[str]:
    """The names of all individuals that fill slots of `fact`."""
    for slot in slots(type(fact)):
        if slot.is_name:
            yield from values(fact, slot)


def roles(fact: Fact) -> dict[str, str]:
    """The filler that comes first for a reason, by the property that says which."""
    found = ((role, getattr(fact, role)) for role in type(fact).ROLES)
    return {role: name for role, name in found if name is not None}
