"""All names of a document, from model, gazetteer and the shape of phrases, with their conflicts settled."""

from __future__ import annotations

from kb.gazetteer import Gazetteer
from kb.mentions.acronyms import introduced
from kb.mentions.compass import compass
from kb.mentions.known import known
from kb.mentions.metonyms import metonyms
from kb.mentions.modelled import modelled
from kb.mentions.patterns import patterns
from kb.mentions.repeats import consistent, repeated, without_nations
from kb.mentions.spans import Named, Words, settle


def names(words: Words, gazetteer: Gazetteer) -> tuple[list[Named], list[tuple[Named, Named]]]:
    """The names, none overlapping another; and each long name with the short one introduced for it."""
    found = settle([*modelled(words, gazetteer), *known(words, gazetteer), *patterns(words)])
    pairs = list(introduced(words, found))
    found = settle([*found, *(name for pair in pairs for name in pair)])
    found = consistent(words, found, gazetteer)
    found = settle([*found, *repeated(words, found)])
    found = without_nations(words, found, gazetteer)
    found = settle([*found, *compass(words, found, gazetteer)])
    return list(metonyms(words, found, gazetteer)), pairs
