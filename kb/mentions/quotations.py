"""Direct speech: what stands between quotation marks, and who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

OPENING = frozenset({'"', "“", "``", "«", "„"})
CLOSING = frozenset({'"', "”", "''", "»", "“"})
LONGEST = 400
"""Tokens after which a quotation that was never closed counts as ended."""
SHORTEST = 5
"""A quotation of fewer tokens is a word or name set off by the writer, who still speaks."""
SPEECH = frozenset(
    "acknowledge add admit affirm allege announce answer argue assert caution cite claim comment "
    "complain conclude confess confirm contend declare deny disclose emphasise emphasize estimate "
    "explain hint indicate inform insist joke maintain mention note observe pledge post proclaim "
    "promise quip quote reaffirm recall recount reiterate remark remind repeat reply report respond "
    "reveal say state stress suggest swear tell testify tweet underline underscore urge vow warn "
    "write".split()
)
"""Verbs whose subject is the source of their complement."""
OBJECTS = ("dobj", "nsubjpass")
"""Who "quoted X as saying" and "X was quoted as saying" name as the speaker."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What the speaker at token `speaker` says: tokens `start` to `end` (exclusive, without the marks)."""

    start: int
    end: int
    speaker: int | None


def quotations(doc: Doc) -> list[Quotation]:
    """The quotations of a document in order, each with the head token of its speaker where one is found.

    A quotation whose own sentence names no speaker continues the one before it in the same or the
    preceding paragraph.
    """
    found: list[Quotation] = []
    for start, end in _spans(doc):
        speaker = _speaker(doc, start, end)
        if speaker is None and found and not _two_breaks(doc, found[-1].end, start):
            speaker = found[-1].speaker
        found.append(Quotation(start, end, speaker))
    return found


def _spans(doc: Doc) -> list[tuple[int, int]]:
    spans, opened = [], -1
    for token in doc:
        text = token.text
        if opened >= 0 and (text in CLOSING or token.i - opened > LONGEST):
            if token.i - opened > SHORTEST and text in CLOSING:
                spans.append((opened + 1, token.i))
            opened = -1
        elif opened < 0 and text in OPENING:
            opened = token.i
        elif opened >= 0 and text.isspace() and "\n\n" in text and token.i + 1 < len(doc):
            if token.i - opened > SHORTEST:
                spans.append((opened + 1, token.i))
            opened = -1
    return spans


def _two_breaks(doc: Doc, start: int, end: int) -> bool:
    """Whether more than one paragraph break lies between two quotations."""
    return sum(token.text.count("\n\n") for token in doc[start:end]) > 1


def _speaker(doc: Doc, start: int, end: int) -> int | None:
    """The subject of the verb of speech that the quotation hangs on or stands beside."""
    first, last = doc[start].sent, doc[end - 1].sent
    for token in (*doc[first.start : start], *doc[end : max(last.end, end)]):
        if token.lemma_ in SPEECH and token.pos_ in ("VERB", "AUX"):
            subject = subject_of(token)
            if subject is not None and not start <= subject.i < end:
                return subject.i
    beyond = doc[last.end : last.end + 1]
    if beyond and last.end - end <= 2:
        for token in beyond[0].sent:
            if token.lemma_ in SPEECH and token.dep_ == "ROOT" and (subject := subject_of(token)) is not None:
                return subject.i if subject.i - last.end < 4 else None
    return None


def subject_of(verb: Token) -> Token | None:
    """The grammatical subject of a verb (for a passive the agent), its own or the one it shares."""
    here = verb
    for _ in range(4):
        for child in here.children:
            if child.dep_ == "agent":
                return next((pobj for pobj in child.children if pobj.dep_ == "pobj"), None)
        for child in here.children:
            if child.dep_ in ("nsubj", "csubj"):
                return child
        if here.dep_ == "pcomp" and here.head.lower_ == "as":
            return next((child for child in here.head.head.children if child.dep_ in OBJECTS), None)
        if here.dep_ not in ("conj", "xcomp", "advcl") or here.head.i == here.i:
            return here.head if here.dep_ in ("acl", "relcl") else None
        here = here.head
    return None
