"""What extraction reads of a parse is what spaCy says of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import spacy.tokens

from kb.language import load
from kb.language.transcription import transcribed
from kb.tokens import Doc

TEXT = """GENEVA, 4 May (Wire) — "We need fuel, water and tents," said Ana Brandt, who leads the agency's
mission in Port Sudan (Sudan).

- Japan: $5.5m
- two U.S.-made pumps, which the ministry can't repair\n
Kenya, Peru, and the E.U. sent 12 trucks; half were seized near the border, the Sudanese army's spokesman told
reporters. None arrived.
"""
PLAIN = (
    "i idx text whitespace_ lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ like_num is_punct is_space "
    "is_upper is_alpha is_digit n_lefts n_rights is_sent_start"
).split()
ONE = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "ancestors", "subtree", "conjuncts", "sent")


@pytest.fixture(scope="module")
def parsed() -> spacy.tokens.Doc:
    return load()(TEXT)


@pytest.fixture(scope="module")
def doc(parsed: spacy.tokens.Doc) -> Doc:
    return transcribed([parsed], parsed.text)


@pytest.mark.parametrize("name", PLAIN)
def test_a_token_says_what_it_said(parsed: spacy.tokens.Doc, doc: Doc, name: str) -> None:
    assert [getattr(token, name) for token in doc] == [getattr(token, name) for token in parsed]


@pytest.mark.parametrize("name", ONE)
def test_a_token_leads_where_it_led(parsed: spacy.tokens.Doc, doc: Doc, name: str) -> None:
    assert [getattr(token, name).i for token in doc] == [getattr(token, name).i for token in parsed]


@pytest.mark.parametrize("name", MANY)
def test_a_token_has_the_family_it_had(parsed: spacy.tokens.Doc, doc: Doc, name: str) -> None:
    def members(tokens: Doc | spacy.tokens.Doc) -> list[list[int]]:
        return [[member.i for member in getattr(token, name)] for token in tokens]

    assert members(doc) == members(parsed)


@pytest.mark.parametrize(("word", "lemma"), [("hoped", "hope"), ("dined", "dine"), ("slated", "slate")])
def test_a_lemma_that_is_another_word_s_is_mended(word: str, lemma: str) -> None:
    text = f"Kenya {word} for peace."
    assert transcribed([load()(text)], text)[1].lemma_ == lemma


def test_sentences_and_names_are_where_they_were(parsed: spacy.tokens.Doc, doc: Doc) -> None:
    def ends(spans: object) -> Iterator[tuple[int, int, str]]:
        return ((span.start, span.end, span.label_) for span in spans)  # type: ignore[attr-defined]

    assert doc.text == parsed.text
    assert list(ends(doc.sents)) == list(ends(parsed.sents))
    assert list(ends(doc.ents)) == list(ends(parsed.ents))


@pytest.mark.parametrize("length", [1, 3, 9])
def test_every_stretch_is_the_same(parsed: spacy.tokens.Doc, doc: Doc, length: int) -> None:
    for start in range(len(parsed) - length):
        ours, theirs = doc[start : start + length], parsed[start : start + length]
        assert (ours.text, ours.start_char, ours.end_char) == (
            theirs.text,
            theirs.start_char,
            theirs.end_char,
        )
        assert ours.root.i == theirs.root.i
        assert [token.i for token in ours[1:]] == [token.i for token in theirs[1:]]
        assert ours[-1].i == theirs[-1].i


def test_neighbours_end_where_the_text_does(doc: Doc) -> None:
    assert doc[1].nbor(-1) is doc[0]
    assert doc[0].nbor() is doc[1]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[len(doc) - 1].nbor()


def test_blocks_are_put_together(parsed: spacy.tokens.Doc, doc: Doc) -> None:
    whole = transcribed([parsed, parsed], parsed.text + parsed.text.upper())
    second = whole[len(doc) :]
    assert [token.head.i - len(doc) for token in second] == [token.head.i for token in doc]
    assert [token.lower_ for token in second] == [token.lower_ for token in doc]
    assert [token.text for token in second] == [token.text.upper() for token in doc]
    assert [token.sent.start_char for token in second] == [
        token.sent.start_char + len(doc.text) for token in doc
    ]
    assert [name.text for name in whole.ents[len(doc.ents) :]] == [name.text.upper() for name in doc.ents]


def test_an_empty_stretch_has_no_text(doc: Doc) -> None:
    assert doc[4:2].text == ""
    assert len(doc[len(doc) :]) == 0
    assert doc[len(doc) :].start_char == len(doc.text)


def test_tokens_stand_in_the_order_of_the_text(doc: Doc) -> None:
    assert sorted([doc[3], doc[1], doc[2]]) == [doc[1], doc[2], doc[3]]
    assert doc[0].head.is_ancestor(doc[0]) is (doc[0].head is not doc[0])
