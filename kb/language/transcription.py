"""A parse as plain objects: spaCy's arrays read column by column, each label decoded once."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any

import spacy.tokens

from kb.tokens import Doc, Span, Token

LABELS: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
TOLD: list[int | str] = ["SPACY", "ENT_IOB", "LIKE_NUM", "IS_PUNCT"]
TREE: list[int | str] = ["HEAD", "SENT_START"]
IOB = ("", "I", "O", "B")


def transcribed(parsed: spacy.tokens.Doc) -> Doc:
    """The parse that extraction reads."""
    doc = Doc(parsed.text, _tokens(parsed))
    distances, begins = _numbers(parsed, TREE)
    _attach(doc.tokens, distances)
    starts = [i for i, begin in enumerate(begins) if begin == 1 or not i]
    doc.sents = tuple(Span(doc, *ends) for ends in pairwise([*starts, len(parsed)]))
    for sentence in doc.sents:
        for token in sentence:
            token.doc, token.sent = doc, sentence
    doc.ents = tuple(Span(doc, name.start, name.end, name.label_) for name in parsed.ents)
    return doc


class _Labels(dict[int, str]):
    """The strings that labels stand for, each decoded once."""

    def __init__(self, parsed: spacy.tokens.Doc) -> None:
        super().__init__({0: ""})
        self._strings = parsed.vocab.strings

    def __missing__(self, number: int) -> str:
        found: str = self._strings[number]
        return self.setdefault(number, found)


def _tokens(parsed: spacy.tokens.Doc) -> list[Token]:
    """The tokens with what each says of itself."""
    labels: Any = parsed.to_array(LABELS)
    string = _Labels(parsed).__getitem__
    columns = (map(string, column) for column in labels.T.tolist())
    tokens, offset = [], 0
    for i, row in enumerate(zip(*columns, *_numbers(parsed, TOLD), strict=True)):
        token = Token()
        token.i, token.idx = i, offset
        token.text, token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_ = row[:7]
        blank, iob, numeral, mark = row[7:]
        token.whitespace_ = " " if blank else ""
        token.ent_iob_, token.like_num, token.is_punct = IOB[iob], bool(numeral), bool(mark)
        tokens.append(token)
        offset += len(token.text) + blank
    return tokens


def _numbers(parsed: spacy.tokens.Doc, attributes: list[int | str]) -> list[list[int]]:
    columns: Any = parsed.to_array(attributes)
    found: list[list[int]] = columns.astype("int64").T.tolist()
    return found


def _attach(tokens: list[Token], distances: list[int]) -> None:
    """Make a tree of the tokens, each told how far off its head is."""
    lefts: dict[int, list[Token]] = defaultdict(list)
    rights: dict[int, list[Token]] = defaultdict(list)
    for token, distance in zip(tokens, distances, strict=True):
        token.head = tokens[token.i + distance]
        token.lefts = token.rights = token.children = ()
        token._reach = None
        if distance:
            (lefts if distance > 0 else rights)[token.head.i].append(token)
    for i, dependents in lefts.items():
        tokens[i].lefts = tokens[i].children = tuple(dependents)
    for i, dependents in rights.items():
        tokens[i].rights = tuple(dependents)
        tokens[i].children += tokens[i].rights
