"""Validation of files, evidence, and shapes; the only importer of pyshacl.

The store tells which nodes may not conform (`kb.screening`); pySHACL judges those, and what it finds is the
report. A base that conforms so never meets pySHACL, which takes some ten milliseconds a node.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TextIO

import pyshacl
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib.term import Node

from kb import manifest, ontology
from kb.evidence import unverified
from kb.iris import Iris
from kb.report import VIOLATION, Report, Result
from kb.screening import suspects
from kb.state import State
from kb.store import open_store
from kb.terms import encode, iri, parse_line, triple_line
from kb.workers import mapped

PART: Final = 60
"""Nodes validated at once: pySHACL starts in 0.1 s, and from some 300 on each costs more than the last."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of N-Quads, and the nodes among their subjects that are to be validated."""

    lines: tuple[str, ...]
    focus: frozenset[str]


def check(directory: Path, *, workers: int = 1) -> Report:
    """Validate a built directory: its files against the manifest, quotations against documents, shapes."""
    found = manifest.load(directory)
    results = [
        Result(VIOLATION, iri(f"{found.base}download/{name}"), None, None, message)
        for name, message in manifest.differences(directory, found)
    ]
    iris = Iris(found.base)
    texts = {iris.document(document)[1:-1]: text for document, text in State(directory / "state").texts()}
    with lines_of(directory) as lines:
        results.extend(
            Result(VIOLATION, passage, None, None, why) for passage, why in unverified(lines, texts)
        )
    results.extend(validate(directory, workers=workers))
    return Report(found.base, tuple(sorted(results, key=str)))


def lines_of(directory: Path) -> TextIO:
    """The lines of N-Quads of a built directory."""
    # newline="\n": the default would also end lines at a carriage return.
    return (directory / "kb.nq").open(encoding="utf-8", newline="\n")


def validate(directory: Path, *, workers: int = 1) -> list[Result]:
    """What the shapes find wanting in the graphs of a built directory, all taken together; sorted."""
    found = mapped(validate_part, parts(directory), workers=workers)
    return sorted({result for results in found for result in results}, key=str)


def parts(directory: Path) -> Iterator[Part]:
    """The nodes that may not conform, in parts, with what is to be known for judging them."""
    suspected = suspects(open_store(directory))
    about = _lines_about(directory, set().union(*suspected.values()))
    properties = [node for node in sorted(suspected) if node.startswith(_OWN)]
    others = [node for node in sorted(suspected) if not node.startswith(_OWN)]
    # A property is judged by all triples with it: no part may hold one whose facts another part has.
    batches = (others[start : start + PART] for start in range(0, len(others), PART))
    for focus in (*([node] for node in properties), *batches):
        known = sorted(set().union(*(suspected[node] for node in focus)))
        yield Part(tuple(line for node in known for line in about.get(node, ())), frozenset(focus))


def _lines_about(directory: Path, nodes: set[str]) -> Mapping[str, list[str]]:
    """The lines about each of the nodes; the store is not asked for them, as it alters literals."""
    about: dict[str, list[str]] = defaultdict(list)
    if nodes:
        with lines_of(directory) as lines:
            for line in lines:
                subject = line.partition(" ")[0]
                if subject in nodes:
                    about[subject].append(line)
    return about


def validate_part(part: Part) -> list[Result]:
    """What the shapes find wanting in the nodes that `part` is about."""
    graph = Graph()
    graph += ontology.graph()
    triples = (parse_line(line)[0] for line in part.lines)
    graph.parse(data="".join(map(triple_line, triples)), format="ntriples")
    _, report, _ = pyshacl.validate(graph, shacl_graph=_aimed(graph, part.focus), inplace=True)
    return sorted({_result(report, node) for node in report.objects(None, SH.result)}, key=str)


def _aimed(graph: Graph, focus: frozenset[str]) -> Graph:
    """The shapes with the nodes of `focus` for targets.

    pySHACL's own option for this also skips the nodes that shapes inside of shapes look at.
    """
    shapes, targets = _shapes()
    aimed = Graph()
    aimed += shapes
    aimed.remove((None, SH.targetNode, None))
    for shape, node in shapes.subject_objects(SH.targetNode):
        if encode(node) in focus:
            aimed.add((shape, SH.targetNode, node))
    for shape, kind in targets:
        for node in graph.subjects(RDF.type, kind):
            if encode(node) in focus:
                aimed.add((shape, SH.targetNode, node))
    return aimed


@cache
def _shapes() -> tuple[Graph, tuple[tuple[Node, Node], ...]]:
    """The shapes without their target classes; and each shape with each class it targets, subclasses too."""
    shapes = Graph()
    shapes += ontology.shapes()
    shapes.remove((None, SH.targetClass, None))
    targets = (
        (shape, kind)
        for shape, _, top in ontology.shapes().triples((None, SH.targetClass, None))
        for kind in ontology.graph().transitive_subjects(RDFS.subClassOf, top)
        if kind is not None
    )
    return shapes, tuple(targets)


def _result(report: Graph, node: Node) -> Result:
    """One result of pySHACL's report; a blank node of the shapes tells a reader nothing and is left out."""

    def value(predicate: URIRef) -> str | None:
        found = report.value(node, predicate)
        return None if found is None or isinstance(found, BNode) else encode(found)

    constraint = value(SH.sourceConstraintComponent) or ""
    # That a value fails another shape says nothing; what that shape found does.
    speaking = constraint == encode(SH.NodeConstraintComponent) and list(report.objects(node, SH.detail))
    messages = {
        _clear(str(told)) for one in speaking or [node] for told in report.objects(one, SH.resultMessage)
    }
    return Result(
        severity=str(report.value(node, SH.resultSeverity)).rpartition("#")[2],
        focus=value(SH.focusNode) or "",
        path=value(SH.resultPath),
        value=value(SH.value),
        message=" ".join(sorted(messages)),
        constraint=constraint,
    )


def _clear(message: str) -> str:
    """A message as it stands in the shapes; pySHACL's own on counts repeat node and path in full."""
    return next((clear for start, clear in _COUNTS.items() if message.startswith(start)), message)


_COUNTS: Final = {
    "Less than 1 values on ": "A value is missing.",
    "Less than ": "Values are missing.",
    "More than ": "There are more values than there may be.",
}
_OWN: Final = f"<{ontology.NAMESPACE}"
"""How the encoded IRIs of the ontology's terms start."""
