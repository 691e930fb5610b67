"""Sentences of our own and the meetings they state; with sentences that state none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import told

if TYPE_CHECKING:
    from kb.tokens import Doc

CASES: list[tuple[str, list[tuple[tuple[str, ...], str | None, str]]]] = [
    (
        "Narendra Modi met Emmanuel Macron in Paris.",
        [(("Narendra Modi", "Emmanuel Macron"), "Paris", "meeting")],
    ),
    (
        "Olaf Scholz held talks with Xi Jinping in Beijing on Monday.",
        [(("Olaf Scholz", "Xi Jinping"), "Beijing", "meeting")],
    ),
    (
        "The heads of the armies of Kenya, Mali and Niger met in Lima on Monday.",
        [(("Kenya", "Mali", "Niger"), "Lima", "meeting")],
    ),
    (
        "Luis Vega discussed the border with Ana Costa in Lima.",
        [(("Luis Vega", "Ana Costa"), "Lima", "meeting")],
    ),
    (
        "They praised the engagement by Luis Vega with President Ana Costa of Peru.",
        [(("Luis Vega", "Ana Costa"), None, "meeting")],
    ),
    ("The Security Council met in Geneva on Monday.", [(("Security Council",), "Geneva", "meeting")]),
    ("The minister met in Geneva on Monday.", []),
    ("Luis Vega discussed the border in Lima.", []),
    ("Antony Blinken visited Israel.", [(("Antony Blinken",), "Israel", "visit")]),
    (
        "Joe Biden hosted Fumio Kishida at the White House.",
        [(("Joe Biden", "Fumio Kishida"), "White House", "meeting")],
    ),
    (
        "Vladimir Putin spoke by phone with Recep Tayyip Erdogan.",
        [(("Vladimir Putin", "Recep Tayyip Erdogan"), None, "call")],
    ),
    (
        "Sergei Lavrov arrived in Tehran on Sunday for a two-day visit.",
        [(("Sergei Lavrov",), "Tehran", "visit")],
    ),
    (
        "Talks between Armenia and Azerbaijan began in Geneva.",
        [(("Armenia", "Azerbaijan"), "Geneva", "meeting")],
    ),
    (
        "The leaders of Serbia and Kosovo will meet in Brussels.",
        [(("Serbia", "Kosovo"), "Brussels", "meeting")],
    ),
    (
        "During a visit to Cairo, Josep Borrell called for a ceasefire.",
        [(("Josep Borrell",), "Cairo", "visit")],
    ),
    ("Donald Trump telephoned Volodymyr Zelensky.", [(("Donald Trump", "Volodymyr Zelensky"), None, "call")]),
    (
        "Abiy Ahmed was received by Isaias Afwerki in Asmara.",
        [(("Isaias Afwerki", "Abiy Ahmed"), "Asmara", "meeting")],
    ),
    ("A delegation from Japan travelled to Taiwan.", [(("Japan",), "Taiwan", "visit")]),
    (
        "Rishi Sunak's meeting with Leo Varadkar lasted an hour.",
        [(("Rishi Sunak", "Leo Varadkar"), None, "meeting")],
    ),
    (
        "The summit between Kim Jong-un and Moon Jae-in took place in Panmunjom.",
        [(("Kim Jong-un", "Moon Jae-in"), "Panmunjom", "meeting")],
    ),
    (
        "German Chancellor Greta Hollmann met Kenyan President Peter Odhala in Nairobi on Monday.",
        [(("Greta Hollmann", "Peter Odhala"), "Nairobi", "meeting")],
    ),
    (
        "The foreign ministers of Armenia and Azerbaijan held talks in Tbilisi.",
        [(("Armenia", "Azerbaijan"), "Tbilisi", "meeting")],
    ),
    (
        "Russian and Ukrainian negotiators sat down for a second round of talks in Istanbul.",
        [(("Russia", "Ukraine"), "Istanbul", "meeting")],
    ),
    (
        "Prime Minister Rishi Dalan arrived in Tokyo on Sunday for a three-day visit.",
        [(("Rishi Dalan",), "Tokyo", "visit")],
    ),
    (
        "Mr. Arslan was received at the Kremlin by President Viktor Sidorov.",
        [(("Viktor Sidorov", "Arslan"), "Kremlin", "meeting")],
    ),
    (
        "President Viktor Sidorov hosted Indian leader Arun Mehra at his residence outside Moscow.",
        [(("Viktor Sidorov", "Arun Mehra"), None, "meeting")],
    ),
    (
        "Secretary of State Mary Kline spoke by phone with Saudi Foreign Minister Khalid Fahim.",
        [(("Mary Kline", "Khalid Fahim"), None, "call")],
    ),
    ("U.S. envoy Paul Rennick is due in Beirut on Tuesday.", [(("Paul Rennick",), "Beirut", "visit")]),
    (
        "A Chinese delegation led by Vice Premier Liu Bo visited Pyongyang last week.",
        [(("Liu Bo",), "Pyongyang", "visit")],
    ),
    (
        "The two leaders, President Viktor Sidorov and President Liu Bo, will meet in Beijing next month.",
        [(("Viktor Sidorov", "Liu Bo"), "Beijing", "meeting")],
    ),
    (
        "The summit between North Korea and South Korea took place at Panmunjom.",
        [(("North Korea", "South Korea"), "Panmunjom", "meeting")],
    ),
    (
        "Vice President Ann Carter wrapped up a tour of Africa with a stop in Zambia.",
        [(("Ann Carter",), "Zambia", "visit")],
    ),
    (
        "Iranian Foreign Minister Javad Rahimi flew to Muscat on Thursday.",
        [(("Javad Rahimi",), "Muscat", "visit")],
    ),
    ("President Liu Bo's visit to Vietnam was the first in six years.", [(("Liu Bo",), "Vietnam", "visit")]),
    (
        "British Foreign Secretary James Whitlock paid a surprise visit to Kyiv.",
        [(("James Whitlock",), "Kyiv", "visit")],
    ),
    (
        "Japan, South Korea and the United States held a trilateral summit at Camp David.",
        [(("Japan", "South Korea", "United States"), "Camp David", "meeting")],
    ),
    (
        "Delegates from Serbia and Kosovo met behind closed doors in Brussels.",
        [(("Serbia", "Kosovo"), None, "meeting")],
    ),
    ("The Polish president made an unannounced trip to Kyiv.", [(("Poland",), "Kyiv", "visit")]),
    (
        "President Carlos Medo called Ukrainian President Oleh Kovalenko on Friday to discuss the war.",
        [(("Carlos Medo", "Oleh Kovalenko"), None, "call")],
    ),
    (
        "Greta Hollmann and Oleh Kovalenko discussed the delivery of tanks in a call on Saturday.",
        [(("Greta Hollmann", "Oleh Kovalenko"), None, "call")],
    ),
    (
        "The Emir of Qatar welcomed Turkish President Mehmet Arslan in Doha.",
        [(("Qatar", "Mehmet Arslan"), "Doha", "meeting")],
    ),
    ("Mehmet Arslan is visiting Baku.", [(("Mehmet Arslan",), "Baku", "visit")]),
    (
        "Officials from the United States and the Taliban met in Doha.",
        [(("United States", "Taliban"), "Doha", "meeting")],
    ),
    (
        "In Washington, NATO chief Jens Halvorsen met President Ann Carter at the White House.",
        [(("Jens Halvorsen", "Ann Carter"), "Washington", "meeting")],
    ),
    (
        "The defence ministers of Finland and Sweden met their Norwegian colleague in Oslo.",
        [(("Finland", "Sweden"), "Oslo", "meeting")],
    ),
    ("Sidorov is expected to meet Arslan in Sochi.", [(("Sidorov", "Arslan"), "Sochi", "meeting")]),
    (
        "President Ann Carter cancelled a planned trip to Germany because of the hurricane.",
        [(("Ann Carter",), "Germany", "visit")],
    ),
    (
        "After talks with President Oleh Kovalenko, James Whitlock announced new sanctions.",
        [(("James Whitlock", "Oleh Kovalenko"), None, "meeting")],
    ),
    (
        "A U.S. congressional delegation visited Taipei despite warnings from Beijing.",
        [(("United States",), "Taipei", "visit")],
    ),
    ("The Security Council mission travelled to Juba.", [(("Security Council",), "Juba", "visit")]),
    ("Sidorov and Liu Bo last met in Samarkand.", [(("Sidorov", "Liu Bo"), "Samarkand", "meeting")]),
    ("Kim Jong-un invited Putin to Pyongyang.", []),
    ("Lavrov's trip to Pyongyang was announced on Monday.", [(("Lavrov",), "Pyongyang", "visit")]),
    (
        "Zelenskiy addressed the parliament in Ottawa during a visit to Canada.",
        [(("Zelenskiy",), "Canada", "visit")],
    ),
    (
        "Ambassador Joan Pike presented her credentials to President Peter Odhala.",
        [(("Joan Pike", "Peter Odhala"), None, "meeting")],
    ),
    (
        "Leaders of Kenya, Uganda and Rwanda gathered in Kampala for a summit.",
        [(("Kenya", "Uganda", "Rwanda"), "Kampala", "meeting")],
    ),
    (
        "Ministers from Egypt, Jordan and Iraq convened in Cairo.",
        [(("Egypt", "Jordan", "Iraq"), "Cairo", "meeting")],
    ),
    (
        "Ethiopia's Abiy Ahmed and Somalia's Hassan Sheikh Mohamud shook hands in Ankara.",
        [(("Abiy Ahmed", "Somalia", "Hassan Sheikh Mohamud"), "Ankara", "meeting")],
    ),
    (
        "Mahmoud Abbas will see Emmanuel Macron in Paris tomorrow.",
        [(("Mahmoud Abbas", "Emmanuel Macron"), "Paris", "meeting")],
    ),
    (
        "Ahead of his meeting with Xi Jinping, Joe Biden said he did not want conflict.",
        [(("Joe Biden", "Xi Jinping"), None, "meeting")],
    ),
    (
        "Joe Biden's summit with Xi Jinping in San Francisco was their first in a year.",
        [(("Joe Biden", "Xi Jinping"), "San Francisco", "meeting")],
    ),
    ("Biden talked with Netanyahu for 30 minutes.", [(("Biden", "Netanyahu"), None, "call")]),
    (
        "Readout: Deputy Secretary Lara Stone's Meeting with Kuwaiti Foreign Minister Salem Jaber",
        [(("Lara Stone", "Salem Jaber"), None, "meeting")],
    ),
    (
        "Deputy Secretary Lara Stone met today with Kuwaiti Foreign Minister Salem Jaber in New York.",
        [(("Lara Stone", "Salem Jaber"), None, "meeting")],
    ),
    (
        "Lara Stone will travel to Jordan, Egypt and Israel from May 3 to 6.",
        [
            (("Lara Stone",), "Egypt", "visit"),
            (("Lara Stone",), "Israel", "visit"),
            (("Lara Stone",), "Jordan", "visit"),
        ],
    ),
    ("Blinken landed in Tel Aviv early on Thursday.", [(("Blinken",), "Tel Aviv", "visit")]),
    ("Luis Vega told Reuters that he met with Ana Costa.", [(("Luis Vega", "Ana Costa"), None, "meeting")]),
    # nothing
    ("Luis Vega spoke to CNN about the strike.", []),
    ("Luis Vega met the reporter Ana Costa in Lima.", []),
    ("Luis Vega called Ana Costa a liar.", []),
    ("Luis Vega called Ana Costa the founder of the gang.", []),
    ("The country met its targets.", []),
    ("The committee meets every month.", []),
    ("Macron called for talks.", []),
    ("The plan met fierce resistance from Germany.", []),
    ("Protesters visited the site.", []),
    (
        "During a Nairobi visit, Luis Vega met Ana Costa.",
        [(("Luis Vega",), "Nairobi", "visit"), (("Luis Vega", "Ana Costa"), None, "meeting")],
    ),
    (
        "Luis Vega led a delegation to Lima.",
        [(("Luis Vega",), "Lima", "visit")],
    ),
    (
        "Kenyan officials held talks in Lima on Monday.",
        [(("Kenya",), "Lima", "meeting")],
    ),
    (
        "Kenyan officials held talks in Nairobi on Monday.",
        [],
    ),
    (
        "Luis Vega crossed into Peru on Monday.",
        [(("Luis Vega",), "Peru", "visit")],
    ),
    (
        "Troops crossed into Peru on Monday.",
        [],
    ),
    (
        "Luis Vega told Ana Costa at a meeting in Lima that he was worried.",
        [(("Luis Vega", "Ana Costa"), "Lima", "meeting")],
    ),
    (
        "At a meeting in Lima, Luis Vega praised Ana Costa.",
        [],
    ),
    (
        "Luis Vega told reporters alongside Ana Costa that talks went on.",
        [(("Luis Vega", "Ana Costa"), None, "meeting")],
    ),
    (
        "Luis Vega and Ana Costa discussed the crisis.",
        [(("Luis Vega", "Ana Costa"), None, "meeting")],
    ),
    (
        "Kenya and Peru discussed the crisis.",
        [],
    ),
    (
        "The accord brings Mali and Algeria together for talks in Lima.",
        [(("Mali", "Algeria"), "Lima", "meeting")],
    ),
    (
        "The film brings together Luis Vega and Ana Costa.",
        [],
    ),
    (
        "The conference was attended by Luis Vega and Ana Costa.",
        [(("Luis Vega", "Ana Costa"), None, "meeting")],
    ),
    (
        "Restrictions on flying to Cuba were eased by Kenya.",
        [],
    ),
    (
        "Luis Vega visited a camp in Chad.",
        [(("Luis Vega",), "Chad", "visit")],
    ),
    (
        "Two days of talks between Mali and Niger ended in Lima.",
        [(("Mali", "Niger"), "Lima", "meeting")],
    ),
    (
        "Luis Vega met with Kenyan officials in Lima.",
        [(("Luis Vega", "Kenya"), "Lima", "meeting")],
    ),
    (
        "Luis Vega became the first premier to visit Taiwan.",
        [(("Luis Vega",), "Taiwan", "visit")],
    ),
    (
        "Luis Vega reached Ana Costa by phone on Monday.",
        [(("Luis Vega", "Ana Costa"), None, "call")],
    ),
    (
        "Luis Vega reached Ana Costa on Monday.",
        [],
    ),
    (
        "Luis Vega and Ana Costa exchanged views in Lima.",
        [(("Luis Vega", "Ana Costa"), "Lima", "meeting")],
    ),
    (
        "Luis Vega gave a dinner for Ana Costa.",
        [(("Luis Vega", "Ana Costa"), None, "meeting")],
    ),
    (
        "Luis Vega, Ana Costa and Ada Berg met in Lima. Luis Vega and Ana Costa also met Jan Novak.",
        [
            (("Luis Vega", "Ana Costa", "Ada Berg"), "Lima", "meeting"),
            (("Luis Vega", "Ana Costa", "Jan Novak"), None, "meeting"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "stated"), CASES, ids=[text[:60] for text, _ in CASES])
def test_meetings_that_a_text_states(
    parse: Callable[[str], Doc], text: str, stated: list[tuple[object, ...]]
) -> None:
    assert told(parse(text), "meeting", ("participants", "place", "kind")) == set(stated)
