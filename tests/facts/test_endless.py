"""However long a sentence is that is none, reading it takes time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from kb import language
from kb.documents.base import Document
from kb.errors import SourceError
from kb.extract import claims
from kb.gazetteer import builtin
from kb.mentions import find

BUDGET = 0.003
"""Seconds a word: four times what the slowest of these takes; walks over all words take far more."""
UNITS = {
    "a word that may be noun and verb": "needs ",
    "a noun of programmes": "missile ",
    "a measure": "sanctions ",
    "an office": "president ",
    "titled names": "Minister Anna Brandt, ",
    "common nouns": "farmers, ",
    "nested phrases": "aid of ",
    "nested clauses": "Kenya needs fuel, which Peru has, ",
    "coordinated clauses": "Kenya gives Peru fuel and ",
    "tests": "Kenya tests missiles, ",
}


@pytest.mark.parametrize("kind", UNITS)
def test_endless_sentences_take_time_by_the_word(kind: str) -> None:
    unit = UNITS[kind]
    document = Document("endless", "", unit * (1800 // len(unit.split())))
    (result,) = language.parse([document])
    assert not isinstance(result, SourceError)
    _, doc = result

    def seconds() -> float:
        began = time.process_time()
        claims(document, doc, find(document, doc, builtin()), builtin())
        return time.process_time() - began

    assert any(seconds() < BUDGET * len(doc) for _ in range(2))
