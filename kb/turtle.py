"""Canonical Turtle and TriG, written while sorted triples stream by: no graph is held in memory.

Terms are ordered by code point, `a` first; IRIs below the base are relative to it. One set of triples has
one spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rdflib import XSD

from kb.ontology import PREFIXES
from kb.terms import A, Triple

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*)")
_RELATIVE = re.compile(r"(?:id|document|graph)/[^/?#.:][^/?#:]*(?:/[^/?#.:][^/?#:]*)*(?:#[^#]*)?")
_BARE = {
    str(XSD.integer): re.compile(r"[+-]?[0-9]+"),
    str(XSD.decimal): re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    str(XSD.boolean): re.compile(r"true|false"),
}


class Turtle:
    """Writes triples as Turtle, and graphs as TriG, with the prefixes of this package."""

    def __init__(self, base: str, prefixes: Mapping[str, str] = PREFIXES) -> None:
        self._base = base
        self._namespaces = {namespace: prefix for prefix, namespace in prefixes.items()}
        self.term = lru_cache(maxsize=1 << 16)(self._spell)

    def header(self) -> Iterator[str]:
        """The base and the prefixes."""
        yield f"@base <{self._base}> .\n"
        for namespace, prefix in self._namespaces.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"

    def body(self, triples: Iterable[Triple], *, indent: str = "") -> Iterator[str]:
        """The statements of `triples`, which come sorted by subject."""
        for subject, found in groupby(triples, key=itemgetter(0)):
            yield f"\n{indent}{self.term(subject)} {self._predicates(found, indent)} .\n"

    def graph(self, name: str, triples: Iterable[Triple]) -> Iterator[str]:
        """The block of TriG for the graph with this encoded IRI."""
        yield f"\n{self.term(name)} {{"
        yield from self.body(triples, indent="    ")
        yield "}\n"

    def document(self, triples: Iterable[Triple]) -> Iterator[str]:
        """A whole file of Turtle."""
        yield from self.header()
        yield from self.body(triples)

    def _predicates(self, triples: Iterable[Triple], indent: str) -> str:
        """All predicates and objects of one subject."""
        ordered = sorted(set(triples), key=lambda triple: (triple[1] != A, triple[1], triple[2]))
        parts = []
        for predicate, found in groupby(ordered, key=itemgetter(1)):
            objects = f" ,\n{indent}        ".join(self.term(triple[2]) for triple in found)
            verb = "a" if predicate == A else self.term(predicate)
            parts.append(f"{verb} {objects}")
        return f" ;\n{indent}    ".join(parts)

    def _spell(self, term: str) -> str:
        """The shortest form that Turtle has for a term of N-Triples."""
        if term.startswith("<"):
            return self._iri(term[1:-1])
        text, mark, datatype = term.rpartition("^^<")
        if not mark or not datatype.endswith(">"):
            return term
        bare = _BARE.get(datatype[:-1])
        if bare is not None and bare.fullmatch(text[1:-1]):
            return text[1:-1]
        return f"{text}^^{self._iri(datatype[:-1])}"

    def _iri(self, value: str) -> str:
        """The IRI with a prefix, else relative to the base, else in full."""
        cut = max(value.rfind("#"), value.rfind("/")) + 1
        prefix = self._namespaces.get(value[:cut])
        if prefix is not None and _LOCAL.fullmatch(value, cut):
            return f"{prefix}:{value[cut:]}"
        rest = value[len(self._base) :]
        if value.startswith(self._base) and _RELATIVE.fullmatch(rest):
            return f"<{rest}>"
        return f"<{value}>"
