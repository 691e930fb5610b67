"""Strategic programmes: who runs, builds, tests or plans what, in which field and state."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kb.facts.program import Program
from tests.facts.marked import slots
from tests.facts.told import told

if TYPE_CHECKING:
    from kb.tokens import Doc

NK, IRAN = "[North Korea|country]", "[Iran|country]"
STATED = [
    (
        f"{NK} launched two ballistic missiles on Monday.",
        {("North Korea", "two ballistic missiles", "missile", "tested")},
    ),
    (
        f"The envoys discussed {IRAN}'s nuclear programme.",
        {("Iran", "nuclear programme", "nuclear", "active")},
    ),
    (
        "The envoys discussed the [Iran|country:Iranian] nuclear program.",
        {("Iran", "nuclear program", "nuclear", "active")},
    ),
    (
        f"{NK} conducted an underground nuclear test in May.",
        {("North Korea", "underground nuclear test", "nuclear", "tested")},
    ),
    (
        "[India|country] is building a stealth submarine.",
        {("India", "stealth submarine", "naval", "developing")},
    ),
    (
        f"{NK}'s missile and satellite programs worry its neighbours.",
        {
            ("North Korea", "missile programs", "missile", "active"),
            ("North Korea", "satellite programs", "space", "active"),
        },
    ),
    (
        f"A spy satellite was launched by {NK}.",
        {("North Korea", "spy satellite", "space", "tested")},
    ),
    (
        f"{IRAN} suspended its uranium enrichment program.",
        {("Iran", "uranium enrichment program", "nuclear", "suspended")},
    ),
    (
        f"{IRAN} is enriching uranium again.",
        {("Iran", "uranium enrichment", "nuclear", "active")},
    ),
    (
        "[India|country] landed a spacecraft on the moon.",
        {("India", "spacecraft", "space", "tested")},
    ),
    (
        f"{NK}'s new missile exploded over the sea.",
        {
            ("North Korea", "new missile", "missile", "active"),
            ("North Korea", "new missile", "missile", "failed"),
        },
    ),
    (
        "[Nordvik|organization], the maker of the surveillance drone, was listed.",
        {("Nordvik", "surveillance drone", "drone", "active")},
    ),
    (
        f"{NK} is at work on a submarine with nuclear propulsion.",
        {("North Korea", "submarine with nuclear propulsion", "naval", "developing")},
    ),
    (
        f"{NK}'s second nuclear test failed.",
        {("North Korea", "second nuclear test", "nuclear", "failed")},
    ),
    (
        f"{NK}'s second attempt at launching a spy satellite failed.",
        {("North Korea", "spy satellite", "space", "failed")},
    ),
    (
        "[Israel|country]'s air defense system held.",
        {("Israel", "air defense system", "missile", "active")},
    ),
    (
        "[South Africa|country] dismantled its nuclear arsenal.",
        {("South Africa", "nuclear arsenal", "nuclear", "ended")},
    ),
    (
        "[Ukraine|country] gave up its nuclear weapons.",
        {("Ukraine", "nuclear weapons", "nuclear", "ended")},
    ),
    (
        "The test of a hypersonic weapon by [China|country] was short.",
        {
            ("China", "hypersonic weapon", "missile", "tested"),
            ("China", "hypersonic weapon", "missile", "active"),
        },
    ),
    (
        "[Ghana|country] and [Russia|country] signed an agreement on the construction of a reactor.",
        {
            ("Ghana", "reactor", "nuclear", "planned"),
            ("Russia", "reactor", "nuclear", "planned"),
        },
    ),
    (
        "[Pakistan|country] tested the Babur-3, a cruise missile.",
        {("Pakistan", "Babur-3", "missile", "tested")},
    ),
    (
        f"{NK} fired a submarine-launched ballistic missile (SLBM) on Saturday.",
        {("North Korea", "submarine-launched ballistic missile", "missile", "tested")},
    ),
    (
        "[Turkey|country]'s development of a stealth fighter is slow.",
        {
            ("Turkey", "stealth fighter", "air", "developing"),
        },
    ),
    (
        f"{NK} tested what it called a reconnaissance satellite.",
        {("North Korea", "reconnaissance satellite", "space", "tested")},
    ),
    (
        "[Hydra|organization] is arming itself with ballistic missiles.",
        {("Hydra", "ballistic missiles", "missile", "active")},
    ),
    (
        "The envoys discussed nuclear activities in [Kenya|country].",
        {("Kenya", "nuclear activities", "nuclear", "active")},
    ),
    (
        "[Russia|country] tested the Sarmat on Friday.",
        {("Russia", "Sarmat", "missile", "tested")},
    ),
    (
        f"{IRAN}'s pursuit of nuclear weapons is old.",
        {("Iran", "nuclear weapons", "nuclear", "active")},
    ),
    (
        f"{NK} restarted its plutonium reactor.",
        {("North Korea", "plutonium reactor", "nuclear", "active")},
    ),
    (
        "[India|country]'s Chandrayaan-3 landed near the pole.",
        {("India", "Chandrayaan-3", "space", "tested")},
    ),
    (
        "[Russia|country] moved nuclear-capable missiles to the coast.",
        {("Russia", "nuclear-capable missiles", "missile", "active")},
    ),
    (
        "[Kenya|country] failed for the second time to put a satellite into orbit.",
        {("Kenya", "satellite", "space", "tested")},
    ),
    (
        "[Kenya|country] has put astronauts on the moon.",
        {("Kenya", "astronauts", "space", "tested")},
    ),
    (
        "[India|country]'s Mars probe entered orbit.",
        {("India", "Mars probe", "space", "active")},
    ),
    (
        "[Kenya|country] should build its own nuclear arsenal.",
        {("Kenya", "nuclear arsenal", "nuclear", "developing")},
    ),
    (
        f"{IRAN}'s stock of enriched uranium has grown.",
        {("Iran", "stock of enriched uranium", "nuclear", "active")},
    ),
]
NOTHING = [
    f"{NK} fired a ballistic missile at a port.",
    f"{IRAN} launched an investigation.",
    "[Kenya|country] runs a school meals program.",
    "[Canada|country] sent two trucks to the border.",
    "Missile attacks worry the region.",
    "[Germany|country] has given [Ukraine|country] air defense systems.",
    "[Kenya|country] received Patriot missiles from [Germany|country].",
    "[Kenya|country] signed an agreement on the purchase of two frigates.",
    "[Kenya|country]'s development of a port is slow.",
    "A missile carried a warhead.",
    f"{NK} tested what it claimed to be a hydrogen bomb.",
    "[Kenya|country]'s pursuit of peace is old.",
    "[Kenya|country] will request air defense systems from [Germany|country].",
    "[Kenya|country] has made a transport plane available.",
    "A frigate of [Kenya|country] carried food.",
    "[Kenya|country] is seeking fighter aircraft and surface-to-air missiles.",
    "[Russia|country] offered to fly a [Kenya|country:Kenyan] astronaut.",
    "[Kenya|country]'s flag carrier will fly to Oslo.",
    "The ongoing [Kenya|country:Kenyan] probe into the contract goes on.",
    "[Kenya|country] is maintaining its rocket attacks on the port.",
    "[Kenya|country] was testing drone deliveries.",
    "[Kenya|country]'s satellite images show the damage.",
    "[Latvia|country] is a former [Russia|country:Russian] satellite state.",
    "The plane was hit by a [Russia|country:Russian]-made missile.",
]


@pytest.mark.parametrize(("sentence", "expected"), STATED)
def test_a_programme_is_read(sentence: str, expected: set[tuple[str, ...]]) -> None:
    assert slots(Program, sentence, "operator", "name", "domain", "status") == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_programme_is_made_up(sentence: str) -> None:
    assert slots(Program, sentence, "operator", "name", "domain", "status") == set()


@pytest.mark.parametrize("verb", ["hopes", "is hoping", "plans", "wants"])
def test_a_launch_that_is_hoped_for_is_planned(parse: Callable[[str], Doc], verb: str) -> None:
    assert told(parse(f"India {verb} to launch a satellite."), "program", ("operator", "status")) == {
        ("India", "planned")
    }
