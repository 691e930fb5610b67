"""Shapes as SPARQL queries: which nodes pySHACL has to look at.

pySHACL takes some ten milliseconds a node, the store some microseconds. Each shape is translated into one
query for the nodes that do not conform to it, as the SPARQL definitions in SHACL (W3C Recommendation 2017,
section 4) have it. What this translation does not know counts as not conforming: pySHACL has the last word
on all that is found here, so the screen may be too strict but never too lax: but for the datatypes derived
from xsd:integer, which the store takes for xsd:integer itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations, count
from typing import TYPE_CHECKING, Final

from rdflib import RDF, RDFS, SH, XSD, Graph
from rdflib.collection import Collection
from rdflib.term import Node

from kb import ontology
from kb.store import rows
from kb.terms import encode

if TYPE_CHECKING:
    from pyoxigraph import Store

PREFIXES: Final = "".join(
    f"PREFIX {prefix}: <{namespace}>\n"
    for prefix, namespace in (("kb", ontology.NAMESPACE), ("rdfs", str(RDFS)), ("xsd", str(XSD)))
)
SHORT: Final = f"""{PREFIXES}
SELECT ?subject ?short ?object {{ ?short rdfs:subPropertyOf kb:directly . ?subject ?short ?object }}
"""
SUPPORTED: Final = f"""{PREFIXES}
SELECT ?subject ?short ?object {{
    ?giver kb:shortcut ?short .
    ?fact ?slot ?giver ; kb:standing kb:Standing-asserted ; a ?class .
    ?class kb:subjectSlot ?from ; kb:objectSlot ?to .
    ?fact ?from ?subject ; ?to ?object
}}"""
"""The short triples that facts support, all at once: one by one, each visits all facts about its ends."""
_AROUND: Final = f"""{PREFIXES}SELECT DISTINCT ?node {{
    {{ $this ?property ?node FILTER(isIRI(?node)) }} UNION {{ ?node kb:states $this }}
}}"""
"""What paths in the shapes lead to."""
_BEFORE: Final = "SELECT DISTINCT ?node { ?node ?property $this }"
LEXICAL: Final[Mapping[Node, str]] = {
    XSD.date: "COALESCE(xsd:date(STR({0})) = {0}, false)",
    XSD.integer: "COALESCE(xsd:integer(STR({0})) = {0}, false)",
    XSD.decimal: "COALESCE(xsd:decimal(STR({0})) = {0}, false)",
    XSD.boolean: "COALESCE(xsd:boolean(STR({0})) = {0}, false)",
    XSD.gYear: 'REGEX(STR({0}), "^[0-9]{{4}}$")',
    XSD.gYearMonth: 'REGEX(STR({0}), "^[0-9]{{4}}-(0[1-9]|1[0-2])$")',
    XSD.string: "true",
    RDF.langString: "true",
}
"""For each datatype, whether a value is well-formed.

