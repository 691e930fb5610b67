"""Pronouns, where it is safe to tell whom they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.mentions.lexicon import FEMALE, MALE
from kb.mentions.scene import SUBJECTS, Scene, Sighting
from kb.model import IndividualKind

if TYPE_CHECKING:
    from spacy.tokens import Token

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
PRONOUNS = MASCULINE | FEMININE | NEUTER | PLURAL
REACH = 3
"""Sentences over which "he" and "she" reach back; "it" reaches back one."""
REPROACHES = frozenset("punish condemn criticize criticise blame rebuke denounce blacklist pressure".split())
PERSON = IndividualKind.PERSON
THINGS = (IndividualKind.ORGANIZATION, IndividualKind.COUNTRY)


def pronoun(scene: Scene, token: Token) -> tuple[int, ...]:
    """The individuals that a pronoun refers to; none if it is not clear."""
    word = token.lower_
    if word in PLURAL:
        return _several(scene, token)
    if word in NEUTER:
        best = None if _expletive(token) else _best(token, scene, _things(scene, token))
    else:
        best = _best(token, scene, _persons(scene, token, word))
    return () if best is None else (best,)


def _persons(scene: Scene, token: Token, word: str) -> Iterator[Sighting]:
    wrong = MALE if word in FEMININE else FEMALE
    for sighting in scene.recent(PERSON, token=token, reach=REACH):
        if wrong.isdisjoint(scene.individuals[sighting.individual].titles):
            yield sighting


def _things(scene: Scene, token: Token) -> Iterator[Sighting]:
    """Organizations and countries that the sentence, or the one before, is about."""
    for sighting in scene.recent(*THINGS, token=token, reach=1):
        if sighting.subject or sighting.sentence == scene.sentences[token.i]:
            yield sighting


def _best(token: Token, scene: Scene, sightings: Iterator[Sighting]) -> int | None:
    """The individual last spoken of, subjects first; never subject and object of one verb at once."""
    best, score = None, float("-inf")
    seen = list(sightings)
    barred = _subjects(token, scene, seen) if token.dep_ in ("dobj", "dative", "pobj") else set()
    for sighting in seen:
        other = scene.words.doc[sighting.token]
        if sighting.individual in barred:
            continue
        distance = scene.sentences[token.i] - sighting.sentence
        found = 1.5 * sighting.subject - 1.2 * distance - (token.i - sighting.token) / 100
        found += 2.5 * (distance == 0 and _grounds(token, other))
        if found > score:
            best, score = sighting.individual, found
    return best


def _subjects(token: Token, scene: Scene, seen: list[Sighting]) -> set[int]:
    """Who is the subject of the verb that `token` is an object of."""
    own, doc = _clause(token), scene.words.doc
    return {one.individual for one in seen if one.subject and _clause(doc[one.token]) == own}


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


def _clause(token: Token) -> int:
    while (
        token.dep_ not in ("ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "conj")
        and token.head.i != token.i
    ):
        token = token.head
    return token.i


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
    clausal = any(child.dep_ in ("ccomp", "csubj", "xcomp") for child in verb.children)
    return verb.lemma_ in ("be", "seem", "appear", "take", "remain", "become") and (
        clausal or any(child.dep_ in ("acomp", "attr", "oprd") for child in verb.children)
    )
