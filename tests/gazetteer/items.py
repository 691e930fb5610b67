"""Items as a Wikidata dump has them, made up for the tests."""

from __future__ import annotations

from typing import Any


def item(
    identifier: str, label: str, *, aliases: tuple[str, ...] = (), **claims: list[Any]
) -> dict[str, Any]:
    """An item with English names, and statements given as P31=["Q5"] or as whole statements."""
    return {
        "type": "item",
        "id": identifier,
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": {prop: [_statement(prop, value) for value in values] for prop, values in claims.items()},
        "sitelinks": {"enwiki": {"site": "enwiki", "title": f"{label} (article)", "badges": []}},
    }


def held(
    office: str, start: tuple[str, int] | None = None, end: tuple[str, int] | None = None
) -> dict[str, Any]:
    """A statement "position held" with the dates (day, precision) of its qualifiers."""
    dates = {"P580": start, "P582": end}
    qualifiers = {
        prop: [{"snaktype": "value", "datavalue": {"type": "time", "value": _time(*date)}}]
        for prop, date in dates.items()
        if date
    }
    return {**_statement("P39", office), "qualifiers": qualifiers}


def _time(day: str, precision: int) -> dict[str, Any]:
    return {
        "time": f"+{day}T00:00:00Z",
        "precision": precision,
        "calendarmodel": "http://www.wikidata.org/entity/Q1985727",
    }


def _statement(prop: str, value: Any) -> dict[str, Any]:
    if isinstance(value, dict) and "mainsnak" in value:
        return value
    if isinstance(value, str) and value.startswith("Q"):
        value = {"entity-type": "item", "numeric-id": int(value[1:]), "id": value}
    snak = {"snaktype": "value", "property": prop, "datavalue": {"value": value, "type": "any"}}
    return {"type": "statement", "rank": "normal", "mainsnak": snak}
