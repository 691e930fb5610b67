"""Logical grammatical relations: who does what to whom, whatever the construction.

Read off a dependency parse with the labels of the ClearNLP scheme (nsubj, dobj, nsubjpass, agent, prep,
pobj …). `step` takes one; their names are explained in `kb.facts.frames`, `kb.facts.paths` joins them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from kb.facts.clauses import indirect, objects, relatives, spanned, subjects
from kb.facts.governors import called, governing_verbs, holders, members, predicates, whole
from kb.facts.lexicon import lemma
from kb.facts.lines import entered, listed, summed
from kb.facts.neighbours import SORTS, after_comma, before_comma, earlier, later
from kb.facts.nominals import (
    ahead,
    appositions,
    bearers,
    behind,
    home,
    modifiers,
    possessors,
    titles,
)

if TYPE_CHECKING:
    from kb.tokens import Token

INFINITE = frozenset({"xcomp", "advcl", "acl", "relcl"})
CLAUSAL = frozenset({"ccomp", "xcomp", "acl", "pcomp", "advcl"})
PREPOSITIONS = frozenset({"prep", "agent", "dative", "prt", "advmod", "mark", "pcomp"})
"""Relations of words that govern a noun as a preposition does."""
OUTER = PREPOSITIONS | {"amod", "acomp"}
"""Relations of the first of several such words: "*close* to"."""
LOCAL = frozenset("in on at near off outside along inside within close next far".split())
JUST = frozenset({"just", "right", "deep", "also", "not", "up", "down", "far", "midway", "high"})
"""Adverbs between a name and the phrase that tells where it is: "Douma, *just* outside Damascus"."""
USES = frozenset({"drinking", "cooking", "running", "heating", "bottled", "washing"})
"""What things are for, said before them as if somebody did it."""
LOOSE = frozenset({"prep", "advmod", "amod"})
MOST = 6
"""Members of a coordination that are walked back."""


def step(token: Token, relation: str) -> Iterator[Token]:
    """The tokens that stand in `relation` to `token`; an unknown relation is a preposition."""
    return _walk(relation)(token)


@cache
def _walk(relation: str) -> Callable[[Token], Iterator[Token]]:
    if relation.startswith("~"):
        return partial(later, preposition=relation[1:])
    if relation.startswith("="):
        return partial(_being, lemmas=lemmas_of(relation))
    return WALKS.get(relation) or partial(prepositional, words=relation.split("_"))


def lemmas_of(relation: str) -> frozenset[str]:
    """What a relation "=a|b" asks a word to be one of."""
    return frozenset(relation[1:].split("|"))


def _being(token: Token, lemmas: frozenset[str]) -> Iterator[Token]:
    if lemma(token) in lemmas:
        yield token


def doers(token: Token) -> Iterator[Token]:
    """Who does it: the logical subject of a verb; of an adjective or noun its bearer."""
    verbal = token.pos_ in ("VERB", "AUX") or token.dep_ in ("acl", "relcl", "pcomp", "ccomp")
    return subjects(token) if verbal else bearers(token)


def prepositional(token: Token, words: list[str]) -> Iterator[Token]:
    """What a preposition of `token` governs: noun or gerund; `words` are its lemmas in order."""
    yield from _own_phrases(token, words)
    yield from _loosely_attached(token, words)
    outer = whole(token)
    if outer is not None and words != ["of"]:
        yield from prepositional(outer, words)
    # "travel bans and asset freezes on X": the last of two coordinated nouns holds the phrase of both.
    partner = next((child for child in token.rights if child.dep_ == "conj"), None)
    if token.pos_ == "NOUN" and token.dep_ != "conj" and partner is not None and partner.pos_ == "NOUN":
        yield from prepositional(partner, words)


def _own_phrases(token: Token, words: list[str]) -> Iterator[Token]:
    first = words[0]
    for child in token.children:
        if child.lower_ == first and child.dep_ in (PREPOSITIONS if len(words) == 1 else OUTER):
            if len(words) == 1:
                yield from _governed(child)
            else:
                yield from _own_phrases(child, words[1:])
                # "because of X": the parse hangs the name on either word.
                for inner in child.children:
                    if inner.lower_ == words[1] and inner.dep_ == "pcomp":
                        yield from (*_governed(inner), *_governed(child))


def _loosely_attached(token: Token, words: list[str]) -> Iterator[Token]:
    """Phrases that belong to a word though the parse hangs them elsewhere."""
    tokens, i = token.doc.tokens, token.i
    if i + 2 >= len(tokens):
        return
    after = tokens[i + 1]
    if after.tag_ == "HYPH" and tokens[i + 2].head.i == i:
        yield from prepositional(tokens[i + 2], words)  # "secretary-general of Hezbollah"
    if token.pos_ in ("PROPN", "NOUN"):
        named = token.pos_ == "PROPN" or token.lemma_ in SORTS
        paused = named and after.text == "," and words[0] in LOCAL
        if paused:
            just = tokens[i + 2].lower_ in JUST and i + 3 < len(tokens)
            after = tokens[i + 3 if just else i + 2]
        # "talks in Goma in Congo", "Pemba, in Cabo Delgado, received": the parser hangs the second phrase
        # on the talks or the verb as often as not.
        if after.lower_ == words[0] and after.dep_ in LOOSE and (paused or after.head.i < i):
            yield from _governed(after) if len(words) == 1 else _own_phrases(after, words[1:])


def _governed(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child.pos_ != "ADP":
            # "without drinking water", parsed as an act
            thing = next(step(child, "object"), child) if child.lower_ in USES else child
            yield thing


def clauses(token: Token) -> Iterator[Token]:
    """The nearest verb above."""
    here = token
    while here.head.i != here.i:
        here = here.head
        if here.pos_ in ("VERB", "AUX"):
            yield here
            return


def complements(token: Token) -> Iterator[Token]:
    """The infinitive, gerund or clause that a word governs."""
    return (child for child in token.children if child.dep_ in CLAUSAL)


def infinitives(token: Token) -> Iterator[Token]:
    """What something is done or needed for: "needs cash *to pay* its soldiers"."""
    for child in token.children:
        if child.dep_ in INFINITE and any(inner.lower_ == "to" for inner in child.lefts):
            yield child


def attributes(token: Token) -> Iterator[Token]:
    """What a verb says its subject is: "the needs are *food* and *water*"."""
    return (child for child in token.children if child.dep_ in ("attr", "oprd"))


def inside(token: Token) -> Iterator[Token]:
    """Every word in a noun's phrase, as far as a phrase may reach."""
    return (inner for inner in spanned(token) if inner.i != token.i)


