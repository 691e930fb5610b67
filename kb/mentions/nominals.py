"""Definite noun phrases: "the Russian president", "his country", "the group", "the two leaders"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.mentions.base import Form
from kb.mentions.lexicon import LEADERS, ORGANIZATIONS, RANKS
from kb.mentions.scene import Scene
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

DEFINITE = frozenset({"the", "this", "that", "both", "these", "those"})
BOTH = frozenset({"two", "both"})
COUNTRIES = frozenset({"country", "nation", "kingdom", "republic", "homeland"})
GOVERNMENTS = frozenset(
    "government regime administration authority authorities leadership military army navy junta "
    "delegation troop troops forces force".split()
)
"""Who acts for a country, so that what they do the country does."""
SENT = frozenset({"delegation", "leadership", "troop", "troops", "force", "forces"})
"""Who acts for an organization as well: "a Hamas delegation"."""
ARMED = frozenset({"army", "air", "navy", "defense", "defence", "security", "border"})
BODIES = frozenset(
    "group organization organisation company firm corporation agency body movement militia faction "
    "watchdog airline manufacturer broadcaster charity ngo lender federation foundation".split()
)
"""Nouns that take up an organization of whatever name."""
NAMED_BODIES = (ORGANIZATIONS | {"bloc", "department"}) - BODIES - GOVERNMENTS
"""Nouns that take up only an organization in whose name they stand."""
TOWNS = frozenset({"city", "town", "village"})
SITES = frozenset(
    "province region island islands district peninsula enclave territory base facility plant site "
    "complex airport port camp river strait reactor".split()
)
PARTY = frozenset({"leader", "president", "minister", "premier", "chief", "envoy", "diplomat", "man"})
SIDES = frozenset(
    {"country", "nation", "side", "party", "government", "neighbor", "neighbour", "power", "state", "ally"}
)
NOUNS = (
    LEADERS | COUNTRIES | GOVERNMENTS | BODIES | NAMED_BODIES | TOWNS | SITES | PARTY | SIDES | {"capital"}
)
BLOCS = {
    "commission": ("European Union",),
    "bloc": ("European Union", "ASEAN", "ECOWAS"),
    "alliance": ("NATO",),
    "union": ("European Union",),
    "council": ("European Union",),
}
REACH = 4
"""Sentences over which a noun phrase takes up a name."""

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
    if any(child.lower_ in BOTH for child in token.children):
        return _pair(scene, token, noun) if noun in PARTY | SIDES else ()
    if any(child.dep_ == "relcl" for child in token.rights):
        return ()
    owner = _owner(scene, token)
    if noun == "authority" and token.tag_ == "NN":
        return ()
    if token.tag_ in ("NNS", "NNPS") and noun not in ("authority", "troop", "force"):
        return ()
    if owner is None and not any(child.lower_ in DEFINITE for child in token.lefts):
        return ()
    found = _single(scene, token, noun, owner)
    return () if found is None else (found,)


def _single(scene: Scene, token: Token, noun: str, owner: int | None) -> int | None:
    if noun in LEADERS:
        return _officer(scene, token)
    if noun in COUNTRIES:
        return _country(scene, token, owner)
    if noun in GOVERNMENTS:
        if owner is None and any(
            child.dep_ == "compound" and child.pos_ == "NOUN" and child.lower_ not in ARMED
            for child in token.lefts
        ):
            return None
        # "The Administration" of a release is that of its publisher, whomever the release is about.
        if owner is not None and noun in SENT and scene.kind(owner) is ORGANIZATION:
            return owner
        own = scene.home if noun == "administration" and scene.home is not None else scene.topic
        owner = _seat(scene, token) if owner is None else owner
        return own if owner is None else scene.ruled_by(owner)
    if noun == "capital":
        return _capital(scene, owner)
    if noun in TOWNS | SITES:
        return _place(scene, token, noun)
    if owner is not None and scene.kind(owner) is not COUNTRY:
        return None
    return _organization(scene, token, noun)


def _apposed(scene: Scene, token: Token, noun: str) -> int | None:
    """The bearer of a name beside the noun: "the president, X", "the city of X"."""
    after = scene.by_token.get(token.i + 1)
    if after is not None and after.form is Form.NAME:
        return after.individual if _kind(noun) is scene.kind(after.individual) else None
    for child in token.rights:
        of = child.dep_ == "prep" and child.lower_ == "of" and token.lemma_.lower() in TOWNS | SITES
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


def _owner(scene: Scene, token: Token) -> int | None:
    """Whose or of which country the noun phrase says it is."""
    for child in token.children:
        inner = child.children if child.dep_ == "prep" and child.lower_ == "of" else (child,)
        for target in inner:
            mention = scene.by_token.get(target.i)
            if mention is not None and target.dep_ in ("poss", "amod", "compound", "nmod", "pobj"):
                return mention.individual
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


def _country(scene: Scene, token: Token, owner: int | None) -> int | None:
    if owner is not None and scene.kind(owner) is not PLACE:
        return scene.country_of(owner)
    barred = scene.subjects(token)
    latest = [
        sighting
        for sighting in scene.recent(COUNTRY, token=token, reach=REACH)
        if sighting.named and sighting.individual not in barred
    ]
    # "US Secretary of State": a country that only tells whose somebody is, is not what the text speaks of.
    spoken = [sighting for sighting in latest if not _of_officer(scene, sighting.token)]
    for sighting in spoken or latest:
        return sighting.individual
    return None if scene.topic in barred else scene.topic


def _of_officer(scene: Scene, i: int) -> bool:
    token = scene.words.doc[i]
    return token.dep_ in ("compound", "amod", "nmod") and (
        token.head.lemma_.lower() in LEADERS | RANKS or token.head.i in scene.by_token
    )


def _capital(scene: Scene, owner: int | None) -> int | None:
    country = scene.topic if owner is None else scene.country_of(owner)
    capital = None if country is None else scene.gazetteer.capital(scene.individuals[country].name)
    return None if capital is None else scene.number(capital)


def _place(scene: Scene, token: Token, noun: str) -> int | None:
    for sighting in scene.recent(PLACE, token=token, reach=REACH):
        cluster = scene.individuals[sighting.individual]
        subtype = "" if cluster.entry is None else cluster.entry.subtype
        if noun in cluster.name.lower() or (noun in TOWNS and subtype in ("city", "capital", "")):
            return sighting.individual
        if noun == subtype:
            return sighting.individual
    return None


def _organization(scene: Scene, token: Token, noun: str) -> int | None:
    latest = [sighting.individual for sighting in scene.recent(ORGANIZATION, token=token, reach=REACH)]
    for number in latest:
        name = scene.individuals[number].name
        if noun in name.lower().split() or name in BLOCS.get(noun, ()):
            return number
    if token.text[0].isupper() and noun in BLOCS:
        return _institution(scene, noun)
    for number in latest:
        if noun in BODIES and NAMED_BODIES.isdisjoint(scene.individuals[number].name.lower().split()):
            return number
    return None


def _institution(scene: Scene, noun: str) -> int | None:
    """The union whose institution goes by a capital letter alone, if no other body is called so."""
    names = [cluster.name for cluster in scene.individuals]
    if any(noun in name.lower().split() and "European" not in name for name in names):
        return None
    return next((number for number, name in enumerate(names) if name in BLOCS[noun]), None)


def _pair(scene: Scene, token: Token, noun: str) -> tuple[int, ...]:
    """The two persons or countries last spoken of; nobody if there are not two."""
    kind = COUNTRY if noun in SIDES else PERSON
    latest = list(scene.recent(kind, token=token, reach=3))
    for sighting in latest:
        joined = [scene.by_token.get(other.i) for other in scene.words.doc[sighting.token].conjuncts]
        both = {one.individual for one in joined if one and scene.kind(one.individual) is kind}
        both.add(sighting.individual)
        if len(both) == 2:
            return tuple(sorted(both))
    found = list(dict.fromkeys(sighting.individual for sighting in latest))[:2]
    return tuple(sorted(found)) if len(found) == 2 else ()
