"""Makes gazetteer files out of what others publish: a Wikidata dump, a SPARQL endpoint, a table."""

from __future__ import annotations

from pathlib import Path

from kb.errors import GazetteerError
from kb.gazetteer import sparql, table, wikidata
from kb.gazetteer.base import Entry
from kb.gazetteer.polite import Client
from kb.gazetteer.reader import records
from kb.gazetteer.shipping import builtin


def from_dump(dump: Path, out: Path, *, since: str = "1990") -> int:
    """A gazetteer file of a Wikidata JSON dump, with offices since then; the number of entries."""
    items = wikidata.Dump(dump, since=since)
    return table.build(items.records(), out, finish={"offices": items.held, "iso2": items.code_of})


def from_table(source: Path, out: Path) -> int:
    """A gazetteer file of a CSV or TSV file with the columns of the shipped tables; the number of entries."""
    return table.build(records(source), out)


def from_endpoint(
    endpoint: str,
    out: Path,
    *,
    countries: tuple[str, ...] = (),
    since: int = 1990,
    client: Client | None = None,
) -> int:
    """A gazetteer file of office-holders in a SPARQL endpoint, for the codes `countries` or all states."""
    found = sparql.records(endpoint, _countries(countries), client=client or Client(), since=since)
    return table.build(found, out)


def _countries(codes: tuple[str, ...]) -> list[Entry]:
    known = builtin().countries()
    unknown = sorted({*codes} - {country.iso2 for country in known if country.iso2})
    if unknown:
        raise GazetteerError(f"{', '.join(unknown)}: no ISO 3166 code of a country (two capital letters)")
    return [country for country in known if country.wikidata and (not codes or country.iso2 in codes)]