Integers of other datatypes than xsd:integer are not among them: the store makes one of them all.
"""
SILENT: Final = frozenset(
    {RDF.type, SH.message, SH.severity, SH.targetClass, SH.targetNode, SH.path}
    | {SH.qualifiedMinCount, SH.qualifiedMaxCount}
)
"""Properties of shapes that constrain nothing of their own."""


def suspects(store: Store) -> dict[str, set[str]]:
    """The nodes that may not conform, each with the nodes to know for judging it; terms are encoded."""
    found: dict[str, set[str]] = {}
    for query in queries():
        for (node,) in rows(store, query):
            found[node] = {node, *_linked(store, node, _AROUND)}
    for subject, short, _ in set(rows(store, SHORT)).difference(rows(store, SUPPORTED)):
        found.setdefault(short, set()).update((subject, *_linked(store, subject, _BEFORE)))
    return found


def _linked(store: Store, node: str, select: str) -> Iterator[str]:
    return (linked for (linked,) in rows(store, select.replace("$this", node)))


@cache
def queries() -> tuple[str, ...]:
    """For each shape with a target class the query for nodes of that class that do not conform."""
    shapes = ontology.shapes()
    targets = sorted(shapes.subject_objects(SH.targetClass), key=str)
    return tuple(_Translation(shapes).query(shape, target) for shape, target in targets)


class _Translation:
    """One query; its variables are numbered."""

    def __init__(self, shapes: Graph) -> None:
        self._shapes = shapes
        self._numbers = count()
        self._components: Mapping[Node, Callable[[str, Node], str]] = {
            SH.datatype: self._datatype,
            SH["class"]: self._class,
            SH.nodeKind: lambda v, kind: f"isIRI({v})" if kind == SH.IRI else "false",
            SH.minLength: lambda v, least: f"STRLEN(STR({v})) >= {least}",
            SH.minInclusive: lambda v, least: f"COALESCE({v} >= {least}, false)",
            SH.maxInclusive: lambda v, most: f"COALESCE({v} <= {most}, false)",
            SH.pattern: lambda v, pattern: f"REGEX(STR({v}), {encode(pattern)})",
            SH.languageIn: lambda v, tags: f"LANG({v}) IN ({', '.join(map(encode, self._list(tags)))})",
            SH.hasValue: lambda v, value: f"sameTerm({v}, {encode(value)})",
            SH.node: self._conforms,
            SH.property: self._property,
            SH["not"]: lambda v, shape: f"!{self._conforms(v, shape)}",
            SH["or"]: lambda v, shapes: " || ".join(self._all(v, shapes)),
            SH.xone: self._one,
        }

    def query(self, shape: Node, target: Node) -> str:
        """All nodes of the class `target` that do not conform to `shape`."""
        return (
            f"{PREFIXES}SELECT DISTINCT ?this {{ ?this a ?class . {_within('?class', target)} "
            f"FILTER(!COALESCE({self._conforms('?this', shape)}, false)) }}"
        )

    def _conforms(self, v: str, shape: Node) -> str:
        """Whether the node `v` conforms to a node shape."""
        tests = [
            self._component(v, component, value)
            for component, value in sorted(self._shapes.predicate_objects(shape), key=str)
            if component not in SILENT
        ]
        return f"({' && '.join(tests) or 'true'})"

    def _component(self, v: str, component: Node, value: Node) -> str:
        """Whether one value satisfies one constraint component; unknown ones are satisfied by none."""
        known = self._components.get(component)
        return "false" if known is None else f"({known(v, value)})"

    def _property(self, v: str, shape: Node) -> str:
        """Whether the values that a property shape's path leads to from `v` satisfy it."""
        step = self._step(shape)
        tests = [
            self._of_values(v, step, shape, component, value)
            for component, value in sorted(self._shapes.predicate_objects(shape), key=str)
            if component not in SILENT
        ]
        return " && ".join(tests) or "true"

    def _of_values(self, v: str, step: str, shape: Node, component: Node, value: Node) -> str:
        """Whether all values together satisfy one component of a property shape."""
        if component == SH.minCount:
            return self._exist(v, step, int(str(value)))
        if component == SH.maxCount:
            return f"!{self._exist(v, step, int(str(value)) + 1)}"
        if component == SH.hasValue:
            return f"EXISTS {{ {v} {step} {encode(value)} }}"
        if component == SH.qualifiedValueShape:
            return self._qualified(v, step, shape, value)
        one, other = self._fresh(), self._fresh()
        if component == SH.disjoint:
            return f"NOT EXISTS {{ {v} {step} {one} ; {encode(value)} {one} }}"
        if component in (SH.lessThan, SH.lessThanOrEquals):
            than = "<" if component == SH.lessThan else "<="
            pairs = f"{v} {step} {one} ; {encode(value)} {other}"
            return f"NOT EXISTS {{ {pairs} FILTER(!COALESCE({one} {than} {other}, false)) }}"
        if component not in self._components:
            return "false"
        test = self._component(one, component, value)
        return f"NOT EXISTS {{ {v} {step} {one} FILTER(!COALESCE({test}, false)) }}"

    def _qualified(self, v: str, step: str, shape: Node, value: Node) -> str:
        """Whether as many values as told conform to a shape."""
        least = int(str(self._shapes.value(shape, SH.qualifiedMinCount) or 0))
        most = self._shapes.value(shape, SH.qualifiedMaxCount)
        enough = self._exist(v, step, least, value)
        return enough if most is None else f"{enough} && !{self._exist(v, step, int(str(most)) + 1, value)}"

    def _exist(self, v: str, step: str, number: int, shape: Node | None = None) -> str:
        """Whether there are so many different values (which conform to `shape`)."""
        names = [self._fresh() for _ in range(number)]
        differ = [f"!sameTerm({one}, {other})" for one, other in combinations(names, 2)]
        conform = [] if shape is None else [self._conforms(name, shape) for name in names]
        triples = " . ".join(f"{v} {step} {name}" for name in names)
        return f"EXISTS {{ {triples} FILTER({' && '.join(differ + conform) or 'true'}) }}"

    def _step(self, shape: Node) -> str:
        path = self._shapes.value(shape, SH.path)
        inverse = self._shapes.value(path, SH.inversePath)
        return f"^{encode(inverse)}" if inverse is not None else encode(path or SH.path)

    def _datatype(self, v: str, datatype: Node) -> str:
        well_formed = LEXICAL.get(datatype, "false").format(v)
        return f"isLiteral({v}) && DATATYPE({v}) = {encode(datatype)} && {well_formed}"

    def _class(self, v: str, kind: Node) -> str:
        one = self._fresh()
        return f"EXISTS {{ {v} a {one} . {_within(one, kind)} }}"

    def _all(self, v: str, shapes: Node) -> Iterator[str]:
        return (self._conforms(v, shape) for shape in self._list(shapes))

    def _one(self, v: str, shapes: Node) -> str:
        return " + ".join(f"IF({test}, 1, 0)" for test in self._all(v, shapes)) + " = 1"

    def _list(self, head: Node) -> list[Node]:
        return list(Collection(self._shapes, head))

    def _fresh(self) -> str:
        return f"?v{next(self._numbers)}"


def _within(variable: str, kind: Node) -> str:
    """A pattern that binds `variable` to `kind` and its subclasses only."""
    kinds = sorted(encode(one) for one in ontology.graph().transitive_subjects(RDFS.subClassOf, kind) if one)
    return f"VALUES {variable} {{ {' '.join(kinds)} }}"
