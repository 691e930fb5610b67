"""Triples that CONSTRUCT queries make out of N-Quads, without a built directory."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kb.errors import QueryError
from kb.store.complaints import malformed


def constructed(lines: Iterable[str], queries: Iterable[str]) -> list[str]:
    """The lines of N-Triples, sorted, that the queries give over all graphs of `lines` (N-Quads) together."""
    store = ox.Store()
    store.bulk_load(input="".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
    found: set[str] = set()
    for query in queries:
        try:
            answer = store.query(query, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise malformed(error, query) from error
        if not isinstance(answer, ox.QueryTriples):
            raise QueryError(
                "a query for an export must be a CONSTRUCT or DESCRIBE; use `kb query` for tables"
            )
        found.update(f"{triple} .\n" for triple in answer)
    return sorted(found)
