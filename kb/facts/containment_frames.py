"""How language tells where places lie: commas, prepositions, sorts of places, capitals, distances."""

from __future__ import annotations

from kb.facts.containment import Containment, PlaceKind, PlaceRelation
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Frame, Values, frame, role
from kb.facts.geography import can_contain, country_of_capital, is_container, is_larger, known, whole
from kb.facts.lexicon import nouns
from kb.model import Name

_PLACE_KINDS = {
    **dict.fromkeys(nouns("settlement"), PlaceKind.CITY),
    **dict.fromkeys(nouns("region"), PlaceKind.REGION),
    **dict.fromkeys(nouns("facility"), PlaceKind.FACILITY),
    **dict.fromkeys(nouns("water"), PlaceKind.WATER),
}
DASHES = frozenset({"-", "–", "—", "--", "("})
_SUBTYPES = {"city": PlaceKind.CITY, "capital": PlaceKind.CITY, "region": PlaceKind.REGION}


def _kind(name: str, said: str) -> PlaceKind | None:
    """The sort of a place: by the last word of its name, by the noun that introduces it, by the gazetteer."""
    found = _PLACE_KINDS.get(name.rsplit(" ", 1)[-1].lower()) or _PLACE_KINDS.get(said)
    subtypes = (_SUBTYPES.get(entry.subtype) for entry in known(name))
    return found or next(filter(None, subtypes), None)


def _inside(values: Values, candidate: Candidate) -> Values | None:
    """Not where the gazetteer knows better; after a comma only in what is known to contain places."""
    place, within = values["place"], whole(values["within"])
    found, inner = candidate.fillers["within"], candidate.fillers["place"]
    if any(word.lemma_ == "capital" for word in candidate.trigger.lefts):
        return None  # told as capital
    named = isinstance(inner, Filler) and (inner.individual is not None or inner.token.pos_ == "PROPN")
    listed = isinstance(found, Filler) and found.path.startswith(("next", "apposition"))
    owned = isinstance(found, Filler) and found.path in ("poss", "modifier")
    if (
        not named
        or whole(place) == within
        or not (owned or can_contain(within, place))
        or (listed and not is_container(within))
    ):
        return None
    return {"place_kind": _kind(place, candidate.trigger.lemma_.lower()), **values, "within": Name(within)}


def _site(values: Values, candidate: Candidate) -> Values | None:
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
    return _inside({**values, "place": Name(whole_name.text)}, candidate)


def _dateline(values: Values, candidate: Candidate) -> Values | None:
    """ "GOMA, Congo (Agency) -" at the start of a paragraph, whatever the model takes the town for."""
    doc, start = candidate.trigger.doc, candidate.trigger.i
    while start > 0 and doc[start - 1].is_upper and not doc[start - 1].is_space:
        start -= 1
    found = candidate.fillers["within"]
    end = found.token.i + 1 if isinstance(found, Filler) else start
    opens = start == 0 or doc[start - 1].is_space
    closes = end < len(doc) and doc[end].text in DASHES
    return values if opens and closes and candidate.trigger.is_upper else None


def _near(values: Values, candidate: Candidate) -> Values | None:
    place = candidate.fillers["place"]
    named = isinstance(place, Filler) and place.individual is not None
    if not named or values["place"] == values["within"] or is_larger(values["place"], values["within"]):
        return None
    return {"place_kind": _kind(values["place"], candidate.trigger.lemma_.lower()), **values}


def _capital(values: Values, candidate: Candidate) -> Values | None:
    """ "The capital, Khartoum": of the country whose capital that is, where the text does not say."""
    within = values.get("within") or country_of_capital(values["place"])
    return {**values, "within": Name(within)} if within and within != values["place"] else None


_CONTAINER = "place country"
_PLACE = "place facility"
_HERE = role("place", "self", f"{_PLACE} -country -person", required=True)
_WHERE = "in in.of in.poss on.of on.poss at.of at.poss of.in within"
_BORDER = "=border|frontier|coast|shore|edge|outskirts|boundary"
_CLOSE = (
    "near off outside beside opposite close_to next_to near.modifier on.with along.with at.with by.with "
    f"near.with near.{_BORDER}.of"
)

