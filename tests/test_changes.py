"""Changes on the disk: what a crash or a full disk may do to them at any moment."""

from __future__ import annotations

import os
import resource
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pyoxigraph as ox
import pytest

from kb.errors import StoreError
from kb.store import Changes, FullDisk, Write, apply, generation, load
from kb.store import changes as module

DATA = "<urn:s> <urn:p> <urn:o> .\n"
INSERT = "INSERT DATA { <urn:new> <urn:p> %d }"
# Its outcome cannot be repeated, so it is kept as a snapshot.
DATED = "INSERT { <urn:new> <urn:p> ?now } WHERE { BIND(NOW() AS ?now) }"
FOURTH = ox.Quad(ox.NamedNode("urn:new"), ox.NamedNode("urn:p"), ox.Literal(4))
EARLIER: dict[str, tuple[str, ...]] = {
    "nothing": (),
    "a journal": (INSERT % 1, INSERT % 2),
    "a snapshot": (INSERT % 1, DATED),
}

Trace = Callable[[FrameType, str, Any], Any]


def change(directory: Path, text: str) -> None:
    store, write = load(directory), Write("update", text=text)
    apply(store, write)
    Changes(directory).record(generation(directory), store, write)


def made(directory: Path, earlier: tuple[str, ...]) -> Path:
    directory.mkdir()
    (directory / "kb.nq").write_text(DATA, encoding="utf-8")
    for text in earlier:
        change(directory, text)
    return directory


def content(directory: Path) -> tuple[int, set[ox.Quad]]:
    return Changes(directory).count(), set(load(directory))


def dying(after: int) -> Trace:
    """Ends the process, as a power cut would, when it has come so many lines far in writing changes."""
    left = after

    def trace(frame: FrameType, event: str, argument: object) -> Trace | None:
        nonlocal left
        if frame.f_code.co_filename != module.__file__:
            return None
        left -= event == "line"
        if left < 0:
            os._exit(9)
        return trace

    return trace


def status_of(work: Callable[[], None]) -> int:
    """How a process of its own ends that does this: 0 well, 3 without room, 9 as by a power cut."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            work()
            status = 0
        except FullDisk:
            status = 3
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.parametrize("text", [INSERT % 3, DATED], ids=["line", "snapshot"])
@pytest.mark.parametrize("earlier", EARLIER.values(), ids=EARLIER)
def test_a_process_that_dies_anywhere_leaves_the_data_before_or_after(
    tmp_path: Path, earlier: tuple[str, ...], text: str
) -> None:
    template, directory, seen = made(tmp_path / "template", earlier), tmp_path / "kb", set()
    before, data = content(template)
    store, write, build = load(template), Write("update", text=text), generation(template)
    apply(store, write)

    def record(lines: int) -> None:
        sys.settrace(dying(lines))
        Changes(directory).record(build, store, write)

    for lines in range(1000):
        shutil.copytree(template, directory)

        status = status_of(partial(record, lines))
        count, found = content(directory)
        assert (count, found) in ((before, data), (before + 1, set(store)))
        seen.add(count - before)
        change(directory, INSERT % 4)
        assert content(directory) == (count + 1, found | {FOURTH})
        shutil.rmtree(directory)
        if status == 0:
            break
        assert status == 9
    assert (status, seen, lines > 10) == (0, {0, 1}, True)


@pytest.mark.parametrize("text", [INSERT % 3, DATED], ids=["line", "snapshot"])
@pytest.mark.parametrize("earlier", EARLIER.values(), ids=EARLIER)
def test_where_there_is_no_room_nothing_changes_and_nothing_is_left(
    tmp_path: Path, earlier: tuple[str, ...], text: str
) -> None:
    directory = made(tmp_path / "kb", earlier)
    before, updates = content(directory), directory / "updates"

    def cramped() -> None:
        store, write = load(directory), Write("update", text=text)
        apply(store, write)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        Changes(directory).record(generation(directory), store, write)

    for room in range(0, 2000, 40):
        if status_of(cramped) == 0:
            assert room > 80
            break
        assert content(directory) == before
        assert not list(updates.glob("*.new"))
        assert all(len(list(updates.glob(pattern))) <= 1 for pattern in ("snapshot-*", "journal-*"))
    assert content(directory)[0] == before[0] + 1
    change(directory, INSERT % 4)
    assert content(directory)[0] == before[0] + 2


def test_a_line_that_was_cut_short_does_not_garble_the_next(tmp_path: Path) -> None:
    directory = made(tmp_path / "kb", (INSERT % 1,))
    (journal,) = (directory / "updates").glob("journal-*")
    store = load(directory)
    with journal.open("ab") as file:
        file.write(journal.read_bytes()[:20])
    write = Write("update", text=INSERT % 2)
    apply(store, write)
    Changes(directory).record(generation(directory), store, write)
    assert content(directory) == (2, set(store))


def test_changes_to_a_build_that_came_twice_are_kept_twice(tmp_path: Path) -> None:
    directory = made(tmp_path / "kb", ())
    for number in range(3):
        (directory / "kb.nq").write_text(DATA, encoding="utf-8")
        change(directory, INSERT % number)
        (directory / "kb.nq").write_text("", encoding="utf-8")
        assert content(directory)[1] == set()
    assert len(list(directory.glob("updates-*/current.json"))) == 3


def test_changes_that_cannot_be_written_say_why(tmp_path: Path) -> None:
    directory = made(tmp_path / "kb", ())
    (directory / "updates").write_text("no folder", encoding="utf-8")
    with pytest.raises(StoreError, match="the change cannot be written: File exists; nothing"):
        Changes(directory).record(generation(directory), load(directory), Write("update", text=INSERT % 1))
