"""What a source gives before it is cleaned, and the one way from there to a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kb.documents.base import Document
from kb.documents.clean import clean, line
from kb.documents.dates import iso_date
from kb.documents.identifiers import safe
from kb.errors import SourceError

LONGEST_TEXT: Final = 5_000_000
"""Characters of a document at most: some thirty novels, no news item, and a parse of it fits in memory."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text and metadata of one item as its source spells them; `name` tells a reader where it stands."""

    name: str
    id: str
    text: str
    title: str = ""
    date: str | None = None
    url: str | None = None
    source: str | None = None


def document(draft: Draft) -> Document:
    """The cleaned document, its title as the first paragraph; SourceError where nothing is left to read."""
    if len(draft.text) > LONGEST_TEXT:
        raise SourceError(draft.name, f"has {len(draft.text):,} characters; split it into items of 5 million")
    title, body = line(draft.title), clean(draft.text)
    if not body:
        raise SourceError(draft.name, "holds no text to read; leave it out, or check how it was saved")
    if title and line(body.partition("\n")[0]).casefold() != title.casefold():
        body = f"{title}\n\n{body}"
    return Document(
        id=safe(draft.id),
        title=title,
        text=body,
        date=iso_date(draft.date),
        url=line(draft.url or "") or None,
        source=line(draft.source or "") or None,
    )
