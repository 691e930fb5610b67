"""From names to all that refers to their bearers: one walk through a document, in the order of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.documents.base import Document
from kb.gazetteer import Gazetteer
from kb.mentions.base import Form, Mention
from kb.mentions.clusters import Cluster
from kb.mentions.couples import COUPLES, couple
from kb.mentions.lexicon import LEADERS, PEOPLE
from kb.mentions.nominals import NOUNS, nominal
from kb.mentions.pronouns import PRONOUNS, pronoun
from kb.mentions.scene import Scene
from kb.mentions.selves import SELVES, Selves
from kb.mentions.spans import Words
from kb.mentions.unnamed import described, nearer

if TYPE_CHECKING:
    from kb.tokens import Token

SURFACES = NOUNS | {f"{noun}s" for noun in NOUNS} | {f"{noun[:-1]}ies" for noun in NOUNS if noun[-1] == "y"}
STRANGERS = (
    PEOPLE | LEADERS | frozenset("man woman official witness officer source analyst teacher student".split())
)
"""Nouns for a person, who may be the one that "he" means later."""
WORDS = SURFACES | PRONOUNS | SELVES | STRANGERS | COUPLES


def references(
    document: Document, words: Words, clusters: list[Cluster], names: list[Mention], gazetteer: Gazetteer
) -> tuple[list[Mention], dict[int, int]]:
    """Noun phrases and pronouns that refer to individuals, and the nouns that other pronouns stand for.

    Countries that they reveal are added to `clusters`.
    """
    scene = Scene(words, clusters, names, gazetteer, document.date)
    selves = Selves(document, gazetteer)
    scene.home = selves.home(scene)
    starts = {mention.start: mention for mention in names}
    found: list[Mention] = []
    for i, word in enumerate(words.lower):
        name = starts.get(i)
        if name is not None:
            scene.see(name, head(words, name))
        elif word in WORDS and i not in scene.by_token:
            token = words.doc[i]
            mention = _reference(scene, selves, token)
            if mention is not None:
                scene.see(mention, token)
                found.append(mention)
            elif word in STRANGERS:
                scene.pass_by(token)
            elif word in PRONOUNS and (noun := described(scene, token)) is not None:
                scene.nouns[i] = noun
    return found, scene.nouns


def _reference(scene: Scene, selves: Selves, token: Token) -> Mention | None:
    if token.lower_ in PRONOUNS:
        numbers, form = () if nearer(scene, token) else pronoun(scene, token), Form.PRONOUN
    elif token.lower_ in SELVES:
        numbers, form = selves.meant(scene, token), Form.PRONOUN
    elif token.lower_ in COUPLES:
        numbers, form = couple(scene, token), Form.NOMINAL
    elif token.pos_ in ("NOUN", "PROPN"):
        numbers, form = nominal(scene, token), Form.NOMINAL
    else:
        return None
    return Mention(token.i, token.i + 1, numbers[0], form, numbers[1:]) if numbers else None


def head(words: Words, mention: Mention) -> Token:
    """The token of a mention that the rest of the sentence governs."""
    for i in range(mention.end - 1, mention.start, -1):
        token = words.doc[i]
        if not mention.start <= token.head.i < mention.end or token.head.i == i:
            return token
    return words.doc[mention.start]
