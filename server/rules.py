"""What no query or update may do, decided before an evaluator sees it."""

from __future__ import annotations

from typing import Final

from server.problems import Problem, malformed
from server.settings import Settings
from server.syntax import Shape, services, shape

# The engine's parser and evaluator recurse; this much they bear, and no query written for a purpose needs it.
MAX_DEPTH: Final = 100


def permit(text: str, settings: Settings) -> Shape:
    """The shape of a permitted text; raises Problem for any other."""
    if len(text) > settings.max_query:
        raise Problem(
            413,
            "Request too large",
            f"a query may have {settings.max_query} characters, this one has {len(text)}; upload files",
        )
    found = shape(text)
    if found.depth > MAX_DEPTH:
        raise malformed(f"brackets are nested {found.depth} deep; {MAX_DEPTH} are allowed")
    for service in services(found):
        if service not in settings.services:
            where = "a variable" if service is None else f"<{service}>"
            raise Problem(
                403,
                "Forbidden",
                f"SERVICE {where} is not permitted; this endpoint sends no queries to others",
            )
    if "LOAD" in found.words():
        raise Problem(
            403, "Forbidden", "LOAD is not permitted; upload the file through the graph store instead"
        )
    return found
