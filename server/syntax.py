"""What must be known about a SPARQL text before an engine sees it: tokens, form, depth, reach.

Not a parser: the engine judges the grammar. Reading takes linear time for any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from urllib.parse import urljoin

# An unterminated string runs to the end of its line or of the text, so that no text is read twice.
_STRING: Final = r"""
        \"{3}(?>(?:\"{0,2}(?:[^"\\]|\\.))*+)(?:\"{3}|\"{0,2}\Z)
      | '{3}(?>(?:'{0,2}(?:[^'\\]|\\.))*+)(?:'{3}|'{0,2}\Z)
      | "(?:[^"\\\n\r]|\\.)*+(?:"|(?=[\n\r])|\Z|\\)
      | '(?:[^'\\\n\r]|\\.)*+(?:'|(?=[\n\r])|\Z|\\)
"""
_IRI: Final = r"""<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+>"""
_SPACE: Final = r"""[\s\ufeff]++|\#[^\n\r]*+"""
_TOKEN: Final = re.compile(
    rf"""
    (?P<space>{_SPACE})
  | (?P<iri>{_IRI})
  | (?P<string>{_STRING})
  | (?P<variable>[?$]\w+)
  | (?P<name>_:\w[\w.\-]*|(?:[^\W\d_][\w.\-]*)?:(?:(?:[\w:%]|\\.)(?:[\w:.\-%]|\\.)*+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d[\d.]*(?:[eE][+-]?\d+)?)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BETWEEN: Final = re.compile(rf"(?P<kept>{_IRI}|{_STRING}|\\.)|(?:{_SPACE})++", re.VERBOSE | re.DOTALL)
_PROLOGUE: Final = re.compile(
    rf"""
    (?:{_SPACE}|BASE\b(?:{_SPACE})*+{_IRI}|PREFIX\b(?:{_SPACE})*+[^\s:<]*:(?:{_SPACE})*+{_IRI}|VERSION\b(?:{_SPACE})*+(?:{_STRING}))*+
    (SELECT|ASK|CONSTRUCT|DESCRIBE)\b
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_OPEN, _CLOSE = frozenset("{(["), frozenset("})]")
# All that holds no brackets in one match.
_BRACKET: Final = re.compile(
    rf"""(?:[^"'<\#\\(){{}}\[\]]|{_IRI}|{_STRING}|{_SPACE}|\\.)++|.""", re.VERBOSE | re.DOTALL
)
# What is known of longer texts is not kept: it may take a hundred times their size.
KEPT: Final = 1 << 13
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

    @property
    def end(self) -> int:
        """Where what follows starts."""
        return self.start + len(self.text)


class Shape:
    """A text seen from outside; everything but the text itself is found out when it is wanted."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens but white space and comments."""
        return tuple(token for token in scan(self.text) if token.kind != "space")

    @cached_property
    def form(self) -> str | None:
        """select, ask, construct, describe; None for what is no query."""
        found = _PROLOGUE.match(self.text)
        return found[1].lower() if found else None

    @cached_property
    def normal(self) -> str:
        """The text with every stretch of white space and comments outside strings as one blank."""
        return _BETWEEN.sub(_blank, self.text).strip()

    def nests(self, deepest: int) -> bool:
        """Whether brackets are nested deeper; looks no further than it must."""
        if sum(map(self.text.count, _OPEN)) <= deepest:
            return False
        depth = 0
        for match in _BRACKET.finditer(self.text):
            depth += 1 if match[0] in _OPEN else -1 if match[0] in _CLOSE else 0
            if depth > deepest:
                return True
        return False

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The namespace of each prefix that the text declares."""
        return {
            name.text.removesuffix(":"): iri.text[1:-1]
            for keyword, name, iri in zip(self.tokens, self.tokens[1:], self.tokens[2:], strict=False)
            if keyword.word == "PREFIX" and name.kind == "name" and iri.kind == "iri"
        }

    @cached_property
    def base(self) -> str:
        """The IRI that the text declares last for resolving others; "" without one."""
        pairs = reversed(list(pairwise(self.tokens)))
        return next((iri.text[1:-1] for base, iri in pairs if base.word == "BASE" and iri.kind == "iri"), "")

    def expanded(self, token: Token) -> str:
        """The IRI that a token stands for, "" if it stands for none."""
        if token.kind == "iri":
            return _resolved(self.base, token.text[1:-1])
        prefix, colon, local = token.text.partition(":")
        known = token.kind == "name" and colon and prefix in self.prefixes
        return _resolved(self.base, self.prefixes[prefix] + local) if known else ""

    @cached_property
    def volatile(self) -> bool:
        """Whether the answer may be another each time."""
        return _VOLATILE.search(self.text) is not None

    def words(self) -> frozenset[str]:
        """All keywords."""
        return frozenset(token.word for token in self.tokens)


def _resolved(base: str, iri: str) -> str:
    try:
        return urljoin(base, iri)
    except ValueError:
        return ""


def scan(text: str) -> Iterator[Token]:
    """All tokens, white space and comments among them."""
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "", match[0]
        if kind == "mark" and piece in _CLOSE:
            depth -= 1
        yield Token(kind, piece, match.start(), depth)
        if kind == "mark" and piece in _OPEN:
            depth += 1


def shape(text: str) -> Shape:
    """The shape of a query or update; that of a short one, which is looked at often, is kept."""
    return _kept(text) if len(text) <= KEPT else Shape(text)


@lru_cache(maxsize=128)
def _kept(text: str) -> Shape:
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
    return keyword.start, number.end


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return text
