from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb import language
from kb.documents.base import Document
from kb.errors import PipelineError, SourceError
from kb.gazetteer import builtin
from kb.language.casing import Case, case_of, sentence_case

WORDS = {
    "send",
    "grain",
    "fire",
    "rocket",
    "bank",
    "hit",
    "sanction",
    "weapon",
    "vow",
    "rebel",
    "meet",
    "warn",
}


def ordinary(word: str) -> bool:
    return word in WORDS or word.removesuffix("s") in WORDS


def parsed(*texts: str) -> list[tuple[Document, language.Doc] | SourceError]:
    return list(language.parse(Document(str(number), "", text) for number, text in enumerate(texts)))


def test_documents_come_back_in_order_with_their_text_unchanged() -> None:
    texts = [
        "Iran needs fuel.",
        "  Two\n\n\nparagraphs,\tand a tab. ",
        "Kuba — 😀 и мир, and so on in the end.",
    ]
    results = parsed(*texts)
    assert [result[1].text for result in results if isinstance(result, tuple)] == texts
    assert [result[0].id for result in results if isinstance(result, tuple)] == ["0", "1", "2"]


def test_a_long_text_is_parsed_in_blocks_and_is_one_text_again() -> None:
    text = "The ministry of the north said that it has grain.\n\n" * 700
    assert len(text) > 3 * language.BLOCK
    (result,) = parsed(text)
    assert isinstance(result, tuple)
    doc = result[1]
    assert doc.text == text
    assert sum(token.text == "grain" for token in doc) == 700
    assert {token.lemma_ for token in doc if token.text == "said"} == {"say"}
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_a_long_text_with_a_line_in_capitals_is_one_text_again() -> None:
    text = "MINISTER SAYS NORTH HAS GRAIN\n\n" + "The ministry of the north said that it has grain.\n\n" * 400
    (result,) = parsed(text)
    assert isinstance(result, tuple)
    assert result[1].text == text


def test_no_sentence_is_longer_than_a_block() -> None:
    (result,) = parsed("grain " * 6_000)
    assert isinstance(result, tuple)
    assert max(len(sentence) for sentence in result[1].sents) <= language.BLOCK / len("grain ") + 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text"),
        (" \n\t ", "no text"),
        ("Президент России прибыл в столицу, чтобы встретиться с послом.", "not in English"),
        (
            "El presidente de la república no quiere que los otros hablen con el ministro en la capital.",
            "English",
        ),
        (
            "Der Präsident ist nicht mit dem Minister in die Stadt gefahren, und das war für alle neu.",
            "English",
        ),
    ],
)
def test_what_is_not_english_text_is_an_error_that_names_the_document(text: str, reason: str) -> None:
    (result,) = parsed(text)
    assert isinstance(result, SourceError)
    assert result.source == "0"
    assert reason in str(result)


def test_an_error_does_not_keep_the_rest_from_being_parsed() -> None:
    kinds = [
        isinstance(result, SourceError) for result in parsed("Peru needs rice.", "", "Chile has copper.")
    ]
    assert kinds == [False, True, False]


def test_lists_of_foreign_names_in_an_english_text_are_english() -> None:
    names = "Banco del Sur, Compañía de la Costa, Casa de los Niños, El Puerto de la Reina"
    (result,) = parsed(f"The ministry said on Monday that it has added these firms to the list: {names}.")
    assert isinstance(result, tuple)


@pytest.mark.parametrize("pipeline", ["no_such_pipeline", "/no/such/folder"])
def test_a_pipeline_that_is_not_installed_is_named(pipeline: str) -> None:
    with pytest.raises(PipelineError, match=pipeline):
        language.load(pipeline)


def test_a_pipeline_without_parser_is_refused(tmp_path: object) -> None:
    import spacy

    spacy.blank("en").to_disk(str(tmp_path))
    with pytest.raises(PipelineError, match="no ner and no parser"):
        language.load(str(tmp_path))