def itself(token: Token) -> Iterator[Token]:
    """The trigger."""
    yield token


def located(token: Token) -> Iterator[Token]:
    """The noun that a clause with "where" describes: "the *province* where Ramadi lies"."""
    if token.dep_ == "relcl" and any(child.lower_ == "where" for child in token.children):
        yield token.head


def above(token: Token) -> Iterator[Token]:
    """What a phrase hangs on: the nouns above it, then subject and object of the clause."""
    here = token
    while here.head.i != here.i:
        here = here.head
        if here.pos_ in ("VERB", "AUX"):
            yield from subjects(here)
            yield from objects(here)
            return
        yield here


def partners(token: Token) -> Iterator[Token]:
    """What a noun is coordinated with, nearest before it first."""
    for _ in range(MOST):
        if token.dep_ != "conj":
            return
        token = token.head
        yield token


WALKS: dict[str, Callable[[Token], Iterator[Token]]] = {
    "subject": doers,
    "object": objects,
    "indirect": indirect,
    "self": itself,
    "poss": possessors,
    "modifier": modifiers,
    "bearer": bearers,
    "ahead": ahead,
    "behind": behind,
    "before": before_comma,
    "home": home,
    "title": titles,
    "apposition": appositions,
    "verb": governing_verbs,
    "predicate": predicates,
    "holder": holders,
    "member": members,
    "called": called,
    "clause": clauses,
    "complement": complements,
    "attribute": attributes,
    "infinitive": infinitives,
    "inside": inside,
    "next": after_comma,
    "where": located,
    "above": above,
    "partner": partners,
    "earlier": earlier,
    "relative": relatives,
    "listed": listed,
    "entry": entered,
    "sum": summed,
}
