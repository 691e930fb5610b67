"""JSON-LD, compacted with ontology/context.jsonld while sorted quads stream by: one node object per line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from rdflib import XSD

from kb import ontology
from kb.terms import A, Triple

_LITERAL = re.compile(r'(".*")(?:@([\w-]+)|\^\^<(.*)>)?', re.DOTALL)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})")
_NATIVE: Final = {str(XSD.boolean): re.compile("true|false"), str(XSD.integer): _INTEGER}
"""Datatypes that JSON has too, and the spellings of them that survive."""


class Compact:
    """Compacts terms with the context; `base` is what relative IRIs are relative to."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._context: dict[str, Any] = json.loads(ontology.text("context.jsonld"))["@context"]
        self._prefixes = {iri: name for name, iri in self._context.items() if _is_namespace(name, iri)}
        self._terms = {
            self._expanded(entry["@id"]): (name, entry)
            for name, entry in self._context.items()
            if isinstance(entry, Mapping)
        }

    def document(self, graphs: Iterable[tuple[str | None, Iterable[Triple]]]) -> Iterator[str]:
        """The document for graphs, whose triples come sorted by subject."""
        context = {**self._context, "@base": self._base}
        yield f'{{"@context": {json.dumps(context, ensure_ascii=False)},\n"@graph": ['
        separator = "\n"
        for name, triples in graphs:
            nodes = self._nodes(triples)
            for text in nodes if name is None else self._named(name, nodes):
                yield separator + text
                separator = ",\n"
        yield "\n]}\n"

    def _named(self, name: str, nodes: Iterable[str]) -> Iterator[str]:
        """One node object that holds the graph called `name`."""
        inner = ",\n  ".join(nodes)
        yield f'{{"id": {json.dumps(self._relative(name[1:-1]))}, "@graph": [\n  {inner}\n]}}'

    def _nodes(self, triples: Iterable[Triple]) -> Iterator[str]:
        for subject, found in groupby(triples, key=itemgetter(0)):
            node: dict[str, Any] = {"id": self._relative(subject[1:-1])}
            for predicate, same in groupby(sorted(set(found), key=_type_first), key=itemgetter(1)):
                name, entry = self._term(predicate)
                values = [self._value(triple[2], entry) for triple in same]
                is_set = len(values) > 1 or entry.get("@container") == "@set"
                node[name] = values if is_set else values[0]
            yield json.dumps(node, ensure_ascii=False)

    def _term(self, predicate: str) -> tuple[str, Mapping[str, Any]]:
        """The key for a predicate, and how the context says its values are written."""
        if predicate == A:
            return "type", {"@type": "@vocab"}
        return self._terms.get(predicate[1:-1]) or (self._short(predicate[1:-1]), {})

    def _value(self, obj: str, entry: Mapping[str, Any]) -> Any:
        """A value in the shortest form that the context allows."""
        if obj.startswith("<"):
            return self._reference(obj[1:-1], str(entry.get("@type")))
        found = _LITERAL.fullmatch(obj)
        assert found is not None, obj
        # The escapes of canonical N-Quads are a part of those of JSON.
        text, language, datatype = json.loads(found[1]), found[2], found[3]
        if language:
            return text if entry.get("@language") == language else {"@language": language, "@value": text}
        if datatype is None:
            return text if not entry.keys() & {"@type", "@language"} else {"@value": text}
        if self._expanded(str(entry.get("@type"))) == datatype:
            return text
        if "@type" not in entry and datatype in _NATIVE and _NATIVE[datatype].fullmatch(text):
            return json.loads(text)
        return {"@type": self._short(datatype), "@value": text}

    def _reference(self, iri: str, coercion: str) -> Any:
        if coercion == "@vocab":
            return self._short(iri)
        return self._relative(iri) if coercion == "@id" else {"id": self._relative(iri)}

    def _relative(self, iri: str) -> str:
        """An IRI below the base without it; others with their prefix or in full."""
        rest = iri.removeprefix(self._base)
        return rest if rest != iri and _SAFE.fullmatch(rest) else self._prefixed(iri)

    def _short(self, iri: str) -> str:
        """An IRI as the context's vocabulary and prefixes shorten it."""
        rest = iri.removeprefix(ontology.NAMESPACE)
        if rest != iri and rest and rest not in self._context and ":" not in rest:
            return rest
        return self._prefixed(iri)

    def _prefixed(self, iri: str) -> str:
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._prefixes.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix and not iri[cut:].startswith("//") else iri

    def _expanded(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        namespace = self._context.get(prefix)
        return f"{namespace}{local}" if colon and isinstance(namespace, str) else name


_SAFE: Final = re.compile(r"(?:id|document|graph)/[^/?#.:][^/?#:]*(?:/[^/?#.:][^/?#:]*)*(?:#[^#]*)?")
"""IRIs that are resolved to themselves again: without dots that a reader would take away."""


def _is_namespace(name: str, value: object) -> bool:
    return not name.startswith("@") and isinstance(value, str) and value.startswith("http")


def _type_first(triple: Triple) -> tuple[bool, Triple]:
    return triple[1] != A, triple
