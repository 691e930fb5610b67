"""What pySHACL finds wanting in a whole graph: the judge that screen and parts are compared with."""

from __future__ import annotations

from collections.abc import Iterable

import pyshacl
from rdflib import SH, Graph

from kb import ontology
from kb.terms import encode, parse_line, triple_line


def violating(lines: Iterable[str]) -> list[str]:
    """The encoded node of each result for `lines` of N-Quads, sorted; details inside of results are none."""
    graph = Graph()
    graph.parse(data="".join(triple_line(parse_line(line)[0]) for line in lines), format="ntriples")
    _, report, _ = pyshacl.validate(graph, shacl_graph=ontology.shapes(), inplace=True)
    assert isinstance(report, Graph)
    results = report.objects(None, SH.result)
    return sorted(encode(node) for result in results for node in report.objects(result, SH.focusNode))
