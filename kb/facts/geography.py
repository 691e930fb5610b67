"""What the gazetteer says of two places that a text relates: to tell containers from neighbours in a list."""

from __future__ import annotations

from functools import lru_cache

from kb.facts.lexicon import nouns
from kb.gazetteer import Entry, builtin
from kb.model import IndividualKind

SORTS = nouns("settlement", "region", "facility", "water")
OF_STATES = frozenset({"embassy", "consulate"})
"""Sites that are named after the state they are of, not after where they lie."""
POINTS = frozenset({"city", "capital"})
WIDE = frozenset({"country", "region"})


COMPASS = ("north", "south", "east", "west", "central", "upper", "lower")


def whole(name: str) -> str:
    """The country in "eastern Congo"; any other name as it is."""
    first, _, rest = name.partition(" ")
    part = first.lower().startswith(COMPASS) and not builtin().entries(name)
    return rest if part and any(entry.kind is IndividualKind.COUNTRY for entry in known(rest)) else name


@lru_cache(maxsize=4096)
def known(name: str) -> tuple[Entry, ...]:
    """The places of that name, with or without a word for its sort ("Anbar province")."""
    places = (IndividualKind.PLACE, IndividualKind.COUNTRY)
    found = builtin().entries(name)
    first, _, last = name.rpartition(" ")
    if not found and first and last.lower() in SORTS - OF_STATES:
        found = builtin().entries(first)
    return tuple(entry for entry in found if entry.kind in places)


def can_contain(within: str, place: str) -> bool:
    """Whether nothing speaks against `place` lying in `within`: right country, and a wider sort of place."""
    inner, outer = known(place), known(within)
    if not outer or within == place:
        return within != place
    countries = countries_of(place)
    if countries and not any(entry.iso2 is None or entry.iso2 in countries for entry in outer):
        return False
    if is_country(place):
        return any(entry.iso2 is None for entry in outer)
    called = within.rsplit(" ", 1)[-1].lower() in nouns("region")
    point = not called and all(entry.subtype in POINTS for entry in outer)
    return not (point and any(entry.subtype in POINTS | WIDE for entry in inner))


def countries_of(name: str) -> frozenset[str]:
    """The ISO codes of the countries in which the gazetteer knows places of that name, or which it names."""
    return frozenset(entry.iso2 for entry in known(name) if entry.iso2)


def is_container(name: str) -> bool:
    """Whether places are said to lie in it: a country or region, by the gazetteer or by its own name."""
    last = name.rsplit(" ", 1)[-1].lower()
    return last in nouns("region") or any(entry.subtype in WIDE for entry in known(name))


def is_city(name: str) -> bool:
    """Whether the gazetteer knows a city of that name."""
    return any(entry.subtype in POINTS for entry in known(name))


def is_country(name: str) -> bool:
    """Whether the gazetteer knows a country of that name."""
    return any(entry.kind is IndividualKind.COUNTRY for entry in known(name))


def is_larger(place: str, than: str) -> bool:
    """Whether one is a country and the other is none."""
    return is_country(place) and not is_country(than)


def country_of_capital(name: str) -> str | None:
    """The country whose capital the place is."""
    for entry in known(name):
        country = builtin().country_of(entry)
        if entry.subtype == "capital" and country is not None:
            return country.name
    return None
