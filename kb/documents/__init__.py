"""Sources of all kinds → documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kb.documents import formats, paths
from kb.documents.base import Document
from kb.documents.draft import document
from kb.documents.identifiers import Identifiers
from kb.errors import SourceError

__all__ = ["Document", "read"]


def read(sources: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Document | SourceError]:
    """The documents of files, directories and archives, and of `stdin` for "-"; an error for each that fails.

    The order depends on the names of the sources only. A document that comes twice is given once.
    """
    identifiers = Identifiers()
    for blob in paths.walk(sources, stdin=stdin):
        for draft in [blob] if isinstance(blob, SourceError) else formats.drafts(blob):
            try:
                found = document(draft) if not isinstance(draft, SourceError) else draft
            except SourceError as error:
                found = error
            if isinstance(found, SourceError):
                yield found
            elif (unique := identifiers.unique(found)) is not None:
                yield unique
