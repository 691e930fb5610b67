"""Sentences of our own and the supplies they state; with sentences that state none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import told

if TYPE_CHECKING:
    from spacy.tokens import Doc

CASES: list[tuple[str, list[tuple[str, str | None, str, str]]]] = [
    ("Iran supplied Sudan with drones.", [("Iran", "Sudan", "drones", "delivered")]),
    ("Germany delivered 18 tanks to Ukraine.", [("Germany", "Ukraine", "18 tanks", "delivered")]),
    ("Japan gave Vietnam six patrol boats.", [("Japan", "Vietnam", "six patrol boats", "delivered")]),
    ("Qatar will send gas to Pakistan.", [("Qatar", "Pakistan", "gas", "planned")]),
    ("Australia pledged $50 million to Tonga.", [("Australia", "Tonga", "$50 million", "planned")]),
    ("Turkey sold drones to Ethiopia.", [("Turkey", "Ethiopia", "drones", "delivered")]),
    ("The World Bank lent Kenya $1 billion.", [("World Bank", "Kenya", "$1 billion", "delivered")]),
    (
        "Washington suspended military aid to Rwanda.",
        [("United States", "Rwanda", "military aid", "stopped")],
    ),
    ("Russia offered wheat to Lebanon.", [("Russia", "Lebanon", "wheat", "offered")]),
    ("Niger received a batch of drones from Turkey.", [("Turkey", "Niger", "batch of drones", "delivered")]),
    ("Russian gas supplies to Moldova were halted.", [("Russia", "Moldova", "gas", "stopped")]),
    (
        "Cuba has provided doctors and vaccines to Venezuela.",
        [("Cuba", "Venezuela", "doctors", "delivered"), ("Cuba", "Venezuela", "vaccines", "delivered")],
    ),
    (
        "Libya was equipped by Italy with patrol boats.",
        [("Italy", "Libya", "patrol boats", "delivered")],
    ),
    ("Norway is funding a school in Malawi.", [("Norway", "school in Malawi", "funding", "ongoing")]),
    (
        "Poland bought 250 tanks from the United States.",
        [("United States", "Poland", "250 tanks", "delivered")],
    ),
    ("Belarus allegedly shipped rifles to Sudan.", [("Belarus", "Sudan", "rifles", "alleged")]),
    ("Kenya was accused of sending weapons to Somalia.", [("Kenya", "Somalia", "weapons", "alleged")]),
    ("China's loans to Zambia exceed $6 billion.", [("China", "Zambia", "loans", "ongoing")]),
    ("Rwanda-backed rebels seized the town.", []),
    ("Armenia denied supplying weapons to Iran.", [("Armenia", "Iran", "weapons", "alleged")]),
    ("Tonga was given water by Fiji.", [("Fiji", "Tonga", "water", "delivered")]),
    ("Kenya announced $20 million in aid to Malawi.", [("Kenya", "Malawi", "$20 million in aid", "planned")]),
    ("Israel cut off electricity to Gaza.", [("Israel", "Gaza", "electricity", "stopped")]),
    ("Most of Moldova's gas comes from Russia.", [("Russia", "Moldova", "gas", "ongoing")]),
    ("Fuel from Algeria reached Tunisia on Monday.", [("Algeria", "Tunisia", "Fuel", "delivered")]),
    ("India's imports of Russian oil rose in May.", [("Russia", "India", "oil", "ongoing")]),
    ("China is the largest supplier of weapons to Laos.", [("China", "Laos", "weapons", "ongoing")]),
    (
        "Lebanon received 25 ambulances donated by France.",
        [("France", "Lebanon", "25 ambulances", "delivered")],
    ),
    (
        "MSF teams are treating cholera patients in Goma.",
        [("MSF", "cholera patients", "treatment", "ongoing")],
    ),
    (
        "The Red Crescent vaccinated 9,000 children in Aden.",
        [("Red Crescent", "9,000 children", "vaccines", "delivered")],
    ),
    ("CARE will feed 20,000 refugees in Chad.", [("CARE", "20,000 refugees", "food", "planned")]),
    ("Kenya promised Malawi $3 million to rebuild schools.", [("Kenya", "Malawi", "$3 million", "planned")]),
    (
        "The ministry designated the firm for selling rockets to Hezbollah.",
        [("firm", "Hezbollah", "rockets", "delivered")],
    ),
    (
        "A convoy of the Red Cross brought blankets to villages in Idlib.",
        [("Red Cross", "villages in Idlib", "blankets", "delivered")],
    ),
    (
        "President Ana Costa of Peru announced $4 million in aid for Haiti.",
        [("Peru", "Haiti", "$4 million in aid", "planned")],
    ),
    (
        "Mali, which wants to sell tents to Chad, is poor.",
        [("Mali", "Chad", "tents", "planned")],
    ),
    # nothing
    ("Kenya wants Japan to sell tents to Chad.", []),
    ("Norway asked Chile to send tents to Haiti.", []),
    ("Sweden is reluctant to send missiles to Ukraine.", []),
    ("Our teams gave rice to families in Yemen.", []),
    ("The delegation from Oman arrived in Doha.", []),
    ("Norway approved the treaty with Finland.", []),
    ("Egypt is the largest supplier of players to the league.", []),
    ("The minister gave an interview to the newspaper.", []),
    ("The general sent a message to the rebels.", []),
    ("The team sold its striker to Madrid.", []),
    ("Critics gave the plan little support.", []),
    ("He handed power to his deputy.", []),
    ("The president sent his condolences to Turkey.", []),
]


@pytest.mark.parametrize(("text", "stated"), CASES, ids=[text[:60] for text, _ in CASES])
def test_supplies_that_a_text_states(
    parse: Callable[[str], Doc], text: str, stated: list[tuple[object, ...]]
) -> None:
    assert told(parse(text), "supply", ("supplier", "recipient", "item", "status")) == set(stated)
