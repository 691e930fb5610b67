"""Sentences of our own and the sanctions they state; with sentences that state none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import DATE, claims, told

if TYPE_CHECKING:
    from kb.tokens import Doc

CASES: list[tuple[str, list[tuple[str | None, str, str]]]] = [
    ("The United States imposed sanctions on Belarus on Friday.", [("United States", "Belarus", "imposed")]),
    (
        "Sanctions were imposed on Mali by the European Union after the vote was postponed.",
        [("European Union", "Mali", "imposed")],
    ),
    (
        "Britain has slapped an asset freeze and a travel ban on Sergei Orlov for backing the mercenaries.",
        [("United Kingdom", "Sergei Orlov", "imposed")],
    ),
    (
        "Canada announced new sanctions against Iran over its treatment of protesters.",
        [("Canada", "Iran", "imposed")],
    ),
    ("U.N. sanctions on Libya remain in force.", [("U.N.", "Libya", "in_force")]),
    (
        "Japan extended its sanctions against North Korea for two years.",
        [("Japan", "North Korea", "extended")],
    ),
    (
        "The cost of American sanctions against Mali was high.",
        [("United States", "Mali", "in_force")],
    ),
    ("Australia lifted sanctions on Myanmar.", [("Australia", "Myanmar", "lifted")]),
    ("Washington eased its embargo on Cuba.", [("United States", "Cuba", "eased")]),
    (
        "The European Union threatened to impose sanctions on Georgia.",
        [("European Union", "Georgia", "threatened")],
    ),
    ("Nicaragua risks Canadian sanctions.", [("Canada", "Nicaragua", "threatened")]),
    (
        "Poland and Lithuania called for tougher EU sanctions against Belarus.",
        [("EU", "Belarus", "proposed")],
    ),
    (
        "The U.S. Treasury Department blacklisted two Lebanese banks on Tuesday.",
        [("U.S. Treasury Department", "two Lebanese banks", "imposed")],
    ),
    (
        "Switzerland froze the assets of Viktor Petrenko, the former president of Ukraine.",
        [("Switzerland", "Viktor Petrenko", "imposed")],
    ),
    (
        "India banned imports of coal from Australia in March.",
        [("India", "Australia", "imposed")],
    ),
    (
        "Norway bars the export of weapons to Saudi Arabia.",
        [("Norway", "Saudi Arabia", "imposed")],
    ),
    (
        "Venezuela, which has been under U.S. sanctions since 2017, sells its oil to China.",
        [("United States", "Venezuela", "in_force")],
    ),
    (
        "Iran denied that it had violated the U.N. arms embargo on Yemen.",
        [("U.N.", "Yemen", "violated")],
    ),
    (
        "The Treasury Department designated three people: Ali Karimi, Reza Ahmadi and Hassan Tabari.",
        [
            ("Treasury Department", "Ali Karimi", "imposed"),
            ("Treasury Department", "Reza Ahmadi", "imposed"),
            ("Treasury Department", "Hassan Tabari", "imposed"),
        ],
    ),
    (
        "Turkey imposed a trade embargo on Israel and closed its ports to Israeli ships.",
        [("Turkey", "Israel", "imposed"), ("Turkey", "Israeli ships", "imposed")],
    ),
    (
        "Lawmakers in Kyiv urged the United States to sanction Gazprom.",
        [("United States", "Gazprom", "proposed")],
    ),
    (
        "The embargo on Cuba, imposed by the United States in 1962, has hurt the island's economy.",
        [("United States", "Cuba", "imposed")],
    ),
    (
        "Saudi Arabia, Bahrain and Egypt cut trade with Qatar and imposed a blockade on Doha.",
        [
            ("Saudi Arabia", "Qatar", "imposed"),
            ("Bahrain", "Qatar", "imposed"),
            ("Egypt", "Qatar", "imposed"),
        ],
    ),
    (
        "Denmark will ban Russian ships from its ports.",
        [("Denmark", "Russian ships", "proposed")],
    ),
    (
        "Zimbabwe's president, who was sanctioned by the European Union in 2002, died on Friday.",
        [("European Union", "Zimbabwe's president", "imposed")],
    ),
    (
        "The Security Council voted to impose an arms embargo on South Sudan.",
        [("Security Council", "South Sudan", "imposed")],
    ),
    (
        "Ukraine imposed sanctions on 95 people. The sanctions were later lifted.",
        [("Ukraine", "95 people", "imposed"), ("Ukraine", "95 people", "lifted")],
    ),
    (
        "American sanctions against Iran have driven its oil exports down.",
        [("United States", "Iran", "in_force")],
    ),
    (
        "France and Germany agreed to renew the sanctions on Russia.",
        [("France", "Russia", "extended"), ("Germany", "Russia", "extended")],
    ),
    (
        "Brussels added four Chinese companies to its sanctions list.",
        [("European Union", "four Chinese companies", "imposed")],
    ),
    (
        "Exports of jet fuel to Myanmar are banned by the European Union.",
        [("European Union", "Myanmar", "imposed")],
    ),
    ("Washington revoked Kenya's trade preferences.", [("United States", "Kenya", "imposed")]),
    ("ECOWAS closed its borders with Niger on Monday.", [("ECOWAS", "Niger", "imposed")]),
    ("Germany halted arms exports to Saudi Arabia.", [("Germany", "Saudi Arabia", "imposed")]),
    ("The White House ended the Zimbabwe sanctions program.", [("United States", "Zimbabwe", "lifted")]),
    (
        "An arms embargo has been in place against South Sudan since 2018.",
        [(None, "South Sudan", "in_force")],
    ),
    ("The Treasury designated 12 officials over the crackdown.", [("Treasury", "12 officials", "imposed")]),
    ("Moscow banned 200 Canadians from entering Russia.", [("Russia", "200 Canadians", "imposed")]),
    (
        "France called for an oil embargo against Iran.",
        [("France", "Iran", "proposed")],
    ),
    (
        "President Ana Costa of Peru signed an order blocking the property of Rima Bank.",
        [("Peru", "Rima Bank", "imposed")],
    ),
    (
        "The Treasury designated 12 people. Among these individuals are Salim Idris and Omar Haddad.",
        [("Treasury", target, "imposed") for target in ("12 people", "Salim Idris", "Omar Haddad")],
    ),
    (
        "Canada is lifting sanctions on three officials, and two companies that traded oil, this week.",
        [("Canada", "three officials", "lifted"), ("Canada", "two companies", "lifted")],
    ),
    (
        "Canada imposed sanctions targeting officials, a big shipyard, and a bank.",
        [("Canada", target, "imposed") for target in ("officials", "big shipyard", "bank")],
    ),
    (
        "The committee reviewed Hezbollah's designation as a terrorist organization.",
        [(None, "Hezbollah", "in_force")],
    ),
    ("Iran violated Security Council resolutions.", [("Security Council", "Iran", "violated")]),
    (
        "The United States designated a network of three Hamas financiers and six companies.",
        [
            ("United States", "three Hamas financiers", "imposed"),
            ("United States", "six companies", "imposed"),
        ],
    ),
    (
        "Kenya has been under U.S. and EU sanctions since 2014.",
        [("United States", "Kenya", "in_force"), ("EU", "Kenya", "in_force")],
    ),
    (
        "The regulator accused Balt Bank of violating bans on trading with Syria.",
        [(None, "Syria", "violated")],
    ),
    # nothing
    ("Norway was the third country to sanction gay marriage.", []),
    ("Kenya's list of advisers includes Salim Idris.", []),
    ("Kenya issued a ban on public gatherings.", []),
    ("Balt Steel, a publicly listed company, moved to Riga.", []),
    ("There is no reason to lift the sanctions on Belarus.", []),
    ("Peru has already abolished entry restrictions. Chile spoke of Brazil, Brazil and Brazil.", []),
    ("The council adopted Security Council resolutions on Iran.", []),
    ("The designation of the square was changed.", []),
    ("The council met 12 people. Among these individuals are Salim Idris and Omar Haddad.", []),
    ("The guest list includes Salim Idris.", []),
    ("The firm's shares are listed in New York.", []),
    ("The measures cover health and schools.", []),
    ("Peru closed its embassy.", []),
    ("The committee sanctioned the purchase of a new building.", []),
    ("The court banned smoking in restaurants.", []),
    ("The referee imposed a penalty on the goalkeeper.", []),
    ("The ministry imposed a curfew on the capital.", []),
    ("Farmers lifted the blockade of the motorway.", []),
    ("The bank froze hiring in Germany.", []),
    ("The minister said the ban on mobile phones in schools was popular.", []),
    ("Canada is considering sanctions against Belarus.", [("Canada", "Belarus", "threatened")]),
    ("Somalia is subject to a UN arms embargo.", [("UN", "Somalia", "in_force")]),
    ("Eritrea remains under sanctions.", [(None, "Eritrea", "in_force")]),
    ("Sudanese gold is under U.S. sanctions.", [("United States", "Sudan", "in_force")]),
    ("The US has sanctions on Cuba.", [("United States", "Cuba", "in_force")]),
    ("US-led sanctions against Iran have crippled its banks.", [("United States", "Iran", "in_force")]),
    (
        "A series of export restrictions is being imposed by the European Union on Mariam Sow.",
        [("European Union", "Mariam Sow", "imposed")],
    ),
    (
        "Among those sanctioned by the European Union are General Oleg Strom and Colonel Ivan Bek.",
        [("European Union", "Oleg Strom", "imposed"), ("European Union", "Ivan Bek", "imposed")],
    ),
    (
        "The two men sanctioned by Canada include Karim Adan.",
        [("Canada", "Karim Adan", "imposed")],
    ),
    (
        "Two firms were sanctioned by Canada, including Balt Steel, which is based in Riga.",
        [("Canada", "Two firms", "imposed"), ("Canada", "Balt Steel", "imposed")],
    ),
    ("Huawei was added to the Entity List by the United States.", [("United States", "Huawei", "imposed")]),
    ("Britain removed Mariam Sow from its sanctions list.", [("United Kingdom", "Mariam Sow", "lifted")]),
    ("The sanctioned banker Igor Kolov fled to Dubai.", [(None, "Igor Kolov", "in_force")]),
    ("Washington revoked the visas of 14 judges.", [("United States", "14 judges", "imposed")]),
    ("Turkey has halted all trade with Israel.", [("Turkey", "Israel", "imposed")]),
    ("Kenya raised tariffs on Ugandan sugar to 50 percent.", [("Kenya", "Uganda", "imposed")]),
    (
        "Russian banks were expelled from SWIFT by the European Union.",
        [("European Union", "Russian banks", "imposed")],
    ),
    ("Ships carried coal in violation of UN sanctions on North Korea.", [("UN", "North Korea", "violated")]),
    ("Niger called for the lifting of ECOWAS sanctions.", []),
    ("North Korea has evaded UN sanctions.", [("UN", "North Korea", "violated")]),
    ("Lawmakers urged the cabinet to sanction the Georgian prime minister.", []),
    ("The court suspended the licence of a taxi driver.", []),
    ("The museum removed the painting from its list.", []),
]


@pytest.mark.parametrize(("text", "stated"), CASES, ids=[text[:60] for text, _ in CASES])
def test_sanctions_that_a_text_states(
    parse: Callable[[str], Doc], text: str, stated: list[tuple[object, ...]]
) -> None:
    assert told(parse(text), "sanction", ("issuer", "target", "status")) == set(stated)


@pytest.mark.parametrize(
    ("before", "date"),
    [
        ("Today the United States sanctioned Rima Bank. Canada today sanctioned Sham Bank.", DATE),
        ("Today the United States sanctioned Rima Bank.", None),
    ],
)
def test_an_announcement_dates_all_that_it_imposes(
    parse: Callable[[str], Doc], before: str, date: str | None
) -> None:
    found = claims(parse(f"{before} Canada added Orient Bank to its sanctions list."), "sanction")
    assert {claim.date for claim in found if "Orient Bank" in str(claim.fact)} == {date}
