"""Queries without a server: `kb query DIR QUERY`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kb.errors import QueryError
from kb.store.complaints import malformed
from kb.store.formats import GRAPHS, RESULTS, Engine, Format
from kb.store.opening import Mode, at_hand, open_store


def query(directory: str | Path, sparql: str, *, name: str | None = None, mode: Mode = "auto") -> bytes:
    """The serialised answer to a query over a built directory; `name` is a format's short name.

    Unless `mode` tells, the data are taken where they are had soonest.
    """
    data = at_hand(directory) if mode == "auto" else open_store(directory, mode=mode)
    try:
        answer = data.query(sparql)
    except SyntaxError as error:
        raise malformed(error, sparql) from error
    except (RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be evaluated: {error}") from error
    if isinstance(answer, ox.QueryTriples):
        return answer.serialize(format=_named(GRAPHS, name).engine) or b""
    return answer.serialize(format=_named(RESULTS, name).engine) or b""


def rows(store: ox.Store, select: str) -> Iterator[tuple[str, ...]]:
    """The solutions of a SELECT query over all graphs taken together; terms are encoded."""
    found = store.query(select, use_default_graph_as_union=True)
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError("only a SELECT query has solutions")
    return (tuple(map(str, solution)) for solution in found)


def _named(formats: tuple[Format[Engine], ...], name: str | None) -> Format[Engine]:
    """The format of that short name, or the first."""
    for format in formats:
        if name in (None, format.name):
            return format
    raise QueryError(f"there is no format {name!r} for this query; use {', '.join(f.name for f in formats)}")
