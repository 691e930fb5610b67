"""Whose office it is by its title alone: that of a single body, the publisher's own, or of one unnamed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.facts.fillers import Filler
from kb.facts.lexicon import nouns
from kb.facts.phrases import PHRASE
from kb.facts.relations import step
from kb.mentions.base import Mentions

if TYPE_CHECKING:
    from kb.tokens import Token

_DEPARTMENTS = (
    "state|defense|war|the treasury|homeland security|transportation|commerce|energy|agriculture|labor|"
    "the interior|health and human services|veterans affairs"
)
_ALONE = (
    (re.compile(rf"secretary of ({_DEPARTMENTS})$", re.I), "United States"),
    (re.compile(rf"(assistant|deputy|under) ?secretary of ({_DEPARTMENTS})\b", re.I), "United States"),
    (re.compile(r"director of national intelligence$", re.I), "United States"),
    (re.compile(r"(congress(wo)?m[ae]n|senators?|sen\.|rep\.)$", re.I), "United States"),
    (re.compile(r"\bRepresentatives$"), "United States"),
    (re.compile(r"chancellor of the exchequer$", re.I), "United Kingdom"),
    (re.compile(r"secretary-? ?general$", re.I), "United Nations"),
    (re.compile(r"european commissioner\b|high representative for foreign affairs", re.I), "European Union"),
)
"""Titles that only one body has, where the text names none."""
_CABINET = re.compile(r"\b(treasury|defense|commerce|labor|homeland security) secretary$", re.I)
"""What ministers are called in few states, with spellings of only one of them."""
_SECRETARIES = frozenset({"Philippines", "United Kingdom", "Mexico", "India", "Pakistan"})
"""States besides the U.S. that have secretaries for ministers."""
OWN = frozenset(
    "secretary undersecretary counselor counsellor advisor adviser spokesperson spokesman spokeswoman "
    "administrator ambassador envoy representative coordinator".split()
)
"""Officers whom a government's own release calls by their titles without its name."""
UNITS = nouns("body") | frozenset(
    "bureau division unit wing campaign coalition command service network junta militia brigade cabinet "
    "secretariat parliament senate tribunal chamber".split()
)
FACTIONS = frozenset({"rebel", "insurgent", "separatist", "militant", "guerrilla", "mutineer"})
"""Nouns for bodies that need no more words."""


def alone(title: str, main: str | None) -> str | None:
    """The body that a title tells by itself, in a text about the country `main`."""
    if _CABINET.search(title) and main not in _SECRETARIES:
        return "United States"
    return next((body for pattern, body in _ALONE if pattern.search(title)), None)


def unnamed(office: Token, mentions: Mentions) -> Filler | None:
    """The body that a text describes: "head of the *regional election board*"."""
    for relation in ("of", "for", "poss", "modifier"):
        for token in step(office, relation):
            noun = token.lemma_.lower()
            told = noun in UNITS and any(child.dep_ in PHRASE for child in token.lefts)
            if (told or noun in FACTIONS) and mentions.individual(token) is None:
                return Filler(token, None, "described")
    return None
