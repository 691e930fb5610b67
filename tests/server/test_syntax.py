"""What is seen of a query from outside."""

from __future__ import annotations

import time

import pytest

from server.syntax import capped, shape
from server.using import with_dataset

STRANGE = '''# { SELECT
PREFIX foo: <http://a#b> BASE <http://x/> # c
select ?x { ?x foo:b "a  # b" , 'it\\'s  ' , """long "" # q""" }   LIMIT  5 # end'''


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (STRANGE, "select"),
        ("PREFIX SELECT: <http://x/> ASK { SELECT:a ?p ?o }", "ask"),
        ("# SELECT\nCONSTRUCT WHERE {}", "construct"),
        ("describe <a>", "describe"),
        ("INSERT DATA {}", None),
        ("", None),
    ],
)
def test_the_form_is_the_keyword_after_the_prologue(text: str, form: str | None) -> None:
    assert shape(text).form == form


def test_normal_texts_differ_in_nothing_but_white_space_and_comments() -> None:
    normal = (
        "PREFIX foo: <http://a#b> BASE <http://x/> select ?x { ?x foo:b \"a  # b\" , 'it\\'s  ' , "
        '"""long "" # q""" } LIMIT 5'
    )
    assert shape(STRANGE).normal == normal


@pytest.mark.parametrize(
    ("text", "volatile"),
    [("SELECT (now() AS ?t) {}", True), ("ASK { ?now ?p 'UUIDs' }", True), ("ASK {}", False)],
)
def test_volatile_is_told_rather_too_often(text: str, volatile: bool) -> None:
    assert shape(text).volatile is volatile


@pytest.mark.parametrize(
    ("text", "nests"),
    [
        ("{" * 3, False),
        ("{" * 4, True),
        ("{}" * 9, False),
        ("({[(", True),
        ("'((((' # ((((\n <((((>", False),
        ('a:\\(\\(\\(\\( """(((("""', False),
        ("?x < ((((", True),
    ],
)
def test_brackets_are_counted_where_they_are_some(text: str, nests: bool) -> None:
    assert shape(text).nests(3) is nests


def test_only_what_is_known_of_short_texts_is_kept() -> None:
    assert shape("ASK {}") is shape("ASK {}")
    assert shape("ASK {}" + " " * 10_000) is not shape("ASK {}" + " " * 10_000)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("ASK { ?s a:it\\'s   ?o } # '", "ASK { ?s a:it\\'s ?o }"),
        ("ASK { ?s <a:\\u0041#>   ?o }", "ASK { ?s <a:\\u0041#> ?o }"),
        ("ASK { ?s a:b\\#c '  ' }", "ASK { ?s a:b\\#c '  ' }"),
    ],
)
def test_escapes_begin_no_string_and_no_comment(text: str, normal: str) -> None:
    assert shape(text).normal == normal


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("PREFIX a: <urn:x> a:b", "urn:xb"),
        ("BASE <http://a/b> PREFIX c: <d/> c:e", "http://a/d/e"),
        ("BASE <http://a/b> <c>", "http://a/c"),
        ("BASE <http://[> <c>", ""),
        ("a:b", ""),
        ("?x", ""),
        ("'x'", ""),
    ],
)
def test_names_stand_for_iris(text: str, iri: str) -> None:
    found = shape(text)
    assert found.expanded(found.tokens[-1]) == iri


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("SELECT * {}", "SELECT * {}\nLIMIT 10 OFFSET 0\n", "SELECT * {}\nLIMIT 1 OFFSET 10\n"),
        (
            "SELECT * {} LIMIT 50 OFFSET 3 VALUES ?s { 1 }",
            "SELECT * {}     \nLIMIT 10 OFFSET 3\nVALUES ?s { 1 }",
            "SELECT * {}     \nLIMIT 1 OFFSET 13\nVALUES ?s { 1 }",
        ),
        (
            "SELECT * { { SELECT * {} LIMIT 3 } }",
            "SELECT * { { SELECT * {} LIMIT 3 } }\nLIMIT 10 OFFSET 0\n",
            "SELECT * { { SELECT * {} LIMIT 3 } }\nLIMIT 1 OFFSET 10\n",
        ),
    ],
)
def test_a_cap_is_a_limit_in_the_right_place(text: str, first: str, after: str) -> None:
    assert capped(text, shape(text), 10) == (first, after)


@pytest.mark.parametrize("text", ["SELECT * {} LIMIT 10", "SELECT * {} limit 3 OFFSET 7", "ASK {}"])
def test_a_query_that_asks_for_little_is_left_alone(text: str) -> None:
    assert capped(text, shape(text), 10) is None


def test_dataset_parameters_become_using_clauses() -> None:
    text = "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { ?s ?p 1 } ; DELETE WHERE { ?s ?p 3 }"
    assert with_dataset(text, ("urn:a",), ("urn:b",)) == (
        "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } USING <urn:a> USING NAMED <urn:b> WHERE { ?s ?p 1 } ; "
        "DELETE { ?s ?p 3 } USING <urn:a> USING NAMED <urn:b> WHERE { ?s ?p 3 }"
    )


@pytest.mark.parametrize(
    "unit", ['"', "'''", '\\"""', "<", "a:", "#", "\\", "'x\\", "PREFIX ", "1.", "PREFIX a:<b>", "{", "_"]
)
def test_reading_takes_linear_time(unit: str) -> None:
    def seconds(size: int, turn: int) -> float:
        found = shape('"""' + unit * (size // len(unit)) + str(turn))
        began = time.process_time()
        assert found.form in (None, "select")
        assert len(found.tokens) + len(found.normal) > 0
        return time.process_time() - began

    def least(size: int) -> float:
        """The best of several: whatever else the machine does only adds to it."""
        return min(seconds(size, turn) for turn in range(4))

    # Ten times the text: quadratic reading would take a hundred times as long.
    assert least(400_000) < 50 * max(least(40_000), 0.002)
