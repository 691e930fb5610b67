"""What a frame of places says in the end: nothing that is known to be otherwise; how near, which sort."""

from __future__ import annotations

from kb.facts.containment import PlaceKind, PlaceRelation
from kb.facts.containment_words import COMPASS, SUBURBS, is_listed, is_owned, once, told_otherwise
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Values
from kb.facts.geography import (
    can_contain,
    countries_of,
    country_of_capital,
    is_container,
    is_country,
    is_larger,
    known,
    whole,
)
from kb.facts.lexicon import nouns
from kb.model import Name

_PLACE_KINDS = {
    **dict.fromkeys(nouns("settlement"), PlaceKind.CITY),
    **dict.fromkeys(nouns("region"), PlaceKind.REGION),
    **dict.fromkeys(nouns("facility"), PlaceKind.FACILITY),
    **dict.fromkeys(nouns("water"), PlaceKind.WATER),
}
DASHES = frozenset({"-", "–", "—", "--", "("})
CONTINENTS = {"african": "Africa", "asian": "Asia", "european": "Europe", "caribbean": "Caribbean"}
CONTINENTS |= {"balkan": "Balkans", "baltic": "Baltics", "scandinavian": "Scandinavia"}
"""Adjectives of the class [continental] and what they are of."""
DEPENDENT = frozenset("territory dependency colony possession protectorate commonwealth island".split())
"""Nouns for what has a name as countries have and belongs to one."""
_WITHIN = frozenset({"in", "across", "throughout"})
_SUBTYPES = {"city": PlaceKind.CITY, "capital": PlaceKind.CITY, "region": PlaceKind.REGION}


def _kind(name: str, said: str) -> PlaceKind | None:
    """The sort of a place: by the last word of its name, by the noun that introduces it, by the gazetteer."""
    found = _PLACE_KINDS.get(name.rsplit(" ", 1)[-1].lower()) or _PLACE_KINDS.get(said)
    subtypes = (_SUBTYPES.get(entry.subtype) for entry in known(name))
    return found or next(filter(None, subtypes), None)


def inside(values: Values, candidate: Candidate) -> Values | None:
    """Not where the gazetteer knows better; after a comma only in what is known to contain places."""
    place, within = values["place"], whole(values["within"])
    found, inner = candidate.fillers["within"], candidate.fillers["place"]
    if not isinstance(found, Filler) or not isinstance(inner, Filler):
        return None
    if told_otherwise(candidate.trigger, inner, found, within):
        return None
    named = inner.individual is not None or inner.token.pos_ == "PROPN"
    listed, owned = is_listed(found), is_owned(found)
    dependent = owned and candidate.trigger.lemma_ in DEPENDENT
    if is_country(place) and countries_of(within) and not dependent:
        return None
    said = owned or candidate.trigger.pos_ == "VERB"
    if (
        not named
        or whole(place) == within
        or place.lower() in COMPASS
        or not (said or can_contain(within, place))
        or (listed and not is_container(within))
    ):
        return None
    return {"place_kind": _kind(place, candidate.trigger.lemma_.lower()), **values, "within": Name(within)}


def site(values: Values, candidate: Candidate) -> Values | None:
    """A site goes by a name and what it is: "*Natanz enrichment site*"."""
    called, trigger = candidate.fillers["place"], candidate.trigger
    if not isinstance(called, Filler):
        return None
    whole_name = trigger.doc[called.token.left_edge.i : trigger.i + 1]
    if called.token.ent_type_:
        first = called.token.i
        while first > 0 and trigger.doc[first].ent_iob_ == "I":
            first -= 1
        whole_name = trigger.doc[first : trigger.i + 1]
    if whole_name.text.islower():
        return None  # "Chad's *supreme court*"
    return inside({**values, "place": Name(whole_name.text)}, candidate)


