"""RDF terms as canonical N-Triples writes them: plain strings, so that millions of triples stay cheap.

The escapes are those of canonical N-Quads (https://www.w3.org/TR/rdf-canon/#canonical-quads): with no blank
nodes in the data, sorted lines are the canonical form itself.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote

from rdflib import RDF, XSD, Literal
from rdflib.term import Node

Triple = tuple[str, str, str]

_ESCAPES = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f]')
_FORBIDDEN = re.compile(
    # Everything but what RFC 3987 allows and is no sort of space, and a percent sign that encodes nothing.
    r"[\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000]|[^!#-;=?-Z_a-z~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd]"
    r"|%(?![0-9A-Fa-f]{2})"
)
_QUAD = re.compile(
    r'(<[^>]*>) (<[^>]*>) (<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?)(?: (<[^>]*>))? \.'
)
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_DATES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


@lru_cache(maxsize=1 << 16)
def iri(value: str) -> str:
    """The IRI `value`; characters that no IRI may hold are percent-encoded."""
    start, mark, fragment = value.partition("#")
    allowed = start + mark + fragment.replace("#", "%23")
    return f"<{_FORBIDDEN.sub(lambda found: quote(found.group(), safe=''), allowed)}>"


def segment(value: str) -> str:
    """`value` as one segment of an IRI's path, whatever it holds."""
    return quote(value, safe="") if value.strip(".") else value.replace(".", "%2E")


def literal(value: str, *, datatype: str | None = None, language: str | None = None) -> str:
    """A literal; without datatype and language it is a string."""
    text = f'"{_ESCAPED.sub(_escape, value)}"'
    if language:
        return f"{text}@{language}"
    return f"{text}^^<{datatype}>" if datatype and datatype != str(XSD.string) else text


def english(value: str) -> str:
    """A literal in English."""
    return literal(value, language="en")


def integer(value: int) -> str:
    """A number of things."""
    return literal(str(value), datatype=str(XSD.integer))


def decimal(value: float) -> str:
    """A number between 0 and 1, to four digits, with as many decimals as it needs and at least one."""
    digits = f"{Decimal(str(round(value, 4))):f}"
    return literal(digits if "." in digits else f"{digits}.0", datatype=str(XSD.decimal))


def boolean(value: bool) -> str:
    """True or false."""
    return literal("true" if value else "false", datatype=str(XSD.boolean))


@lru_cache(maxsize=1 << 12)
def date(value: str) -> str:
    """An ISO 8601 date cut to year, month or day, with the datatype of its precision.

    What is no such date becomes a string, which validation reports.
    """
    return literal(value, datatype=str(_DATES[len(value)]) if is_date(value) else None)


def is_date(value: str) -> bool:
    """Whether `value` is an ISO 8601 date, perhaps cut to year or month."""
    if _DATE.fullmatch(value) is None:
        return False
    try:
        datetime.date.fromisoformat(f"{value}-01-01"[:10] if len(value) == 4 else f"{value}-01"[:10])
    except ValueError:
        return False
    return True


def encode(node: Node) -> str:
    """A term of rdflib; blank nodes have no place in the knowledge base."""
    if isinstance(node, Literal):
        # str: an rdflib term never equals a string.
        datatype = None if node.datatype is None else str(node.datatype)
        return literal(str(node), datatype=datatype, language=node.language)
    return iri(str(node))


def triple_line(triple: Triple) -> str:
    """The line of N-Triples for `triple`."""
    return f"{triple[0]} {triple[1]} {triple[2]} .\n"


def quad_line(triple: Triple, graph: str) -> str:
    """The line of N-Quads for `triple` in the graph with this encoded IRI."""
    return f"{triple[0]} {triple[1]} {triple[2]} {graph} .\n"


def parse_line(line: str) -> tuple[Triple, str | None]:
    """The triple and the encoded graph, None for the default graph, of a line of canonical N-Quads."""
    found = _QUAD.match(line)
    if found is None:
        raise ValueError(f"not a line of canonical N-Quads without blank nodes: {line[:200]!r}")
    subject, predicate, obj, graph = found.groups()
    return (subject, predicate, obj), graph


A = iri(str(RDF.type))


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
