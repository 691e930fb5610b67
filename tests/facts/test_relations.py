"""Logical relations on parses built by hand: exact, and the same whatever model is installed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import spacy
from spacy.tokens import Doc as Parsed

from kb.facts.paths import follow, path
from kb.language.transcription import transcribed
from kb.tokens import Doc

VOCAB = spacy.blank("en").vocab
LEMMAS = {"armed": "arm", "urged": "urge", "sent": "send", "accused": "accuse", "imposed": "impose"}
Word = tuple[str, str, str, int, str]
"""Text, coarse and fine part of speech, head, relation."""


def parse(*words: Word) -> Doc:
    texts, pos, tags, heads, deps = zip(*words, strict=True)
    lemmas = [LEMMAS.get(text, text) for text in texts]
    parsed = Parsed(
        VOCAB,
        words=list(texts),
        pos=list(pos),
        tags=list(tags),
        heads=list(heads),
        deps=list(deps),
        lemmas=lemmas,
    )
    return transcribed([parsed], parsed.text)


ACTIVE = parse(
    ("Iran", "PROPN", "NNP", 1, "nsubj"),
    ("armed", "VERB", "VBD", 1, "ROOT"),
    ("rebels", "NOUN", "NNS", 1, "dobj"),
    ("in", "ADP", "IN", 1, "prep"),
    ("Yemen", "PROPN", "NNP", 3, "pobj"),
)
PASSIVE = parse(
    ("Rebels", "NOUN", "NNS", 2, "nsubjpass"),
    ("were", "AUX", "VBD", 2, "auxpass"),
    ("armed", "VERB", "VBN", 2, "ROOT"),
    ("by", "ADP", "IN", 2, "agent"),
    ("Iran", "PROPN", "NNP", 3, "pobj"),
)
RELATIVE = parse(
    ("Iran", "PROPN", "NNP", 3, "nsubj"),
    ("which", "PRON", "WDT", 2, "nsubj"),
    ("armed", "VERB", "VBD", 0, "relcl"),
    ("denied", "VERB", "VBD", 3, "ROOT"),
)
REDUCED = parse(
    ("rebels", "NOUN", "NNS", 0, "ROOT"),
    ("armed", "VERB", "VBN", 0, "acl"),
    ("by", "ADP", "IN", 1, "agent"),
    ("Iran", "PROPN", "NNP", 2, "pobj"),
)
CONTROL = parse(
    ("Paris", "PROPN", "NNP", 1, "nsubj"),
    ("urged", "VERB", "VBD", 1, "ROOT"),
    ("Iran", "PROPN", "NNP", 1, "dobj"),
    ("to", "PART", "TO", 4, "aux"),
    ("arm", "VERB", "VB", 1, "xcomp"),
    ("rebels", "NOUN", "NNS", 4, "dobj"),
)
RAISING = parse(
    ("Iran", "PROPN", "NNP", 1, "nsubj"),
    ("plans", "VERB", "VBZ", 1, "ROOT"),
    ("to", "PART", "TO", 3, "aux"),
    ("arm", "VERB", "VB", 1, "xcomp"),
)
BLAME = parse(
    ("Paris", "PROPN", "NNP", 1, "nsubj"),
    ("accused", "VERB", "VBD", 1, "ROOT"),
    ("Iran", "PROPN", "NNP", 1, "dobj"),
    ("of", "ADP", "IN", 1, "prep"),
    ("arming", "VERB", "VBG", 3, "pcomp"),
)
COORDINATED = parse(
    ("Iran", "PROPN", "NNP", 1, "nsubj"),
    ("trained", "VERB", "VBD", 1, "ROOT"),
    ("and", "CCONJ", "CC", 1, "cc"),
    ("armed", "VERB", "VBD", 1, "conj"),
    ("rebels", "NOUN", "NNS", 3, "dobj"),
)
GIFT = parse(
    ("Iran", "PROPN", "NNP", 1, "nsubj"),
    ("sent", "VERB", "VBD", 1, "ROOT"),
    ("Syria", "PROPN", "NNP", 1, "dative"),
    ("arms", "NOUN", "NNS", 1, "dobj"),
)
GIVEN = parse(
    ("Syria", "PROPN", "NNP", 2, "nsubjpass"),
    ("was", "AUX", "VBD", 2, "auxpass"),
    ("sent", "VERB", "VBN", 2, "ROOT"),
    ("arms", "NOUN", "NNS", 2, "dobj"),
)
LIGHT = parse(
    ("Paris", "PROPN", "NNP", 1, "nsubj"),
    ("imposed", "VERB", "VBD", 1, "ROOT"),
    ("sanctions", "NOUN", "NNS", 1, "dobj"),
    ("on", "ADP", "IN", 2, "prep"),
    ("Iran", "PROPN", "NNP", 3, "pobj"),
)
OWNER = parse(
    ("Iran", "PROPN", "NNP", 3, "poss"),
    ("'s", "PART", "POS", 0, "case"),
    ("nuclear", "ADJ", "JJ", 3, "amod"),
    ("program", "NOUN", "NN", 3, "ROOT"),
)
APPOSITION = parse(
    ("Ruto", "PROPN", "NNP", 5, "nsubj"),
    (",", "PUNCT", ",", 0, "punct"),
    ("president", "NOUN", "NN", 0, "appos"),
    ("of", "ADP", "IN", 2, "prep"),
    ("Kenya", "PROPN", "NNP", 3, "pobj"),
    ("spoke", "VERB", "VBD", 5, "ROOT"),
)
NAMED = parse(
    ("Ruto", "PROPN", "NNP", 2, "nsubjpass"),
    ("was", "AUX", "VBD", 2, "auxpass"),
    ("named", "VERB", "VBN", 2, "ROOT"),
    ("president", "NOUN", "NN", 2, "oprd"),
)
COMMA = parse(
    ("Hainan", "PROPN", "NNP", 1, "compound"),
    ("Province", "PROPN", "NNP", 1, "ROOT"),
    (",", "PUNCT", ",", 1, "punct"),
    ("China", "PROPN", "NNP", 1, "appos"),
)
CASES = [
    (ACTIVE, 1, "subject", ["Iran"]),
    (ACTIVE, 1, "object", ["rebels"]),
    (ACTIVE, 1, "in", ["Yemen"]),
    (ACTIVE, 2, "verb.subject", ["Iran"]),
    (PASSIVE, 2, "subject", ["Iran"]),
    (PASSIVE, 2, "object", ["Rebels"]),
    (RELATIVE, 2, "subject", ["Iran"]),
    (REDUCED, 1, "subject", ["Iran"]),
    (REDUCED, 1, "object", ["rebels"]),
    (CONTROL, 4, "subject", ["Iran"]),
    (CONTROL, 4, "object", ["rebels"]),
    (RAISING, 3, "subject", ["Iran"]),
    (BLAME, 4, "subject", ["Iran"]),
    (COORDINATED, 3, "subject", ["Iran"]),
    (COORDINATED, 1, "object", ["rebels"]),
    (GIFT, 1, "indirect", ["Syria"]),
    (GIFT, 1, "object", ["arms"]),
    (GIVEN, 2, "indirect", ["Syria"]),
    (GIVEN, 2, "object", ["arms"]),
    (LIGHT, 2, "verb.subject", ["Paris"]),
    (LIGHT, 1, "object.on", ["Iran"]),
    (OWNER, 3, "poss", ["Iran"]),
    (OWNER, 3, "modifier", ["nuclear"]),
    (APPOSITION, 2, "bearer", ["Ruto"]),
    (APPOSITION, 2, "of", ["Kenya"]),
    (APPOSITION, 0, "title.of", ["Kenya"]),
    (NAMED, 3, "bearer", ["Ruto"]),
    (COMMA, 1, "next", ["China"]),
    (COMMA, 0, "next", ["China"]),
    (ACTIVE, 1, "against", []),
]


@pytest.mark.parametrize(("doc", "start", "way", "expected"), CASES)
def test_a_path_is_followed(doc: Doc, start: int, way: str, expected: Sequence[str]) -> None:
    assert [token.text for token in follow(doc[start], path(way))] == expected


@pytest.mark.parametrize(("pos", "tag", "dep"), [("NOUN", "NNS", "conj"), ("VERB", "VBN", "conj")])
@pytest.mark.parametrize("relation", ["subject", "object", "bearer", "of", "modifier", "above"])
def test_a_list_without_end_is_walked(pos: str, tag: str, dep: str, relation: str) -> None:
    n = 1500
    heads = [0, *range(n - 1)]
    parsed = Parsed(
        VOCAB,
        words=["w"] * n,
        pos=[pos] * n,
        tags=[tag] * n,
        heads=heads,
        deps=["ROOT", *[dep] * (n - 1)],
    )
    doc = transcribed([parsed], parsed.text)
    assert len(list(follow(doc[n - 1], path(relation)))) < n
