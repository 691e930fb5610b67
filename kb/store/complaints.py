"""The engine's complaints about a query, turned into messages with position and remedy."""

from __future__ import annotations

import re
from typing import Final

from kb.errors import QueryError

_POSITION: Final = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)
# The engine lists alternatives, many of them character classes: only keywords and marks help a reader.
_KEYWORD: Final = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]+)*|\W{1,2}")
# A missing prefix is reported at the token after the name.
_PREFIXED: Final = re.compile(r"([^\s<>\"{}|^`\\:?$();,.]*:)[^\s<>{}();,]*\s*$")


class MalformedQuery(QueryError):
    """A query or update is not SPARQL 1.1; says at which line and column, and what to do."""

    def __init__(self, message: str, *, line: int = 1, column: int = 1, hint: str = "") -> None:
        super().__init__(f"line {line}, column {column}: {message}" + (f" ({hint})" if hint else ""))
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint


def malformed(error: SyntaxError, text: str) -> MalformedQuery:
    """The engine's complaint about a query, with position, what was found there, and a remedy."""
    found = _POSITION.search(str(error))
    if found is None:
        return MalformedQuery(str(error), hint="compare with https://www.w3.org/TR/sparql11-query/")
    line, column, expected = int(found[1]), int(found[2]), found[3]
    rest = _rest(text, line, column)
    what = f"unexpected {rest.split(maxsplit=1)[0][:40]}" if rest.strip() else "the text is not complete here"
    if "Prefix not found" in expected:
        name = _PREFIXED.search(text[: len(text) - len(rest)])
        prefix = name[1] if name else "…:"
        return MalformedQuery(
            f"the prefix {prefix} is not declared",
            line=line,
            column=column,
            hint=f"add PREFIX {prefix} <…> at the start",
        )
    words = [word for word in expected.split(", ") if _KEYWORD.fullmatch(word)]
    hint = (
        f"one of these could stand here: {', '.join(words)}"
        if words
        else "check the brackets and full stops before it"
    )
    return MalformedQuery(what, line=line, column=column, hint=hint)


def _rest(text: str, line: int, column: int) -> str:
    """The text from a position on (lines and columns count from 1)."""
    lines = text.split("\n")[line - 1 :]
    return "\n".join(lines)[column - 1 :]
