"""What the words around two names of places tell of whether one is said to lie in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.facts.fillers import Filler
from kb.facts.geography import SORTS, is_city, is_container, known
from kb.facts.lexicon import nouns
from kb.mentions.quotations import SPEECH
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east "
    "south-west".split()
)
PROVINCES = frozenset("province governorate oblast prefecture region district county canton area".split())
"""Nouns after which a name is that of a place, whatever the model takes it for."""
OTHER_CAPITALS = frozenset(
    "ancient former old onetime one-time historic cultural commercial economic financial business industrial "
    "spiritual imperial royal".split()
)
"""Words before a capital that is none of a state or province."""
SUBURBS = frozenset({"suburb", "outskirts", "exurb"})


def told_otherwise(noun: Token, place: Filler, found: Filler, within: str) -> bool:
    """Whether a place is told of in another way than as lying in what was `found` beside it."""
    beside = noun.lemma_ in SUBURBS and not is_container(within)
    called = place.path == "of" and is_owned(found) and _is_called(noun, found)
    apart = _is_another if is_listed(found) else _trails
    as_capital = any(word.lemma_ == "capital" for word in noun.lefts)
    of_it = _is_measured_from(place.token) or _names_site(place)
    return as_capital or beside or called or of_it or apart(found.token, within)


def is_listed(found: Filler) -> bool:
    """Whether a name only follows another one, so that both may be members of a list."""
    return found.path.startswith(("next", "apposition"))


def is_owned(found: Filler) -> bool:
    """Whether a place is told to be that of what was found: "*Syria*'s Aleppo", "the *Syrian* city"."""
    return found.path in ("poss", "modifier")


def once(capital: Token) -> bool:
    """Whether a capital is, or was, one in another sense."""
    return any(child.lower_ in OTHER_CAPITALS for child in capital.lefts)


def _trails(after: Token, within: str) -> bool:
    """Whether a name only tells where the one before it lies: "in Lyon, *France*, in May"."""
    joined = (after, *after.head.children) if after.dep_ == "conj" else ()
    return bool(joined) and is_container(within) and not any(word.dep_ == "cc" for word in joined)


def _is_another(after: Token, within: str) -> bool:
    """Whether what follows a name is only its other name, one more of a list, or who says so."""
    bracketed = after.left_edge.i > 0 and after.left_edge.nbor(-1).text == "("
    speaks = after.dep_ == "nsubj" and after.head.lemma_ in SPEECH and after.head.i > after.i
    listed = any(child.dep_ == "conj" for child in after.rights)
    owner = after.dep_ == "poss" and after.head.pos_ == "NOUN" and after.head.lemma_ not in SORTS
    return speaks or listed or owner or (bracketed and not known(within))


def _is_called(noun: Token, name: Filler) -> bool:
    """Whether the name before a region is its own, not of what it lies in: "the *Dara* area of Sarkh"."""
    wider = name.individual is not None and (
        name.individual.kind is IndividualKind.COUNTRY or is_city(name.individual.name)
    )
    return noun.lemma_.lower() in PROVINCES and name.token.dep_ == "compound" and not wider


def _is_measured_from(place: Token) -> bool:
    """Whether a place is only what another one is measured from: "west of *Baghdad*"."""
    return place.dep_ == "pobj" and place.head.head.lower_ in COMPASS


def _names_site(place: Filler) -> bool:
    """Whether a name is only part of that of a site: "*Al-Noor* hospital"."""
    word = place.token
    return place.path == "self" and word.dep_ == "compound" and word.head.lemma_ in nouns("facility")
