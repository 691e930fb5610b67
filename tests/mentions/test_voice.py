"""Who says a thing, and how. Each row: a sentence, the word that heads the statement, its stance."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kb.mentions.base import Mentions
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
    ("Norland threatened war after Sudland fired a missile.", "fired", "affirmed actual -"),
    ("They met to prevent clashes after Sudland sent missiles.", "sent", "affirmed actual -"),
    ("Ministers discussed the crisis because Sudland had sent arms.", "sent", "affirmed actual -"),
    ("Norland threatened Sudland with war for testing missiles.", "testing", "affirmed actual -"),
    ("There is no reason to lift the embargo.", "lift", "negated possible -"),
    ("Norland has the right to build reactors.", "build", "affirmed possible -"),
    ("It is time to lift the embargo.", "lift", "affirmed possible -"),
    ("Norland was the first country to build reactors.", "build", "affirmed actual -"),
    ("No one knows why the general returned to Norland.", "returned", "affirmed actual -"),
    ("Nobody could explain how Norland got the missiles.", "got", "affirmed actual -"),
    ("Critics say Norland did not realise that Sudland had sent arms.", "sent", "affirmed claimed Critics"),
    ("The president is willing to meet the rebels.", "meet", "affirmed planned -"),
    ("The president is unwilling to meet the rebels.", "meet", "negated actual -"),
    ("The senator called the king the founder of a cult.", "founder", "affirmed claimed senator"),
    ("The senator named the prince the head of the guard.", "head", "affirmed actual -"),
    ("Norland is prepared to look at sanctions.", "sanctions", "affirmed possible -"),
    ("Norland, analysts say, is seeking fuel.", "seeking", "affirmed claimed analysts"),
    ("Norland, as officials admit, lacks fuel.", "lacks", "affirmed claimed officials"),
    ("Norland sent fuel; officials said that it was bad.", "sent", "affirmed actual -"),
    ("Norland demands that the council lift the embargo.", "lift", "affirmed planned -"),
    ("Norland demanded that the soldiers are withdrawn.", "withdrawn", "affirmed planned -"),
    ("The king cancelled his meeting with the rebels.", "meeting", "negated actual -"),
    ("The summit with the rebels was called off.", "summit", "negated actual -"),
    ("The queen postponed her visit to Norland.", "visit", "affirmed planned -"),
    ("The queen described her visit to Norland.", "visit", "affirmed actual -"),
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
