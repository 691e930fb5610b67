"""When what a text tells of took place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kb.documents.base import Document
from kb.mentions.dates import Dates

if TYPE_CHECKING:
    from kb.tokens import Doc

Parse = Callable[[str], "Doc"]


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        ("Mali Country Brief, December 2025", "The agency gave tents to Mali.", "2025-12"),
        ("Mali Country Brief, December 2025", "The agency gave tents to Mali in May.", "2025-05"),
        ("Mali Country Brief, December 2025", "The agency will give tents to Mali.", None),
        ("Mali Country Brief, 3 December 2025", "The agency gave tents to Mali.", None),
        ("The December 2025 floods", "The agency gave tents to Mali.", None),
    ],
)
def test_a_report_on_a_month_tells_of_that_month(
    parse: Parse, title: str, sentence: str, expected: str | None
) -> None:
    doc = parse(sentence)
    dates = Dates(Document("d", title, sentence, "2026-01-28"), doc)
    assert dates.of(next(token for token in doc if token.lemma_ == "give")) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Norland launched two missiles on Tuesday.", "launched", "2024-03-05"),
        ("Norland will lift the ban in July.", "lift", "2024-07"),
        ("Norland lifted the ban in July.", "lifted", "2023-07"),
        ("Berg, who met Dahl on Monday, said nothing.", "met", "2024-03-04"),
        ("Berg met Dahl, officials said on Tuesday.", "met", None),
        ("The council is imposing sanctions on Norland.", "imposing", "2024-03-06"),
        ("The council imposed sanctions on Norland.", "imposed", None),
        ("Council imposes sanctions\n\nThe council met.", "imposes", "2024-03-06"),
        ("Iran fires two missiles\n\nThe army fired them.", "fires", "2024-03-06"),
        ("Norland needs fuel\n\nThe army needs fuel.", "needs", None),
        ("The council has sanctioned Norland.", "sanctioned", None),
        ("We announced today a new fund. We have sanctioned two banks.", "sanctioned", "2024-03-06"),
        ("The summit, which took place on Monday, was short.", "summit", "2024-03-04"),
        ("The summit took place on Monday.", "summit", "2024-03-04"),
        (
            "The summit between Berg and Dahl, which took place on Monday in a hotel, was short.",
            "summit",
            "2024-03-04",
        ),
        ("The council is imposing sanctions. It has sanctioned two banks.", "sanctioned", "2024-03-06"),
        ("Council lifts ban\n\nThe council has lifted the ban.", "lifted", "2024-03-06"),
        ("Today Norland launched a fund. Two banks have been designated.", "designated", "2024-03-06"),
        ("Today many are hungry. The council has sanctioned two banks.", "sanctioned", None),
        ("In 2016 the president of Norland signed a law.", "president", None),
        ("Berg spoke of trade on Monday during a visit to Peru.", "visit", "2024-03-04"),
        ("The nuclear test early last month angered Japan.", "test", "2024-02"),
        ("The council approved a round of sanctions on Monday.", "sanctions", "2024-03-04"),
        ("On Sunday Iran carried out a launch which put a satellite into orbit.", "put", "2024-03-03"),
        ("On Sunday Iran met a minister who put the plan forward.", "put", None),
        ("Today's package is the largest.", "package", "2024-03-06"),
        (
            "The army tested a drone on Monday. The crew fired it at 9:00 a.m. local time.",
            "fired",
            "2024-03-04",
        ),
        ("The crew fired it at 9:00 a.m.", "fired", None),
        ("The republic on Sunday launched a satellite.", "launched", "2024-03-03"),
        ("Norland, a member since 1995, tested a missile.", "tested", None),
        ("The embargo in force since 2014 hurts farmers.", "embargo", "2014"),
        ("The test, the third since 2016, angered Peru.", "test", None),
        ("Norland tested missiles in 2006, 2009 and 2013.", "tested", None),
        ("Norland tested a missile in 2006 and a drone in 2009.", "tested", "2006"),
        ("By 2019, Norland had tested ten missiles.", "tested", None),
        ("Norland plans to build ten ships by 2030.", "build", "2030"),
        ("Until 2019, Norland sold drones to Peru.", "sold", None),
        ("Norland banned sales until 2027.", "banned", None),
        ("Norland extended the ban on Monday until January 31, 2025.", "extended", "2024-03-04"),
        ("Norland gave tents to Peru every Monday.", "gave", None),
        ("In fiscal year 2019 Norland gave tents to Peru.", "gave", None),
        ("Norland gave Peru 2,016 tents.", "gave", None),
        ("Berg, 61, met Dahl.", "met", None),
        ("Norland is to launch a satellite in June.", "launch", "2024-06"),
        ("Norland's plan to launch a satellite in June was dropped.", "launch", "2024-06"),
        ("Berg may visit Lima in November.", "visit", "2024-11"),
        ("Berg would visit Lima on Friday, an aide said.", "visit", "2024-03-08"),
        ("Norland will launch a satellite and test a drone in June.", "test", "2024-06"),
        ("Norland has tested a drone and sold another in June.", "sold", "2023-06"),
        ("Norland used a rocket to launch a satellite in May 2012.", "launch", "2012-05"),
        ("Peru on Tuesday condemned the test of a missile.", "test", None),
        ("Peru condemned the army on Tuesday for testing a missile.", "testing", None),
        ("Berg voiced concern over last Friday's nuclear test.", "test", "2024-03-01"),
        ("Berg voiced concern over last Friday's nuclear test.", "voiced", None),
        ("Berg travelled to Lima for talks on Monday.", "travelled", "2024-03-04"),
        ("Norland's missile test on Monday failed.", "test", "2024-03-04"),
        ("In June, when a rocket will carry a probe, Berg leaves.", "carry", "2023-06"),
        ("When Norland tested a missile in 2016, Peru imposed sanctions.", "imposed", "2016"),
        ("Norland was at war in 2016 when Peru imposed sanctions.", "imposed", "2016"),
        ("Peru imposed sanctions in 2016 after Norland tested a missile.", "imposed", "2016"),
        ("Peru imposed sanctions in 2016 after Norland tested a missile.", "tested", None),
        ("Speaking in Lima on Monday, Berg asked for aid.", "asked", None),
        ("On Monday Berg spoke in Lima, asking for aid.", "asking", "2024-03-04"),
        ("Norland orbited Noor, its first satellite, in April.", "satellite", "2023-04"),
        ("Norland fired what seemed to be two missiles dubbed Orkan on Tuesday.", "fired", "2024-03-05"),
        ("Norland will launch what it called a satellite between April 8 and 25.", "launch", "2024-04"),
        ("Berg said he called Dahl on Monday.", "called", "2024-03-04"),
        ("The 2015 deal bans sales of arms to Norland.", "bans", "2015"),
        ("The treaty bans sales of arms to Norland.", "bans", None),
        ("A resolution adopted in 2005 forbids sales of arms.", "forbids", "2005"),
        ("Signed in Lima on Monday, the order revokes the sanctions program.", "sanctions", "2024-03-04"),
        ("Berg, who took office in 2019, met Dahl.", "met", None),
        ("Norland vowed on Monday to launch a satellite.", "launch", None),
        ("Norland agreed on Monday to launch a satellite.", "launch", "2024-03-04"),
        ("Berg invited Dahl on Monday to visit Lima in April.", "visit", "2024-04"),
        ("The ban takes effect on April 1.", "ban", "2024-04-01"),
        ("The ban expires on Friday.", "expires", "2024-03-08"),
        ("A second attempt at a launch failed on Monday.", "attempt", "2024-03-04"),
        ("The ban took effect on April 1.", "ban", "2023-04-01"),
        ("A rocket takes off from a desert on Monday.", "takes", "2024-03-04"),
        ("Ahead of a summit on Friday, Berg asked for aid.", "summit", "2024-03-08"),
        ("Ahead of a summit on Friday, Berg asked for aid.", "asked", None),
        # Events of which a noun tells again.
        ("Norland fired a missile on Sunday. Peru called the launch a threat.", "launch", "2024-03-03"),
        ("Norland fired a missile on Sunday. Peru condemned this test.", "test", "2024-03-03"),
        ("Berg visited Lima on Sunday. During her visit, Berg met Dahl.", "met", "2024-03-03"),
        ("Berg met Dahl on Sunday. At the meeting, Berg asked for aid.", "asked", "2024-03-03"),
        ("Norland fired a missile on Sunday. A previous launch failed.", "launch", None),
        ("Norland fired a missile on Sunday. The launch of a satellite failed.", "launch", None),
        ("Norland fired a missile on Sunday. Its launch in 2016 failed.", "launch", "2016"),
        ("Norland fired a missile on Sunday. Peru condemned the sale.", "sale", None),
        ("Today the council is sanctioning firms providing arms to Norland.", "providing", None),
        ("Peru demands that the council remove the group from its list.", "remove", None),
        ("Today Norland launched a fund. Peru has not provided money.", "provided", None),
        ("Norland denies selling arms\n\nThe ministry was silent.", "selling", None),
        ("Norland added two men to its sanctions list in May.", "sanctions", "2023-05"),
        ("Norland removed the group from its list a year ago.", "list", "2023"),
        ("The rebels spoke on Monday of sanctions lists.", "sanctions", None),
        (
            "The council of Peru barred two banks on Monday. It seized assets and sold arms.",
            "assets",
            "2024-03-04",
        ),
        (
            "The council of Peru barred two banks on Monday. It seized assets and sold arms.",
            "sold",
            "2024-03-04",
        ),
        ("Today Berg signed an order terminating the sanctions.", "terminating", "2024-03-06"),
        ("The test came two days after Norland launched a satellite on 1 February.", "test", "2024-02-03"),
        ("Two days before the summit on 3 February, Norland tested a missile.", "tested", "2024-02-01"),
        (
            "Norland used a rocket to put it into orbit in December 2012, two months before staging a test.",
            "staging",
            "2013-02",
        ),
        ("Hours after Monday's attack, Peru gave 20 tents.", "gave", "2024-03-04"),
        ("One year after the 2014 coup, Peru gave 20 tents.", "gave", "2015"),
        ("After the 2014 war Peru gave 20 tents.", "gave", None),
        ("Following the coup in 2014, Peru gave 20 tents.", "gave", None),
        ("Officials said that on Monday Peru gave 20 tents.", "gave", "2024-03-04"),
        ("Agenda 2030 gave hope to Peru.", "gave", None),
        ("The rocket was launched at 5 a.m. (0300 GMT) Sunday.", "launched", "2024-03-03"),
        # Dates counted from one told before.
        ("Norland tested a drone in May 2016. Days later, it sold one.", "sold", "2016-05"),
        ("Norland tested a drone on 1 February. Two days later, it sold one.", "sold", "2024-02-03"),
        ("Norland tested a drone on 1 February. It sold one the next day.", "sold", "2024-02-02"),
        ("Norland tested a drone on 1 February. The same day, Peru bought one.", "bought", "2024-02-01"),
        ("In 2016 Norland tested a drone. A year earlier, it had sold one.", "sold", "2015"),
        ("In May 2016 Norland tested a drone. Later that year, it sold one.", "sold", "2016"),
        (
            "Norland tested a drone on 1 February, officials said on Monday. Two days later, it sold one.",
            "sold",
            "2024-02-03",
        ),
        ("The ministry said on Monday Norland had tested a drone a day earlier.", "tested", "2024-03-03"),
        (
            "Berg was sanctioned in May 2016. His firm, founded in 2009, was also barred at the time.",
            "barred",
            "2016-05",
        ),
        ("Berg was sanctioned in 2016. His firm was barred at the time of the coup.", "barred", None),
        ("The tests went on. Two days later, it sold a drone.", "sold", None),
        (
            "Norland tested a drone on 1 February."
            + " It is a poor land." * 12
            + " Two days later, it sold one.",
            "sold",
            None,
        ),
        # A headline has the date of the lead.
        (
            "Norland lifts ban\n\nThe council of Norland on Monday lifted its ban on drones.",
            "lifts",
            "2024-03-04",
        ),
        (
            "Norland lifts ban\n\nThe council of Norland in 2016 lifted its ban on drones.",
            "lifts",
            "2024-03-06",
        ),
        ("The army, it was reported, tested two drones on Monday.", "tested", "2024-03-04"),
    ],
)
def test_an_event_has_the_date_of_its_own_clause(
    parse: Parse, sentence: str, word: str, expected: str | None
) -> None:
    doc = parse(sentence)
    dates = Dates(Document("d", sentence.rpartition("\n\n")[0], sentence, "2024-03-06"), doc)
    assert dates.of(next(token for token in doc if token.text == word)) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Berg met Dahl, the president of Norland, on Monday.", "president", None),
        ("Today the council designated officers and their leaders.", "leaders", None),
        ("Dahl, president since 2016, is ill.", "president", "2016"),
        ("Dahl became president in 2016.", "president", "2016"),
        ("Dahl led Norland in 2016.", "led", "2016"),
    ],
)
def test_what_lasts_has_a_date_of_its_own_alone(
    parse: Parse, sentence: str, word: str, expected: str | None
) -> None:
    doc = parse(sentence)
    dates = Dates(Document("d", "", sentence, "2024-03-06"), doc)
    assert dates.of(next(token for token in doc if token.text == word), alone=True) == expected
