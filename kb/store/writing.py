"""One change of a store: a SPARQL update, or a graph put, merged or deleted."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any, Literal

import pyoxigraph as ox

from kb.errors import QueryError
from kb.store.complaints import malformed
from kb.store.disk import FullDisk, is_full
from kb.store.formats import GRAPHS


@dataclass(frozen=True, slots=True)
class Part:
    """A serialised graph as it was uploaded."""

    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Write:
    """A change: `text` is a SPARQL update; otherwise `parts` go to `graph` (None: the default graph)."""

    kind: Literal["update", "put", "post", "delete"]
    text: str = ""
    base: str | None = None
    graph: str | None = None
    parts: tuple[Part, ...] = ()

    def to_json(self) -> str:
        """One line of JSON."""
        parts = [[part.media_type, base64.b64encode(part.body).decode("ascii")] for part in self.parts]
        record = {
            "kind": self.kind,
            "text": self.text,
            "base": self.base,
            "graph": self.graph,
            "parts": parts,
        }
        return json.dumps(record, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Write:
        """The inverse of `to_json`."""
        record: dict[str, Any] = json.loads(line)
        record["parts"] = tuple(Part(kind, base64.b64decode(body)) for kind, body in record["parts"])
        return cls(**record)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change met: whether the graph existed before."""

    existed: bool = True


class MissingGraph(QueryError):
    """A graph is asked for that the store does not have."""

    def __init__(self, graph: str) -> None:
        super().__init__(f"there is no graph <{graph}>")


def apply(store: ox.Store, write: Write) -> Outcome:
    """Carry out a change; raises KbError, and then the store may hold a part of it: discard that store."""
    try:
        return _applied(store, write)
    except OSError as error:
        if is_full(error):
            raise FullDisk from error
        raise QueryError(f"the change cannot be carried out: {error}; nothing was changed") from error


def _applied(store: ox.Store, write: Write) -> Outcome:
    if write.kind == "update":
        return _update(store, write)
    graph = named(write.graph)
    existed = isinstance(graph, ox.DefaultGraph) or store.contains_named_graph(graph)
    if write.kind == "delete":
        if write.graph is not None and not existed:
            raise MissingGraph(write.graph)
        if isinstance(graph, ox.NamedNode):
            store.remove_graph(graph)
        else:
            store.clear_graph(graph)
        return Outcome(existed)
    quads = [quad for part in write.parts for quad in _quads(part, write.base, graph)]
    if write.kind == "put":
        store.clear_graph(graph)
    if isinstance(graph, ox.NamedNode):
        store.add_graph(graph)
    store.extend(quads)
    return Outcome(existed)


def named(graph: str | None) -> ox.NamedNode | ox.DefaultGraph:
    """The graph of that name; None is the default graph."""
    try:
        return ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
    except ValueError as error:
        raise QueryError(f"graph {graph!r} is not an absolute IRI: {error}") from error


def _update(store: ox.Store, write: Write) -> Outcome:
    try:
        store.update(write.text, base_iri=write.base)
    except SyntaxError as error:
        raise malformed(error, write.text) from error
    except (RuntimeError, ValueError) as error:
        raise QueryError(f"the update cannot be carried out: {error}; nothing was changed") from error
    return Outcome()


def _quads(part: Part, base: str | None, graph: ox.NamedNode | ox.DefaultGraph) -> list[ox.Quad]:
    kind = part.media_type.split(";")[0].strip().lower()
    format = next((f for f in GRAPHS if kind in (f.media_type, *f.aliases)), None)
    if format is None:
        raise QueryError(f"{kind or 'no media type'} is not an RDF format")
    try:
        # Labels of blank nodes are local to a document: unrenamed, those of two uploads would be one node.
        parsed = ox.parse(
            part.body,
            format.engine,
            base_iri=base,
            without_named_graphs=True,
            rename_blank_nodes=True,
        )
        return [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in parsed]
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the {format.name} document is not well formed: {error}") from error
