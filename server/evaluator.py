"""A query process: takes a query from its socket, evaluates it, sends the serialised answer back.

It has no threads, so that the engine never waits for the interpreter's lock, and may be killed at any moment.
"""

from __future__ import annotations

import itertools
import re
import resource
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kb.errors import KbError
from kb.store import GRAPHS, RESULTS, Index, MissingGraph, malformed, named, open_index
from server.forking import limit_growth
from server.magic import mentions_search, with_search
from server.output import Output, TooLong
from server.problems import told
from server.wire import END, ERROR, QUERY, Wire, pack, unpack

# An evaluator that grew by this much is replaced after its answer: allocators rarely give back.
_RETIRE_AFTER: Final = 64 * 1024
_SLACK: Final = 2
_ADDRESS: Final = re.compile(r"https?://[^\s,;)]+")

_RESULTS: Final = {format.media_type: format.engine for format in RESULTS}
_GRAPHS: Final = {format.media_type: format.engine for format in GRAPHS}


@dataclass(slots=True)
class Data:
    """What queries are answered from: a store, and its full-text index as soon as one query needs it."""

    store: ox.Store
    directory: Path
    generation: str
    index: Index | None = None

    def find(self, words: str) -> list[str]:
        """The subjects with a text that has the words."""
        if self.index is None:
            self.index = open_index(self.store, self.directory, self.generation)
        return self.index.subjects(words)


def serve(sock: socket.socket, data: Data, *, memory: int | None) -> None:
    """Answer queries until the other end closes the socket."""
    wire = Wire(sock)
    limit_growth(memory)
    start = _peak()
    while True:
        try:
            kind, body = wire.receive()
        except EOFError:
            return
        if kind != QUERY:
            return
        request = unpack(body)
        _limit_time(request["timeout"])
        try:
            _answer(wire, data, request, retire=lambda: _peak() - start > _RETIRE_AFTER)
        except (BrokenPipeError, ConnectionResetError):
            return


def _answer(wire: Wire, data: Data, request: dict[str, Any], *, retire: Callable[[], bool]) -> None:
    """Evaluate one request; a failure becomes an ERROR frame. END says what keeping this process costs."""
    try:
        output = _OPERATIONS[request["op"]](wire, data, request)
        output.finish((END, pack(retire=retire(), copied=_copied())))
    except KbError as error:
        wire.send((ERROR, pack(**told(error))))
    except TooLong as error:
        wire.send((ERROR, pack(kind="bytes", detail=str(error))))
    except (RuntimeError, ValueError) as error:
        wire.send((ERROR, pack(kind="query", detail=f"the query cannot be evaluated: {error}")))
    except (BrokenPipeError, ConnectionResetError):
        raise
    except OSError as error:
        # Nothing else in a query reaches out of the process. Where the relay listens is nobody's business.
        reason = _ADDRESS.sub("it", str(error))
        wire.send((ERROR, pack(kind="service", detail=f"the service that the query asks fails: {reason}")))
    except MemoryError:
        wire.send((ERROR, pack(kind="memory", detail="")))


def _evaluate(data: Data, request: dict[str, Any], text: str) -> Any:
    """The engine's answer; its errors as ours."""
    if mentions_search(text):
        text = with_search(text, data.find)
    default, others = request["default"], request["named"]
    try:
        # Giving only one of the two lists would leave all other graphs visible.
        return data.store.query(
            text,
            base_iri=request["base"],
            default_graph=None if default is None else [ox.NamedNode(iri) for iri in default],
            named_graphs=None if others is None else [ox.NamedNode(iri) for iri in others],
        )
    except SyntaxError as error:
        raise malformed(error, text) from error


def _query(wire: Wire, data: Data, request: dict[str, Any]) -> Output:
    answer = _evaluate(data, request, request["text"])
    cap = request["rows"]
    kind = request["results"] if not isinstance(answer, ox.QueryTriples) else request["graphs"]
    output = Output(wire, kind, coding=request["coding"], limit=request["bytes"])
    if cap is not None and not isinstance(answer, ox.QueryBoolean):
        output.cap(cap, lambda: _exceeds(data, request))
    _serialize(answer, output, kind, cap)
    return output


def _serialize(answer: Any, output: Output, kind: str, cap: int | None) -> None:
    if not isinstance(answer, ox.QueryTriples):
        answer.serialize(output.file, _RESULTS[kind])
    elif cap is None:
        answer.serialize(output.file, _GRAPHS[kind])
    else:
        ox.serialize(itertools.islice(answer, cap), output.file, _GRAPHS[kind])


def _exceeds(data: Data, request: dict[str, Any]) -> bool:
    """Whether there is more than the cap lets through."""
    rest = _evaluate(data, request, request["probe"])
    skip = request["rows"] if isinstance(rest, ox.QueryTriples) else 0
    return next(itertools.islice(rest, skip, None), None) is not None


def _dump(wire: Wire, data: Data, request: dict[str, Any]) -> Output:
    """A whole graph, or with `graph` false all of them."""
    output = Output(wire, request["graphs"], coding=request["coding"], limit=None)
    graph = named(request["graph"])
    if isinstance(graph, ox.NamedNode) and not data.store.contains_named_graph(graph):
        raise MissingGraph(graph.value)
    data.store.dump(output.file, _GRAPHS[request["graphs"]], from_graph=graph)
    return output


def _explain(wire: Wire, data: Data, request: dict[str, Any]) -> Output:
    # Imported here because it takes a third of a second, and few queries are explained.
    from server.explain import explain

    output = Output(wire, "application/json", coding=request["coding"], limit=None)
    output.write(explain(request["asked"], lambda: _evaluate(data, request, request["text"])))
    return output


_OPERATIONS: Final[dict[str, Callable[[Wire, Data, dict[str, Any]], Output]]] = {
    "explain": _explain,
    "query": _query,
    "dump": _dump,
}


def _limit_time(seconds: float) -> None:
    """A last resort, should the service die without killing this process: the kernel does it."""
    soft = int(time.process_time() + seconds) + _SLACK
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _copied() -> int:
    """Bytes of this process that are not shared, or a little more: each of its pages began with a fault."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt * resource.getpagesize()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
