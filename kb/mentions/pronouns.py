"""Pronouns, where it is safe to tell whom they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.mentions.given import is_female
from kb.mentions.scene import SUBJECTS, Scene, Sighting, clause
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
PRONOUNS = MASCULINE | FEMININE | NEUTER | PLURAL
REACH = 3
"""Sentences over which "he" and "she" reach back; "it" reaches back one."""
REPROACHES = frozenset("punish condemn criticize criticise blame rebuke denounce blacklist pressure".split())
MINDED = frozenset(
    "ready willing unwilling prepared determined able unable keen eager reluctant confident".split()
)
"""What only somebody with a will is: "it is *ready* to sell"."""
PERSON = IndividualKind.PERSON
THINGS = (IndividualKind.ORGANIZATION, IndividualKind.COUNTRY)


def pronoun(scene: Scene, token: Token) -> tuple[int, ...]:
    """The individuals that a pronoun refers to; none if it is not clear."""
    word = token.lower_
    if word in PLURAL:
        return _several(scene, token)
    if word in NEUTER:
        best = _parallel(scene, token)
        if best is None and not _expletive(token) and not _blocked(scene, token):
            best = _best(token, scene, _things(scene, token))
    else:
        best = _best(token, scene, _persons(scene, token, word))
        if best is not None and _overtaken(scene, token, best):
            best = None
    return () if best is None else (best,)


def _persons(scene: Scene, token: Token, word: str) -> Iterator[Sighting]:
    for sighting in scene.recent(PERSON, token=token, reach=REACH):
        person = scene.individuals[sighting.individual]
        if is_female(person.name, frozenset(person.titles)) in (None, word in FEMININE):
            yield sighting


def _overtaken(scene: Scene, token: Token, best: int) -> bool:
    """Whether a person without a name was the subject after the one that "he" would mean."""
    if scene.stranger < 0 or scene.sentences[token.i] - scene.sentences[scene.stranger] > 1:
        return False
    latest = (
        sighting for sighting in scene.recent(PERSON, token=token, reach=REACH) if sighting.individual == best
    )
    return next((sighting.token for sighting in latest), -1) < scene.stranger


def _things(scene: Scene, token: Token) -> Iterator[Sighting]:
    """Organizations and countries that the sentence, or the one before, is about."""
    for sighting in scene.recent(*THINGS, token=token, reach=1):
        near = sighting.subject or sighting.sentence == scene.sentences[token.i]
        if near and scene.joined(sighting) <= scene.subjects(token):
            yield sighting


def _best(token: Token, scene: Scene, sightings: Iterator[Sighting]) -> int | None:
    """The individual last spoken of, subjects first; never subject and object of one verb at once."""
    best, score, speaker = None, float("-inf"), scene.speaker(token)
    barred = scene.subjects(token) if token.dep_ in ("dobj", "dative", "pobj") else set()
    for sighting in sightings:
        other = scene.words.doc[sighting.token]
        if sighting.individual in barred or sighting.individual == speaker:
            continue
        distance = scene.sentences[token.i] - sighting.sentence
        found = 1.5 * sighting.subject - 1.2 * distance - (token.i - sighting.token) / 100
        found += 2.5 * (distance == 0 and _grounds(token, other))
        if found > score:
            best, score = sighting.individual, found
    return best


def _grounds(token: Token, other: Token) -> bool:
    """Whether "its" gives the reason for what is done to `other`: "sanctions on X over its program"."""
    preposition = token.head.head
    return (
        token.dep_ == "poss"
        and token.head.dep_ == "pobj"
        and preposition.lower_ in ("over", "for", "because")
        and other.dep_ in ("pobj", "dobj", "compound")
        and (other.head.lower_ in ("on", "against", "from", "upon") or other.head.lemma_ in REPROACHES)
    )


def _parallel(scene: Scene, token: Token) -> int | None:
    """Whose the first of two joined things is: "Peru's exports and its oil"."""
    if token.dep_ != "poss" or token.head.dep_ != "conj":
        return None
    owners = (scene.by_token.get(child.i) for child in token.head.head.lefts if child.dep_ == "poss")
    return next((owner.individual for owner in owners if owner is not None), None)


def _blocked(scene: Scene, token: Token) -> bool:
    """Whether a noun that refers to nobody known is the subject of the clause, and so what "its" means."""
    if token.dep_ != "poss":
        return False
    subjects = (child for child in clause(token).lefts if child.dep_ in SUBJECTS and child.i < token.i)
    return any(child.tag_ in ("NN", "NNP") and child.i not in scene.by_token for child in subjects)


def _several(scene: Scene, token: Token) -> tuple[int, ...]:
    """Two coordinated subjects of this sentence or the last, or one organization that is many people."""
    sightings = list(scene.recent(PERSON, *THINGS, token=token, reach=1))
    subjects = [sighting for sighting in sightings if sighting.subject]
    for subject in subjects:
        head = scene.words.doc[subject.token]
        joined = [scene.by_token.get(other.i) for other in head.conjuncts]
        others = [mention.individual for mention in joined if mention is not None]
        if others:
            return tuple(dict.fromkeys((subject.individual, *others)))
    for subject in subjects:
        together = [other.individual for other in subjects if other.token == subject.token]
        if len(together) > 1:
            return tuple(sorted(together))
        if scene.words.doc[subject.token].head.tag_ == "VBP" and scene.kind(subject.individual) is THINGS[0]:
            return (subject.individual,)
    return ()


def _expletive(token: Token) -> bool:
    """Whether "it" stands for a clause or for nothing: "it is clear that", "it takes time to"."""
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return token.lower_ == "it" and token.dep_ == "expl"
    verb = token.head
    if any(child.dep_ == "acomp" and child.lower_ in MINDED for child in verb.children):
        return False
    clausal = any(child.dep_ in ("ccomp", "csubj", "xcomp") for child in verb.children)
    return verb.lemma_ in ("be", "seem", "appear", "take", "remain", "become") and (
        clausal or any(child.dep_ in ("acomp", "attr", "oprd") for child in verb.children)
    )
