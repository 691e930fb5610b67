"""Verdicts of people: they win, survive, can be undone, and hold also where no gazetteer helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import LinkError
from kb.gazetteer import builtin
from kb.link import resolve
from kb.link.overrides import Overrides, load
from kb.link.review import TABLE, accept, reject, review, withdraw
from kb.model import Link
from tests.link.marked import extraction

CONGO = extraction("Elections in [country:Congo] were delayed.")
GEORGIA = extraction("[country:Georgia] signed the treaty.")


def wikidata(overrides: Overrides, document: object = CONGO) -> list[Link]:
    linked, _ = resolve(document, builtin(), overrides=overrides)  # type: ignore[arg-type]
    return [link for one in linked.individuals for link in one.links if link.graph == "wikidata"]


def test_an_accepted_identifier_is_linked_though_no_candidate(tmp_path: Path) -> None:
    assert wikidata(load(tmp_path / TABLE)) == []
    accept(tmp_path, "test", "Congo", "wikidata:Q974", "seen in the source")
    assert wikidata(load(tmp_path / TABLE)) == [Link("wikidata", "Q974", 1.0)]


def test_a_rejected_candidate_is_not_linked_and_the_next_is_not_taken_for_it(tmp_path: Path) -> None:
    assert wikidata(load(tmp_path / TABLE), GEORGIA) == [Link("wikidata", "Q230", 0.9102)]
    reject(tmp_path, "*", "Georgia", "wikidata:Q230")
    assert wikidata(load(tmp_path / TABLE), GEORGIA) == []


def test_a_verdict_on_one_document_beats_that_on_all(tmp_path: Path) -> None:
    reject(tmp_path, "*", "Georgia", "wikidata:Q230")
    accept(tmp_path, "test", "Georgia", "wikidata:Q230")
    assert wikidata(load(tmp_path / TABLE), GEORGIA) == [Link("wikidata", "Q230", 1.0)]


def test_the_last_verdict_counts_and_can_be_undone(tmp_path: Path) -> None:
    before = wikidata(load(tmp_path / TABLE), GEORGIA)
    reject(tmp_path, "*", "Georgia", "wikidata:Q230")
    accept(tmp_path, "*", "Georgia", "wikidata:Q230")
    assert [one.verdict.value for one in load(tmp_path / TABLE).all] == ["accepted"]
    withdraw(tmp_path, "*", "Georgia", "wikidata:Q230")
    assert wikidata(load(tmp_path / TABLE), GEORGIA) == before


def test_undoing_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LinkError, match="Georgia"):
        withdraw(tmp_path, "*", "Georgia", "wikidata:Q230")


def test_accepting_one_candidate_puts_the_others_out(tmp_path: Path) -> None:
    accept(tmp_path, "*", "Georgia", "wikidata:Q1428")
    _, (decision,) = resolve(GEORGIA, builtin(), overrides=load(tmp_path / TABLE))
    assert [(one.entry.wikidata, one.score) for one in decision.candidates] == [("Q1428", 1.0), ("Q230", 0.0)]


def test_an_edited_table_is_read(tmp_path: Path) -> None:
    (tmp_path / TABLE).write_text(
        "document\tname\tidentifier\tverdict\tnote\n\ntest\tCongo\twikidata:Q971\taccepted\tBrazzaville\n",
        encoding="utf-8",
    )
    assert wikidata(load(tmp_path / TABLE)) == [Link("wikidata", "Q971", 1.0)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\tverdict\n", "first line"),
        ("document\tname\tidentifier\tverdict\tnote\n*\tCongo\twikidata:Q974\tmaybe\t\n", "line 2"),
        ("document\tname\tidentifier\tverdict\tnote\n*\tCongo\tQ974\taccepted\t\n", "wikidata:Q30"),
        ("document\tname\tidentifier\tverdict\tnote\n*\tCongo\n", "five columns"),
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / TABLE).write_text(text, encoding="utf-8")
    with pytest.raises(LinkError, match=message):
        load(tmp_path / TABLE)


def test_a_name_cannot_break_the_table(tmp_path: Path) -> None:
    with pytest.raises(LinkError, match="tabs"):
        accept(tmp_path, "*", "Con\tgo", "wikidata:Q974")
    assert not (tmp_path / TABLE).exists()


def test_review_lists_what_is_in_doubt_until_it_is_judged(tmp_path: Path) -> None:
    doubtful = extraction("[person:Hague] spoke of [country:Georgia] in the [country:United Kingdom].")
    lines = list(review([doubtful], builtin(), load(tmp_path / TABLE)))
    header, *rows = [line.split("\t") for line in lines]
    assert header == ["document", "name", "identifier", "score", "candidate", "method", "passage"]
    names = {row[1] for row in rows}
    assert "United Kingdom" not in names
    for row in rows:
        reject(tmp_path, *row[:3])
    assert list(review([doubtful], builtin(), load(tmp_path / TABLE))) == lines[:1]
