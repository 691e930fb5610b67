from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb import build as building
from kb import manifest, store
from kb.build import Builder, Built
from kb.documents.base import Document
from kb.errors import EvidenceError, KbError, SourceError, StoreError
from kb.facts.base import Extraction
from kb.model import Passage
from kb.reading import Read, Reader, Reading
from kb.update import Absence
from tests.stories import LEADS, NEEDS, SANCTIONS, claim, denied, said, story
from tests.synthetic import extraction

STORIES = (
    story("a", claim(LEADS), date="2024-03-01"),
    story("b", claim(LEADS), said(NEEDS, "Ada Berg"), date="2024-03-02"),
    story("c", claim(SANCTIONS), denied(NEEDS), date="2024-03-03"),
)
DATA = ("kb.ttl", "kb.trig", "kb.nq")


def reader_of(stories: Sequence[Extraction], seen: list[str] | None = None) -> Reader:
    """A reader that knows what is in these documents, and notes in `seen` which it was given."""
    known = {found.document: found for found in stories}

    def read(batch: Sequence[Document]) -> list[Read]:
        if seen is not None:
            seen.extend(document.id for document in batch)
        return [Reading(known[document]) for document in batch]

    return read


def run(
    out: Path,
    stories: Sequence[Extraction],
    *errors: SourceError,
    seen: list[str] | None = None,
    made_by: str = "test",
    absence: Absence = building.RETRACTED,
) -> Built:
    """Build `out` from the documents of `stories`."""
    documents = [found.document for found in stories]
    builder = Builder(out, reader=reader_of(stories, seen), made_by=made_by)
    return builder.build([*errors, *documents], absence=absence)


def contents(out: Path) -> dict[str, bytes]:
    """The published files, and the index for searches."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def data(out: Path) -> set[str]:
    """The quads without those about the dataset."""
    lines = (out / "kb.nq").read_text("utf-8").splitlines()
    return {line for line in lines if not line.endswith("/graph/dataset> .")}


def test_a_build_writes_what_the_manifest_says(tmp_path: Path) -> None:
    built = run(tmp_path, STORIES)
    assert built.conforms
    assert built.fresh
    assert built.manifest == manifest.load(tmp_path)
    index = f"search-{store.state(tmp_path)}.sqlite"
    assert set(contents(tmp_path)) == {*DATA, *manifest.COMPANIONS, "manifest.json", index}
    assert not list(manifest.differences(tmp_path, built.manifest))
    counts = built.manifest.counts
    assert (counts["documents"], counts["facts"], counts["claims"]) == (3, 3, 5)
    assert counts["quads"] == len((tmp_path / "kb.nq").read_text("utf-8").splitlines())
    assert counts["triples"] == len(list(ox.parse(path=str(tmp_path / "kb.ttl"))))
    assert (
        built.summary()
        == f"{tmp_path}: 3 documents, 3 individuals, 3 facts, 5 claims (3 read, 0 unchanged, 0 retracted)"
    )


def test_the_manifest_has_the_canonical_hash(tmp_path: Path) -> None:
    built = run(tmp_path, STORIES)
    dataset = ox.Dataset(ox.parse(path=str(tmp_path / "kb.nq")))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted(f"{quad} .\n" for quad in dataset)
    assert (tmp_path / "kb.nq").read_text("utf-8") == "".join(lines)
    assert built.manifest.rdfc10 == built.manifest.files["kb.nq"]["sha256"]


def test_order_and_workers_do_not_matter(tmp_path: Path) -> None:
    run(tmp_path / "one", STORIES)
    run(tmp_path / "other", STORIES[::-1])
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


SCRIPT = """
import sys
from pathlib import Path
from kb.build import Builder
from kb.reading import Reading
from tests.synthetic import extraction

def read(batch):
    return [Reading(extraction(int(document.id[-6:]), claims=3, names=4)) for document in batch]

if __name__ == "__main__":
    out, workers, numbers = Path(sys.argv[1]), int(sys.argv[2]), map(int, sys.argv[3].split(","))
    builder = Builder(out, reader=read, made_by="script", workers=workers)
    builder.build(extraction(number, claims=3, names=4).document for number in numbers)
"""


def script(
    tmp_path: Path, name: str, *, workers: int, numbers: Sequence[int], seed: int
) -> subprocess.Popen[bytes]:
    file = tmp_path / "script.py"
    file.write_text(SCRIPT)
    root = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": str(seed)}
    arguments = [str(tmp_path / name), str(workers), ",".join(map(str, numbers))]
    return subprocess.Popen([sys.executable, str(file), *arguments], env=environment)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build of thirty documents writes that nobody stops."""
    folder = tmp_path_factory.mktemp("undisturbed")
    assert script(folder, "out", workers=1, numbers=range(30), seed=1).wait() == 0
    return contents(folder / "out")


