"""What updates changed since the build: a snapshot and a journal in DIR/updates, durable before visible.

current.json names the build (the digest of kb.nq) that the changes belong to, the snapshot and the journal.
A change whose outcome depends on clock, chance or order cannot be replayed and makes a new snapshot; all
others are one line of the journal.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import zlib
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kb.errors import StoreError
from kb.store.disk import sync, writing
from kb.store.grouping import fill
from kb.store.writing import Write, apply

# Replaying a longer journal takes longer than loading a snapshot.
JOURNAL_LIMIT: Final = 16_000_000
_UNREPEATABLE: Final = re.compile(
    r"\b(RAND|NOW|STRUUID|UUID|LIMIT|OFFSET|SAMPLE|GROUP_CONCAT|SUM|AVG|LOAD|SERVICE)\b", re.IGNORECASE
)


class Changes:
    """The changes of one built directory."""

    def __init__(self, directory: str | Path) -> None:
        self.folder = Path(directory) / "updates"

    def any(self) -> bool:
        """Whether there are changes to whichever build."""
        return (self.folder / "current.json").exists()

    def present(self, base: str) -> bool:
        """Whether the changes are to this build; those of another build are kept aside under its name."""
        owner = str(self._current()["base"])
        if owner == base:
            return True
        suffixes = itertools.chain([""], map("-{}".format, itertools.count(2)))
        places = (self.folder.with_name(f"updates-{owner}{suffix}") for suffix in suffixes)
        self.folder.rename(next(place for place in places if not place.exists()))
        return False

    def fill(self, store: ox.Store, source: Path, *, group: bool) -> None:
        """Load the build, or the snapshot that replaces it, and every change in the journal."""
        current = self._current()
        start = self.folder / current["snapshot"] if current["snapshot"] else source
        fill(store, start, group=group)
        for graph in current["graphs"]:
            store.add_graph(ox.NamedNode(graph))
        for write in self._journal(self.folder / current["journal"]):
            apply(store, write)

    def count(self) -> int:
        """How many changes were recorded in all: a part of the generation's name."""
        if not self.any():
            return 0
        current = self._current()
        return int(current["count"]) + len(self._journal(self.folder / current["journal"]))

    def record(self, base: str, store: ox.Store, write: Write) -> None:
        """Make a change durable, `store` being the data after it; StoreError where that fails."""
        try:
            with writing():
                self._record(base, store, write)
        except StoreError:
            self._tidy()
            raise

    def _record(self, base: str, store: ox.Store, write: Write) -> None:
        if not self.any():
            self.folder.mkdir(parents=True, exist_ok=True)
            self._replace(base, count=0, snapshot=None, graphs=[])
        journal = self.folder / self._current()["journal"]
        long = journal.stat().st_size > JOURNAL_LIMIT
        if long or (write.kind == "update" and _UNREPEATABLE.search(write.text)):
            self._snapshot(base, store)
        else:
            self._append(journal, write)

    def _snapshot(self, base: str, store: ox.Store) -> None:
        count = self.count() + 1
        name = f"snapshot-{count}.nq"
        store.dump(str(self.folder / f"{name}.new"), ox.RdfFormat.N_QUADS)
        sync(self.folder / f"{name}.new")
        (self.folder / f"{name}.new").rename(self.folder / name)
        graphs = [graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)]
        self._replace(base, count=count, snapshot=name, graphs=graphs)

    def _replace(self, base: str, *, count: int, snapshot: str | None, graphs: list[str]) -> None:
        """Begin an empty journal and make it and the snapshot current, in one atomic step."""
        journal = f"journal-{count}.jsonl"
        (self.folder / journal).write_bytes(b"")
        sync(self.folder / journal)
        fresh = self.folder / "current.json.new"
        record = {"base": base, "count": count, "snapshot": snapshot, "graphs": graphs, "journal": journal}
        fresh.write_text(json.dumps(record), encoding="utf-8")
        sync(fresh)
        fresh.rename(self.folder / "current.json")
        sync(self.folder)
        self._tidy()

    def _tidy(self) -> None:
        """Remove what is not current, be it former or unfinished."""
        current = self._current() if self.any() else {}
        for pattern in ("snapshot-*", "journal-*", "*.new"):
            for file in self.folder.glob(pattern):
                if file.name not in (current.get("snapshot"), current.get("journal")):
                    file.unlink(missing_ok=True)

    def _current(self) -> dict[str, Any]:
        file = self.folder / "current.json"
        try:
            record: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise StoreError(
                f"{file}: damaged; move {self.folder} away to serve the build without updates"
            ) from error
        return record

    def _journal(self, file: Path) -> list[Write]:
        """The recorded changes; a last line that a crash cut short was never confirmed and is dropped."""
        raw = file.read_bytes()
        lines = raw.split(b"\n")
        writes = []
        for number, line in enumerate(lines[:-1], 1):
            checksum, _, record = line.partition(b" ")
            if checksum != _checksum(record):
                raise StoreError(f"{file}: line {number} is damaged; restore the file from a backup")
            writes.append(Write.from_json(record.decode("utf-8")))
        if lines[-1]:
            os.truncate(file, len(raw) - len(lines[-1]))
        return writes

    def _append(self, journal: Path, write: Write) -> None:
        """Add a line; what was written of one that could not be finished would garble the next."""
        if not _ends_well(journal):
            self._journal(journal)
        record, before = write.to_json().encode("utf-8"), journal.stat().st_size
        try:
            with journal.open("ab") as file:
                file.write(_checksum(record) + b" " + record + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            os.truncate(journal, before)
            raise


def _ends_well(journal: Path) -> bool:
    """Whether the last line is whole."""
    with journal.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 1))
        return file.read() in (b"", b"\n")


def _checksum(record: bytes) -> bytes:
    return f"{zlib.crc32(record):08x}".encode("ascii")
