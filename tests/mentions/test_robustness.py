from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb import language
from kb.documents.base import Document
from kb.errors import SourceError
from kb.gazetteer import builtin
from kb.mentions import find
from kb.mentions.base import Mentions
from tests.mentions.docs import read

SENTENCE = "President Anna Brandt of Kenya told the Grain Board in Nairobi that her country needs rice"
STRANGE = {
    "no punctuation": " ".join([SENTENCE] * 40),
    "capitals": f"{SENTENCE.upper()}. " * 5,
    "lower case": f"{SENTENCE.lower()}. " * 5,
    "2,000 words in one sentence": ", and ".join([SENTENCE] * 130) + ".",
    "emoji": "😀 Kenya 🇰🇪 needs 🍚!!! @AnnaBrandt #rice 👩‍👩‍👧 RT: Peru 🙏🏽",
    "table": "Country\tNeeds\tDate\nKenya\trice\t2020\nPeru\tfuel\t2021\n" * 20,
    "mixed scripts": "Kenya (Кения, 肯尼亚, كينيا) said that it needs rice from Перу, and العربية from Peru.",
    "control characters": "Kenya\x00 needs\x07 rice\u200b from\u202e Peru\ufeff, and so on.",
    "brackets": "((((Kenya)))) [[[needs]]] {{rice}} (((( from Peru ((((" * 10,
    "quotation marks": '"""Kenya "needs" “rice” ‘from’ Peru""" said "Anna Brandt" of "Kenya"' * 5,
    "one name a thousand times": "Kenya, " * 1000 + "and that is all of it.",
    "a thousand names": ", ".join(f"Anna Brandt{chr(97 + i % 26)}{i}" for i in range(1000)) + " are here.",
}


def spans(mentions: Mentions) -> list[tuple[int, int]]:
    return sorted((mention.start, mention.end) for mention in mentions)


def check(text: str, mentions: Mentions) -> None:
    """What holds for every text: exact passages, unique names, mentions of the document's own individuals."""
    names = [individual.name for individual in mentions.individuals]
    assert len(set(names)) == len(names)
    assert all(names)
    for individual in mentions.individuals:
        for passage in individual.mentions:
            assert text[passage.start : passage.end] == passage.text
            assert passage.text.strip()
    for (_, end), (start, _) in zip(spans(mentions), spans(mentions)[1:], strict=False):
        assert end <= start
    for mention in mentions:
        assert all(number < len(names) for number in (mention.individual, *mention.others))


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_texts_give_sound_mentions(kind: str) -> None:
    doc, mentions = read(STRANGE[kind])
    check(doc.text, mentions)


@pytest.mark.parametrize("kind", ["no punctuation", "capitals", "2,000 words in one sentence", "table"])
def test_names_are_found_in_strange_texts(kind: str) -> None:
    _, mentions = read(STRANGE[kind])
    assert "Kenya" in {individual.name for individual in mentions.individuals}


PIECES = st.sampled_from(
    "Kenya Peru Moscow Kremlin president Anna Brandt the his they two leaders capital ( ) \" , . 's - "
    "of and said country The North Korea IGB Grain Board U.S. \n\n \t 😀 я 12".split(" ")
)


def texts() -> Iterator[st.SearchStrategy[str]]:
    yield st.lists(PIECES, min_size=1, max_size=40).map(" ".join)
    yield st.text(min_size=1, max_size=120)


@settings(max_examples=120, deadline=None)
@given(st.one_of(*texts()))
def test_any_text_gives_sound_mentions(text: str) -> None:
    (result,) = language.parse([Document("any", "", text)])
    if not isinstance(result, SourceError):
        check(text, find(result[0], result[1], builtin()))


def test_the_same_text_gives_the_same_mentions() -> None:
    text = f"{SENTENCE}. Moscow said it would help. The two countries met."
    results = []
    for _ in range(2):
        (result,) = language.parse([Document("same", "", text)])
        assert not isinstance(result, SourceError)
        found = find(result[0], result[1], builtin())
        results.append((found.individuals, list(found)))
    assert results[0] == results[1]
