"""Sentences of our own and the meetings they state; with sentences that state none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import told

if TYPE_CHECKING:
    from spacy.tokens import Doc

CASES: list[tuple[str, list[tuple[tuple[str, ...], str | None, str]]]] = [
    (
        "Narendra Modi met Emmanuel Macron in Paris.",
        [(("Narendra Modi", "Emmanuel Macron"), "Paris", "meeting")],
    ),
    (
        "Olaf Scholz held talks with Xi Jinping in Beijing on Monday.",
        [(("Olaf Scholz", "Xi Jinping"), "Beijing", "meeting")],
    ),
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
    # nothing
    ("The country met its targets.", []),
    ("The committee meets every month.", []),
    ("Macron called for talks.", []),
    ("The plan met fierce resistance from Germany.", []),
    ("Protesters visited the site.", []),
]


@pytest.mark.parametrize(("text", "stated"), CASES, ids=[text[:60] for text, _ in CASES])
def test_meetings_that_a_text_states(
    parse: Callable[[str], Doc], text: str, stated: list[tuple[object, ...]]
) -> None:
    assert told(parse(text), "meeting", ("participants", "place", "kind")) == set(stated)
