"""The command line: what goes to stdout and stderr, exit codes, and help that shows how."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kb.build import Builder
from kb.cli import main
from kb.documents.base import Document
from kb.reading import Read, Reading
from tests.small import extractions

TEXT = "Title: Talks\nDate: 2024-03-05\n\nThe United Nations imposed an arms embargo on Libya on Monday.\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("cli") / "kb"
    found = {extraction.document.id: extraction for extraction in extractions()}

    def read(batch: Sequence[Document]) -> list[Read]:
        return [Reading(found[document.id]) for document in batch]

    Builder(out, reader=read, made_by="test").build([one.document for one in found.values()])
    return out


def kb(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in arguments], input=stdin)


def commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found += commands(command, (*path, name))
        else:
            found.append((*path, name))
    return found


@pytest.mark.parametrize("path", commands(main), ids=" ".join)
def test_every_command_explains_itself_with_an_example(path: tuple[str, ...]) -> None:
    result = kb(*path, "--help")
    assert result.exit_code == 0
    assert f"kb {' '.join(path)}" in result.stdout.partition("Example")[2]


def test_the_commands_of_the_design_exist() -> None:
    assert {"extract", "build", "serve", "query", "export", "check", "eval"} <= set(main.commands)


def test_help_does_not_load_what_it_does_not_need() -> None:
    heavy = ("spacy", "flask", "pyshacl", "trafilatura")
    code = f"import sys, kb.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("extract",), 2, "Missing argument"),
        (("query", "nowhere", "ASK {}"), 2, "does not exist"),
        (("extract", "--min-confidence", "2", "x"), 2, "not in the range"),
        (("extract", "nowhere.txt"), 1, "nowhere.txt"),
        (("eval", "."), 1, "no gold documents found"),
        (("nonsense",), 2, "No such command"),
    ],
)
def test_wrong_use_and_bad_input_say_what_is_wrong(
    arguments: tuple[str, ...], code: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = kb(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_extract_reads_standard_input_and_writes_lines_of_json() -> None:
    result = kb("extract", "-", stdin=TEXT)
    assert result.exit_code == 0, result.stderr
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    (sanction,) = [line for line in lines if line["type"] == "sanction"]
    assert (sanction["issuer"], sanction["target"], sanction["date"]) == (
        "United Nations",
        "Libya",
        "2024-03-04",
    )
    quote = sanction["evidence"]
    assert quote["text"] == "The United Nations imposed an arms embargo on Libya on Monday."
    assert any(line["type"] == "individual" and line["name"] == "Libya" for line in lines)


def test_extract_writes_turtle_and_tables() -> None:
    turtle, table = (kb("extract", "-", "--format", form, stdin=TEXT) for form in ("turtle", "table"))
    assert "a kb:Sanction" in turtle.stdout
    assert "sanction\tissuer: United Nations, target: Libya" in table.stdout


def test_a_source_that_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 100)
    result = kb("extract", tmp_path)
    assert result.exit_code == 1
    assert '"type": "sanction"' in result.stdout
    assert "b.txt" in result.stderr


def test_build_makes_a_base_that_check_and_query_accept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    built = kb("build", tmp_path / "a.txt", "--out", tmp_path / "out", "--base", "https://kb.example.org/")
    assert (built.exit_code, built.stdout) == (0, ""), built.stderr
    assert "1 documents" in built.stderr
    assert kb("check", tmp_path / "out").exit_code == 0
    query = "SELECT ?s { ?s a <https://w3id.org/communique/ontology#Sanction> }"
    answer = kb("query", tmp_path / "out", query, "--format", "csv").stdout.split()
    assert answer[0] == "s" and answer[1].startswith("https://kb.example.org/id/fact/")


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_query_answers_in_each_format_from_text_file_and_standard_input(
    base: Path, tmp_path: Path, form: str
) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    (tmp_path / "q.rq").write_text(query)
    answers = [
        kb("query", base, query, "--format", form),
        kb("query", base, tmp_path / "q.rq", "--format", form),
        kb("query", base, "-", "--format", form, stdin=query),
    ]
    assert [answer.exit_code for answer in answers] == [0, 0, 0]
    assert len({answer.stdout for answer in answers}) == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * { ?s ?p }", "line 1"),
        ("SELECT * { ?s kb:leads ?o }", "add PREFIX kb:"),
        ("missing.rq", "neither a query nor a file"),
    ],
)
def test_a_malformed_query_is_explained(base: Path, query: str, said: str) -> None:
    result = kb("query", base, query)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_export_writes_to_a_file_only_when_it_is_complete(base: Path, tmp_path: Path) -> None:
    out = tmp_path / "sanctions.csv"
    assert kb("export", base, "--format", "csv", "--class", "Sanction", "-o", out).exit_code == 0
    assert "issuer" in out.read_text().splitlines()[0]
    failed = kb("export", base, "--format", "csv", "-o", tmp_path / "all.csv")
    assert failed.exit_code == 1
    assert not (tmp_path / "all.csv").exists()


def test_export_writes_a_table_per_class_and_the_links_alone(base: Path, tmp_path: Path) -> None:
    assert kb("export", base, "--tables", tmp_path / "sheets").exit_code == 0
    assert {"sanction.csv", "need.csv"} <= {path.name for path in (tmp_path / "sheets").iterdir()}
    same = "<http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q9000001> ."
    assert f"<http://localhost:8000/id/country/norland> {same}" in kb("export", base, "--links").stdout
    rows = kb("export", base, "--links", "--format", "sssom").stdout.splitlines()
    (header,) = [row for row in rows if row.startswith("subject_id")]
    row = next(row for row in rows if "norland" in row)
    assert dict(zip(header.split("\t"), row.split("\t"), strict=True))["predicate_id"] == "owl:sameAs"
    assert kb("export", base, "--links", "--format", "csv").exit_code == 1


def test_check_finds_a_file_that_was_changed(base: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(base, copy)
    (copy / "kb.ttl").write_text("# gone\n")
    result = kb("check", copy)
    assert result.exit_code == 1
    assert "kb.ttl" in result.stdout


def test_eval_prints_scores_and_calibration(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT)
    fact = {"type": "sanction", "issuer": "UN", "target": "Libya", "measure": "arms embargo"}
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "facts": [fact]}))
    result = kb("eval", tmp_path)
    assert result.exit_code == 0, result.stderr
    row = next(line.split() for line in result.stdout.splitlines() if line.startswith("sanction"))
    assert row[1:4] == ["1", "0", "0"]


@pytest.mark.parametrize("line", ["nope", "{}", "[]", "7"])
def test_predictions_that_are_no_lines_of_extract_are_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "facts": []}))
    (tmp_path / "p.jsonl").write_text(f"\n{line}\n")
    result = kb("eval", tmp_path, "--predictions", tmp_path / "p.jsonl")
    assert result.exit_code == 1
    assert "line 2" in result.stderr


def test_verdicts_on_links_are_noted_applied_and_withdrawn(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    out = tmp_path / "out"

    def libya() -> set[str]:
        assert kb("build", tmp_path / "a.txt", "--out", out).exit_code == 0
        country = "a <https://w3id.org/communique/ontology#Country>"
        query = f"SELECT ?o {{ ?s {country} ; <http://www.w3.org/2002/07/owl#sameAs> ?o }}"
        return set(kb("query", out, query, "--format", "csv").stdout.split()[1:])

    before = libya()
    assert "http://www.wikidata.org/entity/Q1016" in before
    assert kb("link", out, "--reject", "a", "Libya", "wikidata:Q1016").exit_code == 0
    assert "http://www.wikidata.org/entity/Q1016" not in libya()
    assert kb("link", out, "--withdraw", "a", "Libya", "wikidata:Q1016").exit_code == 0
    assert libya() == before


def test_review_prints_a_table_of_what_is_in_doubt(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert kb("build", tmp_path / "a.txt", "--out", tmp_path / "out").exit_code == 0
    result = kb("link", tmp_path / "out", "--review")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split("\t")[:3] == ["document", "name", "identifier"]


def test_a_gazetteer_made_of_a_table_is_used(tmp_path: Path) -> None:
    table = "name\tkind\twikidata\nZorvania\tcountry\tQ9000001\n"
    (tmp_path / "own.tsv").write_text(table)
    made = kb("gazetteer", "build", tmp_path / "own.tsv", "--out", tmp_path / "own.gaz")
    assert made.exit_code == 0, made.stderr
    text = "The United Nations imposed an arms embargo on Zorvania in 2020."
    result = kb("extract", "-", "--gazetteer", tmp_path / "own.gaz", stdin=text)
    links = [
        line["links"]
        for line in map(json.loads, result.stdout.splitlines())
        if line.get("name") == "Zorvania"
    ]
    assert links == [{"wikidata": "Q9000001"}]
