"""Who may write: bearer tokens, each with its rights, from a file that the operator keeps."""

from __future__ import annotations

import hmac
from pathlib import Path
from typing import Final

from flask import current_app, request

from kb.errors import KbError
from server.problems import Problem
from server.settings import Settings

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
    rights = granted(settings, request.headers.get("Authorization", ""))
    if rights is None:
        raise Problem(
            401,
            "Unauthorized",
            "send a valid token: Authorization: Bearer TOKEN",
            headers={"WWW-Authenticate": 'Bearer realm="communique"'},
        )
    if right not in rights:
        raise Problem(403, "Forbidden", f"this token has no right to {right}")


def granted(settings: Settings, authorization: str) -> frozenset[str] | None:
    """The rights of the token in an Authorization header; None without a valid one."""
    scheme, _, given = authorization.partition(" ")
    rights: frozenset[str] | None = None
    # Every token is compared in full, whatever the others said, so that time tells nothing.
    for token, its in settings.tokens:
        same = hmac.compare_digest(token.encode("utf-8"), given.strip().encode("utf-8", "surrogateescape"))
        rights = its if same and scheme.lower() == "bearer" else rights
    return rights


def longest_body(settings: Settings, path: str, authorization: str) -> int:
    """How many bytes a request may send; only those who may write graphs have reason to send many."""
    if settings.update and path.startswith("/graph-store"):
        return settings.max_upload if granted(settings, authorization) else settings.max_query
    # A text in a form, where each byte may take three.
    return 3 * settings.max_query
