"""When what several sentences tell of took place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kb.documents.base import Document
from kb.extract import extract
from kb.gazetteer import builtin

if TYPE_CHECKING:
    from kb.tokens import Doc

LEAD = "NAIROBI - Kenyan President Ana Mwangi on Tuesday asked Peru for patience.\n\n"
BACKGROUND = "The two governments have been at odds for years.\n\nTheir row is old.\n\n"
TEXTS = [
    # title, text after it, kind of fact, dates of its claims
    (
        "",
        "Kenya sanctioned Peru on 3 May 2024. Kenya has imposed sanctions on Peru.",
        "sanction",
        ["2024-05-03"] * 2,
    ),
    (
        "",
        "Kenya sanctioned Peru in May 2024. On 3 May Kenya sanctioned Peru.",
        "sanction",
        ["2024-05-03"] * 2,
    ),
    ("", "Kenya sanctioned Peru in 2020. Kenya sanctioned Peru in 2022.", "sanction", ["2020", "2022"]),
    ("", "Kenya sanctioned Peru in 2020. Kenya lifted its sanctions on Peru.", "sanction", ["2020", None]),
    ("Kenya imposes sanctions on Peru", "Kenya sanctioned Peru on Monday.", "sanction", ["2024-05-13"] * 2),
    ("Kenya imposes sanctions on Peru", "In 2019 Kenya sanctioned Peru.", "sanction", ["2024-05-15", "2019"]),
    (
        "Kenya imposes sanctions on Peru",
        "Kenya's Finance Ministry sanctioned Peru on Monday.",
        "sanction",
        ["2024-05-13"] * 2,
    ),
    ("Kenya imposes sanctions on Peru", "The move was welcomed.", "sanction", ["2024-05-15"]),
    (
        "Statement on U.S. Sanctions on Peru",
        "Today, the United States is designating three entities.",
        "sanction",
        ["2024-05-15"] * 2,
    ),
    ("Statement on U.S. Sanctions on Peru", "They remain in force.", "sanction", [None]),
    (
        "Ana Mwangi's Visit to Peru",
        "Kenyan President Ana Mwangi visited Peru on 3 May.",
        "meeting",
        ["2024-05-03"] * 2,
    ),
    (
        "",
        "Iran tested a missile in March 2020, two months before it launched a satellite.",
        "program",
        ["2020-03", "2020-05"],
    ),
    ("", "Two days after Iran tested a missile on 3 May, Peru sanctioned Iran.", "sanction", ["2024-05-05"]),
    ("", "The talks came a month after Iran tested a missile.", "program", ["2024-04"]),
    ("", "The talks came after Iran tested a missile.", "program", [None]),
    ("", LEAD + "She spoke at a meeting with Peruvian President Luis Rojas.", "meeting", ["2024-05-14"]),
    (
        "",
        LEAD + "The deal was reached at a meeting between Mwangi and Luis Rojas.",
        "meeting",
        ["2024-05-14"],
    ),
    ("", LEAD + BACKGROUND + "She spoke at a meeting with Peruvian President Luis Rojas.", "meeting", [None]),
]


@pytest.mark.parametrize(("title", "text", "kind", "expected"), TEXTS)
def test_an_event_has_its_date(
    parse: Callable[[str], Doc], title: str, text: str, kind: str, expected: list[str | None]
) -> None:
    whole = f"{title}\n\n{text}" if title else text
    document = Document("test", title, whole, "2024-05-15")
    found = extract(document, parse(whole), gazetteer=builtin(), min_confidence=0.0).claims
    own = [claim for claim in found if kind == claim.fact.TYPE and claim.evidence is not None]
    assert [claim.date for claim in own] == expected
