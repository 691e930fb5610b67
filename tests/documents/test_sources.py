"""Files, directories, archives and standard input."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.documents import Document, archive, paths, read
from kb.documents.identifiers import LONGEST, safe
from kb.errors import SourceError
from tests.documents.reading import error, every, piped

NOBODY = 65534
"""The number of a user who owns nothing."""
MEMBERS = {"b/two.txt": b"Two.", "a.json": b'{"id": "one", "text": "One."}'}


def zipped(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return content.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w:gz") -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode=mode) as packed:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            packed.addfile(info, io.BytesIO(data))
    return content.getvalue()


def ids(found: list[Document | SourceError]) -> list[str]:
    return [item.id if isinstance(item, Document) else f"! {item.reason}" for item in found]


def test_a_directory_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", "README.md", "LICENSE", ".e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Text of {name}.")
    found = list(read([tmp_path]))
    assert ids(found) == ["a", "b", "c"]
    assert list(read([str(tmp_path / "sub"), str(tmp_path / "b.txt"), tmp_path / "a.txt"])) == found


def test_files_with_one_name_get_different_identifiers_whatever_the_order_of_sources(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "item.txt").write_text(f"Text of {folder}.")
    found = list(read([tmp_path / "b", tmp_path / "a"]))
    assert found == list(read([tmp_path / "a", tmp_path / "b"]))
    first, second = ids(found)
    assert first == "item" and second.startswith("item-")


def test_every_failing_source_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text("B.")
    (tmp_path / "c.csv").write_text("1,2")
    os.mkfifo(tmp_path / "d.txt")
    (tmp_path / "empty").mkdir()
    found = list(read([tmp_path, tmp_path / "empty", tmp_path / "absent.txt"]))
    reasons = {
        item.source.removeprefix(f"{tmp_path}/"): item.reason
        for item in found
        if isinstance(item, SourceError)
    }
    assert reasons == {
        "a.txt": "is empty; leave it out, or check how it was saved",
        "absent.txt": "does not exist; check the path",
        "c.csv": "is of no kind that is read; name it by itself if it is text",
        "d.txt": "is no regular file; pipe its content in and name it -",
        "empty": "holds no documents; check the path",
    }
    assert [item.id for item in found if isinstance(item, Document)] == ["b"]


def test_a_file_of_unknown_kind_is_read_when_named(tmp_path: Path) -> None:
    assert ids(every("Some text.", tmp_path, "note.log")) == ["note.log"]


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder, and a user whom permissions bind: root, who may read everything, becomes nobody meanwhile."""
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        os.seteuid(user or NOBODY)
        try:
            yield Path(folder)
        finally:
            os.seteuid(user)


def test_a_file_without_permission_is_an_error(unprivileged: Path) -> None:
    (unprivileged / "a.txt").write_text("A.")
    (unprivileged / "a.txt").chmod(0)
    assert "permissions" in ids(list(read([unprivileged / "a.txt"])))[0]


def test_a_folder_without_permission_is_an_error(unprivileged: Path) -> None:
    (unprivileged / "b.txt").write_text("B.")
    (unprivileged / "a").mkdir(mode=0)
    assert ids(list(read([unprivileged]))) == [
        "b",
        "! is a folder that cannot be opened; check its permissions",
    ]


def test_standard_input_is_read_once_asked_for() -> None:
    assert piped(b"Some text.") == [Document("stdin", "", "Some text.")]
    assert ids(list(read(["-"]))) == ["! standard input is not available here; name a file"]


@pytest.mark.parametrize(
    "name, content",
    [
        ("x.zip", zipped(MEMBERS)),
        ("x.tar", tarred(MEMBERS, "w:")),
        ("x.tar.gz", tarred(MEMBERS)),
        ("x.tgz", tarred(MEMBERS)),
        ("x.tar.xz", tarred(MEMBERS, "w:xz")),
        ("x.tar.bz2", tarred(MEMBERS, "w:bz2")),
    ],
)
def test_archives_give_their_members(name: str, content: bytes, tmp_path: Path) -> None:
    assert ids(every(content, tmp_path, name)) == ["two", "one"]
    assert ids(piped(content)) == ["two", "one"]