FRAMES: tuple[Frame, ...] = (
    frame(
        Containment,
        "capital",
        "NOUN",
        role("place", "bearer of.apposition before", "place proper -country", required=True),
        role("within", "poss of modifier bearer.poss bearer.modifier", "country place"),
        relation=PlaceRelation.CAPITAL_OF,
        settle=_capital,
        place_kind=PlaceKind.CITY,
    ),
    frame(
        Containment,
        nouns("region"),
        "NOUN",
        role("place", "modifier", "place -country", required=True),
        role("within", f"of {_WHERE} poss", _CONTAINER, required=True),
        name="called",
        also=True,
        settle=_inside,
    ),
    frame(
        Containment,
        nouns("facility"),
        "NOUN",
        role("place", "modifier", "place proper organization -country -demonym", required=True),
        role("within", f"{_WHERE} ~in", _CONTAINER, required=True),
        name="site called",
        settle=_site,
    ),
    frame(
        Containment,
        "capitals",
        "MENTION",
        role("place", "self", "-place", required=True),
        role("within", "next", "country -demonym", required=True),
        name="dateline",
        settle=_dateline,
        place_kind=PlaceKind.CITY,
    ),
    frame(
        Containment,
        nouns("settlement", "region", "facility"),
        "NOUN",
        role("place", "of apposition bearer", "place proper", required=True),
        role("within", f"poss modifier {_WHERE}", _CONTAINER, required=True),
        name="sort-of",
        settle=_inside,
    ),
    frame(
        Containment,
        nouns("settlement", "region", "facility"),
        "NOUN",
        role("place", "bearer before", "place proper", required=True),
        role("within", f"of {_WHERE} poss modifier", _CONTAINER, required=True),
        name="sort",
        settle=_inside,
    ),
    frame(
        Containment,
        _PLACE,
        "MENTION",
        _HERE,
        role("within", "next", "place country -demonym", required=True),
        name="comma",
        settle=_inside,
    ),
    frame(
        Containment,
        _PLACE,
        "MENTION",
        _HERE,
        role("within", "next.next", "country -demonym", required=True),
        name="comma-comma",
        settle=_inside,
    ),
    frame(
        Containment,
        _PLACE,
        "MENTION",
        _HERE,
        role("within", _WHERE, _CONTAINER, required=True),
        name="in",
        settle=_inside,
    ),
    frame(
        Containment,
        _PLACE,
        "MENTION",
        _HERE,
        role("within", "poss modifier of apposition", "place country -nominal -pronoun", required=True),
        name="whose",
        settle=_inside,
    ),
    frame(
        Containment,
        _PLACE,
        "MENTION",
        _HERE,
        role("within", _CLOSE, _CONTAINER, required=True),
        name="near",
        relation=PlaceRelation.NEAR,
        settle=_near,
    ),
    frame(
        Containment,
        "locate situate base lie sit stand nestle",
        "VERB",
        role("place", "subject object", _PLACE, required=True),
        role("within", f"{_WHERE} where", _CONTAINER, required=True),
        name="locate",
        settle=_inside,
    ),
    frame(
        Containment,
        "locate situate lie sit stand",
        "VERB",
        role("place", "subject object", _PLACE, required=True),
        role("within", f"{_CLOSE} from", _CONTAINER, required=True),
        name="lie",
        relation=PlaceRelation.NEAR,
        settle=_near,
    ),
    frame(
        Containment,
        "belong",
        "VERB",
        role("place", "subject", _PLACE, required=True),
        role("within", "to", "country", required=True),
        name="belong",
        settle=_inside,
    ),
    frame(
        Containment,
        "part",
        "NOUN",
        role("place", "bearer", _PLACE, required=True),
        role("within", "of", _CONTAINER, required=True),
        name="part of",
        settle=_inside,
    ),
    frame(
        Containment,
        "north south east west northeast northwest southeast southwest north-east north-west south-east "
        "south-west",
        "PLACE",
        role("place", "above", _PLACE, required=True),
        role("within", "of from", _CONTAINER, required=True),
        name="direction",
        relation=PlaceRelation.NEAR,
        settle=_near,
    ),
    frame(
        Containment,
        "kilometer kilometre km mile hour minute meter metre",
        "NOUN",
        role("place", "bearer above", _PLACE, required=True),
        role("within", "from off away.from away_from", _CONTAINER, required=True),
        name="distance",
        relation=PlaceRelation.NEAR,
        settle=_near,
    ),
    frame(
        Containment,
        "neighboring neighbouring nearby adjacent adjoining",
        "ADJ",
        role("place", "bearer before", "place proper", required=True),
        role("within", "bearer.partner clause.subject earlier", "country -demonym", required=True),
        name="neighbour",
        relation=PlaceRelation.NEAR,
        settle=_near,
    ),
    frame(
        Containment,
        "border neighbor neighbour adjoin abut",
        "VERB",
        role("place", "subject", "place", required=True),
        role("within", "object", "place", required=True),
        name="border",
        relation=PlaceRelation.NEAR,
        settle=_near,
    ),
)