def embassy(values: Values, candidate: Candidate) -> Values | None:
    """An embassy goes by whose it is: "the *U.S. embassy* in Nairobi"."""
    state = candidate.fillers["place"]
    if not isinstance(state, Filler):
        return None
    name = candidate.trigger.doc[state.token.left_edge.i : candidate.trigger.i + 1].text
    return {"place_kind": PlaceKind.FACILITY, **values, "place": Name(name.removeprefix("the "))}


def dateline(values: Values, candidate: Candidate) -> Values | None:
    """ "GOMA, Congo (Agency) -" at the start of a paragraph, whatever the model takes the town for."""
    doc, start = candidate.trigger.doc, candidate.trigger.i
    while start > 0 and doc[start - 1].is_upper and not doc[start - 1].is_space:
        start -= 1
    found = candidate.fillers["within"]
    end = found.token.i + 1 if isinstance(found, Filler) else start
    opens = start == 0 or doc[start - 1].is_space
    closes = end == len(doc) or doc[end].text in DASHES or doc[end].is_space
    return values if opens and closes and candidate.trigger.is_upper else None


def near(values: Values, candidate: Candidate) -> Values | None:
    """Near is only a place with a name, and no country to a city."""
    place = candidate.fillers["place"]
    named = isinstance(place, Filler) and place.individual is not None
    if not named or values["place"] == values["within"] or is_larger(values["place"], values["within"]):
        return None
    return {"place_kind": _kind(values["place"], candidate.trigger.lemma_.lower()), **values}


def direction(values: Values, candidate: Candidate) -> Values | None:
    """ "North of Aleppo" is near it, "in the north of Mali" inside."""
    trigger = candidate.trigger
    if trigger.dep_ == "pobj" and trigger.head.lower_ in _WITHIN:
        return inside(values, candidate)
    return near({**values, "relation": PlaceRelation.NEAR}, candidate)


def ashore(values: Values, candidate: Candidate) -> Values | None:
    """ "A port on the Black Sea", "islands facing the Gulf": near the water of that name."""
    found = candidate.fillers["within"]
    return near(values, candidate) if isinstance(found, Filler) and found.individual is not None else None


def outskirts(values: Values, candidate: Candidate) -> Values | None:
    """A suburb lies beside the city that it is of, whatever sort of place each is."""
    return near({**values, "relation": PlaceRelation.NEAR}, candidate)


def part(values: Values, candidate: Candidate) -> Values | None:
    """ "The *eastern* town of Goma" lies in the east of something."""
    compass = any(child.lower_.endswith(("ern", "central")) for child in candidate.trigger.lefts)
    beside = candidate.trigger.lemma_ in SUBURBS
    return inside(values, candidate) if compass and not beside else None


def continental(values: Values, candidate: Candidate) -> Values | None:
    """ "The *African* country of Mali" lies in Africa, "the *West African* country" in West Africa."""
    found = candidate.fillers["within"]
    continent = CONTINENTS.get(found.token.lower_) if isinstance(found, Filler) else None
    if continent is None or not isinstance(found, Filler):
        return None  # "Africans"
    before = found.token.nbor(-1).text if found.token.i else ""
    part_of = before.lower().removesuffix("ern") in COMPASS or before.lower() == "central"
    return {**values, "within": Name(f"{before.capitalize()} {continent}" if part_of else continent)}


def capital(values: Values, candidate: Candidate) -> Values | None:
    """ "The capital, Khartoum": of the country whose capital that is, where the text does not say."""
    if once(candidate.trigger):
        return None
    within = values.get("within") or country_of_capital(values["place"])
    return {**values, "within": Name(within)} if within and within != values["place"] else None


def once_capital(values: Values, candidate: Candidate) -> Values | None:
    """ "The ancient capital", "the business capital" is a city like others."""
    place_kind = {"place_kind": PlaceKind.CITY, **values}
    return place_kind if once(candidate.trigger) and values["within"] != values["place"] else None
