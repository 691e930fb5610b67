"""Fragments of HTML, as feeds and records carry them → paragraphs of text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section table td th tr ul".split()
)
_SILENT: Final = frozenset("script style template noscript figcaption iframe svg button form nav".split())
_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure)\b[^<>]{0,2000}>", re.I
)


def is_markup(text: str) -> bool:
    """Whether `text` is written in HTML: it has a tag of flowing text."""
    return _TAG.search(text) is not None


def text(fragment: str) -> str:
    """The text of `fragment`, a blank line between its blocks; scripts, captions and forms left out."""
    reader = _Reader()
    reader.feed(fragment)
    reader.close()
    paragraphs = (" ".join(paragraph.split()) for paragraph in "".join(reader.pieces).split("\n\n"))
    return "\n\n".join(filter(None, paragraphs))


class _Reader(HTMLParser):
    """Collects text and the breaks between blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[-1]:
            self._silent.pop()
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)
