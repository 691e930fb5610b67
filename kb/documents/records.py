"""JSON documents, arrays of them, JSON feeds and JSON lines → drafts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import Any, Final

from kb.documents import markup
from kb.documents.decode import decode
from kb.documents.draft import Draft
from kb.documents.identifiers import short_hash
from kb.documents.paths import LARGEST, Blob
from kb.errors import SourceError

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "body", "content_text", "content_html", "content"),
    "title": ("title", "headline"),
    "date": ("date", "published", "date_published", "published_at", "datePublished"),
    "url": ("url", "link"),
    "source": ("source", "publisher", "site_name"),
    "id": ("id",),
}
"""What the parts of a record are called, by this project first, then by other sources of news."""
_LINES: Final = frozenset({".jsonl", ".ndjson"})
_OBJECT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_REMEDY: Final = 'give it as {"id", "title", "date", "url", "text"}'


def is_lines(blob: Blob, head: bytes) -> bool:
    """Whether a stream holds one record a line: by its name, or as its first line is a whole record."""
    if blob.suffix in _LINES:
        return True
    first, newline, rest = head.partition(b"\n")
    return bool(newline and rest.strip() and _OBJECT.match(first) and isinstance(_loaded(first), dict))


def lines(blob: Blob, stream: BufferedReader) -> Iterator[Draft | SourceError]:
    """The record of each line, however many; an error for each line that is none."""
    number = 0
    while raw := stream.readline(LARGEST + 1):
        number += 1
        name = f"{blob.name}:{number}"
        if len(raw) > LARGEST:
            raise SourceError(name, f"is longer than {LARGEST:,} bytes; the rest is not read; split it")
        if raw.strip():
            yield _of_text(blob, name, raw)
    if number == 0:
        yield SourceError(blob.name, "is empty; leave it out, or check how it was saved")


def read(blob: Blob, content: str) -> Iterator[Draft | SourceError]:
    """The records of a JSON text: an object, an array, a JSON feed, or objects one after another by line."""
    value = _loaded(content)
    if isinstance(value, SourceError) and is_lines(blob, content.encode("utf-8", "replace")):
        for number, line in enumerate(content.split("\n"), start=1):
            if line.strip():
                yield _of_text(blob, f"{blob.name}:{number}", line.encode("utf-8", "replace"))
    elif isinstance(value, SourceError):
        yield SourceError(blob.name, value.reason)
    elif isinstance(value, Mapping) and not isinstance(value.get("items"), list):
        yield _draft(blob.name, value, blob.stem)
    else:
        items = value["items"] if isinstance(value, Mapping) else value
        for number, item in enumerate(items if isinstance(items, list) else [items], start=1):
            yield _draft(f"{blob.name}:{number}", item, _identifier(blob, item))


def _of_text(blob: Blob, name: str, raw: bytes) -> Draft | SourceError:
    """The record on one line."""
    try:
        value = _loaded(decode(raw, name))
    except SourceError as error:
        return error
    if isinstance(value, SourceError):
        return SourceError(name, value.reason)
    return _draft(name, value, _identifier(blob, value))


def _loaded(text: str | bytes) -> Any:
    """The value of a JSON text, or an error for what is none or too deep."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        reason = f"is no JSON ({error.msg}, line {error.lineno} column {error.colno}); correct it there"
    except (ValueError, RecursionError) as error:
        reason = f"is JSON that cannot be read ({error}); {_REMEDY}"
    return SourceError("", reason)


def _identifier(blob: Blob, record: Any) -> str:
    """An identifier for a record without its own: it stays the same when others are added or removed."""
    return f"{blob.stem}-{short_hash(repr(record))}"


def _draft(name: str, record: Any, identifier: str) -> Draft | SourceError:
    if not isinstance(record, Mapping):
        return SourceError(name, f"is JSON but no record of a document; {_REMEDY}")
    found = {part: _first(record, names) for part, names in FIELDS.items()}
    text = found["text"]
    if text is None:
        return SourceError(name, f'is a record without a "text"; {_REMEDY}')
    return Draft(
        name=name,
        id=found["id"] or identifier,
        text=markup.text(text) if markup.is_markup(text) else text,
        title=found["title"] or "",
        date=found["date"],
        url=found["url"],
        source=found["source"],
    )


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of the fields `names` that holds words or a number."""
    for name in names:
        value = record.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None
