from __future__ import annotations

import pytest

from kb.facts import KINDS
from kb.facts.base import Fact
from kb.facts.containment import PlaceRelation
from kb.facts.leadership import Leadership
from kb.facts.meeting import Meeting
from kb.model import Name, PartialDate, Text
from kb.slots import Slot, named, slots, values
from tests.stories import LEADS


def test_the_slots_of_a_class() -> None:
    found = {slot.name: (slot.filler, slot.key, slot.many, slot.required) for slot in slots(Leadership)}
    assert found["person"] == (Name, True, False, True)
    assert found["role"] == (Text, True, False, True)
    assert found["of"] == (Name, True, False, False)
    assert found["from_"] == (PartialDate, False, False, False)
    assert {slot.name for slot in slots(Meeting) if slot.many} == {"participants"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_slot_has_one_sort_of_filler(kind: type[Fact]) -> None:
    for slot in slots(kind):
        sorts = (slot.is_name, slot.is_text, slot.is_enumeration, slot.filler is PartialDate)
        assert sum(sorts) == 1, slot


def test_values() -> None:
    met = Meeting(participants=(Name("A"), Name("B")), place=Name("C"))
    by_name: dict[str, Slot] = {slot.name: slot for slot in slots(Meeting)}
    assert values(met, by_name["participants"]) == ("A", "B")
    assert values(met, by_name["place"]) == ("C",)
    assert values(met, by_name["date"]) == ()
    assert list(named(met)) == ["A", "B", "C"]
    assert list(named(LEADS)) == ["Ada Berg", "Norland"]
    assert values(met, Slot("kind", PlaceRelation, False, False, False)) == ("meeting",)
