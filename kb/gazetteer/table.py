"""Gazetteers of millions of entries: an SQLite file that opens at once and is read where it is asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from kb import files
from kb.errors import GazetteerError
from kb.gazetteer.base import Entry
from kb.gazetteer.names import family_name, fold
from kb.gazetteer.reader import Record, offices
from kb.model import IndividualKind

VERSION: Final = 1
"""The `user_version` of the files that this module writes and reads."""
BATCH: Final = 10_000
_SCHEMA: Final = """
CREATE TABLE entries (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, subtype TEXT NOT NULL, wikidata TEXT,
    geonames TEXT, wikipedia TEXT, iso2 TEXT, lat REAL, lon REAL, offices TEXT NOT NULL, prior REAL NOT NULL,
    opensanctions TEXT);
CREATE TABLE aliases (key TEXT NOT NULL, alias TEXT NOT NULL, entry INTEGER NOT NULL,
    PRIMARY KEY (key, alias, entry)) WITHOUT ROWID;
CREATE TABLE surnames (key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE firsts (word TEXT PRIMARY KEY, longest INTEGER NOT NULL) WITHOUT ROWID;
"""
_FIRSTS: Final = """
INSERT INTO firsts SELECT substr(key, 1, instr(key || ' ', ' ') - 1),
    max(length(key) - length(replace(key, ' ', '')) + 1) FROM aliases GROUP BY 1
"""
_SURNAMES: Final = """
INSERT OR IGNORE INTO surnames SELECT family_name(alias, iso2), entry
    FROM aliases JOIN entries ON id = entry WHERE kind = 'person'
"""
_INSERT: Final = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SELECT: Final = (
    "SELECT name, kind, subtype, wikidata, geonames, wikipedia, iso2, lat, lon, offices, prior, opensanctions"
)


Finish = Mapping[str, Callable[[str], str | None]]
"""For a column, what its values stand for that could not be known while the records came in."""


def build(records: Iterable[Record], path: Path, *, finish: Finish = MappingProxyType({})) -> int:
    """Write all `records` to a new file at `path` in one step; the number of entries."""
    with files.replacing(path) as stream:
        temporary = Path(stream.name)
        connection = sqlite3.connect(temporary, isolation_level=None)
        try:
            # A temporary file that is renamed when complete needs no journal of its own.
            connection.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_SCHEMA}")
            count = _fill(connection, records)
            _finish(connection, finish)
            connection.executescript(f"{_FIRSTS}; {_SURNAMES}; PRAGMA user_version={VERSION};")
        finally:
            connection.close()
    return count


def _fill(connection: sqlite3.Connection, records: Iterable[Record]) -> int:
    numbered = enumerate(records, start=1)
    count = 0
    connection.execute("BEGIN")
    while batch := list(islice(numbered, BATCH)):
        connection.executemany(_INSERT, (_row(number, entry) for number, (entry, _) in batch))
        named = ((fold(name), name, number) for number, (_, names) in batch for name in names)
        connection.executemany(
            "INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)", (row for row in named if row[0])
        )
        count = batch[-1][0]
    connection.execute("COMMIT")
    return count


def _finish(connection: sqlite3.Connection, finish: Finish) -> None:
    connection.create_function("family_name", 2, family_name, deterministic=True)
    for column, stands_for in finish.items():
        connection.create_function("stands_for", 1, stands_for)
        blank = ", ''" if column == "offices" else ", NULL"
        connection.execute(
            f"UPDATE entries SET {column} = coalesce(stands_for({column}){blank}) WHERE {column} <> ''"
        )


def _row(number: int, entry: Entry) -> tuple[object, ...]:
    held = "|".join(f"{o.role}@{o.of}@{o.start or ''}@{o.end or ''}" for o in entry.offices)
    return (
        number,
        entry.name,
        entry.kind.value,
        entry.subtype,
        entry.wikidata,
        entry.geonames,
        entry.wikipedia,
        entry.iso2,
        entry.lat,
        entry.lon,
        held,
        entry.prior,
        entry.opensanctions,
    )


class Table:
    """The entries of a gazetteer file by name, surname and first word."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error as error:
            raise GazetteerError(f"{path}: {error}; make the file with `kb gazetteer build`") from error
        if version != VERSION:
            raise GazetteerError(
                f"{path}: no gazetteer of version {VERSION}; make it with `kb gazetteer build`"
            )
        self.named = lru_cache(50_000)(self._named)
        self.longest = lru_cache(50_000)(self._longest)
        self.persons = lru_cache(5_000)(self._persons)

    def _named(self, key: str) -> tuple[tuple[str, Entry], ...]:
        """Alias and entry for each name that folds to `key`."""
        sql = f"{_SELECT}, alias FROM aliases JOIN entries ON id = entry WHERE key = ? ORDER BY id, alias"
        return tuple((row[-1], _entry(row)) for row in self._connection.execute(sql, (key,)))

    def _longest(self, word: str) -> int:
        """How many words the longest name that begins with the folded `word` has."""
        row = self._connection.execute("SELECT longest FROM firsts WHERE word = ?", (word,)).fetchone()
        return row[0] if row else 0

    def _persons(self, key: str) -> tuple[Entry, ...]:
        """The persons of a folded family name."""
        sql = f"{_SELECT} FROM surnames JOIN entries ON id = entry WHERE key = ? ORDER BY id"
        return tuple(map(_entry, self._connection.execute(sql, (key,))))


def _entry(row: tuple[Any, ...]) -> Entry:
    name, kind, subtype, wikidata, geonames, wikipedia, iso2, lat, lon, held, prior, opensanctions = row[:12]
    return Entry(
        name=name,
        kind=IndividualKind(kind),
        subtype=subtype,
        wikidata=wikidata,
        geonames=geonames,
        wikipedia=wikipedia,
        iso2=iso2,
        lat=lat,
        lon=lon,
        offices=tuple(offices(held)) if held else (),
        prior=prior,
        opensanctions=opensanctions,
    )
