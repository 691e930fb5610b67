"""Noun and verb classes by meaning, read from the lists in kb/data: what types triggers and fillers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.tokens import Token

NONE: frozenset[str] = frozenset()
ABSTRACT = frozenset({"abstract"})
QUALITIES = ("ness", "ism", "acy", "hood")


@cache
def _classes(file: str) -> Mapping[str, frozenset[str]]:
    """The classes of one list, each with the words of the classes under it."""
    words: dict[str, set[str]] = {}
    above: dict[str, str] = {}
    name = ""
    for line in (files("kb") / "data" / file).read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("["):
            head, _, parent = line.partition("]")
            name = head[1:]
            words.setdefault(name, set())
            if parent:
                above[name] = parent.strip(" <")
        elif line and not line.startswith("#"):
            words[name].update(filter(None, (word.strip() for word in line.split(","))))
    for child in words:
        parent = above.get(child, "")
        while parent:
            words[parent] |= words[child]
            parent = above.get(parent, "")
    return {name: frozenset(members) for name, members in words.items()}


def nouns(*classes: str) -> frozenset[str]:
    """The lemmas of noun classes such as "item", "people", "actor"; KeyError for an unknown class."""
    return frozenset().union(*(_classes("nouns.txt")[name] for name in classes))


def verbs(*classes: str) -> frozenset[str]:
    """The lemmas of verb classes such as "impose", "give"; KeyError for an unknown class."""
    return frozenset().union(*(_classes("verbs.txt")[name] for name in classes))


def noun_classes(lemma: str) -> frozenset[str]:
    """The noun classes that a lemma belongs to."""
    return _by_noun().get(lemma, NONE)


@cache
def _by_noun() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in _classes("nouns.txt").items():
        for word in words:
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def lemma(token: Token) -> str:
    """The lemma in lower case; the pipeline leaves proper nouns in the plural ("Presidents Roh and Hu")."""
    found: str = token.lemma_.lower()
    return found.removesuffix("s") if token.tag_ == "NNPS" else found


def classes_of(token: Token) -> frozenset[str]:
    """The noun classes of a token, also where the pipeline takes its plural for another word ("doses")."""
    return _classes_of(token.lemma_, token.lower_)


@lru_cache(maxsize=2**14)
def _classes_of(lemma: str, word: str) -> frozenset[str]:
    """Of nouns that no list has, those that end like virtues and creeds are abstract: "steadiness"."""
    found = noun_classes(lemma.lower()) | noun_classes(word) | noun_classes(word.removesuffix("s"))
    return ABSTRACT if not found and lemma.islower() and word.endswith(QUALITIES) else found
