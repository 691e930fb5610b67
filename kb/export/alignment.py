"""Other vocabularies' terms written out, for consumers that do not reason.

What is simply narrower than a foreign term is translated triple by triple; what needs more is made by rules,
ontology/alignments/*.rq, which see asserted facts only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rdflib import RDFS, URIRef

from kb import ontology, store
from kb.export.selection import Quad
from kb.terms import A, Triple, encode, parse_line, quad_line, triple_line


def aligned(quads: list[Quad], *, base: str) -> Iterator[Quad]:
    """`quads` and, in the default graph, all that the alignments make of them."""
    yield from quads
    for triple, _ in quads:
        yield from ((broader, None) for broader in _broader(triple))
    for line in store.constructed(_with_ontology(quads, base), (rule.text for rule in ontology.rules())):
        yield parse_line(line)[0], None


def _broader(triple: Triple) -> Iterator[Triple]:
    """The triple with every foreign class or property that its own is narrower than."""
    subject, predicate, obj = triple
    if predicate == A:
        yield from ((subject, A, broader) for broader in _above(obj))
    else:
        yield from ((subject, broader, obj) for broader in _above(predicate))


@cache
def _above(term: str) -> tuple[str, ...]:
    """The encoded terms of other vocabularies above an encoded one of ours."""
    start = URIRef(term[1:-1])
    graph = ontology.graph() + ontology.alignments()
    found = {
        above
        for relation in (RDFS.subClassOf, RDFS.subPropertyOf)
        for above in graph.transitive_objects(start, relation)
    }
    foreign = (above for above in found if above is not None and above not in ontology.KB and above != start)
    return tuple(sorted(encode(above) for above in foreign))


def _with_ontology(quads: list[Quad], base: str) -> Iterator[str]:
    """The lines of N-Quads of all graphs together with the ontology's."""
    for triple, graph in quads:
        yield triple_line(triple) if graph is None else quad_line(triple, graph)
    name = f"<{ontology.named_graph(base, 'ontology')}>"
    for s, p, o in ontology.graph():
        yield quad_line((encode(s), encode(p), encode(o)), name)
