"""JSON documents, arrays, JSON feeds and JSON lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.documents import Document
from kb.errors import SourceError
from tests.documents.reading import error, every, one, piped

FULL = {
    "id": "a-1",
    "title": "Ferry",
    "date": "2019-03-04",
    "url": "https://example.org/1",
    "text": "It left.",
}


def test_a_document_is_read_with_all_its_fields(tmp_path: Path) -> None:
    expected = Document("a-1", "Ferry", "Ferry\n\nIt left.", "2019-03-04", "https://example.org/1", None)
    assert one(json.dumps(FULL), tmp_path, "x.json") == expected
    assert one(json.dumps(FULL, indent=1), tmp_path, "x.txt") == expected


def test_missing_metadata_is_none_and_the_id_is_that_of_the_file(tmp_path: Path) -> None:
    assert one('{"text": "It left.", "title": null}', tmp_path, "x.json") == Document("x", "", "It left.")


@pytest.mark.parametrize(
    "record, document",
    [
        ({"id": 7, "body": "It left."}, Document("7", "", "It left.")),
        (
            {"id": "x", "headline": "H", "published_at": 1694606400, "content": "It left."},
            Document("x", "H", "H\n\nIt left.", "2023-09-13"),
        ),
        (
            {"id": "x", "text": "<p>One.</p><p>Two &amp; three.</p>"},
            Document("x", "", "One.\n\nTwo & three."),
        ),
        ({"id": "x", "text": "1 < 2 and 3 > 2"}, Document("x", "", "1 < 2 and 3 > 2")),
        ({"id": "x", "text": "It \ud800left."}, Document("x", "", "It left.")),
        ({"id": "../../etc/passwd", "text": "It left."}, Document("etc-passwd", "", "It left.")),
    ],
)
def test_records_of_other_sources(record: dict[str, object], document: Document, tmp_path: Path) -> None:
    assert one(json.dumps(record), tmp_path, "y.json") == document


def test_an_array_and_a_feed_give_their_items(tmp_path: Path) -> None:
    items = [FULL, {"id": "b", "text": "B."}]
    expected = ["a-1", "b"]
    for content in (items, {"version": "https://jsonfeed.org/version/1.1", "items": items}):
        found = every(json.dumps(content), tmp_path, "x.json")
        assert [item.id for item in found if isinstance(item, Document)] == expected


@pytest.mark.parametrize("name", ["x.jsonl", "x.ndjson", "x.json", "x"])
def test_lines_are_read_one_by_one_and_a_bad_one_is_named(name: str, tmp_path: Path) -> None:
    good = json.dumps(FULL)
    found = every(f'{good}\n\n{{"id": "b"\n{{"id": "c"}}\n[1]\n{{"id": "d", "text": "D."}}\n', tmp_path, name)
    assert [item.id if isinstance(item, Document) else item.source for item in found] == [
        "a-1",
        f"{tmp_path / name}:3",
        f"{tmp_path / name}:4",
        f"{tmp_path / name}:5",
        "d",
    ]


def test_a_record_without_id_keeps_its_identifier_when_others_come_before_it(tmp_path: Path) -> None:
    (alone,) = every('{"text": "A."}\n', tmp_path, "x.jsonl")
    _, after = every('{"text": "B."}\n{"text": "A."}\n', tmp_path, "x.jsonl")
    assert isinstance(alone, Document) and alone == after and alone.id.startswith("x-")


@pytest.mark.parametrize(
    "content, reason",
    [
        ('{"text": ', "is no JSON"),
        ("[" * 100_000, "is JSON that cannot be read"),
        ('{"a":' * 100_000, "is JSON that cannot be read"),
        ('{"id": ' + "9" * 10_000 + "}", "is JSON that cannot be read"),
        ('{"title": "T"}', 'is a record without a "text"'),
        ('{"text": ["T"]}', 'is a record without a "text"'),
        ('"text"', "is JSON but no record"),
    ],
)
def test_what_is_wrong_with_json_is_said(content: str, reason: str, tmp_path: Path) -> None:
    assert error(content, tmp_path, "x.json").startswith(reason)


def test_standard_input_may_hold_lines() -> None:
    first, second = piped(b'{"id": "a", "text": "A."}\n{"id": "b", "text": "B."}\n')
    assert (first, second) == (Document("a", "", "A."), Document("b", "", "B."))


def test_an_empty_file_of_lines_is_an_error(tmp_path: Path) -> None:
    assert error("", tmp_path, "x.jsonl").startswith("is empty")


def test_two_documents_with_one_identifier_are_told_apart_and_a_repeated_one_is_given_once(
    tmp_path: Path,
) -> None:
    lines = [{"id": "a", "text": "A."}, {"id": "a", "text": "B."}, {"id": "A", "text": "A."}]
    found = every("\n".join(map(json.dumps, lines)), tmp_path, "x.jsonl")
    assert not any(isinstance(item, SourceError) for item in found)
    first, second = found
    assert isinstance(first, Document) and isinstance(second, Document)
    assert first.id == "a" and second.id.startswith("a-") and len(second.id) == 12
