"""What other sentences of a document add to a fact, and lists that say who is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import told

if TYPE_CHECKING:
    from kb.tokens import Doc

SANCTIONS = [
    ("Putin has imposed sanctions on three Latvian judges.", {("Russia", "three Latvian judges")}),
    ("Adam Huber has imposed sanctions on Peru.", {(None, "Peru")}),
    (
        "Britain met judges of Kenya. Kenya passed a law in May. The law blacklists two banks.",
        {("Kenya", "two banks")},
    ),
    (
        "Zelensky signed a decree on Sunday. It imposes sanctions on three Belarusian firms.",
        {("Ukraine", "three Belarusian firms")},
    ),
    (
        "A council resolution was passed in May. Under the resolution, two shipping firms were blacklisted.",
        set(),
    ),
    (
        "Kenya adopted a decree on Uganda. Under the decree two shipping firms were blacklisted.",
        {("Kenya", "two shipping firms")},
    ),
    (
        "The United States condemns the coup in Mali. We are imposing sanctions on three generals.",
        {("United States", "three generals")},
    ),
    (
        "Canada imposed sanctions on Belarus in 2020. In May the sanctions on Belarus were extended.",
        {("Canada", "Belarus")},
    ),
    (
        "The Treasury Department designated two banks. Four shipping firms have also been designated.",
        {("Treasury Department", "two banks"), ("Treasury Department", "Four shipping firms")},
    ),
    (
        "Britain approved a new round of sanctions targeting Rosneft and two Russian banks.",
        {("United Kingdom", "Rosneft"), ("United Kingdom", "two Russian banks")},
    ),
    ("Washington has imposed sanctions on Tehran.", {("United States", "Iran")}),
    (
        "Australia sanctioned the following people:\n\n- Ali Karimi, head of the firm\n- Reza Ahmadi\n"
        "- Hassan Tabari, a dealer\n\nThe move was welcomed.",
        {("Australia", "Ali Karimi"), ("Australia", "Reza Ahmadi"), ("Australia", "Hassan Tabari")},
    ),
    (
        "New Zealand sanctioned five officials, including Igor Petrov and Oleg Sidorov.",
        {
            ("New Zealand", "five officials"),
            ("New Zealand", "Igor Petrov"),
            ("New Zealand", "Oleg Sidorov"),
        },
    ),
    ("The sanctions have hurt. They were discussed on Monday.", set()),
]
SUPPLIES = [
    (
        "A drought has hit Malawi. Malawi's harvest has failed. Japan has provided $3 million in food aid.",
        {("Japan", "Malawi", "$3 million in food aid")},
    ),
    (
        "The European Union gave 10 million euros to Moldova. The funding will provide tents to refugees.",
        {("European Union", "Moldova", "10 million euros"), ("European Union", "refugees", "tents")},
    ),
    (
        "Kenya sent doctors to Malawi. "
        "The World Food Programme delivered 40 tents to Zambia with funding from Norway.",
        {
            ("Kenya", "Malawi", "doctors"),
            ("World Food Programme", "Zambia", "40 tents"),
            ("Norway", "World Food Programme", "funding"),
        },
    ),
    (
        "Iran denied selling drones to Sudan. Iran had delivered 60 drones, which hit towns in Chad.",
        {("Iran", "Sudan", "drones"), ("Iran", "Sudan", "60 drones")},
    ),
    ("Tonga needs tents. Fiji has sent 400 tents.", {("Fiji", "Tonga", "400 tents")}),
    (
        "Residents of Aden lack rice. Oman delivered 30 tonnes of rice.",
        {("Oman", "Residents of Aden", "30 tonnes of rice")},
    ),
    (
        "Kenya sent Malawi the following:\n\n• 20 tonnes of maize\n• Blankets\n",
        {("Kenya", "Malawi", "20 tonnes of maize"), ("Kenya", "Malawi", "Blankets")},
    ),
    (
        "The United States gave aid to Tonga. The package includes:\n- water filters\n- tents\n",
        {("United States", "Tonga", item) for item in ("aid", "water filters", "tents")},
    ),
    (
        "Donors pledged aid to Lebanon in Paris.\n\nGermany: €20 million\nFrance: $15 million\n",
        {
            ("Donors", "Lebanon", "aid"),
            ("Germany", "Lebanon", "€20 million"),
            ("France", "Lebanon", "$15 million"),
        },
    ),
    (
        "Norway has committed $40 million in military assistance to Moldova. This includes:\n\n"
        "- 14 armoured trucks;\n- two coastal patrol boats; and\n- helmets and radios.",
        {
            ("Norway", "Moldova", "$40 million in military assistance"),
            ("Norway", "Moldova", "14 armoured trucks"),
            ("Norway", "Moldova", "two coastal patrol boats"),
            ("Norway", "Moldova", "helmets"),
            ("Norway", "Moldova", "radios"),
        },
    ),
    (
        "Canada stands with Zambia. We will maintain our support for civil society groups.",
        {("Canada", "civil society groups", "support")},
    ),
    (
        "Floods have hit Malawi. Kenya has sent medical supplies. WHO provided cholera kits.",
        {("Kenya", "Malawi", "medical supplies"), ("WHO", "Malawi", "cholera kits")},
    ),
    (
        "“We are helping to rebuild Malawi by supporting its army,” said Ana Costa, the president of Peru.",
        {("Peru", "Malawi", "support")},
    ),
    (
        "Japan gave $5 million to Zambia. Through this grant, tents will be provided to farmers in Chipata.",
        {("Japan", "Zambia", "$5 million"), ("Japan", "farmers in Chipata", "tents")},
    ),
    (
        "A company in Lusaka said it had shipped 15 tonnes of maize to Malawi.",
        {("company in Lusaka", "Malawi", "15 tonnes of maize")},
    ),
    (
        "UNICEF sent soap to Goma. Volunteers gave rice to 300 nurses.",
        {("UNICEF", "Goma", "soap"), ("UNICEF", "300 nurses", "rice")},
    ),
    (
        "Turkey gave Chad pumps in May. In June Chad was given generators.",
        {("Turkey", "Chad", "pumps"), ("Turkey", "Chad", "generators")},
    ),
    (
        "Norway sent tents to Aden. The trucks carried rice.",
        {("Norway", "Aden", "tents"), ("Norway", "Aden", "rice")},
    ),
    (
        "Uganda sent rockets to the militia in May. Uganda has stepped up deliveries of rifles.",
        {("Uganda", "militia", "rockets"), ("Uganda", "militia", "rifles")},
    ),
    (
        "Caritas gave soap to 900 families in Pemba. In May 2,000 women received seeds.",
        {("Caritas", "900 families in Pemba", "soap"), ("Caritas", "2,000 women", "seeds")},
    ),
    (
        "Eva Lind, Iceland's energy minister, answered two questions.\n\nQ: Is it cold?\n\nA: It is.\n\n"
        "Q: Who helps?\n\nA: Norway sells us oil.",
        {("Norway", "Iceland", "oil")},
    ),
    ("“Iran gives us fuel,” said Lebanon's energy minister.", {("Iran", "Lebanon", "fuel")}),
    (
        "Peru gave Haiti $4 million. The total includes $1 million from Chile.",
        {("Peru", "Haiti", "$4 million"), ("Chile", "Haiti", "$1 million")},
    ),
    ("The minister said it would send aid one day. This includes a plan.", set()),
    ("France has provided an update. It gave no details.", set()),
]
NEEDS = [
    ("“We are running out of insulin,” said a doctor at the hospital.", {("hospital", "insulin")}),
    ("“We lack beds,” said Ana Silva of UNICEF.", {("UNICEF", "beds")}),
    (
        "Needs in Tonga include:\n• seeds\n• tools\n\nThe storm has passed.",
        {("Tonga", "seeds"), ("Tonga", "tools")},
    ),
    ("Malawi is in crisis. Malawi's harvest has failed. Tents are urgently needed.", {("Malawi", "Tents")}),
    (
        "Many families in Kenya need tents, blankets and food.",
        {("Many families in Kenya", item) for item in ("tents", "blankets", "food")},
    ),
    (
        "Residents are left without electricity. They have no access to clean water.",
        {("Residents", "electricity"), ("Residents", "clean water")},
    ),
    (
        "Farmers fled to Uganda in May. They need ploughs, and their children lack vaccines.",
        {("Farmers", "ploughs"), ("children", "vaccines")},
    ),
    ("Kenya and Peru met Chad. Judges eat fish, and they need salt.", {("Judges", "salt")}),
    ("A clinic in Chad burned down. It needs beds.", {("clinic in Chad", "beds")}),
    ("The farmers met the miners in Peru, the nurses said. They need boots.", set()),
    ("Cars from Japan are cheap in Kenya. They need little fuel.", set()),
    ("The plan was drawn up in Ghana. It needs money.", set()),
    ("Ghana and Togo signed the plan with Benin. It needs money.", set()),
    ("Ghana and Togo are short of doctors.", {("Ghana", "doctors"), ("Togo", "doctors")}),
]


@pytest.mark.parametrize(("text", "stated"), SANCTIONS, ids=[text[:50] for text, _ in SANCTIONS])
def test_sanctions_completed(parse: Callable[[str], Doc], text: str, stated: set[tuple[str, ...]]) -> None:
    assert told(parse(text), "sanction", ("issuer", "target")) == stated


@pytest.mark.parametrize(("text", "stated"), SUPPLIES, ids=[text[:50] for text, _ in SUPPLIES])
def test_supplies_completed(parse: Callable[[str], Doc], text: str, stated: set[tuple[str, ...]]) -> None:
    assert told(parse(text), "supply", ("supplier", "recipient", "item")) == stated


@pytest.mark.parametrize(("text", "stated"), NEEDS, ids=[text[:50] for text, _ in NEEDS])
def test_needs_completed(parse: Callable[[str], Doc], text: str, stated: set[tuple[str, ...]]) -> None:
    assert told(parse(text), "need", ("needer", "item")) == stated


def test_a_list_beyond_any_sentence_is_read_up_to_a_bound(parse: Callable[[str], Doc]) -> None:
    goods = ", ".join(["food", "tents", "blankets"] * 500)
    assert ("Iran", "food") in told(parse(f"Iran needs {goods} and fuel."), "need", ("needer", "item"))
