"""Places: what lies in, near or at the head of what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.facts.containment import Containment
from kb.tokens import Doc
from tests.facts.marked import slots
from tests.facts.told import told

SUDAN = "[Sudan|country]"
STATED = [
    (f"A convoy left [Khartoum|place], {SUDAN}, at dawn.", {("Khartoum", "Sudan", "in")}),
    (f"Talks in [Port Sudan|place] in {SUDAN} went on.", {("Port Sudan", "Sudan", "in")}),
    (
        "The [Iraq|country:Iraqi] city of [Mosul|place] was rebuilt.",
        {("Mosul", "Iraq", "in")},
    ),
    (
        "The [North Korea|country:North Korean] capital, [Pyongyang|place], was calm.",
        {("Pyongyang", "North Korea", "capital_of")},
    ),
    (
        "[Nairobi|place], the capital of [Kenya|country], hosted the summit.",
        {("Nairobi", "Kenya", "capital_of")},
    ),
    ("[Syria|country]'s [Aleppo|place] was hit.", {("Aleppo", "Syria", "in")}),
    (
        "The reactor at [Bushehr|place] in [Iran|country] was shut down.",
        {("Bushehr", "Iran", "in")},
    ),
    ("[Banki|place] lies near [Maiduguri|place].", {("Banki", "Maiduguri", "near")}),
    (
        "[Ramadi|place] is located 110 kilometers from [Baghdad|place].",
        {("Ramadi", "Baghdad", "near")},
    ),
    ("A tanker sank off [Yemen|country].", set()),
    ("[Chad|country], which borders [Libya|country], is landlocked.", {("Chad", "Libya", "near")}),
    ("Shells hit [Djibo|place], in northern [Burkina Faso|country].", {("Djibo", "Burkina Faso", "in")}),
    ("Troops entered the [Kursk|place] region of [Russia|country].", {("Kursk", "Russia", "in")}),
    (
        "Officials in [Juba|place], the [South Sudan|country:South Sudanese] capital, agreed.",
        {("Juba", "South Sudan", "capital_of")},
    ),
    (
        "[Bagram Air Base|place], north of [Kabul|place], was handed over.",
        {("Bagram Air Base", "Kabul", "near")},
    ),
    (
        "Rain fell in [Anbar province|place] where [Ramadi|place] is located.",
        {("Ramadi", "Anbar province", "in")},
    ),
    ("Rain fell in [Gao|place], northern [Mali|country].", {("Gao", "Mali", "in")}),
    (
        "[MOMBASA|organization], [Kenya|country] (Reuters) - A ship sank.",
        {("MOMBASA", "Kenya", "in")},
    ),
    (
        "He teaches at [Lund University|organization] in [Sweden|country].",
        {("Lund University", "Sweden", "in")},
    ),
]
NOTHING = [
    "Ministers from [Syria|country], [Iraq|country] and [Libya|country] met.",
    "He flew from [Paris|place] to [Cairo|place].",
    "[Kabul|place] fell in August.",
    "He saw [Paris|place], [London|place] and [Berlin|place].",
    "She spoke in [Kyiv|place], [Russia|country].",
]
TEXTS = [
    (
        "Al-Tanf, a base in southern Syria near the border with Jordan, was attacked.",
        {("Al-Tanf", "Syria", "in"), ("Al-Tanf", "Jordan", "near")},
    ),
    (
        "Pemba, in the Mozambican province of Cabo Delgado, received thousands.",
        {("Pemba", "Cabo Delgado", "in"), ("Cabo Delgado", "Mozambique", "in")},
    ),
    ("The Natanz enrichment site in central Iran lost power.", {("Natanz enrichment site", "Iran", "in")}),
    (
        "The Vostochny Cosmodrome is located in Russia's Amur region.",
        {("Vostochny Cosmodrome", "Amur", "in"), ("Amur", "Russia", "in")},
    ),
    ("The island of Socotra belongs to Yemen.", {("Socotra", "Yemen", "in")}),
    ("Nagorno-Karabakh lies within Azerbaijan.", {("Nagorno-Karabakh", "Azerbaijan", "in")}),
    ("The rebels hold Goma, on the border with Rwanda.", {("Goma", "Rwanda", "near")}),
    ("Rwanda denies sending troops into neighboring Burundi.", {("Burundi", "Rwanda", "near")}),
    (
        "Belarus, sandwiched between Poland and Russia, is landlocked.",
        {("Belarus", "Poland", "near"), ("Belarus", "Russia", "near")},
    ),
    ("Burundi is one of the poorest countries in Africa.", {("Burundi", "Africa", "in")}),
    (
        "Ukraine's president spoke. Troops have retaken the southern city of Kherson.",
        {("Kherson", "Ukraine", "in")},
    ),
    ("The president met them in the southern city of Kherson.", set()),
    (
        "In Cabo Delgado, Mozambique's northernmost province, attacks go on.",
        {("Cabo Delgado", "Mozambique", "in")},
    ),
    (
        "Mabvuku, a suburb located east of Harare, has no water.",
        {("Mabvuku", "Harare", "near")},
    ),
    ("The Africans nation Mali hosts met.", set()),
    ("Cholera broke out in the West African country of Benin.", {("Benin", "West Africa", "in")}),
    (
        "Forces seized Jowhar, about 90 kilometres (55 miles) north of Mogadishu.",
        {("Jowhar", "Mogadishu", "near")},
    ),
    ("He flew to the U.S. territory of Guam.", {("Guam", "United States", "in")}),
    ("The ship left the Red Sea, the Gulf of Aden and the Strait of Hormuz.", set()),
    ("Troops entered the city. Goma was calm.", set()),
    ("Students came from Albany, N.Y., on Monday.", {("Albany", "New York", "in")}),
    ("Clinics closed in Yemen's Hadramawt governorate.", {("Hadramawt", "Yemen", "in")}),
    ("The U.S. embassy in Nairobi was closed.", {("U.S. embassy", "Nairobi", "in")}),
    ("A blast hit Khartoum's Al-Noor hospital.", {("Al-Noor hospital", "Khartoum", "in")}),
    ("Shells fell on Douma, a suburb of Damascus.", {("Douma", "Damascus", "near")}),
    ("Shells fell on Douma, just outside Damascus.", {("Douma", "Damascus", "near")}),
    ("Shells fell on Douma, not far from Damascus.", {("Douma", "Damascus", "near")}),
    ("Shells fell on Douma, close to the Syrian capital.", {("Douma", "Damascus", "near")}),
    ("Talks took place in Sochi, a resort on the Black Sea.", {("Sochi", "Black Sea", "near")}),
    ("Ships left Ukraine's Black Sea port of Chornomorsk.", {("Chornomorsk", "Ukraine", "in")}),
    (
        "Abyei lies on the border between Sudan and South Sudan.",
        {("Abyei", "Sudan", "near"), ("Abyei", "South Sudan", "near")},
    ),
    ("Zaatari camp, near the Syrian border, shelters thousands.", {("Zaatari", "Syria", "near")}),
    (
        "Floods hit Beledweyne, Kismayo and Baidoa, all in Somalia.",
        {("Beledweyne", "Somalia", "in"), ("Kismayo", "Somalia", "in"), ("Baidoa", "Somalia", "in")},
    ),
    (
        "Nara, the ancient capital in western Japan, hosted the talks.",
        {("Nara", "Japan", "in")},
    ),
    ("A laboratory at Jamraya, just outside Damascus, was inspected.", {("Jamraya", "Damascus", "near")}),
    (
        "Clinics closed in the provinces of Helmand, Kandahar and Zabul in southern Afghanistan.",
        {
            ("Helmand", "Afghanistan", "in"),
            ("Kandahar", "Afghanistan", "in"),
            ("Zabul", "Afghanistan", "in"),
        },
    ),
    (
        "Gunmen attacked the Baraka area of Fizi, in South Kivu.",
        {("Fizi", "South Kivu", "in"), ("Baraka", "Fizi", "in")},
    ),
    ("The mosque in Leeds, Britain, was closed.", {("Leeds", "United Kingdom", "in")}),
    ("The delegation came from Paris, France said.", set()),
    ("Chad's supreme court and Chad's national bank were closed.", set()),
    ("BERLIN - Germany's cabinet met. WARSAW \N{EM DASH} Poland objected.", set()),
    ("He spoke of the presence in the Baltic Sea region, Russia's fleet and its bases.", set()),
    ("The refugees crossed from Sudan into Chad, on foot.", set()),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_places_that_a_text_tells_of(
    parse: Callable[[str], Doc], text: str, expected: set[tuple[str, ...]]
) -> None:
    assert told(parse(text), "location", ("place", "within", "relation")) == expected


@pytest.mark.parametrize(("sentence", "expected"), STATED)
def test_a_place_is_read(sentence: str, expected: set[tuple[str, ...]]) -> None:
    assert slots(Containment, sentence, "place", "within", "relation") == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_mention_alone_states_no_place(sentence: str) -> None:
    assert slots(Containment, sentence, "place", "within", "relation") == set()
