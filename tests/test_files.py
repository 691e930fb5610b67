from __future__ import annotations

from pathlib import Path

import pytest

from kb.files import replacing, sha256, sweep, write
from kb.sorting import Sorter


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    write(path, "first")
    write(path, "sécond")
    assert path.read_bytes() == "sécond".encode()
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write(path, "first")
    with pytest.raises(KeyError), replacing(path) as stream:
        stream.write(b"half")
        raise KeyError
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "kb.nq.123.partial").write_text("half")
    (tmp_path / "kb.nq").write_text("whole")
    sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kb.nq"]


def test_checksum(tmp_path: Path) -> None:
    write(tmp_path / "file", "abc")
    assert sha256(tmp_path / "file") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("run", [1, 2, 3, 100])
def test_lines_are_sorted_once_each_however_long_the_runs(tmp_path: Path, run: int) -> None:
    lines = ["b\n", "a\n", "c\r\n", "\u2028\n", "b\n", "\U0001f600\n", "\uffff\n", "a b\n", "a\n"]
    with Sorter(tmp_path, run=run) as sorter:
        sorter.extend(lines[:4])
        sorter.extend(lines[4:])
        assert list(sorter) == sorted(set(lines))
        assert list(sorter) == sorted(set(lines))
    assert not list(tmp_path.iterdir())
