"""Who may write: bearer tokens, each with its rights, from a file that the operator keeps."""

from __future__ import annotations

import hmac
from pathlib import Path
from typing import Final

from flask import current_app, request

from kb.errors import KbError
from server.problems import Problem

RIGHTS: Final = ("update", "graph-store")

Tokens = tuple[tuple[str, frozenset[str]], ...]


class TokenFileError(KbError):
    """A token file cannot be read."""


def read_tokens(path: str | Path) -> Tokens:
    """Tokens with their rights: one a line, `TOKEN update graph-store`; lines with # are comments."""
    tokens = []
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TokenFileError(f"{path}: cannot be read, {error}") from error
    for number, line in enumerate(lines, 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        unknown = set(words[1:]) - set(RIGHTS)
        if unknown or not words[1:]:
            raise TokenFileError(f"{path}, line {number}: write TOKEN and its rights, of {', '.join(RIGHTS)}")
        tokens.append((words[0], frozenset(words[1:])))
    if not tokens:
        raise TokenFileError(f"{path}: there is no token; write one a line, `TOKEN update graph-store`")
    return tuple(tokens)


def require(right: str) -> None:
    """Let the request pass only with a token that has the right."""
    settings = current_app.extensions["kb"].settings
    if not settings.update:
        raise Problem(403, "Forbidden", "this service is read-only; start it with --update to allow changes")
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    rights: frozenset[str] | None = None
    # Every token is compared in full, whatever the others said, so that time tells nothing.
    for token, granted in settings.tokens:
        same = hmac.compare_digest(token.encode("utf-8"), given.strip().encode("utf-8", "surrogateescape"))
        rights = granted if same and scheme.lower() == "bearer" else rights
    if rights is None:
        raise Problem(
            401,
            "Unauthorized",
            "send a valid token: Authorization: Bearer TOKEN",
            headers={"WWW-Authenticate": 'Bearer realm="communique"'},
        )
    if right not in rights:
        raise Problem(403, "Forbidden", f"this token has no right to {right}")