def test_only_what_extraction_reads_is_loaded() -> None:
    assert set(language.load().pipe_names) <= language.NEEDED | {language.PARAGRAPHS}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Peru waits\n\nChile has rice.", ["Peru waits\n\n", "Chile has rice."]),
        ("LIMA, May 1 (Agency) — Peru waits.", ["LIMA, May 1 (Agency) —", "Peru waits."]),
        ("LIMA, Peru - The ministry said so.", ["LIMA, Peru -", "The ministry said so."]),
        ("U.N. Secretary-General Anna Brandt left.", ["U.N. Secretary-General Anna Brandt left."]),
        ("LIMA waits for rice - and for fish.", ["LIMA waits for rice - and for fish."]),
        ("Peru needs:\n- rice\n- fish", ["Peru needs:\n", "- rice\n", "- fish"]),
        ("Peru: $2 million\nChile: $1 million", ["Peru: $2 million\n", "Chile: $1 million"]),
        ("Peru waits for rice\nfrom Chile.", ["Peru waits for rice\nfrom Chile."]),
    ],
)
def test_sentences_begin_with_paragraphs_and_after_datelines(text: str, sentences: list[str]) -> None:
    (result,) = parsed(text)
    assert isinstance(result, tuple)
    assert [sentence.text for sentence in result[1].sents] == sentences


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("RUSSIA SENDS GRAIN TO CUBA", Case.CAPITALS),
        ("Russia Sends Grain and Rockets to Cuba's Rebels", Case.TITLE),
        ("Russia sends grain to Cuba", Case.SENTENCE),
        ("President Omar Haddad met Anna Brandt.", Case.SENTENCE),
        ("UN", Case.SENTENCE),
        ("", Case.SENTENCE),
    ],
)
def test_the_case_of_a_line(line: str, case: Case) -> None:
    assert case_of(line) is case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RUSSIA SENDS GRAIN TO CUBA", "Russia sends grain to Cuba"),
        ("NATO AND THE U.S. WARN NORTH KOREA", "NATO and the U.S. warn North Korea"),
        ("IRAN'S BANKS HIT. U.N. MEETS.", "Iran's banks hit. U.N. meets."),
        ("Iran Sanctions Hit Russian Banks", "Iran sanctions hit Russian banks"),
        ("Rebels Fire Rockets at World Bank", "Rebels fire rockets at World Bank"),
        (
            "Grozdev Vows to Meet Rebels in Kalinska\n\nThe town of Kalinska was quiet, said Grozdev.",
            "Grozdev vows to meet rebels in Kalinska\n\nThe town of Kalinska was quiet, said Grozdev.",
        ),
        ("THE VOW OF ORLOV\n\nIts head, Orlov, left.", "The vow of Orlov\n\nIts head, Orlov, left."),
        ("President Haddad sends grain.", "President Haddad sends grain."),
    ],
)  # fmt: skip
def test_headlines_and_capitals_in_sentence_case(text: str, expected: str) -> None:
    assert sentence_case(text, builtin(), ordinary) == expected


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_sentence_case_changes_nothing_but_case(text: str) -> None:
    recased = sentence_case(text.upper(), builtin(), ordinary)
    assert len(recased) == len(text.upper())
    assert recased.casefold() == text.upper().casefold()


def test_a_headline_in_capitals_is_parsed_as_a_sentence() -> None:
    (result,) = parsed("RUSSIA SENDS GRAIN TO CUBA\n\nThe ministry said that it was the first time.")
    assert isinstance(result, tuple)
    doc = result[1]
    assert [(token.text, token.lemma_, token.dep_) for token in doc[:5]] == [
        ("RUSSIA", "Russia", "nsubj"),
        ("SENDS", "send", "ROOT"),
        ("GRAIN", "grain", "dobj"),
        ("TO", "to", "prep"),
        ("CUBA", "Cuba", "pobj"),
    ]
    assert [entity.text for entity in doc.ents][:2] == ["RUSSIA", "CUBA"]


def test_glued_marks_take_time_by_the_character() -> None:
    def seconds(count: int) -> float:
        text = "The army fled. " + '"' * count
        began = time.process_time()
        (result,) = parsed(text)
        assert isinstance(result, tuple)
        assert result[1].text == text
        return time.process_time() - began

    seconds(100)
    assert seconds(8_000) < 10 * seconds(2_000)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_parsed_as_it_stands_or_refused(text: str) -> None:
    (result,) = parsed(text)
    assert isinstance(result, SourceError) or result[1].text == text
