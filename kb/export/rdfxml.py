"""RDF/XML, one description per subject, written while sorted triples stream by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from rdflib import RDF

from kb.ontology import PREFIXES
from kb.terms import Triple

_LITERAL = re.compile(r'(".*")(?:@([\w-]+)|\^\^<(.*)>)?', re.DOTALL)
_NAME = re.compile(r"[A-Za-z_][\w.-]*$")
# XML 1.0 has no way to write these, not even as references.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_RDF: Final = str(RDF)


def write(triples: Iterable[Triple]) -> Iterator[str]:
    """The document for `triples`, which come sorted by subject."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for prefix, namespace in sorted({**PREFIXES, "rdf": _RDF}.items()):
        yield f"\n    xmlns:{prefix}={quoteattr(namespace)}"
    yield ">\n"
    for subject, found in groupby(triples, key=itemgetter(0)):
        yield f"  <rdf:Description rdf:about={quoteattr(subject[1:-1])}>\n"
        yield from (_property(predicate, obj) for _, predicate, obj in sorted(set(found)))
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _property(predicate: str, obj: str) -> str:
    """The element of one property."""
    name, declaration = _qualified(predicate[1:-1])
    if obj.startswith("<"):
        return f"    <{name}{declaration} rdf:resource={quoteattr(obj[1:-1])}/>\n"
    found = _LITERAL.fullmatch(obj)
    assert found is not None, obj
    text, language, datatype = found.groups()
    attribute = f' xml:lang="{language}"' if language else ""
    attribute += f" rdf:datatype={quoteattr(datatype)}" if datatype else ""
    # The escapes of canonical N-Quads are a part of those of JSON.
    content = escape(_UNWRITABLE.sub("\ufffd", json.loads(text)), {"\r": "&#13;"})
    return f"    <{name}{declaration}{attribute}>{content}</{name}>\n"


def _qualified(predicate: str) -> tuple[str, str]:
    """The element name for a predicate, and the declaration of its prefix where none is known."""
    local = _NAME.search(predicate)
    assert local is not None, f"{predicate} ends with no XML name"
    namespace = predicate[: local.start()]
    for prefix, known in PREFIXES.items():
        if known == namespace:
            return f"{prefix}:{local.group()}", ""
    return f"ns:{local.group()}", f" xmlns:ns={quoteattr(namespace)}"
