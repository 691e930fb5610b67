"""Plain text: headers, titles, encodings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.documents import Document
from kb.documents.decode import decode
from tests.documents.reading import error, one

HEADED = """Title: Ferry links two islands
Date: 4 March 2019
Source: Harbour Post
URL: https://example.org/ferry

The ferry left at noon.

It came back at dusk.
"""


def test_a_header_gives_the_metadata_and_the_title_becomes_the_first_paragraph(tmp_path: Path) -> None:
    assert one(HEADED, tmp_path, "ferry.txt") == Document(
        id="ferry",
        title="Ferry links two islands",
        text="Ferry links two islands\n\nThe ferry left at noon.\n\nIt came back at dusk.",
        date="2019-03-04",
        url="https://example.org/ferry",
        source="Harbour Post",
    )


@pytest.mark.parametrize(
    "content, title, text",
    [
        ("Title: A\n\nA\n\nB b.", "A", "A\n\nB b."),
        ("Title:  Two   spaces\n\ntwo spaces\n\nB b.", "Two spaces", "two spaces\n\nB b."),
        ("A short headline\n\nA sentence.", "A short headline", "A short headline\n\nA sentence."),
        ("A sentence.\n\nAnother one.", "", "A sentence.\n\nAnother one."),
        ("One line\nand the next", "", "One line\nand the next"),
        ("Only a line", "", "Only a line"),
        (
            "Minister: we will act\n\nHe said so.",
            "Minister: we will act",
            "Minister: we will act\n\nHe said so.",
        ),
        ("Title: A\nnot a field\n\nText.", "", "Title: A\nnot a field\n\nText."),
        ("TITLE: A\ndate:2020-01-02\nAuthor: B\n\nText.", "A", "A\n\nText."),
    ],
)
def test_title_and_text(content: str, title: str, text: str, tmp_path: Path) -> None:
    document = one(content, tmp_path)
    assert (document.title, document.text) == (title, text)


@pytest.mark.parametrize(
    "content, text",
    [
        ("naïve café".encode(), "naïve café"),
        ("naïve café".encode("utf-8-sig"), "naïve café"),
        ("naïve café".encode("utf-16"), "naïve café"),
        ("naïve café".encode("utf-16-le"), "naïve café"),
        ("naïve café".encode("utf-16-be"), "naïve café"),
        ("naïve café".encode("utf-32"), "naïve café"),
        ("a “quote” – €5".encode("cp1252"), "a “quote” – €5"),
        ("naïve café".encode("latin-1"), "naïve café"),
        ("“a” “b” “c” “d”".encode() + b"\xff", "“a” “b” “c” “d”\ufffd"),
        ("a\r\nb\rc\u2028d".encode(), "a\nb\nc\nd"),
        ("Kim\u00a0Jong\u200b-un, ze\u0301ro\u00ad".encode(), "Kim Jong-un, zéro"),
        (b"one" + b" word" * 100 + b"\0", "one" + " word" * 100),
    ],
)
def test_encodings(content: bytes, text: str, tmp_path: Path) -> None:
    assert one(content, tmp_path).text == text


def test_a_declared_encoding_counts_where_the_bytes_are_not_utf8() -> None:
    page = '<meta charset="windows-1251"><p>Минск'
    assert decode(page.encode("cp1251"), "x") == page


@pytest.mark.parametrize("declared", ["unicode_escape", "idna", "no-such", "utf-8", "zlib"])
def test_no_other_codec_is_trusted(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>caf\\x41é'
    assert decode(page.encode("cp1252"), "x") == page


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\0" * 500, "is not text"),
        (bytes(range(32)) * 20, "is not text"),
        (b"%PDF-1.7\n...", "is a PDF file"),
        (b"\x89PNG\r\n", "is an image"),
        ("\u200b\ufeff".encode(), "holds no text"),
        (b"[ad_1]\nShare\n[ad_2]\nSource link", "holds no text"),
    ],
)
def test_what_is_no_text_is_named_with_a_remedy(content: bytes, reason: str, tmp_path: Path) -> None:
    assert error(content, tmp_path).startswith(reason)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    from tests.documents.reading import piped

    for found in piped(content):
        if isinstance(found, Document):
            found.text.encode("utf-8")
            assert found.text == found.text.strip() != ""


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_utf8_is_read_back_as_it_was(text: str) -> None:
    if not any(ord(character) < 32 for character in text) and not text.startswith(("\ufeff", "GIF8", "BZh")):
        assert decode(text.encode(), "x") == text
