"""Definite noun phrases: "the Russian president", "his country", "the group", "the two leaders"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.mentions import antecedents
from kb.mentions.antecedents import TOWNS
from kb.mentions.base import Form
from kb.mentions.couples import NUMBERS, several
from kb.mentions.lexicon import LEADERS, ORGANIZATIONS
from kb.mentions.scene import Scene
from kb.mentions.sorts import BODIES, FIGHTERS, TERRITORIES
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

DEFINITE = frozenset({"the", "this", "that", "both", "these", "those"})
COUNTRIES = frozenset("country nation kingdom republic homeland sultanate emirate monarchy".split())
GOVERNMENTS = frozenset(
    "government regime administration authority authorities leadership military army navy junta "
    "delegation troop troops forces force".split()
)
"""Who acts for a country, so that what they do the country does."""
SENT = frozenset({"delegation", "leadership", "troop", "troops", "force", "forces"})
"""Who acts for an organization as well: "a Hamas delegation"."""
ARMED = frozenset({"army", "air", "navy", "defense", "defence", "security", "border"})
MANY = FIGHTERS | {"authority", "troop", "force"}
"""Nouns that in the plural take up one country or group."""
NAMED = (ORGANIZATIONS | {"bloc", "department"}) - BODIES - GOVERNMENTS
"""Nouns that take up only an organization in whose name they stand."""
SITES = TERRITORIES | frozenset(
    "island islands district base facility plant site complex airport port camp river strait reactor".split()
)
PARTY = frozenset({"leader", "president", "minister", "premier", "chief", "envoy", "diplomat", "man"})
SIDES = frozenset(
    {"country", "nation", "side", "party", "government", "neighbor", "neighbour", "power", "state", "ally"}
)
NOUNS = LEADERS | COUNTRIES | GOVERNMENTS | BODIES | NAMED | TOWNS | SITES | PARTY | SIDES | {"capital"}
PERSON, COUNTRY = IndividualKind.PERSON, IndividualKind.COUNTRY
ORGANIZATION, PLACE = IndividualKind.ORGANIZATION, IndividualKind.PLACE


def nominal(scene: Scene, token: Token) -> tuple[int, ...]:
    """The individuals that the noun phrase of `token` refers to; none if it is not clear."""
    noun = token.lemma_.lower()
    if token.dep_ in ("attr", "compound", "nmod", "amod", "appos") or token.head.lower_ == "as":
        return ()
    apposed = _apposed(scene, token, noun)
    if apposed is not None:
        return (apposed,)
    number = next((NUMBERS[child.lower_] for child in token.children if child.lower_ in NUMBERS), 1)
    if number > 1:
        kind = COUNTRY if noun in SIDES else PERSON
        return several(scene, token, kind, number) if noun in PARTY | SIDES else ()
    if any(child.dep_ == "relcl" for child in token.rights):
        return ()
    owner = _owner(scene, token, noun)
    if noun == "authority" and token.tag_ == "NN":
        return ()
    if token.tag_ in ("NNS", "NNPS") and noun not in MANY:
        return ()
    if owner is None and not any(child.lower_ in DEFINITE for child in token.lefts):
        return ()
    found = _single(scene, token, noun, owner)
    return () if found is None else (found,)


def _single(scene: Scene, token: Token, noun: str, owner: int | None) -> int | None:
    if noun in LEADERS:
        return _officer(scene, token)
    if noun in COUNTRIES:
        return _country(scene, token, noun, owner)
    if noun in GOVERNMENTS:
        return _government(scene, token, noun, owner)
    if noun == "capital":
        return _capital(scene, owner)
    if noun in TOWNS | SITES:
        return antecedents.place(scene, token, noun)
    if owner is not None and scene.kind(owner) is not COUNTRY:
        return None
    return antecedents.organization(scene, token, noun, owner)


def _government(scene: Scene, token: Token, noun: str, owner: int | None) -> int | None:
    words = [child for child in token.lefts if child.dep_ == "compound" and child.pos_ == "NOUN"]
    if owner is None and any(word.lower_ not in ARMED for word in words):
        return None
    if owner is not None and noun in SENT and scene.kind(owner) is ORGANIZATION:
        return owner
    owner = _seat(scene, token) if owner is None else owner
    if owner is not None:
        return scene.ruled_by(owner)
    # "The Administration" of a release is that of its publisher, whomever the release is about.
    if noun == "administration" and scene.home is not None:
        return scene.home
    return antecedents.government(scene, token, noun)


def _apposed(scene: Scene, token: Token, noun: str) -> int | None:
    """The bearer of a name beside the noun: "the president, X", "the city of X"."""
    after = scene.by_token.get(token.i + 1)
    if after is not None and after.form is Form.NAME:
        return after.individual if _kind(noun) is scene.kind(after.individual) else None
    for child in token.rights:
        of = child.dep_ == "prep" and child.lower_ == "of" and noun in TOWNS | SITES
        for name in child.children if of else (child,):
            mention = scene.by_token.get(name.i)
            if (
                mention is not None
                and name.dep_ in ("appos", "pobj")
                and _kind(noun) is scene.kind(mention.individual)
            ):
                return mention.individual
    return None


def _kind(noun: str) -> IndividualKind:
    if noun in COUNTRIES | GOVERNMENTS:
        return COUNTRY
    if noun in TOWNS | SITES or noun == "capital":
        return PLACE
    return PERSON if noun in LEADERS | PARTY else ORGANIZATION


def _owner(scene: Scene, token: Token, noun: str) -> int | None:
    """Whose or of which country the noun phrase says it is."""
    for child in token.children:
        of = child.lower_ == "of" or (child.lower_ == "from" and noun in SENT)
        inner = child.children if child.dep_ == "prep" and of else (child,)
        for target in inner:
            mention = scene.by_token.get(target.i)
            if mention is not None and target.dep_ in ("poss", "amod", "compound", "nmod", "pobj"):
                return mention.individual
            if target.i in scene.nouns:  # "her government", of a minister of whom only that is said
                return scene.roles.role(scene.words.doc[scene.nouns[target.i]]).of
    return None


def _seat(scene: Scene, token: Token) -> int | None:
    """Where a government is said to sit: "the authorities in *Bamako*"."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "in":
            for place in child.children:
                mention = scene.by_token.get(place.i)
                if mention is not None and scene.country_of(mention.individual) is not None:
                    return mention.individual
    return None


def _officer(scene: Scene, token: Token) -> int | None:
    role = scene.roles.role(token)
    holder = scene.roles.holder(role, token.i)
    if role.of is None:
        return holder
    if holder is not None:
        country = scene.country_of(holder) if scene.kind(role.of) is COUNTRY else None
        return holder if country in (None, role.of) else None
    of = scene.individuals[role.of].name
    known = (scene.named(entry) for entry in scene.gazetteer.holders(role.wording, of, scene.date))
    return next((number for number in known if number is not None), None)


def _country(scene: Scene, token: Token, noun: str, owner: int | None) -> int | None:
    if owner is not None and scene.kind(owner) is not PLACE:
        return scene.country_of(owner)
    return antecedents.country(scene, token, noun)


def _capital(scene: Scene, owner: int | None) -> int | None:
    country = scene.topic if owner is None else scene.country_of(owner)
    capital = None if country is None else scene.gazetteer.capital(scene.individuals[country].name)
    return None if capital is None else scene.number(capital)
