"""Bytes of unknown encoding → text, or an error for bytes that are no text."""

from __future__ import annotations

import codecs
import re
from typing import Final

from kb.errors import SourceError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16."""
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_TRUSTED: Final = re.compile(r"utf-|iso8859|cp125|koi8|gb|big5|shift_jis|euc_|mac-")
"""Codecs that a page may declare; Python also has some (unicode_escape, idna) that no page is written in."""
_SAMPLE: Final = 4096
_CONTROL: Final = bytes({*range(32)} - {*b"\t\n\f\r\x1b"})
_MOST_CONTROL: Final = 0.005
"""Share of control characters beyond which bytes are no text: a stray one is dropped later."""
_SIGNATURES: Final = (
    (b"%PDF", "a PDF file; save its text as a .txt file"),
    (b"\x89PNG", "an image; only text is read"),
    (b"\xff\xd8\xff", "an image; only text is read"),
    (b"GIF8", "an image; only text is read"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as text or HTML"),
    (b"{\\rtf", "a rich text file; save it as plain text"),
    (b"SQLite format 3", "a database; export its records as JSON lines"),
    (b"7z\xbc\xaf", "a 7z archive; repack it as .zip or .tar.gz"),
    (b"Rar!", "a RAR archive; repack it as .zip or .tar.gz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it, or use gzip"),
)


def decode(content: bytes, name: str) -> str:
    """The text of `content`: by its byte order mark, as UTF-8, as it declares, else as Windows-1252."""
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise SourceError(name, f"is {what}")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if (wide := _wide(content[:_SAMPLE])) is not None:
        return content.decode(wide, "replace")
    if _is_binary(content):
        raise SourceError(name, "is not text; only text, HTML, JSON, feeds and archives of them are read")
    return _narrow(content)


def _wide(sample: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: every other byte of English is zero."""
    pairs = max(len(sample) // 2, 1)
    low, high = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if high > 0.7 and low < 0.05:
        return "utf-16-le"
    return "utf-16-be" if low > 0.7 and high < 0.05 else None


def _is_binary(content: bytes) -> bool:
    control = len(content) - len(content.translate(None, _CONTROL))
    return control > _MOST_CONTROL * len(content)


def _narrow(content: bytes) -> str:
    """Text in an encoding whose units are bytes."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    if 2 * text.count("\ufffd") < sum(character > "\x7f" for character in text):
        # UTF-8 with a few broken bytes: in any other encoding all of its accents would break.
        return text
    return content.decode(_declared(content[:_SAMPLE]) or "cp1252", "replace")


def _declared(sample: bytes) -> str | None:
    """The encoding that a page or feed declares, if it is one that texts are written in."""
    found = _DECLARED.search(sample)
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    # Browsers read Latin-1 as Windows-1252, its superset, and so do those who write pages.
    return codec if _TRUSTED.match(codec) and codec not in {"iso8859-1", "utf-8"} else None
