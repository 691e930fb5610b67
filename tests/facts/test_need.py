"""Sentences of our own and the needs they state; with sentences that state none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import told

if TYPE_CHECKING:
    from spacy.tokens import Doc

CASES: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("Ukraine needs more air defense systems.", [("Ukraine", "more air defense systems", None)]),
    ("Malawi needs fertilizer, which Zambia keeps in plenty.", [("Malawi", "fertilizer", "Zambia")]),
    ("Sri Lanka asked India for a loan.", [("Sri Lanka", "loan", "India")]),
    ("Lebanon is running out of fuel.", [("Lebanon", "fuel", None)]),
    ("Haiti appealed for helicopters and water.", [("Haiti", "helicopters", None), ("Haiti", "water", None)]),
    ("Moldova depends on Russia for gas.", [("Moldova", "gas", "Russia")]),
    ("Armenia relies on Russian weapons.", [("Armenia", "weapons", "Russia")]),
    ("Malawi requested emergency assistance from Zambia.", [("Malawi", "emergency assistance", "Zambia")]),
    ("Zambia is facing a shortage of electricity.", [("Zambia", "electricity", None)]),
    ("Eritrea lacks doctors.", [("Eritrea", "doctors", None)]),
    (
        "Some 4 million people in Somalia need food aid.",
        [("Some 4 million people in Somalia", "food aid", None)],
    ),
    (
        "Pakistan is seeking a bailout from the International Monetary Fund.",
        [("Pakistan", "bailout", "International Monetary Fund")],
    ),
    ("Niger is in desperate need of medicine.", [("Niger", "medicine", None)]),
    (
        "Thousands of families in Aleppo are in need of shelter.",
        [("Thousands of families in Aleppo", "shelter", None)],
    ),
    ("Cuba's request for grain was turned down by Mexico.", [("Cuba", "grain", None)]),
    ("Residents of Goma are short of drinking water.", [("Residents of Goma", "drinking water", None)]),
    (
        "Israel urged the United States to provide bunker-busting bombs.",
        [("Israel", "bunker-busting bombs", "United States")],
    ),
    (
        "Egypt imports most of its wheat from Ukraine and depends on it for bread.",
        [("Egypt", "bread", "Ukraine")],
    ),
    ("Nepal sought help from China.", [("Nepal", "help", "China")]),
    ("The World Food Programme called for $90 million.", [("World Food Programme", "$90 million", None)]),
    ("Kenya's need for cheap loans has grown.", [("Kenya", "cheap loans", None)]),
    ("Gaza's hospitals have run out of anesthetics.", [("Gaza's hospitals", "anesthetics", None)]),
    ("Taiwan wants to buy submarines from Japan.", [("Taiwan", "submarines", "Japan")]),
    ("Syria suffers from a severe lack of medical equipment.", [("Syria", "medical equipment", None)]),
    (
        "Nearly two million people in Chad are hungry.",
        [("Nearly two million people in Chad", "food", None)],
    ),
    ("About a third of Malawians are food insecure.", [("a third of Malawians", "food", None)]),
    ("Many families in Lima can no longer afford milk.", [("Many families in Lima", "milk", None)]),
    (
        "Thousands of Haitians are without shelter or electricity.",
        [("Thousands of Haitians", "shelter", None), ("Thousands of Haitians", "electricity", None)],
    ),
    ("What Zambia needs is diesel.", [("Zambia", "diesel", None)]),
    ("Somalia has asked Turkey to train its navy.", [("Somalia", "train its navy", "Turkey")]),
    ("Zambia has turned to the IMF for a bailout.", [("Zambia", "bailout", "IMF")]),
    ("Fuel is vital for hospitals in Gaza.", [("hospitals in Gaza", "Fuel", None)]),
    ("There is no electricity in Mariupol.", [("Mariupol", "electricity", None)]),
    ("Access to clean water remains limited in Aden.", [("Aden", "clean water", None)]),
    ("Peru's bid to buy submarines from France has stalled.", [("Peru", "submarines", None)]),
    ("Kenya relies on Uganda for most of its milk.", [("Kenya", "milk", "Uganda")]),
    (
        "In pursuit of nuclear technology, Libya dealt with smugglers.",
        [("Libya", "nuclear technology", None)],
    ),
    ("The villagers were deprived of medicine.", [("villagers", "medicine", None)]),
    (
        "Donors were asked to give tents to the people of Tonga.",
        [("people of Tonga", "tents", "Donors")],
    ),
    ("Kenya is in talks with the World Bank for a loan.", [("Kenya", "loan", "World Bank")]),
    ("Many families are cut off from food.", [("Many families", "food", None)]),
    ("Lebanese officials asked Kuwait for wheat.", [("Lebanon", "wheat", "Kuwait")]),
    ("“We need blankets,” said Ana Costa, the president of Peru.", [("Peru", "blankets", None)]),
    # nothing
    ("Peace is vital for the region.", []),
    ("He asked the court to release him.", []),
    ("There is no agreement in Geneva.", []),
    ("Trade is crucial to the economy.", []),
    ("The families could afford milk.", []),
    ("Kenya's economy is hungry for change.", []),
    ("The minister needs to resign.", []),
    ("Both sides need time.", []),
    ("He asked for forgiveness.", []),
    ("The president called for calm.", []),
    ("Police are seeking two men.", []),
    ("France lacks a majority in parliament.", []),
    ("The result depends on the weather.", []),
    ("The party demanded the resignation of the minister.", []),
]


@pytest.mark.parametrize(("text", "stated"), CASES, ids=[text[:60] for text, _ in CASES])
def test_needs_that_a_text_states(
    parse: Callable[[str], Doc], text: str, stated: list[tuple[object, ...]]
) -> None:
    assert told(parse(text), "need", ("needer", "item", "supplier")) == set(stated)
