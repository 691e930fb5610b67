"""The usual categories of sanction measures, told by the words of a document."""

from __future__ import annotations

from functools import cache

from rdflib import RDF, SKOS, URIRef

from kb.ontology.files import graph
from kb.ontology.terms import KB


def measure_types(wording: str | None) -> tuple[URIRef, ...]:
    """The usual categories of a sanction measure: "asset freezes and travel bans" gives two; sorted.

    The longest telling words count first, and each word tells one category only: in "ban on oil imports"
    the import ban leaves nothing for an oil embargo.
    """
    words = [_stem(word) for word in (wording or "").casefold().replace("-", " ").split()]
    found = set()
    for telling, iri in _measures():
        places = _places(telling, words)
        if places:
            found.add(iri)
            words = ["" if i in places else word for i, word in enumerate(words)]
    return tuple(sorted(found))


@cache
def _measures() -> tuple[tuple[tuple[str, ...], URIRef], ...]:
    """The telling words of each measure, stemmed, those with most words first."""
    pairs = {
        (tuple(_stem(word) for word in str(label).replace("-", " ").split()), URIRef(str(iri)))
        for iri in graph().subjects(RDF.type, KB.SanctionMeasure)
        for kind in (SKOS.prefLabel, SKOS.hiddenLabel)
        for label in graph().objects(iri, kind)
    }
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _stem(word: str) -> str:
    """The word without plural and punctuation, enough to compare nouns and participles with labels."""
    word = word.strip(".,;:()\"'“”’")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _places(wanted: tuple[str, ...], words: list[str]) -> set[int]:
    """The indexes where the wanted words stand, in any order; empty unless all are there."""
    places = {words.index(word) for word in wanted if word in words}
    return places if len(places) == len(wanted) else set()
