"""The competency questions are well formed, ask only for what the ontology defines, and are answered right.

The answers, one file per question in tests/ontology/answers/, were read against tests/small.py by hand.
"""

import re
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import RDFS, SH, Literal
from rdflib.plugins.sparql import prepareQuery

from kb import ontology
from kb.errors import OntologyError
from kb.export.whole import write
from kb.iris import Iris
from kb.merge import merge
from kb.ontology import KB, Query
from kb.ontology.query import QUERIES
from tests.small import extractions

ALL = (*ontology.queries(), *ontology.rules())


def test_the_questions_are_all_found() -> None:
    assert len(ontology.queries()) == 38
    assert len(ontology.rules()) == 12


@pytest.mark.parametrize("query", ALL, ids=lambda query: query.name)
def test_a_query_is_accepted_by_both_engines(query: Query) -> None:
    prepareQuery(query.text)
    pyoxigraph.Store().query(query.text)


@pytest.mark.parametrize("query", ALL, ids=lambda query: query.name)
def test_a_query_uses_terms_that_exist_and_prefixes_that_all_files_use(query: Query) -> None:
    names = set(re.findall(r"\bkb:([\w-]+)", query.text.partition("PREFIX")[2]))
    assert all(KB[name] in KB for name in names)
    for prefix, iri in re.findall(r"PREFIX (\w+): <([^>]*)>", query.text):
        assert ontology.PREFIXES.get(prefix, iri) == iri
        assert len(re.findall(rf"(?<![\w<:]){prefix}:", query.text)) > 1, f"{prefix} is not used"


@pytest.mark.parametrize("query", ontology.queries(), ids=lambda query: query.name)
def test_a_question_is_a_question_with_one_answer_in_one_order(query: Query) -> None:
    assert query.title.endswith("?") and query.description.endswith(".")
    assert "ORDER BY" in query.text and "SELECT" in query.text


def test_titles_tell_the_questions_apart() -> None:
    assert len({query.title for query in ALL}) == len(ALL)


def test_questions_are_shacl_executables() -> None:
    graph = ontology.executables()
    iri = QUERIES["meetings"]
    (text,) = graph.objects(iri, SH.select)
    assert graph.value(iri, RDFS.label) == Literal("Who met whom, where and when?", lang="en")
    assert str(text) == ontology.text("queries/meetings.rq")
    assert len(set(graph.subjects())) == len(ontology.queries())


def test_a_query_without_header_is_named() -> None:
    with pytest.raises(OntologyError, match=r"ontology/queries/x\.rq must start with the lines"):
        Query.parse("queries/x.rq", "SELECT * WHERE { ?s ?p ?o }")


BASE = "http://localhost:8000/"
ANSWERS = Path(__file__).parent / "ontology" / "answers"
ASKED_FOR = {
    "documents-about": ("North Korea", "Sudland"),
    "facts-about": ("Iran", "Sudland"),
    "leaders-of-a-country": ("Russia", "Norland"),
    "places-in-a-country": ("Ukraine", "Norland"),
}
"""Whom a question asks for by name, and who takes the place in the small knowledge base."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> pyoxigraph.Store:
    """The small knowledge base with the ontology, and with coordinates for one of its places."""
    directory = tmp_path_factory.mktemp("small")
    write(merge(extractions()), directory, Iris(BASE), lambda statistics: [])
    found = pyoxigraph.Store()
    found.load(path=directory / "kb.nq", format=pyoxigraph.RdfFormat.N_QUADS)
    graph = pyoxigraph.NamedNode(ontology.named_graph(BASE, "ontology"))
    found.load(ontology.text("ontology.ttl"), format=pyoxigraph.RdfFormat.TURTLE, to_graph=graph)
    place = f"<{BASE}id/place/port-astra>"
    found.update(f"PREFIX wgs: <{ontology.WGS}> INSERT DATA {{ {place} wgs:lat 12.5 ; wgs:long -7.25 }}")
    return found


def answer(store: pyoxigraph.Store, query: Query) -> str:
    """The rows of an answer with their names, as tab-separated values; base and namespace are left out."""
    name, instead = ASKED_FOR.get(query.name, ("", ""))
    assert f'"{name}"@en' in query.text or not name
    solutions = store.query(query.text.replace(f'"{name}"@en', f'"{instead}"@en'))
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    rows = [[cell(value) for value in solution] for solution in solutions]
    return "".join("\t".join(row) + "\n" for row in [names, *rows])


def cell(term: object) -> str:
    """A term as it stands in a table; which hash names a fact is no matter of the question."""
    value = re.sub(r"(id/fact/)\w+", r"\1…", str(getattr(term, "value", "")))
    return value.replace(BASE, "").replace(ontology.NAMESPACE, "kb:")


def test_every_question_has_an_answer_of_its_own() -> None:
    assert {file.stem for file in ANSWERS.glob("*.tsv")} == {query.name for query in ontology.queries()}


@pytest.mark.parametrize("query", ontology.queries(), ids=lambda query: query.name)
def test_a_question_is_answered(store: pyoxigraph.Store, query: Query) -> None:
    expected = (ANSWERS / f"{query.name}.tsv").read_text(encoding="utf-8")
    assert answer(store, query) == expected
    assert expected.count("\n") > 1, "an answer without rows shows nothing"
