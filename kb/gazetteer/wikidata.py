"""Entries out of a Wikidata dump, read as a stream: people in office, places, organizations, weapons, sites.

The format: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html, one item per line.
"""

from __future__ import annotations

import bz2
import gzip
import json
import math
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import IO, Any, Final

from kb.errors import GazetteerError
from kb.gazetteer.base import Entry, Office
from kb.gazetteer.reader import Record, offices
from kb.model import IndividualKind

Item = Mapping[str, Any]

HUMAN: Final = "Q5"
CLASSES: Final[Mapping[str, tuple[IndividualKind, str]]] = {
    "Q6256": (IndividualKind.COUNTRY, "country"),
    "Q3624078": (IndividualKind.COUNTRY, "country"),  # sovereign state
    "Q515": (IndividualKind.PLACE, "city"),
    "Q3957": (IndividualKind.PLACE, "city"),  # town
    "Q486972": (IndividualKind.PLACE, "city"),  # human settlement
    "Q134447": (IndividualKind.PLACE, "nuclear site"),  # nuclear power plant
    "Q43229": (IndividualKind.ORGANIZATION, "organization"),
    "Q79913": (IndividualKind.ORGANIZATION, "ngo"),
    "Q484652": (IndividualKind.ORGANIZATION, "union"),  # international organization
    "Q327333": (IndividualKind.ORGANIZATION, "agency"),
    "Q7278": (IndividualKind.ORGANIZATION, "party"),
    "Q17149090": (IndividualKind.ORGANIZATION, "group"),  # armed organization
    "Q728": (IndividualKind.OTHER, "weapon"),
    "Q40218": (IndividualKind.OTHER, "spacecraft"),
}
"""The classes whose items are taken."""
LONGEST_KNOWN: Final = 300
"""Wikipedias with an article from which on an individual is as well known as any."""


class Dump:
    """One pass over a dump file (plain, .gz or .bz2).

    Items name their countries and offices by identifiers that may come later in the file: `records` leaves
    those in `iso2` and `offices`, and after it has ended, `code_of` and `held` tell what they stand for.
    """

    def __init__(self, path: Path, *, since: str = "1990") -> None:
        self._path = path
        self._since = since
        self._codes: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._jurisdictions: dict[str, str] = {}

    def records(self) -> Iterator[Record]:
        """An entry for each item of one of the classes, and each human who held an office since then."""
        for item in self._items():
            self._learn(item)
            record = self._record(item)
            if record is not None:
                yield record

    def code_of(self, country: str) -> str | None:
        """The ISO 3166 code of a country's item; a code stays as it is."""
        return self._codes.get(country) if country.startswith("Q") and country[1:].isdigit() else country

    def held(self, text: str) -> str:
        """A cell of offices given as items, with their titles and countries instead."""
        named = (self._named(office) for office in offices(text))
        return "|".join(f"{o.role}@{o.of}@{o.start or ''}@{o.end or ''}" for o in named if o.role and o.of)

    def _named(self, office: Office) -> Office:
        country = self._labels.get(self._jurisdictions.get(office.role, ""), "")
        title = self._labels.get(office.role, "").translate(str.maketrans("|@", "/ "))
        for tail in (f" of the {country}", f" of {country}"):
            title = title.removesuffix(tail)
        return Office(title, country, office.start, office.end)

    def _items(self) -> Iterator[Item]:
        read = count(1)
        try:
            with _opened(self._path) as lines:
                for line, _ in zip(lines, read, strict=False):
                    text = line.strip().rstrip(",")
                    if text.startswith("{"):
                        yield json.loads(text)
        except (OSError, EOFError, ValueError) as error:
            reason = f"{error}; download the dump again, it is damaged or cut off"
            raise GazetteerError(f"{self._path}, about line {next(read) - 1}: {reason}") from error

    def _learn(self, item: Item) -> None:
        """Remember countries and offices, which other items refer to."""
        code = _first(item, "P297")
        if code:
            self._codes[item["id"]] = code
        applies_to = _first(item, "P1001")
        lies_in = _first(item, "P17") if "P279" in item.get("claims", {}) else None
        if code or applies_to or lies_in:
            self._labels[item["id"]] = _label(item)
        if applies_to or lies_in:
            self._jurisdictions[item["id"]] = applies_to or lies_in or ""

    def _record(self, item: Item) -> Record | None:
        classes = _values(item, "P31")
        name = _label(item)
        if not name:
            return None
        if HUMAN in classes:
            held = tuple(_offices(item, self._since))
            return (_entry(item, IndividualKind.PERSON, "person", held), _names(item)) if held else None
        kind = next((CLASSES[one] for one in classes if one in CLASSES), None)
        return None if kind is None else (_entry(item, *kind), _names(item))


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    if path.suffix == ".bz2":
        return bz2.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _entry(item: Item, kind: IndividualKind, subtype: str, held: tuple[Office, ...] = ()) -> Entry:
    place = _values(item, "P625")
    own = _first(item, "P297")
    return Entry(
        name=_label(item),
        kind=kind,
        subtype=subtype,
        wikidata=item["id"],
        geonames=_first(item, "P1566"),
        wikipedia=item.get("sitelinks", {}).get("enwiki", {}).get("title"),
        iso2=own or _first(item, "P17") or _first(item, "P27"),
        lat=place[0].get("latitude") if place else None,
        lon=place[0].get("longitude") if place else None,
        offices=held,
        prior=_prior(len(item.get("sitelinks", {}))),
        opensanctions=_first(item, "P10632"),
    )


