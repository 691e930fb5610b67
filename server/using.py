"""The dataset parameters of the update protocol, written into the update as USING clauses."""

from __future__ import annotations

from itertools import pairwise

from server.problems import malformed
from server.syntax import Token, shape


def with_dataset(text: str, default: tuple[str, ...], named: tuple[str, ...]) -> str:
    """The update with USING and USING NAMED clauses in every operation that matches a pattern."""
    if not default and not named:
        return text
    found = shape(text)
    if not found.words().isdisjoint(("USING", "WITH")):
        raise malformed(
            "an update with USING or WITH cannot take using-graph-uri or using-named-graph-uri too"
        )
    clauses = [f"USING <{iri}>" for iri in default] + [f"USING NAMED <{iri}>" for iri in named]
    clause = " ".join(clauses) + " "
    outer = [token for token in found.tokens if token.depth == 0]
    for before, token in reversed(list(pairwise(outer))):
        if token.word == "WHERE":
            text = text[: token.start] + _pattern(text, before, token) + clause + text[token.start :]
    return text


def _pattern(text: str, before: Token, where: Token) -> str:
    """What the short form `DELETE WHERE { … }` leaves out: it takes no USING, its long form does."""
    if before.word != "DELETE":
        return ""
    opened = [token for token in shape(text).tokens if token.start > where.start]
    end = next(token for token in opened[1:] if token.text == "}" and token.depth == 0)
    return text[opened[0].start : end.start + 1] + " "
