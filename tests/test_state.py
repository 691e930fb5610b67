from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kb.errors import StoreError
from kb.state import Retraction, State, version
from tests.stories import LEADS, SANCTIONS, claim, denied, said, story
from tests.synthetic import extractions


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    state = State(tmp_path)
    saved = [
        *extractions(8),
        story("ä/..", claim(LEADS), said(SANCTIONS, "officials"), denied(LEADS), url="http://x"),
    ]
    for extraction in saved:
        state.save(extraction, made_by="me")
    read = {extraction.document.id: extraction for extraction in state.extractions()}
    assert read == {extraction.document.id: extraction for extraction in saved}
    assert state.known() == {one.document.id: (version(one.document), "me") for one in saved}
    assert dict(state.texts()) == {one.document.id: one.document.text for one in saved}


def test_a_document_is_forgotten(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.save(story("a"), made_by="me")
    state.forget("a")
    state.forget("b")
    assert state.known() == {}


def test_ids_that_look_alike_have_files_of_their_own(tmp_path: Path) -> None:
    state = State(tmp_path)
    names = ["a b", "a-b", "A B", "a/b", "../a", "x" * 300, "x" * 301]
    assert len({state.path(name) for name in names}) == len(names)
    assert all(state.path(name).parent == tmp_path / "documents" for name in names)


@pytest.mark.parametrize("field", ["title", "text", "date", "url", "source"])
def test_every_change_of_a_document_makes_another_version(field: str) -> None:
    document = story("a").document
    assert version(replace(document, **{field: "changed"})) != version(document)


def test_a_version_of_a_document_is_retracted_once(tmp_path: Path) -> None:
    state = State(tmp_path)
    assert state.retractions() == []
    first, second = Retraction("b", "1", "withdrawn"), Retraction("a", "1", "replaced", "2024-03-05")
    state.retract([first])
    state.retract([second, replace(first, reason="another reason")])
    assert state.retractions() == [second, first]


def test_a_damaged_file_is_named_with_the_remedy(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.save(story("a"), made_by="me")
    path = state.path("a")
    path.write_text(path.read_text()[:-30])
    assert list(state.known()) == ["a"]
    with pytest.raises(StoreError, match=f"{path}: damaged; delete this file and build again"):
        list(state.extractions())
    path.write_text("")
    with pytest.raises(StoreError, match="damaged"):
        state.known()


LOCK = "import sys, pathlib; from kb.state import State\nwith State(pathlib.Path(sys.argv[1])).locked(): pass"


def test_one_build_at_a_time(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOCK, str(tmp_path)]
    with State(tmp_path).locked():
        other = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "another build writes here; wait until it has ended" in other.stderr
    assert subprocess.run(command, check=False).returncode == 0
