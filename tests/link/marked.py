"""Sentences with their names marked, "[person:Kim] met [person:Moon Jae-in]", as extractions to be linked."""

from __future__ import annotations

import re

from kb.documents.base import Document
from kb.facts.base import Extraction
from kb.model import Individual, IndividualKind, Name, Passage

_MARK = re.compile(r"\[(person|organization|country|place|other):([^\]]+)\]")


def extraction(marked: str, date: str | None = None) -> Extraction:
    """The document and its individuals: one for each different name and kind."""
    text, found, end = "", {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        kind, surface = IndividualKind(mark[1]), mark[2]
        found.setdefault((kind, surface), []).append(Passage(len(text), len(text) + len(surface), surface))
        text += surface
        end = mark.end()
    text += marked[end:]
    individuals = tuple(Individual(Name(name), kind, tuple(at)) for (kind, name), at in found.items())
    return Extraction(Document("test", "", text, date), individuals, ())
