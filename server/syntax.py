"""What must be known about a SPARQL text before an engine sees it: tokens, form, depth, reach.

Not a parser: the engine judges the grammar. Reading takes linear time for any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

# An unterminated string runs to the end of its line or of the text, so that no text is read twice.
_STRING: Final = r"""
        \"{3}(?>(?:\"{0,2}(?:[^"\\]|\\.))*+)(?:\"{3}|\"{0,2}\Z)
      | '{3}(?>(?:'{0,2}(?:[^'\\]|\\.))*+)(?:'{3}|'{0,2}\Z)
      | "(?:[^"\\\n\r]|\\.)*+(?:"|(?=[\n\r])|\Z|\\)
      | '(?:[^'\\\n\r]|\\.)*+(?:'|(?=[\n\r])|\Z|\\)
"""
_IRI: Final = r"""<[^<>"{}|^`\\\x00-\x20]*>"""
_SPACE: Final = r"""[\s\ufeff]++|\#[^\n\r]*+"""
_TOKEN: Final = re.compile(
    rf"""
    (?P<space>{_SPACE})
  | (?P<iri>{_IRI})
  | (?P<string>{_STRING})
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_][\w.\-]*)?:(?:[\w:.\-%]|\\.)*)
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d[\d.]*(?:[eE][+-]?\d+)?)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BETWEEN: Final = re.compile(rf"(?P<kept>{_IRI}|{_STRING})|(?:{_SPACE})++", re.VERBOSE | re.DOTALL)
_PROLOGUE: Final = re.compile(
    rf"""
    (?:{_SPACE}|BASE\b(?:{_SPACE})*+{_IRI}|PREFIX\b(?:{_SPACE})*+[^\s:<]*:(?:{_SPACE})*+{_IRI}|VERSION\b(?:{_SPACE})*+(?:{_STRING}))*+
    (SELECT|ASK|CONSTRUCT|DESCRIBE)\b
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_OPEN, _CLOSE = frozenset("{(["), frozenset("})]")
# So few brackets cannot be nested too deep.
_FEW: Final = 100
# What may give another value each time: an answer with it is not kept.
_VOLATILE: Final = re.compile(r"\b(?:RAND|NOW|UUID|STRUUID|SERVICE)\b", re.IGNORECASE)


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


class Shape:
    """A text seen from outside; everything but the text itself is found out when it is wanted."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens."""
        return tuple(scan(self.text))

    @cached_property
    def form(self) -> str | None:
        """select, ask, construct, describe; None for what is no query."""
        found = _PROLOGUE.match(self.text)
        return found[1].lower() if found else None

    @cached_property
    def normal(self) -> str:
        """The text with every stretch of white space and comments outside strings as one blank."""
        return _BETWEEN.sub(_blank, self.text).strip()

    @cached_property
    def depth(self) -> int:
        """How deep brackets are nested; counting them suffices for all but odd texts."""
        if sum(map(self.text.count, _OPEN)) <= _FEW:
            return 0
        return max((token.depth for token in self.tokens), default=0)

    @cached_property
    def volatile(self) -> bool:
        """Whether the answer may be another each time."""
        return _VOLATILE.search(self.text) is not None

    def mentions(self, *keywords: str) -> bool:
        """Whether any of the keywords occurs, be it in a string: a cheap first look."""
        upper = self.text.upper()
        return any(keyword in upper for keyword in keywords)

    def words(self) -> frozenset[str]:
        """All keywords."""
        return frozenset(token.word for token in self.tokens)


def scan(text: str) -> Iterator[Token]:
    """All tokens but white space and comments."""
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "", match[0]
        if kind == "space":
            continue
        if kind == "mark" and piece in _CLOSE:
            depth -= 1
        yield Token(kind, piece, match.start(), depth)
        if kind == "mark" and piece in _OPEN:
            depth += 1


@lru_cache(maxsize=256)
def shape(text: str) -> Shape:
    """The shape of a query or update."""
    return Shape(text)


def form(text: str) -> str | None:
    """The form of a query."""
    return shape(text).form


def _blank(match: re.Match[str]) -> str:
    return match["kept"] or " "


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