def test_workers_and_hash_seed_do_not_matter(undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    assert script(tmp_path, "other", workers=2, numbers=range(29, -1, -1), seed=2).wait() == 0
    assert contents(tmp_path / "other") == undisturbed


@pytest.mark.parametrize("delay", [0.8, 1.6])
def test_a_killed_build_goes_on_and_ends_with_the_same_bytes(
    undisturbed: dict[str, bytes], tmp_path: Path, delay: float
) -> None:
    killed = script(tmp_path, "killed", workers=1, numbers=range(30), seed=1)
    try:
        killed.wait(delay)
    except subprocess.TimeoutExpired:
        killed.send_signal(signal.SIGKILL)
        killed.wait()
    assert script(tmp_path, "killed", workers=1, numbers=range(30), seed=1).wait() == 0
    assert contents(tmp_path / "killed") == undisturbed
    assert not [path for path in (tmp_path / "killed").rglob("*") if "partial" in path.name]


def test_a_second_build_reads_and_writes_nothing(tmp_path: Path) -> None:
    run(tmp_path, STORIES)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    seen: list[str] = []
    built = run(tmp_path, STORIES, seen=seen)
    assert (seen, built.fresh, built.changes.unchanged) == ([], False, 3)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times


def test_only_new_and_changed_documents_are_read(tmp_path: Path) -> None:
    run(tmp_path, STORIES[:2])
    changed = story("b", claim(NEEDS), date="2024-04-01")
    seen: list[str] = []
    run(tmp_path, [STORIES[0], changed, STORIES[2]], seen=seen)
    assert seen == ["b", "c"]
    seen.clear()
    run(tmp_path, [STORIES[0], changed, STORIES[2]], seen=seen, made_by="a newer reader")
    assert seen == ["a", "b", "c"]


def test_a_removed_document_takes_exactly_its_claims_away(tmp_path: Path) -> None:
    run(tmp_path / "without", STORIES[:2])
    run(tmp_path / "removed", STORIES)
    absence = Absence(reason="withdrawn by the publisher", date="2024-05-01")
    built = run(tmp_path / "removed", STORIES[:2], absence=absence)
    assert built.changes.retracted == ["c"]
    assert built.conforms
    assert data(tmp_path / "removed") == data(tmp_path / "without")
    answer = query(
        tmp_path / "removed",
        "?r rdfs:comment ?why ; dcterms:date ?date . ?d prov:wasInvalidatedBy ?r ; a kb:Document",
    )
    assert [(row["d"].value, row["why"].value, row["date"].value) for row in answer] == [
        ("http://localhost:8000/document/c", "withdrawn by the publisher", "2024-05-01")
    ]


def test_a_replaced_document_leaves_a_tombstone_with_the_date_of_the_new_one(tmp_path: Path) -> None:
    corrected = story("c", claim(NEEDS), date="2024-04-01")
    run(tmp_path / "fresh", [*STORIES[:2], corrected])
    run(tmp_path / "replaced", STORIES)
    built = run(tmp_path / "replaced", [*STORIES[:2], corrected])
    assert built.conforms
    assert data(tmp_path / "replaced") == data(tmp_path / "fresh")
    answer = query(
        tmp_path / "replaced",
        "?d prov:wasRevisionOf/prov:wasInvalidatedBy ?r . ?r rdfs:comment ?why ; dcterms:date ?date",
    )
    assert [(row["d"].value, row["why"].value, row["date"].value) for row in answer] == [
        ("http://localhost:8000/document/c", "replaced by a newer version", "2024-04-01")
    ]


def test_a_document_that_comes_back_is_no_longer_retracted(tmp_path: Path) -> None:
    run(tmp_path, STORIES)
    before = contents(tmp_path)
    run(tmp_path, STORIES[:2])
    run(tmp_path, STORIES)
    assert {name: content for name, content in contents(tmp_path).items() if name in DATA} == {
        name: content for name, content in before.items() if name in DATA
    }


def query(out: Path, pattern: str) -> list[ox.QuerySolution]:
    """The solutions of a pattern over all graphs."""
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in building.ontology.PREFIXES.items())
    loaded = ox.Store()
    loaded.bulk_load(path=str(out / "kb.nq"))
    return list(loaded.query(f"{prefixes} SELECT * {{ {pattern} }}", use_default_graph_as_union=True))


def test_documents_are_kept_on_demand_and_while_a_source_fails(tmp_path: Path) -> None:
    run(tmp_path, STORIES)
    assert run(tmp_path, STORIES[:1], absence=Absence(keep=True)).manifest.counts["documents"] == 3
    built = run(tmp_path, STORIES[:1], SourceError("c.txt", "cannot be read"))
    assert built.manifest.counts["documents"] == 3
    assert [str(error) for error in built.changes.failures] == ["c.txt: cannot be read"]
    assert built.summary().endswith("(0 read, 1 unchanged, 0 retracted, 2 kept though absent, 1 failed)")
    assert run(tmp_path, STORIES[:1]).manifest.counts["documents"] == 1


