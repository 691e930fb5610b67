"""The store: opens, loads and queries a built directory; in kb the only importer of pyoxigraph."""

from kb.store.changes import Changes
from kb.store.complaints import MalformedQuery, malformed
from kb.store.constructing import constructed
from kb.store.disk import FullDisk, derive, discard
from kb.store.formats import GRAPHS, RESULTS, Format
from kb.store.opening import (
    Mode,
    chosen,
    generation,
    index,
    load,
    open_state,
    open_store,
    rebuild,
    refreshed,
    state,
)
from kb.store.querying import query, rows
from kb.store.search import Index, has_index, open_index, prepare_index
from kb.store.writing import MissingGraph, Outcome, Part, Write, apply, named

__all__ = [
    "GRAPHS",
    "RESULTS",
    "Changes",
    "Format",
    "FullDisk",
    "Index",
    "MalformedQuery",
    "MissingGraph",
    "Mode",
    "Outcome",
    "Part",
    "Write",
    "apply",
    "chosen",
    "constructed",
    "derive",
    "discard",
    "generation",
    "has_index",
    "index",
    "load",
    "malformed",
    "named",
    "open_index",
    "open_state",
    "open_store",
    "prepare_index",
    "query",
    "rebuild",
    "refreshed",
    "rows",
    "state",
]
