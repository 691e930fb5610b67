"""The screen lets through what conforms, and holds back all that pySHACL finds wanting."""

import re
from pathlib import Path

import pyshacl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import SH, Graph

from kb import ontology
from kb.screening import suspects
from kb.store import load
from kb.terms import encode, parse_line, triple_line
from kb.validate import lines_of
from tests.export.base import built

TERM = re.compile(r"<[^>]*>|\"(?:[^\"\\]|\\.)*\"(?:@[\w-]+|\^\^<[^>]*>)?")


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    with lines_of(built(tmp_path_factory.mktemp("kb"))) as found:
        return list(found)


def suspected(folder: Path, lines: list[str]) -> set[str]:
    (folder / "kb.nq").write_text("".join(lines), encoding="utf-8", newline="\n")
    return set(suspects(load(folder)))


def violating(lines: list[str]) -> set[str]:
    """The nodes that pySHACL finds wanting in the whole graph."""
    graph = Graph()
    graph.parse(data="".join(triple_line(parse_line(line)[0]) for line in lines), format="ntriples")
    _, report, _ = pyshacl.validate(graph, shacl_graph=ontology.shapes())
    assert isinstance(report, Graph)
    return {encode(node) for node in report.objects(None, SH.focusNode)}


def test_what_conforms_passes(lines: list[str], tmp_path: Path) -> None:
    assert suspected(tmp_path, lines) == set()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_nothing_that_violates_passes(lines: list[str], tmp_path: Path, data: st.DataObject) -> None:
    """Lines are dropped, and terms exchanged with others of the base or of no base at all."""
    own = [number for number, line in enumerate(lines) if not line.startswith(f"<{ontology.NAMESPACE}")]
    strange = [
        '""',
        '"x"',
        '"2024-13-45"^^<http://www.w3.org/2001/XMLSchema#date>',
        '"Ja"@de',
        '"7"^^<urn:x>',
    ]
    terms = sorted({term for number in own for term in TERM.findall(lines[number])}) + strange
    broken = list(lines)
    for number in data.draw(st.lists(st.sampled_from(own), min_size=1, max_size=6)):
        obj = parse_line(lines[number])[0][2]
        new = data.draw(st.one_of(st.none(), st.sampled_from(terms)))
        broken[number] = "" if new is None else lines[number].replace(f" {obj} ", f" {new} ", 1)
    broken = [line for line in broken if line]
    assert violating(broken) <= suspected(tmp_path, broken)
