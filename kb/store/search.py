"""Full text: which subjects have a label, title or quotation with these words; SQLite's FTS5."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox

from kb.errors import QueryError
from kb.files import sha256

# More subjects would make the rest of the query slower than it helps.
MAX_HITS: Final = 100_000

_TEXTS: Final = """
SELECT DISTINCT ?subject ?text WHERE {
  { ?subject ?property ?text } UNION { GRAPH ?graph { ?subject ?property ?text } }
  FILTER(isIRI(?subject) && isLiteral(?text)
    && (LANG(?text) != "" || DATATYPE(?text) = <http://www.w3.org/2001/XMLSchema#string>))
}
"""
_STRING: Final = ox.NamedNode("http://www.w3.org/2001/XMLSchema#string")
_SCHEMA: Final = """
CREATE TABLE subject (id INTEGER PRIMARY KEY, iri TEXT UNIQUE NOT NULL);
CREATE VIRTUAL TABLE text USING fts5(body, subject UNINDEXED, tokenize = "unicode61 remove_diacritics 2");
"""
_TERM: Final = re.compile(r'"([^"]+)"|([^\s"]+)')


class Index:
    """The texts of one state of the data."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def subjects(self, words: str) -> list[str]:
        """The IRIs of all subjects with a text that has all the words, the best first.

        Case and accents do not matter; `word*` finds beginnings, `"two words"` a phrase.
        """
        rows = self._connection.execute(
            "SELECT iri FROM text JOIN subject ON subject.id = text.subject WHERE text MATCH ?"
            " GROUP BY iri ORDER BY min(rank), iri LIMIT ?",
            (_match(words), MAX_HITS + 1),
        ).fetchall()
        if len(rows) > MAX_HITS:
            raise QueryError(f"more than {MAX_HITS} subjects have {words!r}; search for more words")
        return [iri for (iri,) in rows]


def open_index(store: ox.Store, directory: Path, generation: str) -> Index:
    """The index of a generation: the file made before, or a new one; in memory where none can be written."""
    try:
        prepare_index(store, directory, generation)
    except OSError:
        return Index(_fill(sqlite3.connect(":memory:"), _texts(store, directory, generation)))
    return Index(_opened(_file(directory, generation)))


def prepare_index(store: ox.Store, directory: Path, generation: str) -> None:
    """Make the file of an index, if there is none; OSError where none can be written."""
    if not has_index(directory, generation):
        _write(_texts(store, directory, generation), _file(directory, generation))


def has_index(directory: Path, generation: str) -> bool:
    """Whether there is an index that can be read; a damaged one is made anew."""
    file = _file(directory, generation)
    if not file.exists():
        return False
    try:
        with closing(_opened(file)) as connection:
            connection.execute(
                "SELECT iri FROM text JOIN subject ON subject.id = text.subject LIMIT 1"
            ).fetchall()
    except sqlite3.DatabaseError:
        return False
    return True


def _file(directory: Path, generation: str) -> Path:
    return directory / f"search-{generation}.sqlite"


def _opened(file: Path) -> sqlite3.Connection:
    """A connection that only reads."""
    # A question mark or a hash in the path would end it.
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _write(texts: Iterable[tuple[str, str]], file: Path) -> None:
    """Make the file complete under another name first; then the files of former generations can go."""
    fresh = file.with_suffix(f".{os.getpid()}.new")
    try:
        with fresh.open("wb"):
            pass
        with closing(_fill(sqlite3.connect(fresh, isolation_level=None), texts)):
            pass
        fresh.rename(file)
    except sqlite3.OperationalError as error:
        raise OSError(f"{file}: cannot be written, {error}") from error
    finally:
        fresh.unlink(missing_ok=True)
    for old in file.parent.glob("search-*"):
        if old != file:
            old.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, texts: Iterable[tuple[str, str]]) -> sqlite3.Connection:
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
    connection.execute("BEGIN")
    numbers: dict[str, int] = {}

    def rows() -> Iterator[tuple[str, int]]:
        for subject, text in texts:
            yield text, numbers.setdefault(subject, len(numbers))

    connection.executemany("INSERT INTO text (body, subject) VALUES (?, ?)", rows())
    connection.executemany("INSERT INTO subject (iri, id) VALUES (?, ?)", numbers.items())
    connection.execute("COMMIT")
    return connection


def _texts(store: ox.Store, directory: Path, generation: str) -> Iterator[tuple[str, str]]:
    """Each subject with each of its texts.

    Where nothing was changed since the build its file says it all: a process that walks through a store which
    it shares with others gets its own copy of all that it sees.
    """
    build = directory / "kb.nq"
    if not _is_all(build, generation):
        for subject, text in cast("ox.QuerySolutions", store.query(_TEXTS)):
            yield subject.value, text.value
        return
    seen: set[bytes] = set()
    for quad in ox.parse(path=str(build), format=ox.RdfFormat.N_QUADS):
        found = quad.object
        if isinstance(quad.subject, ox.NamedNode) and isinstance(found, ox.Literal) and _is_text(found):
            pair = quad.subject.value, found.value
            digest = hashlib.blake2b(repr(pair).encode(), digest_size=12).digest()
            if digest not in seen:
                seen.add(digest)
                yield pair


def _is_all(build: Path, generation: str) -> bool:
    """Whether the file of the build is all that there is; it may be that of a later build by now."""
    digest, _, changes = generation.partition(".")
    return changes == "0" and build.is_file() and sha256(build).startswith(digest)


def _is_text(literal: ox.Literal) -> bool:
    return literal.language is not None or literal.datatype == _STRING


def _match(words: str) -> str:
    """The words in FTS5's own syntax, each quoted so that nothing in them is an operator."""
    terms = []
    for phrase, word in _TERM.findall(words):
        begins = word.endswith("*")
        plain = phrase or word.rstrip("*")
        if re.search(r"\w", plain):
            terms.append(f'"{plain}"' + ("*" if begins else ""))
    if not terms:
        raise QueryError(f"there is no word to search for in {words!r}")
    return " ".join(terms)
