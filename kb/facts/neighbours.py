"""Relations that are read off the order of words, where the parse is silent or errs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.facts.lexicon import nouns

if TYPE_CHECKING:
    from kb.tokens import Token

FAR = 24
"""Words after a trigger within which a preposition is taken to go with it."""
SORTS = nouns("settlement", "region", "facility")
FOLLOWED_BY_NAME = frozenset({",", "("})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def later(token: Token, preposition: str) -> Iterator[Token]:
    """What a preposition further on in the clause governs, whatever the parse hangs it on."""
    for word in token.doc[token.i + 1 : token.i + 1 + FAR]:
        if word.is_sent_start or word.text in (";", ":") or _begins_clause(word, token.i):
            return
        if word.lower_ == preposition and word.dep_ in ("prep", "dative"):
            yield from (inner for inner in word.children if inner.dep_ == "pobj")


def earlier(token: Token) -> Iterator[Token]:
    """The words of the sentence before a word, nearest first."""
    return reversed(token.doc[max(token.sent.start, token.i - FAR) : token.i])


def _begins_clause(verb: Token, after: int) -> bool:
    """Whether a verb has a subject of its own; what has too much before it is the head of no clause."""
    if verb.pos_ not in ("VERB", "AUX") or not verb.n_lefts:
        return False
    return verb.n_lefts > FAR or any(child.dep_ in SUBJECTS and child.i > after for child in verb.lefts)


def before_comma(token: Token) -> Iterator[Token]:
    """The name that a noun phrase follows after a comma: "*Juba*, the South Sudanese capital".

    A distance may stand between: "*Jowhar*, about 90 kilometres (55 miles) north of Mogadishu".
    """
    comma = token.left_edge.i - 1
    while comma > 0 and token.i - comma < FAR and _measures(token.doc[comma]):
        comma -= 1
    if comma > 0 and token.doc[comma].text == "," and token.doc[comma - 1].pos_ == "PROPN":
        yield token.doc[comma - 1]


def _measures(word: Token) -> bool:
    """Whether a word may be part of a distance."""
    measured = word.ent_type_ == "QUANTITY" or word.like_num or word.text in ("(", ")")
    return measured or word.lower_ in ("located", "situated", "some", "just", "about", "only", "roughly")


def after_comma(token: Token) -> Iterator[Token]:
    """The word after the comma or bracket that follows a name."""
    tokens, comma = token.doc.tokens, token.i + 1
    while comma < len(tokens) and (tokens[comma].pos_ == "PROPN" or tokens[comma].lower_ in SORTS):
        comma += 1
    if comma + 1 < len(tokens) and tokens[comma].text in FOLLOWED_BY_NAME:
        after = tokens[comma + 1]
        # "Goma, eastern Congo"
        compass = after.lower_.endswith(("ern", "central")) and comma + 2 < len(tokens)
        yield tokens[comma + 2] if compass else after
