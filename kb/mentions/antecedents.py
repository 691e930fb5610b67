"""The individual that a description takes up: the last one spoken of that it fits, subjects before others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kb.mentions.lexicon import LEADERS, RANKS
from kb.mentions.scene import Scene, Sighting
from kb.mentions.sorts import BODIES, REALMS, goes_by, is_realm
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

TOWNS = frozenset({"city", "town", "village"})
UNION = "European Union"
INSTITUTIONS = frozenset({"commission", "council", "union"})
"""What takes up the European Union, in whose name it stands."""
REACH = 4
"""Sentences over which a noun phrase takes up a name."""
COUNTRY, PLACE = IndividualKind.COUNTRY, IndividualKind.PLACE
ORGANIZATION = IndividualKind.ORGANIZATION


def salient(scene: Scene, token: Token, sightings: Iterable[Sighting], subject: bool = True) -> int | None:
    """Of those in the last sentence with any, the one named last, the `subject` first; nobody out of several.

    Who is the subject of the clause that the token stands in is not meant by it.
    """
    barred = scene.subjects(token)
    best: Sighting | None = None
    sentence = None
    for sighting in sightings:
        if sighting.individual in barred:
            continue
        if sentence not in (None, sighting.sentence):
            break
        sentence = sighting.sentence
        alone = scene.joined(sighting) <= barred
        if alone and (best is None or (subject and sighting.subject > best.subject)):
            best = sighting
    return None if best is None else best.individual


def organization(scene: Scene, token: Token, noun: str, owner: int | None = None) -> int | None:
    """The organization that a noun such as "agency" takes up, of the country `owner` if it says so."""
    latest = [
        sighting
        for sighting in scene.recent(ORGANIZATION, token=token, reach=REACH)
        if owner is None or scene.country_of(sighting.individual) in (None, owner)
    ]
    called = [one for one in latest if noun in scene.individuals[one.individual].name.lower().split()]
    if called:
        return called[0].individual
    if noun in INSTITUTIONS:
        union = (one.individual for one in latest if scene.individuals[one.individual].name == UNION)
        return next(union, _institution(scene, noun) if token.text[0].isupper() else None)
    if noun not in BODIES:
        return None
    return salient(scene, token, (one for one in latest if goes_by(noun, scene.individuals[one.individual])))


def _institution(scene: Scene, noun: str) -> int | None:
    """The union whose institution goes by a capital letter alone, if no other body is called so."""
    names = [cluster.name for cluster in scene.individuals]
    if any(noun in name.lower().split() and "European" not in name for name in names):
        return None
    return next((number for number, name in enumerate(names) if name == UNION), None)


def place(scene: Scene, token: Token, noun: str) -> int | None:
    """The place that a noun such as "city" or "enclave" takes up."""
    for sighting in scene.recent(PLACE, token=token, reach=REACH):
        cluster = scene.individuals[sighting.individual]
        subtype = "" if cluster.entry is None else cluster.entry.subtype
        if noun in TOWNS and subtype in ("city", "capital", ""):
            return sighting.individual
        if noun in cluster.name.lower() or noun == subtype or (subtype and goes_by(noun, cluster)):
            return sighting.individual
    return None


def country(scene: Scene, token: Token, noun: str) -> int | None:
    """The country that a noun such as "country" or "kingdom" takes up."""
    words = [child.lower_ for child in token.lefts if child.lower_ in REALMS] + [noun]
    latest = [
        sighting
        for sighting in scene.recent(COUNTRY, token=token, reach=REACH)
        if sighting.named and is_realm(words, scene.individuals[sighting.individual].name)
    ]
    # "US Secretary of State": a country that only tells whose somebody is, is not what the text speaks of.
    spoken = [sighting for sighting in latest if not _of_officer(scene, sighting.token)]
    found = salient(scene, token, spoken or latest, subject=False)
    topic, barred = scene.topic, scene.subjects(token)
    several = any(one.individual not in barred for one in latest)
    if found is not None or topic is None or topic in barred or several:
        return found
    return topic if is_realm(words, scene.individuals[topic].name) else None


def government(scene: Scene, token: Token, noun: str) -> int | None:
    """Whose a government, army or delegation is: whose the same noun was before, or the text's country."""
    barred = scene.subjects(token, named=True)
    taken = scene.taken(noun, token, REACH)
    if taken is not None and taken not in barred:
        return taken
    if scene.topic is not None and scene.topic not in barred:
        return scene.topic
    found = salient(scene, token, scene.recent(COUNTRY, token=token, reach=REACH))
    if found is not None or scene.topic is not None:
        return found
    towns = (one.individual for one in scene.recent(PLACE, token=token, reach=REACH))
    return next((state for town in towns if (state := scene.country_of(town)) is not None), None)


def _of_officer(scene: Scene, i: int) -> bool:
    token = scene.words.doc[i]
    return token.dep_ in ("compound", "amod", "nmod") and (
        token.head.lemma_.lower() in LEADERS | RANKS or token.head.i in scene.by_token
    )
