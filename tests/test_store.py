"""The store: opening, querying, changing, and surviving damage."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from kb import manifest
from kb.errors import QueryError, StoreError
from kb.manifest import Manifest
from kb.store import (
    Changes,
    MalformedQuery,
    MissingGraph,
    Part,
    Write,
    apply,
    chosen,
    derive,
    generation,
    grouping,
    has_index,
    index,
    load,
    open_index,
    open_state,
    open_store,
    query,
    rebuild,
    refreshed,
)

DATA = """\
<http://kb.test/a> <http://kb.test/label> "Zoë's Café in Brest"@fr .
<http://kb.test/b> <http://kb.test/label> "the cafe of Brest-Litovsk" <http://kb.test/document/1> .
<http://kb.test/c> <http://kb.test/year> "1918"^^<http://www.w3.org/2001/XMLSchema#integer> .
"""
ALL = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "kb.nq").write_text(DATA, encoding="utf-8")
    return tmp_path


def change(directory: Path, text: str) -> None:
    """What a service does: apply, then record."""
    store = load(directory)
    write = Write("update", text=text)
    apply(store, write)
    Changes(directory).record(generation(directory), store, write)


@pytest.mark.parametrize("mode", ["memory", "disk", "auto"])
def test_a_directory_answers_queries(directory: Path, mode: str) -> None:
    assert query(directory, ALL, name="csv", mode=mode) == b"n\r\n3\r\n"  # type: ignore[arg-type]
    assert query(directory, "CONSTRUCT WHERE { ?s <http://kb.test/year> ?o }", name="ntriples") == (
        b'<http://kb.test/c> <http://kb.test/year> "1918"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    )


def test_an_outdated_store_on_disk_is_made_anew(directory: Path) -> None:
    assert len(open_store(directory, mode="disk")) == 3
    (directory / "kb.nq").write_text(DATA.splitlines(keepends=True)[0], encoding="utf-8")
    assert len(open_store(directory, mode="disk")) == 1


def test_a_damaged_store_on_disk_can_be_rebuilt(directory: Path) -> None:
    open_store(directory, mode="disk")
    for file in (directory / "store").glob("*/MANIFEST*"):
        file.write_bytes(b"garbage")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(directory, mode="disk")
    rebuild(directory)
    assert len(open_store(directory, mode="disk")) == 3


def test_a_query_takes_the_store_that_is_there_but_needs_none(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(directory, mode="disk")
    with monkeypatch.context() as patched:
        patched.delattr("kb.store.opening.load")
        assert query(directory, ALL, name="csv") == b"n\r\n3\r\n"
    for file in (directory / "store").glob("*/MANIFEST*"):
        file.write_bytes(b"garbage")
    assert query(directory, ALL, name="csv") == b"n\r\n3\r\n"


def test_a_directory_without_data_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kb build"):
        open_store(tmp_path)


@pytest.mark.parametrize("mode", ["memory", "disk"])
def test_damaged_data_say_where(directory: Path, mode: str) -> None:
    (directory / "kb.nq").write_text(DATA + "<a> <b\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"kb.nq: damaged, .*line 4"):
        open_store(directory, mode=mode)  # type: ignore[arg-type]


def test_small_data_live_in_memory(directory: Path) -> None:
    assert (chosen(directory, "auto"), chosen(directory, "disk")) == ("memory", "disk")


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        (
            "SELECT ?x { ?x a foo:b }",
            1,
            23,
            "the prefix foo: is not declared (add PREFIX foo: <…> at the start)",
        ),
        ("SELECT ?x\nWHERE { ?x ?p", 2, 14, "the text is not complete here"),
        ("SELECT ?x { ?x ?p }", 1, 20, "the text is not complete here"),
        ("", 1, 1, "the text is not complete here"),
    ],
)
def test_a_malformed_query_is_explained(
    directory: Path, text: str, line: int, column: int, says: str
) -> None:
    with pytest.raises(MalformedQuery) as caught:
        query(directory, text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert says in str(caught.value)


def test_an_unknown_format_is_refused(directory: Path) -> None:
    with pytest.raises(QueryError, match="use json, xml, csv, tsv"):
        query(directory, "ASK {}", name="ttl")


def test_changes_are_replayed(directory: Path) -> None:
    change(directory, "INSERT DATA { <urn:a> <urn:p> 'ü\\n' }")
    change(directory, "DELETE WHERE { <http://kb.test/c> ?p ?o }")
    assert query(directory, "SELECT ?o { <urn:a> ?p ?o }", name="tsv") == '?o\n"ü\\n"\n'.encode()
    assert (
        query(directory, ALL, name="csv") == query(directory, ALL, name="csv", mode="disk") == b"n\r\n3\r\n"
    )
    assert Changes(directory).count() == 2


def test_a_change_that_was_cut_short_is_dropped(directory: Path) -> None:
    change(directory, "INSERT DATA { <urn:a> <urn:p> 1 }")
    (journal,) = (directory / "updates").glob("journal-*")
    whole = journal.read_bytes()
    journal.write_bytes(whole + whole[: len(whole) // 2])
    assert query(directory, ALL, name="csv") == b"n\r\n4\r\n"
    assert journal.read_bytes() == whole


def test_a_damaged_journal_is_not_passed_over(directory: Path) -> None:
    change(directory, "INSERT DATA { <urn:a> <urn:p> 1 }")
    change(directory, "INSERT DATA { <urn:a> <urn:p> 2 }")
    (journal,) = (directory / "updates").glob("journal-*")
    journal.write_bytes(journal.read_bytes().replace(b"<urn:p> 1", b"<urn:p> 7"))
    with pytest.raises(StoreError, match="line 1 is damaged"):
        load(directory)


def test_changes_to_another_build_are_kept_aside(directory: Path) -> None:
    change(directory, "INSERT DATA { <urn:a> <urn:p> 1 }")
    former = generation(directory)
    (directory / "kb.nq").write_text(DATA + "<urn:x> <urn:y> <urn:z> .\n", encoding="utf-8")
    assert query(directory, ALL, name="csv") == b"n\r\n4\r\n"
    assert (directory / f"updates-{former}" / "current.json").exists()


def test_a_long_journal_becomes_a_snapshot(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.store.changes.JOURNAL_LIMIT", 100)
    for number in range(6):
        change(directory, f"INSERT DATA {{ GRAPH <urn:g> {{ <urn:a> <urn:p> {number} }} }}")
    assert query(directory, ALL, name="csv") == b"n\r\n9\r\n"
    assert len(list((directory / "updates").glob("snapshot-*"))) == 1
    assert Changes(directory).count() == 6


@pytest.mark.parametrize(
    "write",
    [
        Write("update", text="INSERT DATA { <a> <b> 'é' }", base="http://x/"),
        Write("put", graph="urn:g", parts=(Part("text/turtle", b"\x00\xff"), Part("text/csv", b""))),
        Write("delete"),
    ],
)
def test_a_write_survives_its_journal(write: Write) -> None:
    assert Write.from_json(write.to_json()) == write


def test_a_missing_graph_cannot_be_deleted() -> None:
    with pytest.raises(MissingGraph, match="<urn:g>"):
        apply(ox.Store(), Write("delete", graph="urn:g"))


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        ("cafe brest", ["a", "b"]),
        ("CAFÉ", ["a", "b"]),
        ("zoe", ["a"]),
        ("lit*", ["b"]),
        ('"cafe of"', ["b"]),
        ('"of cafe"', []),
        ("brest NOT litovsk", []),
        ("1918", []),
        ("cafe) OR (a", []),
    ],
)
def test_texts_are_found_by_their_words(directory: Path, words: str, subjects: list[str]) -> None:
    found = open_index(load(directory), directory, "g1").subjects(words)
    assert sorted(found) == [f"http://kb.test/{name}" for name in subjects]


def test_the_index_of_an_unchanged_build_is_made_from_its_file(directory: Path) -> None:
    more = (
        '<http://kb.test/b> <http://kb.test/title> "the cafe of Brest-Litovsk" .\n'
        '<http://kb.test/b> <http://kb.test/label> "tea"^^<http://www.w3.org/2001/XMLSchema#string> .\n'
        '_:x <http://kb.test/label> "nobody" .\n'
    )
    (directory / "kb.nq").write_text(DATA + more, encoding="utf-8")

    def content(store: ox.Store, state: str) -> list[tuple[str, str]]:
        open_index(store, directory, state)
        with closing(sqlite3.connect(directory / f"search-{state}.sqlite")) as connection:
            rows = connection.execute("SELECT iri, body FROM text JOIN subject ON subject.id = text.subject")
            return sorted(rows.fetchall())

    build = generation(directory)
    walked = content(load(directory), f"{build}.1")
    assert content(ox.Store(), f"{build}.0") == walked
    assert [body for _, body in walked] == ["Zoë's Café in Brest", "tea", "the cafe of Brest-Litovsk"]


def test_the_index_of_a_build_is_not_made_from_the_file_of_the_next(directory: Path) -> None:
    served, state = load(directory), f"{generation(directory)}.0"
    (directory / "kb.nq").write_text("", encoding="utf-8")
    assert len(open_index(served, directory, state).subjects("cafe")) == 2


def test_an_index_is_made_ahead_for_services_to_find(directory: Path) -> None:
    name = refreshed(directory)
    assert not has_index(directory, name)
    index(directory)
    assert has_index(directory, name)
    assert len(open_index(ox.Store(), directory, name).subjects("cafe")) == 2


def test_a_directory_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "what? 100% #1"
    folder.mkdir()
    (folder / "kb.nq").write_text(DATA, encoding="utf-8")
    assert len(open_index(load(folder), folder, "g1").subjects("cafe")) == 2


def test_a_search_without_words_is_refused(directory: Path) -> None:
    with pytest.raises(QueryError, match="no word"):
        open_index(load(directory), directory, "g1").subjects(' "" * !')


def test_an_index_is_kept_until_there_is_a_new_one(directory: Path) -> None:
    store = load(directory)
    open_index(store, directory, "g1")
    assert [file.name for file in directory.glob("search-*")] == ["search-g1.sqlite"]
    assert len(open_index(ox.Store(), directory, "g1").subjects("cafe")) == 2
    assert len(open_index(ox.Store(), directory, "g2").subjects("cafe")) == 0
    assert [file.name for file in directory.glob("search-*")] == ["search-g2.sqlite"]


def test_a_damaged_index_is_made_anew(directory: Path) -> None:
    (directory / "search-g1.sqlite").write_bytes(b"SQLite format 3\x00 damaged")
    assert len(open_index(load(directory), directory, "g1").subjects("cafe")) == 2


def test_where_no_index_can_be_written_it_is_made_in_memory(directory: Path) -> None:
    assert len(open_index(load(directory), directory / "kb.nq", "g1").subjects("cafe")) == 2


_WINDOWED = "from kb.store import grouping; grouping._WINDOW = {}; grouping.main()"


@pytest.mark.parametrize("window", [1, 400, 1 << 20])
@pytest.mark.parametrize("last", ["\n", ""])
def test_a_large_file_is_loaded_in_another_order_and_holds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str, window: int
) -> None:
    lines = [
        f'<http://kb.test/{n}> <http://kb.test/p{n % 3}> "a {n}  \\n" <http://kb.test/g{n % 2}> .'
        for n in range(50)
    ]
    lines[7:7] = ["", "# a comment", "_:b\t<http://kb.test/p1>\t_:c .", "_:c <http://kb.test/p2> _:b ."]
    (tmp_path / "kb.nq").write_text("\n".join(lines) + last, encoding="utf-8")
    plain = ox.Dataset(load(tmp_path))
    monkeypatch.setattr(grouping, "_LARGE", 0)
    monkeypatch.setattr(grouping, "_PROGRAM", _WINDOWED.format(window))
    grouped = ox.Dataset(load(tmp_path))
    for dataset in (plain, grouped):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert (grouped, len(grouped)) == (plain, 52)


@pytest.mark.parametrize("size", [1, 150, 10_000])
def test_pieces_hold_every_line_once_and_a_blank_node_is_one(tmp_path: Path, size: int) -> None:
    """A label of a blank node means nothing outside of its piece."""
    lines = [f'<urn:{n}> <urn:p{n % 3}> "a {n}" .\n'.encode() for n in range(50)]
    blank = [f"_:b <urn:p{n}> <urn:o> .\n".encode() for n in range(5)]
    (tmp_path / "kb.nq").write_bytes(
        b"".join(line for pair in zip(lines, blank * 10, strict=True) for line in pair)
    )
    pieces = list(grouping.by_predicate_and_object(tmp_path / "kb.nq", size))
    assert sorted(b"".join(pieces).splitlines(keepends=True)) == sorted([*lines, *blank * 10])
    assert [b"_:b" in piece for piece in pieces] == [False] * (len(pieces) - 1) + [True]
    assert all(len(piece) < size + len(lines[-1]) for piece in pieces[:-1])


def test_pieces_that_nobody_wants_any_more_leave_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kb.nq").write_text('<urn:a> <urn:b> "c" .\n' * 200_000, encoding="utf-8")
    with pytest.raises(StoreError, match="enough"), grouping.grouped(tmp_path / "kb.nq") as pieces:
        next(pieces)
        raise StoreError("enough")
    assert threading.active_count() == 1


def test_damage_in_a_large_file_is_reported_with_its_own_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f'<http://kb.test/{n}> <http://kb.test/p{n % 3}> "{n}" .' for n in range(50)]
    lines[10] = "<http://kb.test/x> <http://kb.test/p> nonsense"
    (tmp_path / "kb.nq").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(grouping, "_LARGE", 0)
    with pytest.raises(StoreError, match="line 11"):
        load(tmp_path)


@pytest.mark.parametrize("large", [True, False])
def test_only_what_a_build_vouches_for_is_loaded_without_looking_at_every_name(
    directory: Path, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    """A name that is none shows whether names are looked at."""
    monkeypatch.setattr(grouping, "_LARGE", 0 if large else 1 << 30)
    (directory / "kb.nq").write_text(DATA + "<http://kb.test/a b> <urn:p> <urn:o> .\n", encoding="utf-8")
    files = {"kb.nq": manifest.measured(directory, "kb.nq")}
    manifest.save(directory, Manifest("1", "http://kb.test/", {}, files, files["kb.nq"]["sha256"]))
    assert len(load(directory)) == 4
    with (directory / "kb.nq").open("a", encoding="utf-8") as file:
        file.write("<urn:s> <urn:p> <urn:o> .\n")
    with pytest.raises(StoreError, match="line 4"):
        load(directory)


def test_a_sorter_that_dies_is_no_end_of_the_data(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"kb\.nq: sorting"), grouping.grouped(tmp_path / "kb.nq") as pieces:
        assert list(pieces) == []


def test_a_state_on_disk_is_derived_from_another_and_leaves_it_as_it_was(directory: Path) -> None:
    before = refreshed(directory)
    after = f"{before.partition('.')[0]}.1"
    insert = "INSERT DATA { <urn:a> <urn:p> 1 }"
    assert derive(directory, before, after, lambda store: store.update(insert) is None)
    assert [len(open_state(directory, state)) for state in (before, after)] == [3, 4]
    assert not derive(directory, after, f"{after}1", lambda store: store.update("CLEAR ALL") is not None)
    assert sorted(path.name for path in (directory / "store").iterdir()) == [before, after]


def test_a_state_that_was_not_recorded_is_not_used(directory: Path) -> None:
    """As after a power cut between the naming of the state and the line in the journal."""
    before = refreshed(directory)
    derive(directory, before, f"{before[:-1]}1", lambda store: store.update("CLEAR ALL") is None)
    assert (refreshed(directory), len(open_store(directory, mode="disk"))) == (before, 3)
    change(directory, "INSERT DATA { <urn:a> <urn:p> 1 }")
    (directory / "store" / f"{before[:-1]}1").rename(directory / "store" / "lost")
    assert len(open_store(directory, mode="disk")) == 4
