"""Validation of files, evidence, and shapes; the only importer of pyshacl.

Graphs are validated in parts, so that time and memory grow with the size of the base and not faster. A part
holds what the shapes look at for some facts: their claims, the claims' passages and documents, and the
individuals named. A node that stands in several parts is validated in one of them, and is context in the
others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final, TextIO
from zlib import crc32

import pyshacl
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib.term import Node

from kb import manifest, ontology
from kb.evidence import unverified
from kb.identity import digest
from kb.iris import Iris, curie
from kb.report import VIOLATION, Report, Result
from kb.state import State
from kb.terms import encode, iri, parse_line, triple_line
from kb.workers import mapped

PART: Final = 60
"""Facts per part at least: pySHACL starts in 0.1 s, and from some 300 on each costs more than the last."""

Properties = list[tuple[str, str]]


@dataclass(frozen=True)
class Part:
    """Lines of N-Triples, and the nodes among their subjects that are to be validated."""

    lines: tuple[str, ...]
    focus: frozenset[str]

    @cached_property
    def key(self) -> str:
        """Equal for parts that have the same results."""
        shapes = (ontology.text(name) for name in ("ontology.ttl", "shapes.ttl"))
        return digest(*self.lines, "", *sorted(self.focus), "", *shapes)


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
    with lines_of(directory) as lines:
        results.extend(validate(lines, workers=workers))
    return Report(found.base, tuple(sorted(results, key=str)))


def lines_of(directory: Path) -> TextIO:
    """The lines of N-Quads of a built directory."""
    # newline="\n": the default would also end lines at a carriage return.
    return (directory / "kb.nq").open(encoding="utf-8", newline="\n")


def validate(
    lines: Iterable[str], *, workers: int = 1, remembered: MutableMapping[str, list[Result]] | None = None
) -> list[Result]:
    """What the shapes find wanting in the graphs of these lines of N-Quads, all taken together; sorted.

    `remembered` has the results of parts by their keys: those parts are not validated again. Afterwards it
    has the parts of this time.
    """
    known = {} if remembered is None else dict(remembered)
    found: dict[str, list[Result]] = {}

    def unknown() -> Iterator[Part]:
        for part in Index(lines).parts():
            if part.key in known:
                found[part.key] = known[part.key]
            else:
                yield part

    found.update(mapped(validate_part, unknown(), workers=workers))
    if remembered is not None:
        remembered.clear()
        remembered.update(found)
    return sorted({result for results in found.values() for result in results})


def validate_part(part: Part) -> tuple[str, list[Result]]:
    """The key of `part`, and what the shapes find wanting in the nodes that it is about."""
    graph = Graph()
    graph += ontology.graph()
    graph.parse(data="".join(part.lines), format="ntriples")
    _, report, _ = pyshacl.validate(graph, shacl_graph=_aimed(graph, part.focus), inplace=True)
    found = {_result(report, node) for node in report.subjects(RDF.type, SH.ValidationResult)}
    return part.key, sorted(found, key=str)


def _aimed(graph: Graph, focus: frozenset[str]) -> Graph:
    """The shapes with the nodes of `focus` for targets.

    pySHACL's own option for this also skips the nodes that shapes inside of shapes look at.
    """
    shapes, targets = _shapes()
    aimed = Graph()
    aimed += shapes
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

    messages = sorted(str(message) for message in report.objects(node, SH.resultMessage))
    return Result(
        severity=str(report.value(node, SH.resultSeverity)).rpartition("#")[2],
        focus=value(SH.focusNode) or "",
        path=value(SH.resultPath),
        value=value(SH.value),
        message=" ".join(messages),
        constraint=value(SH.sourceConstraintComponent) or "",
    )


class Index:
    """The triples of a knowledge base by subject, to be cut into parts."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._about: dict[str, Properties] = defaultdict(list)
        self._claims: dict[str, list[str]] = defaultdict(list)
        self._facts: dict[str, list[str]] = defaultdict(list)
        self._covered: set[str] = set()
        states, subject_slots = curie("kb:states"), _annotated("kb:subjectSlot")
        for line in lines:
            (subject, predicate, obj), _ = parse_line(line)
            if subject.startswith(_OWN):
                continue
            self._about[subject].append((predicate, obj))
            if predicate == states:
                self._claims[obj].append(subject)
            elif predicate in subject_slots:
                self._facts[obj].append(subject)

    def parts(self) -> Iterator[Part]:
        """All parts; the short triples of an individual stand in one part with all facts about it."""
        facts: set[str] = set()
        whole: set[str] = set()
        for individual in sorted(self._facts):
            facts.update(self._facts[individual])
            whole.add(individual)
            if len(facts) >= PART and (_ends_part(individual) or len(facts) >= 3 * PART):
                yield self._part(facts | whole, whole)
                facts, whole = set(), set()
        yield self._part(facts | whole, whole)
        rest = sorted(self._about.keys() - self._covered)
        for start in range(0, len(rest), PART):
            yield self._part(set(rest[start : start + PART]), set())

    def _part(self, roots: set[str], whole: set[str]) -> Part:
        """The part around `roots`; the individuals in `whole` come with their short triples."""
        nodes: set[str] = set()
        lines: list[str] = []
        waiting = sorted(roots)
        while waiting:
            node = waiting.pop()
            if node in nodes or node not in self._about:
                continue
            nodes.add(node)
            kept = [pair for pair in self._about[node] if node in whole or pair[0] not in _short()]
            lines.extend(triple_line((node, *pair)) for pair in kept)
            waiting.extend(self._claims.get(node, ()) if node in roots else ())
            waiting.extend(obj for predicate, obj in kept if predicate not in _short())
        focus = frozenset(nodes - self._covered)
        self._covered |= focus
        return Part(tuple(lines), focus)


def _ends_part(individual: str) -> bool:
    """Whether a part may end here: the individual decides, so that a new one moves few borders."""
    return crc32(individual.encode()) % 4 == 0


_OWN: Final = f"<{ontology.NAMESPACE}"
"""How the encoded IRIs of the ontology's terms start: they are known already."""


@cache
def _annotated(name: str) -> frozenset[str]:
    """The encoded objects that the ontology gives the annotation `name`."""
    return frozenset(
        encode(term) for term in ontology.graph().objects(None, ontology.KB[name.partition(":")[2]])
    )


@cache
def _short() -> frozenset[str]:
    """The encoded short properties."""
    found = ontology.graph().subjects(RDFS.subPropertyOf, ontology.KB.directly)
    return frozenset(encode(term) for term in found)