def test_a_compressed_file_is_read_under_its_own_name(tmp_path: Path) -> None:
    lines = b'{"text": "A."}\n{"id": "b", "text": "B."}\n'
    first, second = every(gzip.compress(lines), tmp_path, "x.jsonl.gz")
    assert isinstance(first, Document) and first.id.startswith("x-") and ids([second]) == ["b"]
    assert ids(every(gzip.compress(b"Some text."), tmp_path, "y.txt.gz")) == ["y"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_of_members_are_never_paths(pack: object, tmp_path: Path) -> None:
    assert callable(pack)
    content = pack(
        {"../../up.txt": b"Up.", "/etc/abs.txt": b"Abs.", "a\\..\\win.txt": b"Win.", ".git/x": b"X"}
    )
    assert ids(every(content, tmp_path, "x.zip")) == ["up", "abs", "win"]
    assert os.listdir(tmp_path) == ["x.zip"]


def test_links_and_devices_in_an_archive_are_passed_over(tmp_path: Path) -> None:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as packed:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"bad{kind!r}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            packed.addfile(info)
    assert every(content.getvalue(), tmp_path, "x.tar") == []


def test_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 1000)
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 5000)
    monkeypatch.setattr(archive, "MOST_MEMBERS", 5)
    big, good = b"a" * 2000, b"It left."
    for pack in (zipped, tarred):
        (oversized, read_on) = ids(every(pack({"a.txt": big, "b.txt": good}), tmp_path, "x"))
        assert oversized.startswith("! is larger than 1,000 bytes when unpacked") and read_on == "b"
        assert (
            "unpacks to more than" in ids(every(pack({f"{n}.txt": big for n in range(5)}), tmp_path, "x"))[-1]
        )
        assert (
            "unpacks to more than"
            in ids(every(pack({f"{n}.txt": good for n in range(9)}), tmp_path, "x"))[-1]
        )
    assert "when unpacked" in error(gzip.compress(big), tmp_path, "x.gz")


def test_an_archive_within_an_archive_is_refused(tmp_path: Path) -> None:
    found = every(zipped({"in.zip": zipped({"in.zip": b"x"}), "z.txt": b"Z."}), tmp_path, "x.zip")
    assert ids(found) == ["! is an archive within an archive; unpack it first", "z"]


@pytest.mark.parametrize(
    "content, reason",
    [
        (zipped(MEMBERS)[:-30], "is a damaged archive"),
        (tarred(MEMBERS)[:-30], "is a damaged archive"),
        (gzip.compress(b"a" * 1000, mtime=0)[:-12], "is a damaged archive"),
        (b"PK\x03\x04 nonsense", "is a damaged archive"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "is an office document"),
    ],
)
def test_damaged_archives_are_named(content: bytes, reason: str, tmp_path: Path) -> None:
    found = every(content, tmp_path, "x.bin")
    assert isinstance(found[-1], SourceError) and found[-1].reason.startswith(reason)


def test_large_files_are_refused_but_for_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kb.documents import formats, records

    monkeypatch.setattr(formats, "LARGEST", 100)
    monkeypatch.setattr(records, "LARGEST", 100)
    lines = [json.dumps({"id": str(number), "text": "It left."}) for number in range(20)]
    assert "is larger than" in error("word " * 30, tmp_path)
    assert len(every("\n".join(lines), tmp_path, "x.jsonl")) == 20
    assert "is longer than" in ids(every("\n".join([*lines, "x" * 200]), tmp_path, "x.jsonl"))[-1]


def test_a_text_beyond_the_limit_of_one_document_is_refused(tmp_path: Path) -> None:
    assert error("word " * 1_100_000, tmp_path).startswith("has 5,500,000 characters")


@settings(deadline=None)
@given(st.text(max_size=300))
def test_identifiers_are_safe(identifier: str) -> None:
    made = safe(identifier)
    assert 0 < len(made) <= LONGEST + 1
    assert made.isascii() and not made.startswith((".", "-"))
    assert not set(made) & set("/\\:?#% \n\0")
    assert safe(made) == made


@pytest.mark.parametrize("plain", ["te-XIN_ENG_20061106.0156", "a-", "x" * LONGEST])
def test_plain_identifiers_stay(plain: str) -> None:
    assert safe(plain) == plain


def test_stems() -> None:
    assert [paths.Blob(name, b"").stem for name in ("a/b.txt", "a.tar.gz:c/d.json", "e", "x.y.html.gz")] == [
        "b",
        "d",
        "e",
        "x.y",
    ]
