"""The property kb:search: `?x kb:search "words"` binds ?x to all subjects with a text that has the words.

The pattern is replaced by a VALUES clause with what the full-text index finds, so no text is scanned.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kb.errors import QueryError
from kb.namespace import NAMESPACE
from server.syntax import Token, shape

SEARCH: Final = NAMESPACE + "search"

_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})|(.))", re.DOTALL)
_ESCAPES: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def with_search(text: str, find: Callable[[str], list[str]]) -> str:
    """The query with every kb:search pattern replaced by what `find` gives for its words."""
    found = shape(text)
    for position in reversed(range(len(found.tokens))):
        if found.expanded(found.tokens[position]) == SEARCH:
            text = _replace(text, found.tokens, position, find)
    return text


def mentions_search(text: str) -> bool:
    """A cheap first look: whether the property can occur at all."""
    return "search" in text


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
    return _ESCAPE.sub(_character, token[quotes:-quotes])


def _character(escape: re.Match[str]) -> str:
    return (
        chr(int(escape[1] or escape[2], 16)) if escape[1] or escape[2] else _ESCAPES.get(escape[3], escape[3])
    )
