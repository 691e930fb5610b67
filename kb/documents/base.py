"""The document: cleaned text with the metadata its source gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One news item; all character offsets elsewhere count Unicode code points of `text`.

    `text` starts with the title as its first paragraph. `date` is an ISO 8601 date, or None where the
    source gives none: relative dates then stay unresolved. `source` is the publisher's name.
    """

    id: str
    title: str
    text: str
    date: str | None = None
    url: str | None = None
    source: str | None = None
