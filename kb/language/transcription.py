"""A parse as plain objects: spaCy's arrays read column by column, each label decoded once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import spacy.tokens

from kb.tokens import Doc, Span, Token

LABELS: list[int | str] = ["LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
TOLD: list[int | str] = ["LENGTH", "SPACY", "ENT_IOB", "LIKE_NUM", "IS_PUNCT"]
TREE: list[int | str] = ["HEAD", "SENT_START"]
IOB = ("", "I", "O", "B")
MISTAKEN = {
    **dict.fromkeys(("hopes", "hoping", "hoped"), "hope"),
    **dict.fromkeys(("dines", "dining", "dined"), "dine"),
    **dict.fromkeys(("pipes", "piping", "piped"), "pipe"),
    "prepositioned": "preposition",
    "slated": "slate",
    "resupplied": "resupply",
}
"""Words of which the pipeline gives the lemma of another one."""
MISPLACED = frozenset({"acl", "appos", "relcl"})
"""Relations that the pipeline takes for others."""
NAMING = frozenset({"brand", "call", "deem", "dub", "label"})
"""Verbs that say what their object is called: "called him *a liar*"."""


def transcribed(blocks: Sequence[spacy.tokens.Doc], text: str) -> Doc:
    """The parse of a text that extraction reads, put together from those of its consecutive blocks.

    Letters may be of another case than those that were parsed: a headline is parsed in sentence case.
    """
    tokens: list[Token] = []
    starts: list[int] = []
    names: list[tuple[int, int, str]] = []
    for block in blocks:
        first = len(tokens)
        distances, begins = _numbers(block, TREE)
        tokens += _tokens(block, text, first, tokens[-1].idx + len(tokens[-1]) if tokens else 0)
        starts += [first + i for i, begin in enumerate(begins) if begin == 1 or not i]
        names += [(first + name.start, first + name.end, name.label_) for name in block.ents]
        _mend(tokens, first, distances)
        _attach(tokens, first, distances)
    doc = Doc(text, tokens)
    doc.sents = tuple(Span(doc, *ends) for ends in pairwise([*starts, len(tokens)]))
    for sentence in doc.sents:
        for token in sentence:
            token.doc, token.sent = doc, sentence
    doc.ents = tuple(Span(doc, *name) for name in names)
    return doc


class _Labels(dict[int, str]):
    """The strings that labels stand for, each decoded once."""

    def __init__(self, parsed: spacy.tokens.Doc) -> None:
        super().__init__({0: ""})
        self._strings = parsed.vocab.strings

    def __missing__(self, number: int) -> str:
        found: str = self._strings[number]
        return self.setdefault(number, found)


def _tokens(block: spacy.tokens.Doc, text: str, first: int, offset: int) -> Iterator[Token]:
    """The tokens with what each says of itself, numbered from `first` on, from an offset in the text on."""
    labels: Any = block.to_array(LABELS)
    string = _Labels(block).__getitem__
    columns = (map(string, column) for column in labels.T.tolist())
    for i, row in enumerate(zip(*columns, *_numbers(block, TOLD), strict=True), first):
        token = Token()
        token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_ = row[:6]
        length, blank, iob, numeral, mark = row[6:]
        token.lemma_ = MISTAKEN.get(token.lower_, token.lemma_)
        token.i, token.idx, token.text = i, offset, text[offset : offset + length]
        token.whitespace_ = " " if blank else ""
        token.ent_iob_, token.like_num, token.is_punct = IOB[iob], bool(numeral), bool(mark)
        yield token
        offset += length + blank


def _numbers(parsed: spacy.tokens.Doc, attributes: list[int | str]) -> list[list[int]]:
    columns: Any = parsed.to_array(attributes)
    found: list[list[int]] = columns.astype("int64").T.tolist()
    return found


def _mend(tokens: list[Token], first: int, distances: list[int]) -> None:
    """Hang on the verb what the pipeline hangs on a noun beside it: a name given, what is done again.

    "They called him *a liar*", where it sees an apposition; "failed for the second time *to launch* it".
    """
    for i, distance in enumerate(distances, first):
        token, above = tokens[i], i + distance
        if distance >= 0 or token.dep_ not in MISPLACED:
            continue
        head, over = tokens[above], above + distances[above - first]
        if token.dep_ == "appos":
            called = head.dep_ == "dobj" and tokens[over].lemma_ in NAMING
            if called and not any(part.is_punct for part in tokens[above:i]):
                token.dep_, distances[i - first] = "oprd", over - i
        elif head.lemma_ == "time" and tokens[over].lower_ == "for":
            token.dep_, distances[i - first] = "xcomp", over + distances[over - first] - i


def _attach(tokens: list[Token], first: int, distances: list[int]) -> None:
    """Make a tree of the tokens from number `first` on, each told how far off its head is."""
    lefts: dict[int, list[Token]] = defaultdict(list)
    rights: dict[int, list[Token]] = defaultdict(list)
    for i, distance in enumerate(distances, first):
        token = tokens[i]
        token.head = tokens[i + distance]
        token.lefts = token.rights = token.children = ()
        token._reach = None
        if distance:
            (lefts if distance > 0 else rights)[i + distance].append(token)
    for i, dependents in lefts.items():
        tokens[i].lefts = tokens[i].children = tuple(dependents)
    for i, dependents in rights.items():
        tokens[i].rights = tuple(dependents)
        tokens[i].children += tokens[i].rights