def test_two_documents_with_one_id_are_reported(tmp_path: Path) -> None:
    other = story("a", claim(NEEDS), date="2024-03-09")
    built = run(tmp_path, [STORIES[0], STORIES[0], other])
    assert [str(error) for error in built.changes.failures] == [
        "a: another document has the same id; give one of them another id"
    ]
    assert built.manifest.counts["documents"] == 1


def test_wrong_evidence_fails_the_build_and_leaves_no_manifest(tmp_path: Path) -> None:
    wrong = replace(STORIES[0], claims=(claim(LEADS, evidence=Passage(0, 3, "Eve")),))
    with pytest.raises(EvidenceError, match="document a"):
        run(tmp_path, [wrong])
    assert not list((tmp_path / "state" / "documents").iterdir())
    assert not (tmp_path / "manifest.json").exists()


@pytest.mark.parametrize(
    "harm",
    [
        lambda out: (out / "manifest.json").write_text("{"),
        lambda out: (out / "manifest.json").write_text(json.dumps({"version": 1})),
        lambda out: (out / "kb.ttl").unlink(),
        lambda out: (out / "kb.nq").write_bytes(b""),
    ],
)
def test_damaged_files_are_built_again(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    run(tmp_path, STORIES)
    before = contents(tmp_path)
    harm(tmp_path)
    assert run(tmp_path, STORIES).fresh
    assert contents(tmp_path) == before


def test_another_base_is_another_base(tmp_path: Path) -> None:
    reader = reader_of(STORIES)
    for base in ("http://one.example/", "http://two.example/kb/"):
        Builder(tmp_path / "out", reader=reader, made_by="test").build(
            (found.document for found in STORIES), base=base
        )
        assert f"@base <{base}> ." in (tmp_path / "out" / "kb.ttl").read_text("utf-8")
    assert "one.example" not in (tmp_path / "out" / "kb.nq").read_text("utf-8")


@pytest.mark.parametrize(
    "base", ["http://one.example", "one/", "http://one.example/a b/", "http://a.example/?q/", ""]
)
def test_a_base_that_is_none_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(KbError, match="with a slash at the end"):
        Builder(tmp_path, reader=reader_of(STORIES), made_by="test").build([], base=base)


@pytest.mark.parametrize("date", ["yesterday", "2024-13", "2024-02-30", "05.03.2024", ""])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(KbError, match="write it as 2024-03-05"):
        Absence(date=date)


def test_a_directory_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    run(tmp_path, STORIES[:1])
    (tmp_path / "kb.nq").unlink()
    (tmp_path / "kb.nq").mkdir()
    with pytest.raises(StoreError, match=r"cannot be written or read: .*kb\.nq"):
        run(tmp_path, STORIES)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base built at once."""
    directory = tmp_path_factory.mktemp("once")
    run(directory, STORIES)
    return directory


@settings(max_examples=6, deadline=None)
@given(st.permutations(STORIES), st.sets(st.integers(1, 2)))
def test_a_base_that_grew_is_like_one_built_at_once(
    once: Path, tmp_path_factory: pytest.TempPathFactory, order: list[Extraction], counts: set[int]
) -> None:
    """Whatever the parts and their order."""
    directory = tmp_path_factory.mktemp("grown")
    for count in (*sorted(counts), len(order)):
        run(directory, order[:count])
    assert contents(directory) == contents(once)


def test_an_empty_base_is_a_base(tmp_path: Path) -> None:
    built = run(tmp_path, [])
    assert built.conforms
    assert built.manifest.counts["documents"] == 0


def test_no_text_of_an_article_is_published(tmp_path: Path) -> None:
    secret = "Nobody quotes this sentence of the article."
    found = story("a", claim(LEADS), text=f"Ada Berg is president of Norland. {secret} Norland needs fuel.")
    run(tmp_path, [found])
    assert all(secret.encode() not in content for content in contents(tmp_path).values())


def test_turtle_of_extractions(tmp_path: Path) -> None:
    run(tmp_path, [STORIES[0]])
    assert building.turtle([STORIES[0]]) == (tmp_path / "kb.ttl").read_text("utf-8")


def test_hostile_names_stay_in_their_place(tmp_path: Path) -> None:
    named = tuple((name, kind, {}) for name, kind in ((HOSTILE, STORIES[0].individuals[0].kind),))
    found = story(
        HOSTILE,
        claim(replace(NEEDS, needer=HOSTILE, item=HOSTILE)),
        named=named,
        title=HOSTILE,
        source=HOSTILE,
    )
    found = replace(found, document=replace(found.document, url=f"http://a.example/{HOSTILE}"))
    built = run(tmp_path / "out", [found, extraction(1)])
    assert built.conforms
    for name in DATA:
        assert list(ox.parse(path=str(tmp_path / "out" / name)))
    assert {path.name for path in tmp_path.iterdir()} == {"out"}


HOSTILE = '../..\\<x>" .\n\u2028{}|^`%zz 😀\x7f'
