"""Web pages → their article, with the title, date and publisher that the page states."""

from __future__ import annotations

import re
from typing import Any, Final

from kb.documents.draft import Draft
from kb.documents.markup import text
from kb.documents.paths import Blob
from kb.errors import SourceError

LARGEST: Final = 10_000_000
"""Characters of a page at most: pages of news have up to two million, most of them scripts."""
MOST_TAGS: Final = 50_000
"""Tags of a page at most: finding the article compares elements with each other."""
_TAGS: Final = re.compile(r"<[A-Za-z]")
_TITLE: Final = re.compile(r"<title[^<>]{0,500}>([^<]{1,1000})</title", re.I)
_SEPARATOR: Final = re.compile(r"\s+(?:[|»«·–—-]|::)\s+")
# The dates of the page's metadata alone; no guess from its text, and no bound that moves with the clock.
_DATES: Final = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read(blob: Blob, content: str) -> Draft | SourceError:
    """The main text of a page without menus, comments and tables; SourceError where it has none."""
    if len(content) > LARGEST or len(_TAGS.findall(content)) > MOST_TAGS:
        limits = f"{LARGEST:,} characters or {MOST_TAGS:,} tags"
        return SourceError(blob.name, f"is a page of more than {limits}; save its article as text")
    page = _article(content)
    if page is None or not page.text:
        return SourceError(blob.name, "is a page without an article; save the article as text")
    return Draft(
        name=blob.name,
        id=blob.stem,
        text="\n\n".join(page.text.split("\n")),
        title=_title(page.title or "", page.sitename or "", content),
        date=page.date,
        url=page.url,
        source=page.sitename or page.hostname,
    )


def _article(content: str) -> Any:
    """What trafilatura finds in a page: `text` and metadata; None where there is nothing."""
    # Half of the time that a build without web pages would take to start.
    import trafilatura

    try:
        return trafilatura.bare_extraction(
            content,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except (ValueError, RecursionError):
        return None


def _title(found: str, site: str, content: str) -> str:
    """The title without the name of the site, which may be a page's first heading or follow its title."""
    given = _TITLE.search(content)
    parts = _SEPARATOR.split(text(given[1])) if given else []
    if found in parts:
        return max(parts, key=len)
    *head, last = _SEPARATOR.split(found)
    return found[: -len(last)].rstrip(" |»«·–—-:") if head and last == site else found
