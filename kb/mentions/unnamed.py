"""Pronouns for those whom the text does not name: "the refugees crossed the border. *They* need food"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kb.mentions.lexicon import LEADERS, PEOPLE, RANKS
from kb.mentions.pronouns import FEMININE, MASCULINE, NEUTER, PLURAL
from kb.mentions.scene import CLAUSES, SUBJECTS, Scene, clause

if TYPE_CHECKING:
    from kb.tokens import Token

SINGULAR = frozenset({"NN", "NNP"})
SEVERAL = frozenset({"NNS", "NNPS"})
PERSONS = LEADERS | PEOPLE | RANKS
DEEPEST = 4
"""Clauses that a pronoun's own is looked for a subject in."""


def described(scene: Scene, token: Token) -> int | None:
    """The noun that a pronoun stands for where it means nobody of a name; None if that is not clear.

    It is the subject of a clause around its own, else of the sentence before.
    """
    if token.lower_ not in PLURAL | NEUTER and token.lower_ not in MASCULINE | FEMININE:
        return None
    for subjects in (_around(token), _before(scene, token)):
        fitting = [one for one in subjects if _agrees(token, one) and one.i < token.i]
        if fitting:
            known = len(fitting) > 1 or fitting[0].i in scene.by_token
            return None if known else fitting[0].i
    return None


def _around(token: Token) -> Iterator[Token]:
    """The subjects of the clauses that the pronoun's clause is part of, its own last."""
    verb = clause(token)
    above = [one for one in verb.ancestors if one.dep_ in CLAUSES]
    own = () if token.dep_ in SUBJECTS else (verb,)
    for one in islice((*own, *above), DEEPEST):
        yield from (child for child in one.lefts if child.dep_ in SUBJECTS and child.i != token.i)


def _before(scene: Scene, token: Token) -> Iterator[Token]:
    start = token.sent.start
    if not start:
        return
    root = scene.words.doc[start - 1].sent.root
    told = (child for child in root.children if child.dep_ == "ccomp")
    for verb in (root, *told):
        yield from (child for child in verb.lefts if child.dep_ in SUBJECTS)


def _agrees(token: Token, noun: Token) -> bool:
    """Whether a noun is of the pronoun's number, and a person for "he" and "she"."""
    if token.lower_ in PLURAL:
        return noun.tag_ in SEVERAL or (noun.tag_ in SINGULAR and any(c.dep_ == "conj" for c in noun.rights))
    if token.lower_ in NEUTER:
        return noun.tag_ == "NN" and noun.lemma_.lower() not in PERSONS
    return noun.tag_ == "NN" and noun.lemma_.lower() in PERSONS
