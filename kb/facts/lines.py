"""Lists of things, one a line: what is given or needed after a colon, and who gave how much."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from kb.facts.lexicon import classes_of
from kb.facts.lists import BULLETS, FARTHEST, MOST

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN"})
INNER = frozenset({"compound", "amod", "nmod", "nummod", "poss", "quantmod", "pobj", "det"})
OPENING = frozenset({":", "–", "—", "-", "("})
JOINING = frozenset({",", ";", "and", "&"})
LONGEST = 60
"""Words of a line that are read."""


def listed(token: Token) -> Iterator[Token]:
    """What the lines after a colon name, each line's first thing: "includes:\\n- *tents*\\n- *food*"."""
    doc = token.doc
    for i in range(token.i + 1, min(token.i + 2 + FARTHEST, len(doc) - 1)):
        if doc[i].text == ":":
            yield from _items(doc, i + 1)
            return
        if doc[i].pos_ in ("VERB", "AUX") and doc[i].i != token.i + 1:
            return


def inlined(noun: Token) -> list[Token]:
    """What a list after a colon in the sentence names: "goods: *tents*; *pots* for cooking; *soap*"."""
    doc, first = noun.doc, noun.i + 2
    if first >= len(doc) or doc[noun.i + 1].text != ":" or _is_break(doc[first]):
        return []
    words = list(takewhile(lambda word: word.text != "." and word.pos_ != "AUX", _line(doc, first)))
    mark = ";" if any(word.text == ";" for word in words) else ","
    parts: list[list[Token]] = [[]]
    for word in words:
        if word.text == mark:
            parts.append([])
        else:
            parts[-1].append(word)
    heads = [next(_heads(part), None) for part in parts if len(parts) > 1]
    return [head for head in heads[:MOST] if head is not None]


def entered(token: Token) -> Iterator[Token]:
    """How much a line that begins with a name enters for it: "Japan: *$5 million* in food aid".

    Or a part of a sentence that leaves out its verb: "Peru gave $2 million; Chile, *$3 million*".
    """
    doc, first = token.doc, token.i
    while first > 0 and doc[first - 1].pos_ in ("PROPN", "DET"):
        first -= 1
    if token.i + 2 >= len(doc):
        return
    gapped = _begins_part(doc, first) and doc[token.i + 1].text == ","
    if not gapped and not (_begins_line(doc, first) and doc[token.i + 1].text in OPENING):
        return
    for word in _line(doc, token.i + 2):
        if word.pos_ in ("VERB", "AUX") or word.text == ";":
            return
        if "money" in classes_of(word) and word.dep_ not in INNER:
            yield word
            return


def summed(token: Token) -> Iterator[Token]:
    """The sum that comes from somebody: "*$30 million* from Norway and Kenya"."""
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "from" and token.head.head.ent_type_ == "MONEY":
        yield token.head.head


def _items(doc: Doc, i: int) -> Iterator[Token]:
    for _ in range(MOST):
        if i >= len(doc) or not _is_break(doc[i]):
            return
        start = i
        while i < len(doc) and (doc[i].is_space or doc[i].text in BULLETS or doc[i].is_digit):
            i += 1
        bullet = any(doc[j].text in BULLETS for j in range(start, i))
        words = list(_line(doc, i))
        heads = list(_heads(words))
        first = next((at for at, word in enumerate(words) if word in heads), 0)
        if not bullet or not heads or any(_is_verbal(word) for word in words[:first]):
            return
        yield from heads
        i += len(words)


def _heads(words: list[Token]) -> Iterator[Token]:
    """The last noun before what says more of it, of each thing that a line joins by commas and "and"."""
    noun: Token | None = None
    for word in words:
        if word.lower_ in JOINING and noun is not None:
            yield noun
            noun = None
        elif word.pos_ in NOUNS:
            noun = word
        elif noun is not None and word.pos_ not in ("ADJ", "NUM", "PUNCT", "PART"):
            break
    if noun is not None:
        yield noun


def _is_verbal(word: Token) -> bool:
    return word.pos_ in ("VERB", "AUX") and word.tag_ not in ("VBG", "VBN")


def _line(doc: Doc, i: int) -> Iterator[Token]:
    for token in doc[i : i + LONGEST]:
        if _is_break(token):
            return
        yield token


def _is_break(token: Token) -> bool:
    return token.is_space and "\n" in token.text


def _begins_part(doc: Doc, i: int) -> bool:
    """Whether a part of a sentence that semicolons divide begins at token `i`."""
    before = i - 1 if i and doc[i - 1].lower_ == "and" else i
    return before > 0 and doc[before - 1].text == ";"


def _begins_line(doc: Doc, i: int) -> bool:
    """Whether a line, or its text after a bullet, begins at token `i`."""
    before = i - 1
    if before >= 0 and doc[before].text in BULLETS:
        before -= 1
    return before < 0 or _is_break(doc[before])
