"""The property kb:search: `?x kb:search "words"` binds ?x to all subjects with a text that has the words.

The pattern is replaced by a VALUES clause with what the full-text index finds, so no text is scanned.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kb.errors import QueryError
from kb.ontology import NAMESPACE
from server.syntax import Token, shape

SEARCH: Final = NAMESPACE + "search"

_ESCAPES: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def with_search(text: str, find: Callable[[str], list[str]]) -> str:
    """The query with every kb:search pattern replaced by what `find` gives for its words."""
    tokens = shape(text).tokens
    prefixes = _prefixes(tokens)
    for position in reversed(range(len(tokens))):
        if _expanded(tokens[position], prefixes) == SEARCH:
            text = _replace(text, tokens, position, find)
    return text


def mentions_search(text: str) -> bool:
    """A cheap first look: whether the property can occur at all."""
    return "search" in text


def _prefixes(tokens: tuple[Token, ...]) -> dict[str, str]:
    found = {}
    for keyword, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if keyword.word == "PREFIX" and name.kind == "name" and iri.kind == "iri":
            found[name.text.removesuffix(":")] = iri.text[1:-1]
    return found


def _expanded(token: Token, prefixes: dict[str, str]) -> str:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, colon, local = token.text.partition(":")
    return prefixes[prefix] + local if token.kind == "name" and colon and prefix in prefixes else ""


def _replace(text: str, tokens: tuple[Token, ...], position: int, find: Callable[[str], list[str]]) -> str:
    window = tokens[position - 1 : position + 3]
    if position == 0 or len(window) < 4 or window[0].kind != "variable" or window[2].kind != "string":
        raise QueryError('kb:search is used like this: ?x kb:search "words" .')
    subject, _, words, after = window
    values = " ".join(f"<{iri}>" for iri in find(_string(words.text)))
    clause = f"VALUES {subject.text} {{ {values} }}"
    if after.text == ";":
        return text[: subject.start] + f"{clause} {subject.text} " + text[after.start + 1 :]
    end = after.start + 1 if after.text == "." else after.start
    return text[: subject.start] + clause + text[end:]


def _string(token: str) -> str:
    """The value of a string token."""
    quotes = 3 if token[:3] in ('"""', "'''") else 1
    pieces = token[quotes:-quotes].split("\\\\")
    for escape, character in _ESCAPES.items():
        pieces = [piece.replace("\\" + escape, character) for piece in pieces]
    return "\\".join(piece.replace("\\", "") for piece in pieces)
