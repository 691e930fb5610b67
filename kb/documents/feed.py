"""RSS and Atom feeds that carry their items' text → drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from kb.documents import markup
from kb.documents.draft import Draft
from kb.documents.identifiers import short_hash
from kb.documents.paths import Blob
from kb.errors import SourceError

_ITEMS: Final = frozenset({"item", "entry"})
_TEXTS: Final = ("encoded", "content", "description", "summary")
_DATES: Final = ("pubDate", "published", "date", "updated")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITY: Final = re.compile(r"<!ENTITY", re.I)


def read(blob: Blob, content: str) -> Iterator[Draft | SourceError]:
    """The items of a feed, in its order; an error for each that has no text."""
    if _ENTITY.search(content[:100_000]):
        raise SourceError(blob.name, "is a feed that declares entities, which may be a bomb; remove them")
    try:
        # The text is decoded already: what its declaration says of an encoding is void.
        root = ElementTree.fromstring(_DECLARATION.sub("", content))
    except ElementTree.ParseError as error:
        raise SourceError(blob.name, f"is a feed with malformed XML ({error}); correct it there") from error
    publisher = _of(root, ("title",)) or _of(root.find("{*}channel"), ("title",))
    items = [element for element in root.iter() if _local(element) in _ITEMS]
    for number, item in enumerate(items, start=1):
        yield _draft(blob, f"{blob.name}:{number}", item, publisher)
    if not items:
        yield SourceError(blob.name, "is a feed without items; leave it out")


def _draft(blob: Blob, name: str, item: ElementTree.Element, publisher: str) -> Draft | SourceError:
    text = _of(item, _TEXTS)
    if not text:
        return SourceError(name, "is an item without text; fetch the article that it links to")
    url = _link(item)
    return Draft(
        name=name,
        id=f"{blob.stem}-{short_hash(_of(item, ('guid', 'id')) or url or text)}",
        text=markup.text(text) if markup.is_markup(text) else text,
        title=markup.text(_of(item, ("title",))),
        date=_of(item, _DATES) or None,
        url=url or None,
        source=publisher or None,
    )


def _of(element: ElementTree.Element | None, names: tuple[str, ...]) -> str:
    """The text of the first child so called, names in order of preference."""
    children = [] if element is None else list(element)
    for name in names:
        for child in children:
            if _local(child) == name and (text := _inner(child)):
                return text
    return ""


def _inner(element: ElementTree.Element) -> str:
    """The text of `element`; markup that is part of the feed's own XML is kept as markup."""
    if len(element) == 0:
        return (element.text or "").strip()
    return ElementTree.tostring(element, encoding="unicode", method="html").replace("html:", "").strip()


def _link(item: ElementTree.Element) -> str:
    for child in item:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return (child.get("href") or child.text or "").strip()
    return ""


def _local(element: ElementTree.Element) -> str:
    """The name without its namespace; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
