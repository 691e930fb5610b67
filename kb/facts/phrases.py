"""The words of a noun phrase: what of its parse belongs to the name of a thing, and what says more of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kb.facts.lexicon import nouns

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

PHRASE = frozenset({"amod", "compound", "nummod", "nmod", "quantmod", "npadvmod", "punct"})
"""Relations of what belongs to a noun phrase before its head."""
SORTS = nouns("settlement", "region", "facility", "water")
OWNERS = frozenset({"PRP$", "WP$"})
BROADEST = 60
"""Words before its head that a phrase may have: with more there is no phrase."""
LONGEST = 16
"""Words after its head that a description may have: beyond, they are the parser's error."""
PLAIN = frozenset({"of", "in"})
IDENTIFYING = PLAIN | {"acl", "relcl"}
"""What stays part of a description after its head: always, and of a head that says nothing by itself."""
PAUSES = frozenset({",", "-", "–", "—", "("})
"""What sets off a clause that says more of a thing, not which one is meant."""
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "appos"})
"""What a phrase may contain that says more than it names."""


def phrase(
    token: Token, *, keep: frozenset[str] = frozenset({"of"}), drop: frozenset[int] = frozenset()
) -> str:
    """The noun phrase that `token` heads, in the words of the text.

    With what stands before the head (without determiners) and after it the prepositional phrases of `keep`;
    without the tokens of `drop` (which fill other slots) and without clauses and appositions.
    """
    return joined(token.doc, sorted({token.i, *_before(token, drop), *_after(token, keep, drop)}))


def joined(doc: Doc, kept: Sequence[int]) -> str:
    """The text of some tokens, with the spacing of the document where they are neighbours."""
    words: list[str] = []
    tokens, last = doc.tokens, -2
    for i in kept:
        words.append((tokens[last].whitespace_ if last == i - 1 else " ") + tokens[i].text)
        last = i
    return " ".join("".join(words).split()).strip(" ,-'’•*·▪●–—")


def description(token: Token) -> str:
    """The name of what has no name: "two Russian banks", "Russia's energy sector", "those who fund them".

    Nouns that say nothing by themselves keep the clause that says who is meant.
    """
    bare = not any(child.dep_ in PHRASE or child.dep_ == "poss" for child in token.lefts)
    bare = bare and not any(child.lower_ == "of" for child in token.rights)
    owners = [part for child in token.lefts if child.dep_ == "poss" for part in child.subtree]
    owned = [] if any(part.tag_ in ("PRP$", "WP$") for part in owners) else owners
    owned = owned[1:] if owned and owned[0].tag_ == "DT" else owned
    after = list(_after(token, IDENTIFYING if bare else PLAIN, frozenset()))
    before = {part.i for part in owned} | set(_before(token, frozenset()))
    kept = sorted({*before, token.i, *(after if len(after) <= LONGEST else [])})
    return joined(token.doc, kept)


def _before(token: Token, drop: frozenset[int]) -> Iterator[int]:
    """What stands before the head; of a title ("Foreign *Minister* Wang Yi") also its siblings."""
    if token.dep_ in ("compound", "nmod") and token.head.i > token.i:
        start = token.i
        while start > 0 and _beside(token.doc[start - 1], token) and start - 1 not in drop:
            start -= 1
            yield start
    for child in () if token.n_lefts > BROADEST else token.lefts:
        title = token.dep_ in ("compound", "nmod")
        person = title and child.ent_type_ == "PERSON" and token.ent_type_ != "PERSON"
        # "its own sanctions"
        owner = child.tag_ in OWNERS or child.lower_ == "own"
        if child.dep_ in PHRASE and child.i not in drop and not owner and not person:
            # A walk down the tree would take a step for each level at each word.
            first = max(child.left_edge.i, child.i - BROADEST)
            inner = range(first, child.right_edge.i + 1)
            # "Norland and *Sudland* sanctions" are Sudland's, and Norland's too.
            shared = not drop.isdisjoint(inner) and any(token.doc[i].dep_ == "conj" for i in inner)
            if not shared and not token.doc[child.right_edge.i].is_space:  # a line ends there
                yield from (i for i in inner if i not in drop)


def _beside(word: Token, title: Token) -> bool:
    """Whether a word before a title belongs to it though the parse hangs it on the name."""
    of_both = word.head.i in (title.head.i, title.i)
    return of_both and (word.dep_ in ("compound", "amod", "nmod") or word.tag_ == "HYPH")


def _is_left_over(part: Token, drop: frozenset[int]) -> bool:
    return part.dep_ == "compound" and part.pos_ == "PROPN" and part.i not in drop


def _after(token: Token, keep: frozenset[str], drop: frozenset[int]) -> Iterator[int]:
    """What stands after the head; of a phrase that also holds another slot's filler, what is left of it."""
    for child in token.rights:
        if child.dep_ in ("relcl", "acl") and _set_off(child):
            continue
        if (child.dep_ == "prep" and child.lower_ in keep) or child.dep_ in keep:
            governed = next((part for part in child.children if part.dep_ == "pobj"), child)
            if child.lower_ == "in" and governed is child:
                continue  # "help in rebuilding"
            if governed.i in drop:
                # "envoy for Libya Jane Roe": the parse takes the country for a part of the name.
                inner = [part for part in governed.lefts if _is_left_over(part, drop)]
                inner = [child, *inner] if inner else []
            else:
                plain = sorted(_plain(child, keep))
                inner = [part for part in plain if part.i not in drop]
                if len(inner) < len(plain) and governed.lemma_.lower() in SORTS:
                    continue  # "governor of Kharkiv region" without Kharkiv
            while inner and inner[-1].pos_ in ("ADP", "DET", "PART", "PUNCT", "CCONJ"):
                inner.pop()
            yield from (part.i for part in inner)


def _set_off(clause: Token) -> bool:
    first = clause.left_edge.i
    return clause.doc[first].text in PAUSES or clause.doc[first - 1].text in PAUSES


def _plain(token: Token, keep: frozenset[str]) -> Iterator[Token]:
    """A phrase without the clauses and appositions in it, unless they are to be kept."""
    waiting = [token]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += [child for child in here.children if child.dep_ not in CLAUSES or child.dep_ in keep]
