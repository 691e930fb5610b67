"""Sentences of our own that only seem to tell of supplies and needs, and like ones that do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import told

if TYPE_CHECKING:
    from kb.tokens import Doc

NO_SUPPLIES = [
    # built or set up somewhere is not given to those who live there
    "Israel wants to build 900 settler homes in the Jordan Valley.",
    "Macron wants to set up centers for asylum in Niger.",
    # asked of somebody, for himself, without evidence
    "Kenya demands that Uganda treat the wounded.",
    "The president of Malawi paid $5 million to his own company.",
    "There is no evidence that Turkey sold drones to Peru.",
    # sold to all comers, paid as a price or a penalty
    "Volkswagen and Renault offer similar engines for that price.",
    "Senegal said that Hertz rents cars.",
    "Deutsche Bank paid the United States $90 million over its trade with Sudan.",
    "Shell paid Mozambique $2 billion for a stake in the field.",
    # conferred, published, dropped, turned elsewhere
    "Portugal has won concessions from the European Union.",
    "Poland has issued a license for trade.",
    "Kenya released a paper on trade.",
    "According to data provided by Kenya, 30 people died in Somalia.",
    "Sudan dropped bombs on Nyala.",
    "Rebels brought down a Sudanese jet in Chad.",
    "France committed suicide bombers.",
    # told for whom, who is no party; the country of the text is not meant
    "Nestle diverts 40 percent of its revenue to its owners.",
    "The World Bank will finance up to 30 percent of the project's cost.",
    "The Ministry of Defence of Japan is pouring money into developing robots.",
    "Australia warned Australians. The food that is given by people to kangaroos makes them ill.",
    "Japan feeds animals in Kenya.",
    # nobody in particular gives
    "The state-funded broadcaster will appeal.",
    "Police sent in reinforcements in Austria.",
]
SUPPLIES = [
    ("UNICEF built a clinic in Goma.", {("UNICEF", "Goma", "clinic")}),
    (
        "Qatar is building 300 houses for flood victims in Pakistan.",
        {("Qatar", "flood victims in Pakistan", "300 houses")},
    ),
    ("Kenya is treating the wounded.", {("Kenya", "wounded", "treatment")}),
    ("Iran is arming Hezbollah, Lebanon says.", {("Iran", "Hezbollah", "arms")}),
    ("Turkey sold drones to Peru, lawmakers found evidence.", {("Turkey", "Peru", "drones")}),
    ("France paid Mozambique $2 billion.", {("France", "Mozambique", "$2 billion")}),
    ("The Red Cross released $3 million for Malawi.", {("Red Cross", "Malawi", "$3 million")}),
    ("A Sudanese plane dropped food over Nyala.", {("Sudan", "Nyala", "food")}),
    ("Norway feeds refugees in Kenya.", {("Norway", "refugees in Kenya", "food")}),
]
NO_NEEDS = [
    # policies, rules, law
    "Chad pursued activities in Mali.",
    "The European Union negotiated Britain's exit.",
    "Chad has called for criminal charges against the pilots.",
    "Norway called for the protection of civilians in Chad.",
    "Togo urged closer collaboration.",
    "Sweden requires identification of all migrants.",
    # a single private person, or just anybody
    "A girl in Lisbon sought help from strangers.",
    "The official requested anonymity.",
    "Police issued an appeal for witnesses in Lisbon.",
    "Joana Costa said that she had no shares in Peru.",
    "Joana Costa lacks a diploma.",
    "Joana Costa is looking for a job in Peru.",
    "In Togo, voters did not reach the 50 percent needed to change the law.",
    # virtues, cries, hunts, chances
    "Chad needs boldness.",
    "The court of Peru has no powers.",
    "Peru is drying out. Peru will build dams. The scale of the required investment is vast.",
    "There were cries of terror from children in Goma.",
    "Kenya went in pursuit of monsters.",
    "The pupils missed an opportunity in Peru.",
    "Costa raised money for Silva's bid.",
    # no dearth
    "Mali can meet the requirements of the fund.",
    "There is no shortage of rice in Mali.",
    "Farmers in Peru live on two dollars a day.",
]
NEEDS = [
    ("Kenya negotiated a loan from China.", {("Kenya", "loan")}),
    ("Chad has called for tents.", {("Chad", "tents")}),
    ("Norway called for protection.", {("Norway", "protection")}),
    ("Villagers in Malawi sought help from strangers.", {("Villagers in Malawi", "help")}),
    ("Joana Costa said that she had no food.", {("Joana Costa", "food")}),
    ("Joana Costa, the president of Peru, needs advice.", {("Joana Costa", "advice")}),
    ("Peru has no power.", {("Peru", "power")}),
    ("Kenya went in search of oil.", {("Kenya", "oil")}),
    ("The hospital in Peru misses drugs.", {("hospital in Peru", "drugs")}),
    ("There is a shortage of rice in Mali.", {("Mali", "rice")}),
    ("Farmers in Peru live on bread.", {("Farmers in Peru", "bread")}),
    ("Togo depends on Ghana for its power.", {("Togo", "power")}),
]


@pytest.mark.parametrize("text", NO_SUPPLIES)
def test_what_only_seems_a_supply(text: str, parse: Callable[[str], Doc]) -> None:
    assert not told(parse(text), "supply", ("supplier", "recipient", "item"))


@pytest.mark.parametrize(("text", "stated"), SUPPLIES)
def test_supplies_told_in_like_words(
    text: str, stated: set[tuple[str, ...]], parse: Callable[[str], Doc]
) -> None:
    assert told(parse(text), "supply", ("supplier", "recipient", "item")) == stated


@pytest.mark.parametrize("text", NO_NEEDS)
def test_what_only_seems_a_need(text: str, parse: Callable[[str], Doc]) -> None:
    assert not told(parse(text), "need", ("needer", "item"))


@pytest.mark.parametrize(("text", "stated"), NEEDS)
def test_needs_told_in_like_words(
    text: str, stated: set[tuple[str, ...]], parse: Callable[[str], Doc]
) -> None:
    assert told(parse(text), "need", ("needer", "item")) == stated
