"""SPARQL 1.1 Protocol: what a request asks for. Knows no web framework, so that any server can use it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple, NoReturn
from urllib.parse import parse_qsl

from kb.store import Write
from server import negotiate
from server.problems import Problem, malformed
from server.query import Query
from server.syntax import KEPT, form
from server.using import with_dataset

QUERY_TYPE: Final = "application/sparql-query"
UPDATE_TYPE: Final = "application/sparql-update"
FORM_TYPE: Final = "application/x-www-form-urlencoded"

_MAX_FIELDS: Final = 1000
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20]*")
_WAIT: Final = re.compile(r"\bwait\s*=\s*(\d+(?:\.\d+)?)")
_CHARSET: Final = re.compile(r"charset\s*=\s*\"?([\w-]+)", re.IGNORECASE)

Fields = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Request:
    """The parts of an HTTP request that the protocol reads; `body` is read only where it is understood."""

    method: str
    query_string: str
    header: Callable[[str], str]
    length: int
    body: Callable[[], bytes]
    address: str


class Asked(NamedTuple):
    """The parts of a request that decide what it asks for."""

    method: str
    query_string: str
    body: bytes
    content_type: str
    accept: str
    accept_encoding: str
    prefer: str
    address: str


def read_query(request: Request, *, limit: int) -> Query | None:
    """The query of a request; None for a GET without one. Who asks the same again is answered from memory."""
    asked = _asked(request, QUERY_TYPE, limit)
    return _kept(asked) if sum(map(len, asked)) <= KEPT else _query(asked)


def read_update(request: Request, *, limit: int, permit: Callable[[str], str]) -> Write:
    """The update of a request, after `permit` has had its say."""
    asked = _asked(request, UPDATE_TYPE, limit)
    text, fields = _operation(asked, "update")
    if "query" in fields:
        raise malformed("a request is either a query or an update; send queries to /sparql")
    if text is None:
        raise malformed(
            "there is no update; send it as the parameter `update` or as application/sparql-update"
        )
    default, named = _iris(fields, "using-graph-uri"), _iris(fields, "using-named-graph-uri")
    return Write("update", text=with_dataset(permit(text), default, named), base=asked.address)


def _asked(request: Request, direct: str, limit: int) -> Asked:
    """The request with its body, if it is one that is understood and not too long."""
    header, content_type = request.header, request.header("Content-Type")
    body = b""
    if request.method == "POST":
        media = _media(content_type)
        if media not in (direct, FORM_TYPE):
            _unsupported(media, direct)
        body = _body(request, limit if media == direct else 3 * limit)
    accept = header("Accept"), header("Accept-Encoding"), header("Prefer")
    return Asked(request.method, request.query_string, body, content_type, *accept, request.address)


def _query(asked: Asked) -> Query | None:
    text, fields = _operation(asked, "query")
    if "update" in fields:
        raise malformed("a request is either a query or an update; send updates to /update")
    if text is None:
        if asked.method == "POST":
            raise malformed(
                "there is no query; send it as the parameter `query` or as application/sparql-query"
            )
        return None
    explain = "explain" in fields
    default, named = _iris(fields, "default-graph-uri"), _iris(fields, "named-graph-uri")
    given = bool(default or named)
    return Query(
        text,
        base=asked.address,
        default=default if given else None,
        named=named if given else None,
        coding=negotiate.coding(asked.accept_encoding),
        timeout=_timeout(asked.prefer, fields),
        explain=explain,
        **({} if explain else _format(text, asked.accept, fields)),
    )


_kept = lru_cache(maxsize=256)(_query)


def _operation(asked: Asked, parameter: str) -> tuple[str | None, Fields]:
    """The text of a query or update and the other fields, by whichever of the three ways it came."""
    fields = _fields(asked.query_string, "the address")
    if asked.method == "POST":
        body = _utf8(asked.body, asked.content_type)
        if _media(asked.content_type) != FORM_TYPE:
            return body, fields
        for name, values in _fields(body, "the form").items():
            fields[name] += values
    texts = fields.pop(parameter, [])
    if len(texts) > 1:
        raise malformed(f"the parameter `{parameter}` is given {len(texts)} times; give it once")
    return (texts[0] if texts else None), fields


def _media(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _unsupported(media: str, direct: str) -> NoReturn:
    raise Problem(
        415,
        "Unsupported media type",
        f"{media or 'a body without Content-Type'} is not understood; send {direct} or {FORM_TYPE}",
        headers={"Accept-Post": f"{direct}, {FORM_TYPE}"},
    )


def _body(request: Request, limit: int) -> bytes:
    if request.length > limit:
        raise Problem(
            413, "Request too large", f"the body may have {limit} bytes, this one has {request.length}"
        )
    return request.body()


def _utf8(body: bytes, content_type: str) -> str:
    charset = _CHARSET.search(content_type)
    if charset and charset[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise Problem(
            415, "Unsupported media type", f"the encoding {charset[1]} is not understood; send UTF-8"
        )
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise malformed(f"the body is not UTF-8: {error}; send UTF-8") from error


def _fields(encoded: str, where: str) -> Fields:
    fields: Fields = defaultdict(list)
    try:
        pairs = parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS)
    except ValueError as error:
        raise malformed(f"{where} is not a list of UTF-8 parameters: {error}") from error
    for name, value in pairs:
        fields[name].append(value)
    return fields


def _format(text: str, accept: str, fields: Fields) -> dict[str, Any]:
    """The media types for an answer to a query of this form."""
    override = next((fields[name][-1] for name in ("format", "output") if name in fields), None)
    kind = form(text)
    if kind is None:
        return {}
    names = ("results", "content_type") if kind in ("select", "ask") else ("graphs", "content_type")
    choose = negotiate.results if kind in ("select", "ask") else negotiate.graphs
    return dict(zip(names, choose(accept, override), strict=True))


def _iris(fields: Fields, name: str) -> tuple[str, ...]:
    for iri in fields.get(name, []):
        if not _IRI.fullmatch(iri):
            raise malformed(f"{name} {iri!r} is not an absolute IRI")
    return tuple(fields.get(name, []))


def _timeout(prefer: str, fields: Fields) -> float | None:
    """The client's own time limit: the parameter `timeout` or the header `Prefer: wait=SECONDS`."""
    wait = _WAIT.search(prefer)
    given = fields.get("timeout", [wait[1]] if wait else [])
    try:
        seconds = float(given[-1]) if given else None
    except ValueError as error:
        raise malformed(f"timeout {given[-1]!r} is not a number of seconds") from error
    if seconds is not None and not 0 < seconds < float("inf"):
        raise malformed("timeout must be more than 0 seconds")
    return seconds
