"""What must be known about a SPARQL text before an engine sees it: tokens, form, depth, reach.

Not a parser: the engine judges the grammar. Reading takes linear time for any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

# An unterminated string runs to the end of its line or of the text, so that no text is read twice.
_TOKEN: Final = re.compile(
    r"""
    (?P<space>[\s\ufeff]+|\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"{3}(?>(?:\"{0,2}(?:[^"\\]|\\.))*+)(?:\"{3}|\"{0,2}\Z)
      | '{3}(?>(?:'{0,2}(?:[^'\\]|\\.))*+)(?:'{3}|'{0,2}\Z)
      | "(?:[^"\\\n\r]|\\.)*+(?:"|(?=[\n\r])|\Z|\\)
      | '(?:[^'\\\n\r]|\\.)*+(?:'|(?=[\n\r])|\Z|\\))
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_][\w.\-]*)?:(?:[\w:.\-%]|\\.)*)
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d[\d.]*(?:[eE][+-]?\d+)?)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPEN, _CLOSE = frozenset("{(["), frozenset("})]")
_FORMS: Final = frozenset(("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))
# Functions whose value is another each time: an answer with them is not kept.
_VOLATILE: Final = frozenset(("RAND", "NOW", "UUID", "STRUUID"))


class Token(NamedTuple):
    """A piece of the text: its kind, itself, where it starts, and how many brackets are open there."""

    kind: str
    text: str
    start: int
    depth: int

    @property
    def word(self) -> str:
        """The keyword in capitals, "" if it is none."""
        return self.text.upper() if self.kind == "word" else ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A text seen from outside; `normal` is the text with all white space and comments as one blank."""

    tokens: tuple[Token, ...]
    form: str | None
    normal: str
    depth: int
    volatile: bool

    def words(self) -> frozenset[str]:
        """All keywords."""
        return frozenset(token.word for token in self.tokens)


def scan(text: str) -> Iterator[Token]:
    """All tokens; white space and comments are of kind "space"."""
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "", match[0]
        if kind == "mark" and piece in _CLOSE:
            depth -= 1
        yield Token(kind, piece, match.start(), depth)
        if kind == "mark" and piece in _OPEN:
            depth += 1


@lru_cache(maxsize=512)
def shape(text: str) -> Shape:
    """The shape of a query or update."""
    pieces = list(scan(text))
    tokens = tuple(token for token in pieces if token.kind != "space")
    words = [token.word for token in tokens if token.kind == "word"]
    return Shape(
        tokens=tokens,
        form=next((word.lower() for word in words if word in _FORMS), None),
        normal="".join(" " if token.kind == "space" else token.text for token in pieces).strip(),
        depth=max((token.depth for token in tokens), default=0) + 1,
        volatile=not _VOLATILE.isdisjoint(words),
    )


def capped(text: str, shape: Shape, rows: int) -> tuple[str, str] | None:
    """The query cut to `rows` rows and the query for the row after; None where it asks for fewer itself."""
    if shape.form != "select":
        return (text, text) if shape.form in ("construct", "describe") else None
    tokens = [token for token in shape.tokens if token.depth == 0]
    limit, offset = _number(tokens, "LIMIT"), _number(tokens, "OFFSET")
    if limit is not None and int(limit.text) <= rows:
        return None
    values = max((token.start for token in tokens if token.word == "VALUES"), default=len(text))
    spans = [_span(tokens, number) for number in (limit, offset) if number is not None]
    head, tail = _without(text[:values], spans), text[values:]
    skip = int(offset.text) if offset is not None else 0
    return (
        f"{head}\nLIMIT {rows} OFFSET {skip}\n{tail}",
        f"{head}\nLIMIT 1 OFFSET {skip + rows}\n{tail}",
    )


def _number(tokens: list[Token], keyword: str) -> Token | None:
    """The number after a keyword outside all brackets."""
    for before, token in pairwise(tokens):
        if before.word == keyword and token.kind == "number" and token.text.isdigit():
            return token
    return None


def _span(tokens: list[Token], number: Token) -> tuple[int, int]:
    keyword = tokens[tokens.index(number) - 1]
    return keyword.start, number.start + len(number.text)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return text
