"""Pronouns for those whom the text does not name: "the refugees crossed the border. *They* need food"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kb.mentions.lexicon import LEADERS, PEOPLE, RANKS
from kb.mentions.pronouns import NEUTER, PLURAL
from kb.mentions.scene import CLAUSES, SUBJECTS, Scene, clause

if TYPE_CHECKING:
    from kb.tokens import Token

SINGULAR = frozenset({"NN", "NNP"})
SEVERAL = frozenset({"NNS", "NNPS"})
PERSONS = LEADERS | PEOPLE | RANKS
OBJECTS = frozenset({"dobj", "dative", "pobj"})
DEEPEST = 4
"""Clauses that a pronoun's own is looked for a subject in."""


def described(scene: Scene, token: Token) -> int | None:
    """The noun that a pronoun stands for where it means nobody of a name; None if that is not clear.

    It is the subject of a clause around its own, else of the sentence before, else the object there; that
    comes first for an object.
    """
    told = list(_before(scene, token))
    subjects = [child for verb in told for child in verb.lefts if child.dep_ in SUBJECTS]
    objects = [child for verb in told for child in verb.rights if child.dep_ == "dobj"]
    before = (objects, subjects) if token.dep_ == "dobj" else (subjects, objects)
    for nouns in (list(_around(token)), *before):
        fitting = [one for one in nouns if _agrees(token, one) and one.i < token.i]
        if fitting:
            known = len(fitting) > 1 or fitting[0].i in scene.by_token
            return None if known else fitting[0].i
    return None


def nearer(scene: Scene, token: Token) -> bool:
    """Whether "they" stands after a plural noun in its sentence, and so for no two named before that."""
    nouns = (one for one in _around(token) if token.lower_ in PLURAL and _agrees(token, one))
    return any(one.i < token.i and one.tag_ == "NNS" and one.i not in scene.by_token for one in nouns)


def _around(token: Token) -> Iterator[Token]:
    """The subjects of the clauses that a pronoun is in, but for an object not that of its own."""
    verb = clause(token)
    above = [one for one in verb.ancestors if one.dep_ in CLAUSES]
    own = () if token.dep_ in OBJECTS else (verb,)
    for one in islice((*own, *above), DEEPEST):
        yield from (child for child in one.lefts if child.dep_ in SUBJECTS and child.i != token.i)


def _before(scene: Scene, token: Token) -> Iterator[Token]:
    """The verbs of the sentence before: its own, and what it says that somebody said."""
    start = token.sent.start
    if start:
        root = scene.words.doc[start - 1].sent.root
        yield root
        yield from (child for child in root.children if child.dep_ == "ccomp")


def _agrees(token: Token, noun: Token) -> bool:
    """Whether a noun is of the pronoun's number, and a person for "he" and "she"."""
    if token.lower_ in PLURAL:
        return noun.tag_ in SEVERAL or (noun.tag_ in SINGULAR and any(c.dep_ == "conj" for c in noun.rights))
    if token.lower_ in NEUTER:
        return noun.tag_ == "NN" and noun.lemma_.lower() not in PERSONS
    return noun.tag_ == "NN" and noun.lemma_.lower() in PERSONS
