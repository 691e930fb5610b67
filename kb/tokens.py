"""A parsed text as plain objects whose attributes bear the names that spaCy's have.

spaCy makes a new object for each look at a token and decodes its labels anew each time: reading frames off a
parse looks at every token dozens of times.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, overload


@dataclass(init=False, repr=False, eq=False, slots=True)
class Token:
    """One word with its place in the text and in the tree of its sentence."""

    doc: Doc
    i: int
    """Its number in the text."""
    idx: int
    """The offset of its first character."""
    text: str
    whitespace_: str
    """A blank, if one follows."""
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    like_num: bool
    is_punct: bool
    sent: Span
    head: Token
    """What it depends on: itself for the root of a sentence."""
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]
    _reach: tuple[int, int] | None

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_upper(self) -> bool:
        """Whether it is in capitals."""
        return self.text.isupper()

    @property
    def is_alpha(self) -> bool:
        """Whether it is of letters alone."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether it is of digits alone."""
        return self.text.isdigit()

    @property
    def is_sent_start(self) -> bool:
        """Whether it begins a sentence."""
        return self.sent.start == self.i

    @property
    def n_lefts(self) -> int:
        """How many words before it depend on it."""
        return len(self.lefts)

    @property
    def n_rights(self) -> int:
        """How many words after it depend on it."""
        return len(self.rights)

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it depends on, step by step up to the root of the sentence."""
        here = self
        while here.head is not here:
            here = here.head
            yield here

    @property
    def subtree(self) -> Iterator[Token]:
        """It and all that depends on it, in the order of the text where the tree allows."""
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            here, opened = waiting.pop()
            if opened:
                yield here
            else:
                waiting += [(child, False) for child in reversed(here.rights)]
                waiting.append((here, True))
                waiting += [(child, False) for child in reversed(here.lefts)]

    @property
    def left_edge(self) -> Token:
        """The first word of its subtree."""
        return self.doc.tokens[self._edges()[0]]

    @property
    def right_edge(self) -> Token:
        """The last word of its subtree."""
        return self.doc.tokens[self._edges()[1]]

    def _edges(self) -> tuple[int, int]:
        """The numbers of the first and the last word of its subtree, found once for all in it."""
        if self._reach is None:
            unknown = [self]
            for here in unknown:
                unknown += [child for child in here.children if child._reach is None]
            for here in reversed(unknown):
                ends = [here.i, *(end for child in here.children for end in child._edges())]
                here._reach = min(ends), max(ends)
        return cast(tuple[int, int], self._reach)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """All that it is coordinated with."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for here in found:
            found += [child for child in here.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    def is_ancestor(self, other: Token) -> bool:
        """Whether another depends on it, directly or not."""
        return any(token is self for token in other.ancestors)

    def nbor(self, distance: int = 1) -> Token:
        """The word so many places on; raises IndexError where the text has none."""
        if self.i + distance < 0:
            raise IndexError(self.i + distance)
        return self.doc.tokens[self.i + distance]


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """Tokens `start` to `end` (exclusive); `label_` is the kind of name that a model found there."""

    doc: Doc
    start: int
    end: int
    label_: str = ""

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """The offset of its first character."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset after its last character."""
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its characters."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The word nearest to the root of the sentence, a mark only where there is nothing else."""
        tops = [token for token in self if token.head is token or not self.start <= token.head.i < self.end]
        return min(tops, key=_depth) if len(tops) != 1 else tops[0]


def _depth(token: Token) -> tuple[bool, int]:
    """How far from the root a word is; marks by themselves come last."""
    mark = (token.is_punct or token.is_space) and not token.children and token.head is not token
    return mark, sum(1 for _ in token.ancestors)


class Doc:
    """The tokens of a text, its sentences, and the names that a model found in it."""

    __slots__ = ("ents", "sents", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.sents: tuple[Span, ...] = ()
        self.ents: tuple[Span, ...] = ()

    def dissolve(self) -> None:
        """Let go of the tokens: they hold each other, and would be left for the collector of garbage."""
        for token in self.tokens:
            del token.head
        self.tokens = []
        self.sents = self.ents = ()

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]
