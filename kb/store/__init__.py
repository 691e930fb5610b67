"""The store: opens, loads and queries a built directory; in kb the only importer of pyoxigraph."""

from kb.store.changes import Changes
from kb.store.complaints import MalformedQuery, malformed
from kb.store.constructing import constructed
from kb.store.formats import GRAPHS, RESULTS, Format
from kb.store.opening import Mode, chosen, generation, load, open_store, rebuild
from kb.store.querying import query, rows
from kb.store.search import Index, open_index
from kb.store.writing import MissingGraph, Outcome, Part, Write, apply, named

__all__ = [
    "GRAPHS",
    "RESULTS",
    "Changes",
    "Format",
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
    "generation",
    "load",
    "malformed",
    "named",
    "open_index",
    "open_store",
    "query",
    "rebuild",
    "rows",
]
