"""Office-holders out of a SPARQL endpoint with Wikidata's data model, country by country, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from kb.errors import GazetteerError
from kb.gazetteer.base import Entry, Office
from kb.gazetteer.polite import Client
from kb.gazetteer.reader import Record
from kb.gazetteer.wikidata import LONGEST_KNOWN
from kb.model import IndividualKind

PAGE: Final = 2_000
"""Rows asked for at once: public endpoints end queries after a minute."""
QUERY: Final = """\
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX schema: <http://schema.org/>
PREFIX wikibase: <http://wikiba.se/ontology#>
SELECT ?person ?name ?title ?start ?end ?article ?known
       (GROUP_CONCAT(DISTINCT ?alias; SEPARATOR="|") AS ?aliases) WHERE {{
  ?office wdt:P1001|wdt:P17 wd:{country} ; rdfs:label ?title FILTER(LANG(?title) = "en")
  ?person p:P39 ?holding . ?holding ps:P39 ?office .
  ?person wdt:P31 wd:Q5 ; wikibase:sitelinks ?known ; rdfs:label ?name FILTER(LANG(?name) = "en")
  OPTIONAL {{ ?holding pq:P580 ?start }} OPTIONAL {{ ?holding pq:P582 ?end }}
  FILTER(!BOUND(?end) || YEAR(?end) >= {since})
  OPTIONAL {{ ?person skos:altLabel ?alias FILTER(LANG(?alias) = "en") }}
  OPTIONAL {{ ?page schema:about ?person ; schema:isPartOf <https://en.wikipedia.org/> ;
                   schema:name ?article }}
}} GROUP BY ?person ?name ?title ?start ?end ?article ?known
ORDER BY ?person ?title ?start ?end LIMIT {limit} OFFSET {offset}"""

Row = Mapping[str, str]


def records(
    endpoint: str, countries: Iterable[Entry], *, client: Client, since: int = 1990, page: int = PAGE
) -> Iterator[Record]:
    """The office-holders of each of the `countries` since a year, as the endpoint knows them."""
    for country in countries:
        people: dict[str, list[Row]] = {}
        for row in _rows(endpoint, country, client=client, since=since, page=page):
            people.setdefault(row["person"], []).append(row)
        for found in people.values():
            yield _record(found, country)


def _rows(endpoint: str, country: Entry, *, client: Client, since: int, page: int) -> Iterator[Row]:
    offset, size = 0, page
    while size == page:
        query = QUERY.format(country=country.wikidata, since=since, limit=page, offset=offset)
        separator = "&" if "?" in endpoint else "?"
        answer = client.json(f"{endpoint}{separator}{urlencode({'query': query, 'format': 'json'})}")
        rows = _bindings(answer, endpoint)
        yield from rows
        offset, size = offset + page, len(rows)


def _bindings(answer: Any, endpoint: str) -> list[Row]:
    """The rows of a result in the SPARQL 1.1 Query Results JSON Format."""
    try:
        return [
            {variable: term["value"] for variable, term in binding.items()}
            for binding in answer["results"]["bindings"]
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise GazetteerError(f"{endpoint}: the answer is no SPARQL result in JSON ({error})") from error


def _record(rows: list[Row], country: Entry) -> Record:
    first = rows[0]
    held = dict.fromkeys(
        Office(_title(row["title"], country), country.name, _day(row.get("start")), _day(row.get("end")))
        for row in rows
    )
    aliases = first.get("aliases", "").split("|")
    entry = Entry(
        name=first["name"],
        kind=IndividualKind.PERSON,
        subtype="person",
        wikidata=first["person"].rpartition("/")[2],
        wikipedia=first.get("article"),
        iso2=country.iso2,
        offices=tuple(held),
        prior=round(0.3 + 0.6 * min(1.0, float(first.get("known", 0)) / LONGEST_KNOWN), 2),
    )
    return entry, tuple(dict.fromkeys((entry.name, *filter(None, aliases))))


def _title(title: str, country: Entry) -> str:
    """The title without the country: "Minister of Defence of Chad" → "Minister of Defence"."""
    for tail in (f" of the {country.name}", f" of {country.name}"):
        title = title.removesuffix(tail)
    return title.replace("|", "/").replace("@", " ")


def _day(value: str | None) -> str | None:
    return None if not value or value.startswith("-") else value[:10]
