"""Plain text, with or without a header of "Title:", "Date:", "Source:", "URL:" lines → a draft."""

from __future__ import annotations

import re
from typing import Final

from kb.documents.clean import is_residue
from kb.documents.draft import Draft
from kb.documents.paths import Blob

_FIELD: Final = re.compile(r"(?P<key>[A-Za-z][A-Za-z-]{1,19}):[ \t]*(?P<value>.*)")
_KNOWN: Final = frozenset({"id", "title", "date", "source", "url"})
_LONGEST_TITLE: Final = 160
_MOST_FIELDS: Final = 20


def read(blob: Blob, content: str) -> Draft:
    """The text below the header; without a header, a first line that looks like a title is one."""
    lines = content.lstrip("\ufeff").lstrip().splitlines()
    fields, start = _header(lines)
    body = "\n".join(lines[start:])
    return Draft(
        name=blob.name,
        id=fields.get("id") or blob.stem,
        text=body,
        title=fields.get("title") or _title(body.strip()),
        date=fields.get("date"),
        url=fields.get("url"),
        source=fields.get("source"),
    )


def _header(lines: list[str]) -> tuple[dict[str, str], int]:
    """The fields of the header and the line where the text begins; nothing and 0 where there is none."""
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[: _MOST_FIELDS + 1]):
        found = _FIELD.fullmatch(line.strip())
        if found is None:
            is_header = not line.strip() and fields.keys() & _KNOWN
            return (fields, number) if is_header else ({}, 0)
        fields[found["key"].lower()] = found["value"].strip()
    return {}, 0


def _title(body: str) -> str:
    """The first line if it stands alone, is short and is no sentence."""
    first, _, rest = body.partition("\n")
    alone = rest.startswith("\n") and bool(rest.strip())
    is_title = (
        alone and len(first) <= _LONGEST_TITLE and first.rstrip()[-1:] not in {".", ",", ";", ":", "”", '"'}
    )
    return first if is_title and not is_residue(first) else ""
