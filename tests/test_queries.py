"""The competency questions are well formed, and ask only for what the ontology defines."""

import re

import pyoxigraph
import pytest
from rdflib import RDFS, SH, Literal
from rdflib.plugins.sparql import prepareQuery

from kb import ontology
from kb.errors import OntologyError
from kb.ontology import KB, Query
from kb.ontology.query import QUERIES

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
