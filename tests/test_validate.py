from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph

from kb import validate as validation
from kb.errors import StoreError
from kb.report import Report, Result
from kb.validate import check, lines_of, validate
from tests.export.base import built
from tests.judging import violating
from tests.stories import LEADS, claim, story

BASE = "http://localhost:8000/"


@pytest.fixture(scope="module")
def lines(directory: Path) -> list[str]:
    with lines_of(directory) as found:
        return list(found)


def validated(folder: Path, lines: list[str]) -> list[Result]:
    """What the shapes find wanting in a base of these lines."""
    (folder / "kb.nq").write_text("".join(lines), encoding="utf-8", newline="\n")
    return validate(folder)


def test_a_built_base_conforms(lines: list[str], tmp_path: Path) -> None:
    assert validated(tmp_path, lines) == []


def swapped(pattern: str, replacement: str) -> Callable[[str], str]:
    """Replaces what matches in every line; an empty line is dropped."""
    return lambda line: re.sub(pattern, replacement, line, flags=re.DOTALL)


BROKEN = {
    "a fact without standing": (
        swapped(
            r"^<\S+/id/fact/\S+> <\S+#standing> .*Standing-denied.*|^<\S+/id/fact/\S+> <\S+#standing> .*", ""
        ),
        "A value is missing.",
    ),
    "a fact with two standings": (
        swapped(
            r"^(<\S+/id/fact/\S+> <\S+#standing> )<\S+#Standing-asserted> \.\n",
            r"\g<0>\1<https://w3id.org/communique/ontology#Standing-possible> .\n",
        ),
        "There are more values than there may be.",
    ),
    "an asserted fact that is only claimed": (
        swapped("Modality-actual", "Modality-claimed"),
        "An asserted fact needs a claim that affirms it in its document's own voice.",
    ),
    "a claim without evidence": (
        swapped(r"^\S+ <\S+#evidence> .*", ""),
        "A claim read in the text has a passage as evidence; a claim from background has none.",
    ),
    "a passage that ends before it starts": (
        swapped(r'"\d+"(\^\^<\S+integer>)', r'"7"\1'),
        "A passage starts before it ends.",
    ),
    "a confidence above one": (
        swapped(r'"0.\d+"(\^\^<\S+decimal>)', r'"1.7"\1'),
        "A confidence or score is a decimal from 0 to 1.",
    ),
    "a short triple without a fact": (
        swapped(
            r"^(<\S+ada-berg>) <\S+#leads> .*",
            r"\1 <https://w3id.org/communique/ontology#leads> <http://localhost:8000/id/country/sudland> .\n",
        ),
        "has no asserted fact behind it.",
    ),
}


@pytest.mark.parametrize(("breaking", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_graph_is_reported(
    lines: list[str], breaking: Callable[[str], str], message: str, tmp_path: Path
) -> None:
    broken = [line for line in map(breaking, lines) if line]
    assert broken != lines
    results = validated(tmp_path, broken)
    assert {result.severity for result in results} == {"Violation"}
    assert any(message in result.message for result in results)
    assert all(result.focus.startswith("<") for result in results)
    assert not any("See details" in result.message for result in results)


def test_the_report_is_that_of_the_whole_graph(lines: list[str], tmp_path: Path) -> None:
    broken = [line for line in map(BROKEN["a claim without evidence"][0], lines) if line]
    assert sorted(result.focus for result in validated(tmp_path, broken)) == violating(broken)


def test_parts_and_workers_do_not_change_the_result(
    lines: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [line for line in map(BROKEN["a confidence above one"][0], lines) if line]
    whole = validated(tmp_path, broken)
    assert validate(tmp_path, workers=2) == whole
    monkeypatch.setattr(validation, "PART", 1)
    parts = list(validation.parts(tmp_path))
    assert len(parts) > 3
    focus = [node for part in parts for node in part.focus]
    assert len(focus) == len(set(focus))
    assert validate(tmp_path) == whole


def test_check_passes_what_was_built(directory: Path) -> None:
    report = check(directory)
    assert report.conforms
    assert list(report.rows()) == []


def test_check_names_changed_files_and_wrong_quotations(tmp_path: Path) -> None:
    built(tmp_path, (story("a", claim(LEADS)),))
    path = tmp_path / "kb.nq"
    path.write_bytes(path.read_bytes().replace(b'exact> "Ada Berg', b'exact> "Eva Berg'))
    (tmp_path / "kb.trig").unlink()
    report = check(tmp_path)
    assert not report.conforms
    assert sorted((row[1], row[4]) for row in report.rows()) == [
        (
            "<document/a#quote=0,33>",
            "the document has 'Ada Berg is president of Norland.' there; build again",
        ),
        (f"<{BASE}download/kb.nq>", "kb.nq has changed since it was built; run `kb build` again"),
        (f"<{BASE}download/kb.trig>", "kb.trig is missing; run `kb build` again"),
    ]


def test_check_of_no_base_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds no finished knowledge base"):
        check(tmp_path)


RESULTS = (
    Result("Violation", f"<{BASE}id/fact/1>", "<https://w3id.org/communique/ontology#role>", '"x"', "Wrong."),
    Result(
        "Warning",
        f"<{BASE}id/fact/2>",
        None,
        None,
        "Odd.",
        "<http://www.w3.org/ns/shacl#ClassConstraintComponent>",
    ),
)


def test_a_report_is_a_table_for_people() -> None:
    assert list(Report(BASE, RESULTS).rows()) == [
        ("Violation", "<id/fact/1>", "kb:role", '"x"', "Wrong."),
        ("Warning", "<id/fact/2>", "", "", "Odd."),
    ]


@pytest.mark.parametrize(("results", "conforms"), [(RESULTS, "false"), (RESULTS[1:], "true"), ((), "true")])
def test_a_report_is_turtle_for_programs(results: tuple[Result, ...], conforms: str) -> None:
    report = Report(BASE, results)
    graph = Graph().parse(data=report.turtle(), format="turtle")
    assert [str(value) for value in graph.objects(None, SH.conforms)] == [conforms]
    found = sorted(str(message) for message in graph.objects(None, SH.resultMessage))
    assert found == sorted(result.message for result in results)
    assert len(set(graph.subjects(RDF.type, SH.ValidationResult))) == len(results)
    assert len(list(graph.objects(None, SH.value))) == sum(result.value is not None for result in results)
