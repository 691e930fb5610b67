"""Sentences whose names are marked by hand, so that a test of frames depends on the parse alone.

"[Russia|country:Russian] President [Vladimir Putin|person] spoke": kind after the bar, the text after the
colon where it differs from the name.
"""

from __future__ import annotations

import re
from typing import Any

from kb.documents.base import Document
from kb.facts import FRAMES
from kb.facts.base import Fact
from kb.facts.engine import Engine
from kb.facts.values import facts_of
from kb.language import load
from kb.language.transcription import transcribed
from kb.mentions.base import Form, Mention, Mentions
from kb.mentions.dates import Dates
from kb.model import Individual, IndividualKind, Name, Passage
from kb.tokens import Doc

MARK = re.compile(r"\[(?P<name>[^|\]]+)\|(?P<kind>\w+)(?::(?P<text>[^\]]+))?\]")
ENGINE = Engine(FRAMES)


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The plain text, and (start, end, name, kind) of each marked name."""
    text, spans, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        shown = match["text"] or match["name"]
        spans.append((len(text), len(text) + len(shown), match["name"], match["kind"]))
        text, last = text + shown, match.end()
    return text + marked[last:], spans


def read(marked: str) -> tuple[Doc, Mentions]:
    """The parse of a marked text, with its mentions."""
    text, spans = unmarked(marked)
    parsed = load()(text)
    names = list(dict.fromkeys((name, kind) for _, _, name, kind in spans))
    passages: list[list[Passage]] = [[] for _ in names]
    found = []
    for start, end, name, kind in spans:
        span = parsed.char_span(start, end, alignment_mode="expand")
        assert span is not None
        number = names.index((name, kind))
        passages[number].append(Passage(start, end, text[start:end]))
        form = Form.NAME if text[start:end] == name else Form.DEMONYM
        found.append(Mention(span.start, span.end, number, form))
    individuals = [
        Individual(Name(name), IndividualKind(kind), tuple(told))
        for (name, kind), told in zip(names, passages, strict=True)
    ]
    return transcribed([parsed], text), Mentions(individuals, found)


def facts(kind: type[Fact], marked: str) -> list[Fact]:
    """The facts of one kind that a marked text states, in order, each once."""
    doc, mentions = read(marked)
    dates = Dates(Document("d", "", doc.text, "2024-05-15"), doc)
    candidates = [c for c in ENGINE.candidates(doc, mentions) if c.frame.fact is kind and not c.missing]
    return list(dict.fromkeys(fact for c in candidates for fact in facts_of(c, mentions, dates)))


def slots(kind: type[Fact], marked: str, *names: str) -> set[tuple[Any, ...]]:
    """Some slots of the facts of a kind in a marked text."""
    return {tuple(getattr(fact, name) for name in names) for fact in facts(kind, marked)}
