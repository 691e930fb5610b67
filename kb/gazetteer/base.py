"""What a gazetteer knows about one individual: its usual name, identifiers, position and offices."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model import IndividualKind


@dataclass(frozen=True, slots=True)
class Office:
    """That somebody held (or holds) `role` in `of` from `start` until `end`, both ISO partial dates.

    `of` is the usual English name of a country or organization. An unknown `end` means that the source
    gives none: the office may have ended when the next holder's began.
    """

    role: str
    of: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One individual of the gazetteer; `name` is its usual English name, `prior` how common it is in news.

    `subtype` refines `kind` ("country", "capital", "city", "region", "facility", "agency", "group",
    "weapon" …). `iso2` is a country's own ISO 3166 code, and for others the code of the country that they
    lie in or belong to. `wikipedia` is the title of the English article, `opensanctions` an entity or
    programme key there. Identifiers are None where no source was found for them.
    """

    name: str
    kind: IndividualKind
    subtype: str
    wikidata: str | None = None
    geonames: str | None = None
    wikipedia: str | None = None
    iso2: str | None = None
    lat: float | None = None
    lon: float | None = None
    offices: tuple[Office, ...] = ()
    prior: float = 0.5
    opensanctions: str | None = None
