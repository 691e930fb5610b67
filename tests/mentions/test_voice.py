"""Who says a thing, and how. Each row: a sentence, the word that heads the statement, its stance."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kb.documents.base import Document
from kb.mentions.base import Mentions
from kb.mentions.dates import Dates
from kb.mentions.quotations import quotations
from kb.mentions.voice import Voice

if TYPE_CHECKING:
    from kb.tokens import Doc

Parse = Callable[[str], "Doc"]

STANCES = [
    ("The council imposed sanctions on Norland.", "imposed", "affirmed actual -"),
    ("Norland said it needs fuel.", "needs", "affirmed claimed Norland"),
    ("Norland needs fuel, officials said.", "needs", "affirmed claimed officials"),
    ("Norland launched two missiles, according to state media.", "launched", "affirmed claimed state media"),
    ("According to the ministry, Norland launched a missile.", "launched", "affirmed claimed ministry"),
    (
        "State media quoted the president as saying the country needs grain.",
        "needs",
        "affirmed claimed president",
    ),
    ("Norland allegedly shipped shells to Southland.", "shipped", "affirmed claimed -"),
    ("The envoy accused Norland of supplying weapons to rebels.", "supplying", "affirmed claimed envoy"),
    ("The company was suspected of shipping parts to Norland.", "shipping", "affirmed claimed -"),
    ("Analysts believe Norland is building a submarine.", "building", "affirmed claimed Analysts"),
    ("The ministry announced that it had delivered the wheat.", "delivered", "affirmed claimed ministry"),
    ("The minister said the country would visit Oslo next week.", "visit", "affirmed planned minister"),
    ("The president promised to send grain to Southland.", "send", "affirmed planned president"),
    ("The bloc plans to impose an arms embargo on Norland.", "impose", "affirmed planned -"),
    ("The bloc will lift the sanctions in July.", "lift", "affirmed planned -"),
    ("Norland urged donors to provide shelter.", "provide", "affirmed planned Norland"),
    ("Norland has called on the council to lift sanctions.", "lift", "affirmed planned -"),
    ("The bloc may impose sanctions.", "impose", "affirmed possible -"),
    ("The council threatened to impose new sanctions.", "impose", "affirmed possible -"),
    ("If talks fail, the embargo can be reinstated.", "reinstated", "affirmed possible -"),
    ("Norland did not supply weapons.", "supply", "negated actual -"),
    ("Norland refused to supply gas.", "supply", "negated actual -"),
    ("There is no embargo against Norland.", "embargo", "negated actual -"),
    ("Norland denied that it supplied weapons to the rebels.", "supplied", "negated claimed Norland"),
    ("The report says that Norland has never sold arms.", "sold", "negated claimed report"),
    ("The valley suffers from a shortage of fuel, doctors said.", "shortage", "affirmed claimed doctors"),
    ("The union will continue to support the farmers.", "continue", "affirmed actual -"),
    ("According to the agency, the minister, Bo Ek, resigned.", "minister", "affirmed actual -"),
    ("She did not rule out talks, although the council imposed sanctions.", "imposed", "affirmed actual -"),
    ("Norland did not attend, and the council imposed sanctions.", "imposed", "affirmed actual -"),
    ("Norland did not buy or sell weapons.", "sell", "negated actual -"),
    ("He met the envoy, who said the town needs fuel.", "needs", "affirmed claimed envoy"),
    ("Neither Norland nor its ally supplied weapons.", "supplied", "negated actual -"),
    ("No country supplied weapons.", "supplied", "negated actual -"),
    (
        "Iran has delivered drones to Russia, according to the White House; Tehran has denied it.",
        "delivered",
        "affirmed claimed White House",
    ),
    ("The army left, according to the mayor, and the rebels sold weapons.", "sold", "affirmed actual -"),
    ("Its efforts to build a reactor are slow.", "build", "affirmed actual -"),
    ("Its plan to build a reactor is old.", "build", "affirmed planned -"),
    ("A rocket will carry the probe.", "rocket", "affirmed planned -"),
    ("The rocket will carry the probe.", "rocket", "affirmed actual -"),
    # What a noun phrase takes for granted is the text's own.
    ("He talked of trade despite sanctions on Norland.", "sanctions", "affirmed actual -"),
    ("The president said that sanctions imposed in 2016 hurt farmers.", "imposed", "affirmed actual -"),
    ("The council will not lift the embargo imposed in May.", "imposed", "affirmed actual -"),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), STANCES)
def test_stance(parse: Parse, sentence: str, word: str, expected: str) -> None:
    doc = parse(sentence)
    stance = Voice(doc, Mentions([], [])).of(next(token for token in doc if token.text == word))
    assert f"{stance.polarity} {stance.modality} {stance.source or '-'}" == expected


def test_what_stands_in_quotation_marks_is_the_speakers_even_what_it_presupposes(parse: Parse) -> None:
    doc = parse('"We cannot trade because of the sanctions on our country," said Ada Berg, the mayor.')
    voice = Voice(doc, Mentions([], []))
    stance = voice.of(next(token for token in doc if token.text == "sanctions"))
    assert (stance.modality, stance.source) == ("claimed", "Ada Berg")


def test_a_quotation_goes_on_over_sentences_with_its_speaker(parse: Parse) -> None:
    doc = parse(
        '"We lack medicine and the roads are closed," Berg told reporters. "Fuel is running out too."\n\n'
        '"Winter will be hard for the people of the valley."'
    )
    assert [q.speaker is not None and doc[q.speaker].text for q in quotations(doc)] == ["Berg"] * 3


def test_a_word_in_quotation_marks_is_no_quotation(parse: Parse) -> None:
    assert quotations(parse('The leader praised the "sacred struggle" of the army.')) == []


def test_an_open_quotation_mark_ends_with_its_paragraph(parse: Parse) -> None:
    doc = parse('"We have waited for the trucks since Monday.\n\nThe convoy left the port on Tuesday.')
    assert [doc[q.start : q.end].text.strip() for q in quotations(doc)] == [
        "We have waited for the trucks since Monday."
    ]


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
        ("The army, it was reported, tested two drones on Monday.", "tested", "2024-03-04"),
    ],
)
def test_an_event_has_the_date_of_its_own_clause(
    parse: Parse, sentence: str, word: str, expected: str | None
) -> None:
    doc = parse(sentence)
    dates = Dates(Document("d", sentence.rpartition("\n\n")[0], sentence, "2024-03-06"), doc)
    assert dates.of(next(token for token in doc if token.text == word)) == expected
