"""How probable each candidate is: features of name, kind and context, weighed against "none of them"."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Final

from kb.gazetteer import Entry, Gazetteer
from kb.gazetteer.roles import office, same_role
from kb.link.base import Candidate
from kb.link.candidates import Found, Match
from kb.link.context import Context, Neighbourhood
from kb.model import Individual, IndividualKind

Feature = tuple[str, float]

NAME: Final = {
    Match.EXACT: ("exact name", 3.0),
    Match.FOLDED: ("other name", 2.8),
    Match.INNER: ("initials or middle names differ", 1.0),
    Match.SIMILAR: ("similar spelling", 0.0),
    Match.SURNAME: ("surname", -2.0),
}
SURENESS: Final = 0.85
"""Scales all weights, so that the probabilities are those found on annotated news."""
PRIOR: Final = 6.0
FAME: Final = 12.0
"""The weight of the prior where there is but a surname: only the famous go without a first name."""
SHARE: Final = 4.0
"""What a document that speaks of nothing but the candidate's country adds."""
RELATED: Final = frozenset(
    {
        frozenset({IndividualKind.COUNTRY, IndividualKind.PLACE}),
        frozenset({IndividualKind.ORGANIZATION, IndividualKind.OTHER}),
    }
)
WELL_KNOWN: Final = 0.6
NAMESAKE: Final = -1.0
UNKNOWN_NAMESAKE: Final = -7.0
"""What it says that the encyclopedia's article of that bare name is about somebody else: with the office of
the candidate in sight little, without it that the other is more likely meant."""
CLUB_NAMES: Final = frozenset({"city", "capital", "region"})
CLUB: Final = -7.0
"""What the name of a city says in a report on sports, where it mostly stands for a club."""
CONTAINERS: Final = frozenset({"country", "former", "region"})
"""Subtypes of what places are said to lie in."""
WORLDWIDE: Final = frozenset(
    {"company", "media", "club", "university", "ngo", "city", "capital", "continent"}
)
"""Subtypes that news name without their country."""
DOMESTIC: Final = frozenset({"party", "parliament", "ministry", "court", "bank"})
"""Subtypes of which many countries have one of the same name."""


def weigh(
    individual: Individual,
    found: list[Found],
    context: Context,
    beside: Neighbourhood,
    own: Mapping[str, int],
) -> tuple[Candidate, ...]:
    """The candidates with their probabilities, best first; what is missing to 1 is "none of them"."""
    weighed = []
    for hit in found:
        features = list(_features(individual, hit, context, beside, own))
        weighed.append((SURENESS * sum(weight for _, weight in features), hit.entry, features))
    total = 1.0 + sum(math.exp(score) for score, *_ in weighed)
    ranked = sorted(weighed, key=lambda one: (-one[0], one[1].name, one[1].wikidata or ""))
    return tuple(
        Candidate(
            entry, round(math.exp(score) / total, 4), ", ".join(name for name, weight in features if weight)
        )
        for score, entry, features in ranked
    )


def _features(
    individual: Individual, found: Found, context: Context, beside: Neighbourhood, own: Mapping[str, int]
) -> Iterator[Feature]:
    entry = found.entry
    yield NAME[found.match]
    yield "how common", (FAME if found.match is Match.SURNAME else PRIOR) * (entry.prior - 0.5)
    yield from _kind(individual.kind, entry)
    if context.sports and entry.subtype in CLUB_NAMES:
        yield "may be a club", CLUB
    yield from _country(entry, context, beside, own)
    if entry.kind is IndividualKind.PERSON:
        yield from _office(individual, found, context, beside)


def _kind(kind: IndividualKind, entry: Entry) -> Iterator[Feature]:
    if kind is entry.kind:
        return
    related = frozenset({kind, entry.kind}) in RELATED
    yield ("related kind", -0.7) if related else ("other kind", -4.0)


def _country(
    entry: Entry, context: Context, beside: Neighbourhood, own: Mapping[str, int]
) -> Iterator[Feature]:
    """Which countries the document speaks of, and what is named right behind the name."""
    if entry.iso2 is None:
        return
    share = context.share(entry.iso2, own)
    if share:
        yield "country spoken of", 1.0 + SHARE * share
    elif entry.subtype in DOMESTIC:
        yield "country not spoken of", -3.5
    elif entry.kind is not IndividualKind.COUNTRY and entry.subtype not in WORLDWIDE:
        yield "country not spoken of", -1.5
    if entry.kind is IndividualKind.PLACE or entry.kind is IndividualKind.COUNTRY:
        yield from _position(entry, beside)


def _position(entry: Entry, beside: Neighbourhood) -> Iterator[Feature]:
    wider = [place for place in beside.within if place.subtype in CONTAINERS and place != entry]
    # Countries in a row ("France, Germany and Italy") are a list, not one within the other.
    countries = {place.iso2 for place in wider if place.iso2 and entry.subtype != place.subtype}
    if countries:
        inside = entry.iso2 in countries and entry.kind is IndividualKind.PLACE
        yield ("lies in the place named behind it", 4.0) if inside else ("lies elsewhere", -3.0)
    if beside.state:
        yield ("called a state", 4.5) if entry.subtype == "region" else ("no state, though called one", -1.5)


def _office(
    individual: Individual, found: Found, context: Context, beside: Neighbourhood
) -> Iterator[Feature]:
    """Offices that the document gives the person, and whether the candidate held them then."""
    features = list(_offices(individual, found, context, beside))
    yield from features
    if (found.entry.wikipedia or "").endswith(")") and found.entry.prior < WELL_KNOWN:
        known = any(weight > 0 for _, weight in features)
        yield "namesake of somebody better known", NAMESAKE if known else UNKNOWN_NAMESAKE


def _offices(
    individual: Individual, found: Found, context: Context, beside: Neighbourhood
) -> Iterator[Feature]:
    entry = found.entry
    held = context.offices.get(individual.name, ())
    if any(same_role(role, one.role) and of == one.of for role, of in held for one in entry.offices):
        yield "holds the office", 3.0
    elif entry.offices and _names_office(beside.words(), entry):
        yield "office beside the name", 1.5
    if context.date is not None and entry.offices:
        yield from _term(found, context.gazetteer, context.date)


def _names_office(words: frozenset[str], entry: Entry) -> bool:
    return any(words.issuperset(office(one.role).split()) for one in entry.offices)


def _term(found: Found, gazetteer: Gazetteer, date: str) -> Iterator[Feature]:
    """Whether the candidate was in office at the document's date; a surname alone needs that."""
    offices, surname = found.entry.offices, found.match is Match.SURNAME
    if any(found.entry in gazetteer.holders(one.role, one.of, date) for one in offices):
        yield "in office then", 2.0
    elif surname or all(one.start is not None and one.start > date for one in offices):
        yield "not in office then", -4.0 if surname else -2.0
