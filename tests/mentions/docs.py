"""Parsed documents for tests: built by hand row by row, or read by the shipped pipeline."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.tokens import Doc as Parsed
from spacy.tokens import Span

from kb import language
from kb.documents.base import Document
from kb.gazetteer import builtin
from kb.language.transcription import transcribed
from kb.mentions import find
from kb.mentions.base import Mentions
from kb.tokens import Doc

VOCABULARY = spacy.blank("en").vocab


def built(table: str) -> Doc:
    """A document of one row a token: text, part of speech, relation, head's number, entity label or "-"."""
    rows = [line.split() for line in table.strip().splitlines()]
    words, pos, deps, heads, labels = zip(*rows, strict=True)
    parsed = Parsed(
        VOCABULARY,
        words=list(words),
        pos=list(pos),
        deps=list(deps),
        heads=[int(head) for head in heads],
        lemmas=[word.lower() for word in words],
    )
    starts = [i for i, label in enumerate(labels) if label != "-" and (i == 0 or labels[i - 1] != label)]
    ends = [next((j for j in range(i, len(labels)) if labels[j] != labels[i]), len(labels)) for i in starts]
    parsed.ents = [
        Span(parsed, start, end, label=labels[start]) for start, end in zip(starts, ends, strict=True)
    ]
    return transcribed([parsed], parsed.text)


@cache
def read(text: str, *, date: str | None = None, source: str | None = None) -> tuple[Doc, Mentions]:
    """A text as the shipped pipeline parses it, and who is mentioned in it."""
    document = Document("test", "", text, date, None, source)
    (result,) = language.parse([document])
    assert isinstance(result, tuple), result
    return result[1], find(document, result[1], builtin())


def referred(text: str, **about: str) -> list[tuple[str, str]]:
    """Each mention of a text that is not its individual's name itself, and the names it stands for."""
    doc, mentions = read(text, **about)
    found = []
    for mention in mentions:
        surface = doc[mention.start : mention.end].text
        names = " + ".join(individual.name for individual in mentions.referents(doc[mention.start]))
        if surface != names:
            found.append((surface, names))
    return found
