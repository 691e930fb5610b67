"""The competency questions are well formed, ask only for what the ontology defines, and are answered right.

The whole answers, one file per question in tests/ontology/answers/, were read against tests/small.py by hand.
Those in tests/ontology/seeds/ are what a reader of the seeds knows: rows, cut to some columns, that must be
among the answer.
"""

import re
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import RDFS, SH, Literal
from rdflib.plugins.sparql import prepareQuery

from kb import ontology
from kb.build import build
from kb.errors import OntologyError
from kb.export.whole import write
from kb.iris import Iris
from kb.merge import merge
from kb.ontology import KB, Query
from kb.ontology.query import QUERIES
from tests.small import extractions

ALL = (*ontology.queries(), *ontology.rules())


def test_the_questions_are_all_found() -> None:
    assert len(ontology.queries()) == 39
    assert len(ontology.rules()) == 13


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
SEEDS = Path(__file__).parent / "ontology" / "seeds"
UNKNOWN = {"least-sure", "places-near", "sanctions-mutual"}
"""Questions to which the seeds have no answer that a reader would be sure of."""
ASKED_FOR = {
    "documents-about": ("North Korea", "Sudland"),
    "facts-about": ("Iran", "Sudland"),
    "leaders-of-a-country": ("Russia", "Norland"),
    "places-in-a-country": ("Russia", "Norland"),
    "sanctions-on-a-country": ("North Korea", "Russia"),
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


def answer(store: pyoxigraph.Store, query: str) -> list[list[str]]:
    """The names of the columns, and the rows; base and namespace are left out."""
    solutions = store.query(query)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    return [names, *([cell(value) for value in solution] for solution in solutions)]


def cell(term: object) -> str:
    """A term as it stands in a table; which hash names a fact is no matter of the question."""
    value = re.sub(r"(id/fact/)\w+", r"\1…", str(getattr(term, "value", "")))
    return value.replace(BASE, "").replace(ontology.NAMESPACE, "kb:")


def table(file: Path) -> list[list[str]]:
    """The lines of a file of tab-separated values."""
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]


def test_every_question_has_an_answer_of_its_own() -> None:
    assert {file.stem for file in ANSWERS.glob("*.tsv")} == {query.name for query in ontology.queries()}


@pytest.mark.parametrize("query", ontology.queries(), ids=lambda query: query.name)
def test_a_question_is_answered(store: pyoxigraph.Store, query: Query) -> None:
    name, instead = ASKED_FOR.get(query.name, ("", ""))
    assert f'"{name}"@en' in query.text or not name
    expected = table(ANSWERS / f"{query.name}.tsv")
    assert answer(store, query.text.replace(f'"{name}"@en', f'"{instead}"@en')) == expected
    assert len(expected) > 1, "an answer without rows shows nothing"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> pyoxigraph.Store:
    """The knowledge base built from the seeds."""
    directory = tmp_path_factory.mktemp("seeds")
    built = build([Path(__file__).parent.parent / "seeds"], directory)
    assert (built.changes.failures, built.conforms) == ([], True)
    found = pyoxigraph.Store()
    found.load(path=directory / "kb.nq", format=pyoxigraph.RdfFormat.N_QUADS)
    return found


def test_most_questions_have_known_answers_in_the_seeds() -> None:
    known = {file.stem for file in SEEDS.glob("*.tsv")}
    assert {query.name for query in ontology.queries()} - known == UNKNOWN


@pytest.mark.parametrize("query", ontology.queries(), ids=lambda query: query.name)
def test_the_seeds_answer_a_question(seeds: pyoxigraph.Store, query: Query) -> None:
    names, *rows = answer(seeds, query.text)
    if query.name in UNKNOWN:
        return
    columns, *expected = table(SEEDS / f"{query.name}.tsv")
    shown = [[row[names.index(column)] for column in columns] for row in rows]
    assert [row for row in expected if row not in shown] == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("supplies", {"supplierName": "North Korea", "item": "weapons", "standingName": "asserted"}),
        ("supplies", {"supplierName": "United Arab Emirates", "item": "arms", "standingName": "asserted"}),
        ("programs-by-status", {"program": "nuclear bomb", "standingName": "asserted"}),
        ("programs-by-status", {"program": "hydrogen bomb", "standingName": "asserted"}),
        ("leaders-now", {"personName": "Ronald Reagan"}),
        ("leaders-now", {"personName": "Bashar al-Assad"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value.values()).replace(" ", ""),
)
def test_what_is_only_claimed_denied_or_over_is_no_fact(
    seeds: pyoxigraph.Store, name: str, wrong: dict[str, str]
) -> None:
    (query,) = [query for query in ontology.queries() if query.name == name]
    names, *rows = answer(seeds, query.text)
    assert [row for row in rows if wrong.items() <= dict(zip(names, row, strict=True)).items()] == []
