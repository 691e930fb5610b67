""" "The North" and "the South" in a text that tells which pair of countries it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.gazetteer import Gazetteer
from kb.mentions.base import Form
from kb.mentions.spans import Finder, Named, Words
from kb.model import IndividualKind

DIRECTIONS = {"North": "North ", "South": "South "}


def compass(words: Words, names: Sequence[Named], gazetteer: Gazetteer) -> Iterator[Named]:
    """Each "the North" or "the South" as a name of the one country of the text that is called so."""
    countries = {
        name.entry.name for name in names if name.kind is IndividualKind.COUNTRY and name.entry is not None
    }
    for direction, prefix in DIRECTIONS.items():
        fitting = [country for country in sorted(countries) if country.startswith(prefix)]
        if len(fitting) != 1:
            continue
        entries = gazetteer.entries(fitting[0])
        for i, text in enumerate(words.texts):
            if text == direction and i and words.lower[i - 1] == "the" and _bare(words, i):
                yield Named(i, i + 1, IndividualKind.COUNTRY, Finder.PATTERN, Form.NAME, entries)


def _bare(words: Words, i: int) -> bool:
    return not words.capitalised(i + 1) and words.lower[i + 1 : i + 2] != ["of"]
