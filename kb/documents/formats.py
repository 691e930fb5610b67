"""Which kind of source a stream is, by its content first and by its name where that does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Final

from kb.documents import archive, feed, html, records, text
from kb.documents.decode import decode
from kb.documents.draft import Draft
from kb.documents.paths import LARGEST, Blob
from kb.errors import SourceError

_PAGES: Final = frozenset({".html", ".htm", ".xhtml"})
_PROLOGUE: Final = (
    r"(?:<\?[^>]{0,500}>|<!--(?:[^-]|-(?!->)){0,4000}-->"
    r"|<!DOCTYPE\s[^<>\[]{0,500}(?:\[[^\]]{0,4000}\]\s{0,9})?>|\s){0,50}"
)
_FEED: Final = re.compile(rf"{_PROLOGUE}<(?:rss|feed|rdf:RDF|[a-z]+:feed)[\s>]")
_PAGE: Final = re.compile(
    rf"{_PROLOGUE}<(?:html|head|body|meta|title|div|main|article|section|h[1-6]|p)[\s>]", re.I
)
_XML: Final = re.compile(r"\s*<\?xml\s")
_JSON: Final = re.compile(r"\s*[\[{]\s*[\[{\"}\]]")
_RESIDUE: Final = re.compile(r"\s*\[ad_?\d*\]", re.I)
_HEAD: Final = 4096


def drafts(blob: Blob, *, nested: bool = False) -> Iterator[Draft | SourceError]:
    """All items of `blob`; what goes wrong with it as a whole is one error, the last of its items."""
    try:
        with blob.open() as stream:
            head = stream.peek(_HEAD)
            if archive.is_archive(head):
                yield from _unpacked(blob, stream, nested=nested)
            elif records.is_lines(blob, head):
                yield from records.lines(blob, stream)
            else:
                yield from _whole(blob, _bounded(blob, stream))
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(blob.name, f"cannot be read ({error.strerror or error}); check its permissions")


def _unpacked(blob: Blob, stream: BufferedReader, *, nested: bool) -> Iterator[Draft | SourceError]:
    """The items of all members of an archive; one within another may be a bomb and is not unpacked."""
    if nested:
        raise SourceError(blob.name, "is an archive within an archive; unpack it first")
    for member in archive.members(blob, stream):
        yield from [member] if isinstance(member, SourceError) else drafts(member, nested=True)


def _bounded(blob: Blob, stream: BufferedReader) -> bytes:
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise SourceError(blob.name, f"is larger than {LARGEST:,} bytes; split it, or make it JSON lines")
    if not content.strip():
        raise SourceError(blob.name, "is empty; leave it out, or check how it was saved")
    return content


def _whole(blob: Blob, content: bytes) -> Iterator[Draft | SourceError]:
    """The items of a source that is read at once."""
    decoded = decode(content, blob.name)
    head = decoded[:_HEAD]
    if _FEED.match(head):
        yield from feed.read(blob, decoded)
    elif _PAGE.match(head) or blob.suffix in _PAGES:
        yield html.read(blob, decoded)
    elif blob.suffix == ".json" or (_JSON.match(head) and not _RESIDUE.match(head)):
        yield from records.read(blob, decoded)
    elif _XML.match(head):
        yield SourceError(blob.name, "is XML, but neither a feed nor a page; convert it to text or JSON")
    else:
        yield text.read(blob, decoded)
