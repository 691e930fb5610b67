"""Sanctions told by lists, exclusion and relief, and by texts that name the parties in other sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import told

if TYPE_CHECKING:
    from kb.tokens import Doc

Stated = list[tuple[str | None, str, str]]
LISTS: list[tuple[str, Stated]] = [
    (
        "Canada sanctioned nine firms. The targeted firms include Tula Arms and Kama Steel.",
        [("Canada", target, "imposed") for target in ("nine firms", "Tula Arms", "Kama Steel")],
    ),
    (
        "Japan announced new sanctions on Friday. Among those sanctioned were Igor Lukin and Sergei Orlov.",
        [("Japan", "Igor Lukin", "imposed"), ("Japan", "Sergei Orlov", "imposed")],
    ),
    ("The council imposed its own sanctions on Mali.", [("council", "Mali", "imposed")]),
    (
        "Moscow issued its own blacklist of 18 Canadian officials.",
        [("Russia", "18 Canadian officials", "imposed")],
    ),
    (
        "Sudan was taken off the American list of state sponsors of terrorism.",
        [("United States", "Sudan", "lifted")],
    ),
    (
        "China’s commerce ministry added 28 Canadian entities to its Export Control List.",
        [("China", "28 Canadian entities", "imposed")],
    ),
    (
        "Peru imposed sanctions on six firms, including Volga subsidiary Kama Steel, and on a bank.",
        [("Peru", target, "imposed") for target in ("six firms", "Kama Steel")],
    ),
    (
        "Two firms that trade in jade, Kama Steel and Tula Arms, were sanctioned by Peru.",
        [("Peru", "Kama Steel", "imposed"), ("Peru", "Tula Arms", "imposed")],
    ),
    (
        "Four firms that trade in jade, Kama Steel and Tula Arms, were sanctioned by Peru.",
        [("Peru", target, "imposed") for target in ("Four firms", "Kama Steel", "Tula Arms")],
    ),
    (
        "The Security Council approved the addition of two commanders to its sanctions list.",
        [("Security Council", "two commanders", "imposed")],
    ),
    (
        "Canada sanctioned nine firms. The blacklist also mentions Tula Arms.",
        [("Canada", "nine firms", "imposed"), ("Canada", "Tula Arms", "imposed")],
    ),
    (
        "Peru sanctioned three men. The three leaders named on the list are Omar Haddad and Salim Idris.",
        [("Peru", target, "imposed") for target in ("three men", "Omar Haddad", "Salim Idris")],
    ),
    (
        "The Treasury targeted a network of 12 shipping companies with sanctions.",
        [("Treasury", "12 shipping companies", "imposed")],
    ),
    (
        "Tokyo has expanded its sanctions list by nine organizations and 26 individuals.",
        [("Japan", "nine organizations", "imposed"), ("Japan", "26 individuals", "imposed")],
    ),
    (
        "He ran four firms, including the OFAC-sanctioned Tula Arms.",
        [("OFAC", "Tula Arms", "imposed")],
    ),
    ("The addition of two bedrooms to the list of repairs was cheap.", []),
    ("Norway blacklisted the five captains.", [("Norway", "five captains", "imposed")]),
    ("The list of guests includes Salim Idris.", []),
    ("The selected firms include Tula Arms.", []),
    ("The author published a blacklist of overused words.", []),
]
EXCLUSION: list[tuple[str, Stated]] = [
    ("The list names 40 officers barred from travelling to Canada.", [("Canada", "40 officers", "in_force")]),
    (
        "Two generals who are banned from entering the United States attended the parade.",
        [("United States", "Two generals", "in_force")],
    ),
    (
        "Canada forbids its citizens from trading with Donbas Bank.",
        [("Canada", "Donbas Bank", "imposed")],
    ),
    (
        "The United States prohibited American companies from doing business with Huawei.",
        [("United States", "Huawei", "imposed")],
    ),
    (
        "Norway will penalize Russian shipping companies.",
        [("Norway", "Russian shipping companies", "proposed")],
    ),
    (
        "The decree puts a ban on entry into Kenya for 42 members of the junta.",
        [("Kenya", "42 members of the junta", "imposed")],
    ),
    (
        "Business dealings with four Serbian companies were prohibited by the European Union.",
        [("European Union", "four Serbian companies", "imposed")],
    ),
    (
        "Beijing imposed a ban on 28 Canadian contractors.",
        [("China", "28 Canadian contractors", "imposed")],
    ),
    (
        "The Security Council renewed a ban on diamond exports from Liberia.",
        [("Security Council", "Liberia", "extended")],
    ),
    (
        "Kenya, Uganda and Rwanda announced that they were closing borders with Burundi.",
        [(issuer, "Burundi", "imposed") for issuer in ("Kenya", "Uganda", "Rwanda")],
    ),
    ("Sanctions-hit Iran sold its oil to China.", [(None, "Iran", "in_force")]),
    ("Fans were barred from entering the stadium.", []),
    ("The referee will penalize late tackles.", []),
    ("The firm forbids its drivers from eating at the wheel.", []),
]
RELIEF: list[tuple[str, Stated]] = [
    ("The U.S. Treasury granted sanctions relief to Syria.", [("U.S. Treasury", "Syria", "eased")]),
    ("The United Kingdom granted Syria sanctions relief in April.", [("United Kingdom", "Syria", "eased")]),
    ("Washington issued a waiver of sanctions on Syria.", [("United States", "Syria", "eased")]),
    (
        "The removal of three Syrian banks from the EU's sanctions list took effect in May.",
        [("EU", "three Syrian banks", "lifted")],
    ),
    (
        "The Treasury issued a general license authorizing transactions with the Syrian central bank.",
        [("Treasury", "Syrian central bank", "eased")],
    ),
    (
        "The United States unfroze the assets of the Afghan central bank.",
        [("United States", "Afghan central bank", "lifted")],
    ),
    ("The United States restored Kenya's trade preferences.", [("United States", "Kenya", "lifted")]),
    ("The shop authorized business with its neighbours.", []),
    ("The removal of three banks from the town square took a year.", []),
    ("Norway welcomed the lifting of sanctions on Syria.", [(None, "Syria", "lifted")]),
    ("Norway sent flood relief to Syria.", []),
]
CONTEXT: list[tuple[str, Stated]] = [
    (
        "The council placed the whole Houthi movement under the embargo that had applied to its leaders.",
        [("council", "Houthi movement", "in_force")],
    ),
    (
        "Canada sanctioned Mali. The sanctions that Western states imposed on Russia over Georgia are old.",
        [("Canada", "Mali", "imposed"), (None, "Russia", "imposed")],
    ),
    (
        "Canada sanctioned Mali. Its border with Niger was closed during the pandemic.",
        [("Canada", "Mali", "imposed")],
    ),
    ("Canada sanctioned Mali. International sanctions hurt.", [("Canada", "Mali", "imposed")]),
    ("Poland closed its border with Belarus.", [("Poland", "Belarus", "imposed")]),
    (
        "Niger's junta is at odds with Niger's courts. ECOWAS has threatened sanctions of its own.",
        [("ECOWAS", "Niger", "threatened")],
    ),
    (
        "India detonated a device in 1998. Japan answered with economic sanctions against India.",
        [("Japan", "India", "imposed")],
    ),
    (
        "Finance Minister Kenji Abe announced new Japanese sanctions on Belarus.",
        [("Japan", "Belarus", "imposed")],
    ),
    (
        "“Six banks will be sanctioned,” said Joly, the foreign minister of Canada.",
        [("Canada", "Six banks", "proposed")],
    ),
    (
        "Canada has threatened sanctions if Niger sells uranium.",
        [("Canada", "Niger", "threatened")],
    ),
    (
        "The Senate passed a bill that would impose sanctions on Chinese officials.",
        [("Senate", "Chinese officials", "proposed")],
    ),
    (
        "The plan is part of efforts by Japan to penalize Myanmar.",
        [("Japan", "Myanmar", "imposed")],
    ),
]
CASES = [*LISTS, *EXCLUSION, *RELIEF, *CONTEXT]


@pytest.mark.parametrize(("text", "stated"), CASES, ids=[text[:60] for text, _ in CASES])
def test_who_sanctions_whom(parse: Callable[[str], Doc], text: str, stated: Stated) -> None:
    assert told(parse(text), "sanction", ("issuer", "target", "status")) == set(stated)