def _prior(sitelinks: int) -> float:
    return round(0.2 + 0.7 * min(1.0, math.log1p(sitelinks) / math.log1p(LONGEST_KNOWN)), 2)


def _label(item: Item) -> str:
    labels = item.get("labels", {})
    return str(labels.get("en", labels.get("mul", {})).get("value", ""))


def _names(item: Item) -> tuple[str, ...]:
    """Label, English aliases and short names."""
    aliases = [alias["value"] for alias in item.get("aliases", {}).get("en", ())]
    short = [name["text"] for name in _values(item, "P1813") if name.get("language") == "en"]
    return tuple(dict.fromkeys((_label(item), *aliases, *short)))


def _statements(item: Item, prop: str) -> Iterator[Item]:
    for statement in item.get("claims", {}).get(prop, ()):
        if statement.get("rank") != "deprecated" and statement["mainsnak"].get("snaktype") == "value":
            yield statement


def _values(item: Item, prop: str) -> list[Any]:
    """The values of a property: identifiers for items, else what the dump holds."""
    return [_value(statement["mainsnak"]) for statement in _statements(item, prop)]


def _value(snak: Item) -> Any:
    value = snak["datavalue"]["value"]
    return value["id"] if isinstance(value, dict) and "entity-type" in value else value


def _first(item: Item, prop: str) -> str | None:
    values = _values(item, prop)
    return str(values[0]) if values else None


def _offices(item: Item, since: str) -> Iterator[Office]:
    for statement in _statements(item, "P39"):
        start, end = (_date(statement, prop) for prop in ("P580", "P582"))
        if end is None or end[: len(since)] >= since:
            yield Office(str(_value(statement["mainsnak"])), "", start, end)


def _date(statement: Item, prop: str) -> str | None:
    """A qualifier's date, as precise as it is given: 9 is the year, 10 the month, 11 the day."""
    for snak in statement.get("qualifiers", {}).get(prop, ()):
        if snak.get("snaktype") == "value":
            value = snak["datavalue"]["value"]
            length = {9: 4, 10: 7, 11: 10}.get(value["precision"], 0)
            if length and value["time"].startswith("+"):
                return str(value["time"])[1 : 1 + length]
    return None
