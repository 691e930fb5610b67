"""Reads gazetteer tables: TSV or CSV with a header line, one individual per line."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kb.errors import GazetteerError
from kb.gazetteer.base import Entry, Office
from kb.model import IndividualKind

Row = dict[str, str]
Record = tuple[Entry, tuple[str, ...]]
"""An entry and all its names, the usual one first."""

_QID = re.compile(r"Q[1-9][0-9]*")
_KINDS = {kind.value: kind for kind in IndividualKind}


def rows(lines: Iterable[str], source: str, delimiter: str = "\t") -> Iterator[Row]:
    """Each line of a table as a mapping from column to value; a line of another width is an error."""
    cells: Iterator[list[str]] = (line.rstrip("\r\n").split("\t") for line in lines)
    if delimiter != "\t":
        cells = (values for values in csv.reader(lines, delimiter=delimiter))
    header = next(cells, None)
    if header is None:
        raise GazetteerError(f"{source}: the file is empty; its first line must name the columns")
    for number, values in enumerate(cells, start=2):
        if len(values) != len(header):
            raise GazetteerError(f"{source}, line {number}: {len(values)} columns instead of {len(header)}")
        yield dict(zip(header, values, strict=True))


def record(row: Row, source: str) -> Record:
    """The entry that a row describes, with its names."""
    name = row.get("name", "")
    kind = _KINDS.get(row.get("kind", ""))
    if not name or kind is None:
        raise GazetteerError(
            f"{source}: a row has the name {name!r} and the kind {row.get('kind')!r}; "
            f"it needs a name and one of {', '.join(_KINDS)}"
        )
    get = row.get
    if not _QID.fullmatch(get("wikidata") or "Q1"):
        raise GazetteerError(
            f"{source}: the row of {name!r} has the Wikidata item {get('wikidata')!r}, not Q…"
        )
    try:
        entry = Entry(
            name=name,
            kind=kind,
            subtype=get("subtype") or kind.value,
            wikidata=get("wikidata") or None,
            geonames=get("geonames") or None,
            wikipedia=get("wikipedia") or None,
            iso2=get("iso2") or None,
            lat=float(row["lat"]) if get("lat") else None,
            lon=float(row["lon"]) if get("lon") else None,
            offices=tuple(offices(row["offices"])) if get("offices") else (),
            prior=float(row["prior"]) if get("prior") else 0.5,
            opensanctions=get("opensanctions") or None,
        )
    except ValueError as error:
        raise GazetteerError(
            f"{source}: the row of {name!r} has a value that is no number ({error})"
        ) from error
    aliases = get("aliases")
    return entry, (name, *aliases.split("|")) if aliases else (name,)


def offices(text: str) -> Iterator[Office]:
    """The offices of a cell "role@of@start@end|…", where dates may be missing."""
    for item in text.split("|"):
        role, of, start, end = [*item.split("@"), "", "", ""][:4]
        yield Office(role, of, start or None, end or None)


def records(path: Path) -> Iterator[Record]:
    """All entries of a TSV file, or of a CSV file if its name ends so."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in rows(lines, path.name, "," if path.suffix == ".csv" else "\t"):
                yield record(row, path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: {error}; give a UTF-8 table with a header line") from error
