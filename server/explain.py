"""What the service knows about how a query is evaluated: its algebra, and where the time goes.

The engine discloses neither its plan nor its join order, so the algebra is that of the SPARQL specification.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any, Final

import pyoxigraph as ox
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

_PATIENCE: Final = 3


def explain(text: str, evaluate: Callable[[], Any]) -> bytes:
    """A JSON document about one evaluation of a query."""
    began = time.perf_counter()
    answer = evaluate()
    parsed = time.perf_counter()
    first, count = _consume(answer)
    ended = time.perf_counter()
    document = {
        "query": text,
        "engine": f"Oxigraph {ox.__version__}",
        "form": type(answer).__name__.removeprefix("Query").lower(),
        "seconds": {
            "parse and plan": round(parsed - began, 6),
            "first row": round(first - began, 6),
            "all rows": round(ended - began, 6),
        },
        "rows": count,
        "algebra": _algebra(text),
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _consume(answer: Any) -> tuple[float, int]:
    """When the first row was there, and how many there are."""
    if isinstance(answer, ox.QueryBoolean):
        return time.perf_counter(), 1
    count, first = 0, 0.0
    for _ in answer:
        count += 1
        first = first or time.perf_counter()
    return first or time.perf_counter(), count


def _algebra(text: str) -> list[str] | None:
    """The query as SPARQL algebra, one operator a line; None where another parser does not follow.

    In a process of its own: that parser may fail in any way, or take too long.
    """
    there, here = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            signal.alarm(_PATIENCE)
            lines = json.dumps(list(_lines(translateQuery(parseQuery(text)).algebra, 0)))
            with open(here, "w", encoding="ascii") as out:
                out.write(lines)
        finally:
            os._exit(0)
    os.close(here)
    with open(there, encoding="ascii") as told:
        lines = told.read()
    os.waitpid(pid, 0)
    return json.loads(lines) if lines else None


def _lines(node: CompValue, depth: int) -> Iterator[str]:
    plain = {key: value for key, value in node.items() if not _nested(value) and not key.startswith("_")}
    own = ", ".join(f"{key}={_short(value)}" for key, value in sorted(plain.items()) if key in _SHOWN)
    yield "  " * depth + node.name + (f" ({own})" if own else "")
    for value in node.values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, CompValue):
                yield from _lines(child, depth + 1)


_SHOWN = frozenset(("triples", "PV", "var", "start", "length", "lazy"))


def _nested(value: Any) -> bool:
    return isinstance(value, CompValue) or (isinstance(value, list) and any(map(_nested, value)))


def _short(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "[" + " ".join(map(_short, value)) + "]"
    return value.n3() if hasattr(value, "n3") else str(value)
