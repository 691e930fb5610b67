from __future__ import annotations

import pytest

from kb.gazetteer import builtin
from kb.mentions.base import Form
from kb.mentions.metonyms import metonyms
from kb.mentions.modelled import modelled
from kb.mentions.spans import Words
from tests.mentions.docs import built

SAID = """
Pyongyang PROPN nsubj 1 GPE
{verb}    VERB  ROOT  1 -
"""
LINKED = """
They        PRON  nsubj 1 -
resumed     VERB  ROOT  1 -
{noun}      NOUN  dobj  1 -
{preposition} ADP prep  2 -
Moscow      PROPN pobj  3 GPE
"""
OWNED = """
Kremlin   PROPN {relation} 1 ORG
{noun}    NOUN  nsubj 2 -
left      VERB  ROOT  2 -
"""
CAPITALS = """
MOSCOW    PROPN nsubj 2 GPE
—         PUNCT punct 2 -
says      VERB  ROOT  2 -
"""


def forms(table: str) -> list[tuple[str, Form]]:
    words = Words(built(table))
    names = metonyms(words, modelled(words, builtin()), builtin())
    return [(name.entry.name if name.entry else "", name.form) for name in names]


@pytest.mark.parametrize("verb", ["say", "demand", "launch", "deny", "sign"])
def test_a_capital_that_acts_is_its_government(verb: str) -> None:
    assert forms(SAID.format(verb=verb)) == [("North Korea", Form.METONYM)]


@pytest.mark.parametrize("verb", ["lie", "fall", "host", "celebrate"])
def test_a_capital_to_which_things_happen_is_a_city(verb: str) -> None:
    assert forms(SAID.format(verb=verb)) == [("Pyongyang", Form.NAME)]


@pytest.mark.parametrize(
    ("noun", "preposition", "form"),
    [
        ("talks", "with", Form.METONYM),
        ("sanction", "on", Form.METONYM),
        ("pressure", "on", Form.METONYM),
        ("relation", "between", Form.METONYM),
        ("talks", "in", Form.NAME),
        ("flights", "to", Form.NAME),
        ("flights", "from", Form.NAME),
    ],
)
def test_prepositions_tell_a_government_from_a_city(noun: str, preposition: str, form: Form) -> None:
    assert [found for _, found in forms(LINKED.format(noun=noun, preposition=preposition))] == [form]


@pytest.mark.parametrize(
    ("relation", "noun", "form"),
    [
        ("compound", "spokesman", Form.METONYM),
        ("compound", "wall", Form.NAME),
        ("poss", "demand", Form.METONYM),
        ("poss", "airport", Form.NAME),
    ],
)
def test_nouns_tell_whether_a_seat_is_a_government(relation: str, noun: str, form: Form) -> None:
    assert [found for _, found in forms(OWNED.format(relation=relation, noun=noun))] == [form]


def test_a_dateline_is_a_place() -> None:
    assert [found for _, found in forms(CAPITALS)] == [Form.NAME]
