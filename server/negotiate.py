"""Which format an answer has: content negotiation after RFC 9110, and the overrides that clients use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from kb.store import GRAPHS, RESULTS, Format
from server.problems import Problem, malformed

_RANGE: Final = re.compile(r"^\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*$")
_QUALITY: Final = re.compile(r"^\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*$", re.IGNORECASE)

# No client means more than that; what comes after is not looked at.
_READ: Final = 1 << 12


def best(accept: str, offers: tuple[str, ...]) -> str | None:
    """The offer that the client likes best, None if it takes none; the first offer if it does not care."""
    return _best(accept[:_READ], offers)


@lru_cache(maxsize=512)
def _best(accept: str, offers: tuple[str, ...]) -> str | None:
    ranges = list(_ranges(accept))
    if not ranges:
        return offers[0]
    scored = [(_score(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    (quality, _), _, offer = max(scored)
    return offer if quality > 0 else None


def _ranges(accept: str) -> list[tuple[str, str, float]]:
    """The media ranges with their quality, without those that are not well formed."""
    found = []
    for element in accept.split(","):
        media, *parameters = element.split(";")
        match = _RANGE.match(media)
        if match is None:
            continue
        quality = next((float(q[1]) for p in parameters if (q := _QUALITY.match(p))), 1.0)
        found.append((match[1].lower(), match[2].lower(), quality))
    return found


def _score(offer: str, ranges: list[tuple[str, str, float]]) -> tuple[float, float]:
    """Quality by the most specific range that matches, then how early the client named it exactly."""
    main, _, sub = offer.partition("/")
    fitting = [
        ((range_main != "*") + (range_sub != "*"), -place, quality)
        for place, (range_main, range_sub, quality) in enumerate(ranges)
        if range_main in ("*", main) and range_sub in ("*", sub)
    ]
    if not fitting:
        return 0.0, 0.0
    specific, place, quality = max(fitting)
    return quality, place if specific == 2 else -len(ranges)


def results(accept: str, override: str | None) -> tuple[str, str]:
    """The media type of rows or a truth value, and the Content-Type to send it as."""
    return _choose(RESULTS, accept, override)


def graphs(accept: str, override: str | None) -> tuple[str, str]:
    """The media type of a graph, and the Content-Type to send it as."""
    return _choose(GRAPHS, accept, override)


def _choose(formats: Sequence[Format[Any]], accept: str, override: str | None) -> tuple[str, str]:
    if override:
        named = _named(formats, override)
        return named.media_type, named.content_type
    offers = _offers(tuple(formats))
    media = best(accept, tuple(offers))
    if media is None:
        raise Problem(
            406,
            "Not acceptable",
            f"Accept allows nothing that is offered: {', '.join(format.media_type for format in formats)}",
            offered=[format.media_type for format in formats],
        )
    format = offers[media]
    # A client that asks for application/json wants to read that name in the answer.
    return format.media_type, format.content_type if media == format.media_type else _as_text(media)


def _as_text(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


@lru_cache(maxsize=8)
def _offers(formats: tuple[Format[Any], ...]) -> dict[str, Format[Any]]:
    """Every media type that may be asked for; the proper ones before the aliases."""
    proper = {format.media_type: format for format in formats}
    return proper | {alias: f for f in formats for alias in f.aliases if alias not in proper}


def _named(formats: Sequence[Format[Any]], override: str) -> Format[Any]:
    wanted = override.strip().lower()
    for format in formats:
        if wanted in (format.name, *_SHORT.get(format.name, ()), format.media_type, *format.aliases):
            return format
    raise malformed(
        f"the format {override!r} is not offered for this; use {', '.join(f.name for f in formats)}",
        offered=[format.name for format in formats],
    )


_SHORT: Final = {
    "json": ("srj", "sparql-json"),
    "xml": ("srx",),
    "turtle": ("ttl",),
    "ntriples": ("nt", "n-triples"),
    "jsonld": ("json-ld", "json"),
    "rdfxml": ("rdf", "xml", "rdf/xml"),
    "nquads": ("nq", "n-quads"),
}
"""Other short names that clients use."""


_CODINGS: Final = {"zstd": "zstd", "gzip": "gzip", "x-gzip": "gzip"}
"""What answers can be compressed with, by the names that clients give it; the quicker first."""


def coding(accept_encoding: str) -> str:
    """The content coding that the client likes best, "" if it names none."""
    liked: dict[str, float] = {}
    for element in accept_encoding[:_READ].lower().split(","):
        name, *parameters = element.split(";")
        known = _CODINGS.get(name.strip(), "")
        liked[known] = next((float(q[1]) for p in parameters if (q := _QUALITY.match(p))), 1.0)
    first = max(_CODINGS.values(), key=lambda name: liked.get(name, 0.0))
    return first if liked.get(first) else ""
