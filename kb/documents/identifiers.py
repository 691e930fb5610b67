"""Identifiers of documents that are safe in an IRI and as a file name, and unique within a reading."""

from __future__ import annotations

import hashlib
import re
from dataclasses import astuple, replace
from typing import Final

from kb.documents.base import Document

LONGEST: Final = 120
"""Characters of an identifier: with a suffix it still fits every file system."""
_PLAIN: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,119}")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")


def short_hash(text: str) -> str:
    """Ten hexadecimal digits that stand for `text`."""
    return hashlib.blake2b(text.encode("utf-8", "backslashreplace"), digest_size=5).hexdigest()


def safe(identifier: str) -> str:
    """`identifier` itself where it is plain; else its plain characters, or a hash where none are left.

    No path separator, no leading dot or hyphen, at most LONGEST characters.
    """
    if _PLAIN.fullmatch(identifier):
        return identifier
    plain = _UNSAFE.sub("-", identifier).strip("-").lstrip(".-")
    if len(plain) > LONGEST:
        return f"{plain[: LONGEST - 11]}-{short_hash(identifier)}"
    return plain or f"document-{short_hash(identifier)}"


class Identifiers:
    """The identifiers given so far. Case is no difference: not every file system tells it apart."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}

    def unique(self, document: Document) -> Document | None:
        """The document, under another identifier where its own is taken; None for one that came before."""
        content = short_hash(repr(astuple(document)[1:]))
        for identifier in (document.id, f"{document.id}-{content}"):
            holder = self._given.get(identifier.casefold())
            if holder is None:
                self._given[identifier.casefold()] = content
                return replace(document, id=identifier)
            if holder == content:
                return None
        return None
