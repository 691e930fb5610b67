"""Exported quads as records by subject, for the formats that are tables or objects rather than triples."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from rdflib import URIRef

from kb.export.selection import Quad
from kb.iris import curie
from kb.link.targets import TARGETS
from kb.ontology import NAMESPACE, notation
from kb.terms import A

Properties = Mapping[str, list[str]]


class Records:
    """The properties of every subject; terms are encoded, `text` and the like decode them."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._about: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for (subject, predicate, obj), _ in quads:
            self._about[subject][predicate].append(obj)

    def typed(self, kind: str) -> Iterator[str]:
        """The subjects of the class kb:`kind`, sorted."""
        wanted = curie(f"kb:{kind}")
        return iter(sorted(s for s, properties in self._about.items() if wanted in properties.get(A, ())))

    def values(self, subject: str, name: str) -> list[str]:
        """The encoded values of a property, given as in "kb:states", sorted."""
        return sorted(self._about[subject].get(curie(name), ())) if subject in self._about else []

    def first(self, subject: str, name: str) -> str | None:
        """The first encoded value of a property."""
        return next(iter(self.values(subject, name)), None)

    def texts(self, subject: str, name: str) -> list[str]:
        """The values of a property for people: labels of individuals, notations of concepts, literals."""
        return [self.text(value) for value in self.values(subject, name)]

    def text(self, term: str) -> str:
        """A term for people."""
        if term.startswith('"'):
            return literal(term)
        if term.startswith(f"<{NAMESPACE}"):
            return notation(URIRef(term[1:-1]))
        label = self.first(term, "rdfs:label") or self.first(term, "dcterms:title")
        return literal(label) if label else term[1:-1]

    def links(self, subject: str) -> dict[str, str]:
        """The identifiers of an individual in other graphs, by graph."""
        found = {}
        for target in self.values(subject, "owl:sameAs"):
            for graph, known in TARGETS.items():
                start, _, end = known.pattern.partition("{}")
                if target[1:].startswith(start):
                    found[graph] = target[1:-1].removeprefix(start).removesuffix(end)
        return found

    @cached_property
    def claims(self) -> Mapping[str, list[str]]:
        """The claims about each fact: affirmed and confident ones first."""
        found: dict[str, list[str]] = defaultdict(list)
        for subject in self._about:
            for fact in self.values(subject, "kb:states"):
                found[fact].append(subject)
        return {fact: sorted(claims, key=self._weight) for fact, claims in found.items()}

    def _weight(self, claim: str) -> tuple[str, str, float, str]:
        polarity, modality = (self.first(claim, name) or "" for name in ("kb:polarity", "kb:modality"))
        confidence = self.first(claim, "kb:confidence")
        return (polarity, modality, -float(literal(confidence)) if confidence else 0.0, claim)

    def quote(self, claim: str) -> str:
        """The quotation that is the evidence of a claim; empty for a claim of the gazetteer."""
        for passage in self.values(claim, "kb:evidence"):
            for selector in self.values(passage, "oa:hasSelector"):
                for exact in self.values(selector, "oa:exact"):
                    return literal(exact)
        return ""


def literal(term: str) -> str:
    """The text of an encoded literal."""
    # The escapes of canonical N-Quads are a part of those of JSON.
    return str(json.loads(term[: term.rindex('"') + 1]))
