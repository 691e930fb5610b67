"""What no query or update may do, decided before an evaluator sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.problems import Problem, malformed
from server.settings import Settings
from server.syntax import Token, shape

# The engine's parser and evaluator recurse; they bear ten times this.
MAX_DEPTH: Final = 100


def permit(text: str, settings: Settings, services: Mapping[str, str]) -> str:
    """The text as it may be evaluated; `services` says where those that it may ask are reached.

    Raises Problem for one that may not be evaluated.

    What is refused under SILENT becomes what SPARQL makes of a failure there: nothing.
    """
    if len(text) > settings.max_query:
        raise Problem(
            413,
            "Request too large",
            f"a query may have {settings.max_query} characters, this one has {len(text)}; upload files",
        )
    found = shape(text)
    if found.depth > MAX_DEPTH:
        raise malformed(f"brackets are nested {found.depth} deep; {MAX_DEPTH} are allowed")
    if not found.mentions("SERVICE", "LOAD"):
        return text
    cuts: list[tuple[int, int, str]] = []
    for position, token in enumerate(found.tokens):
        if token.word in ("SERVICE", "LOAD"):
            cuts += _judge(found.tokens[position:], services)
    for start, end, instead in reversed(cuts):
        text = text[:start] + instead + text[end:]
    return text


def _judge(tokens: tuple[Token, ...], services: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """What to replace in the text for one SERVICE or LOAD."""
    keyword = tokens[0]
    silent = len(tokens) > 1 and tokens[1].word == "SILENT"
    target = tokens[1 + silent : 2 + silent]
    name = target[0].text if target else ""
    if keyword.word == "SERVICE" and name[1:-1] in services:
        return [(target[0].start, target[0].start + len(name), f"<{services[name[1:-1]]}>")]
    if not silent:
        raise Problem(403, "Forbidden", f"{keyword.word} {name} is not permitted; {_INSTEAD[keyword.word]}")
    return [(keyword.start, _end(tokens), _NOTHING[keyword.word])]


def _end(tokens: tuple[Token, ...]) -> int:
    """Where a SERVICE pattern or a LOAD operation ends."""
    depth = tokens[0].depth
    for token in tokens:
        if token.depth == depth and token.text == "}":
            return token.start + 1
        if token.depth == depth and token.text == ";":
            return token.start
    return tokens[-1].start + len(tokens[-1].text)


_INSTEAD: Final = {
    "SERVICE": "this endpoint sends no queries to others",
    "LOAD": "upload the file through the graph store",
}
_NOTHING: Final = {"SERVICE": "{}", "LOAD": "INSERT DATA {}"}
