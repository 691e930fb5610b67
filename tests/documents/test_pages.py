"""Web pages, feeds and fragments of HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.documents import Document
from kb.documents.markup import text
from kb.errors import SourceError
from tests.documents.reading import error, every, one

PARAGRAPHS = [
    "The ferry between the two islands was opened on Monday by two ministers, who crossed on it together.",
    "It will carry four hundred passengers and sixty cars, and leave every hour between dawn and midnight.",
    "Fishermen had asked for the line for twenty years, the mayor of the northern town said at the ceremony.",
]
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Ferry links two islands | Harbour Post</title>
<meta property="og:title" content="Ferry links two islands">
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2019-03-04T10:00:00+01:00">
<link rel="canonical" href="https://harbour.example.org/ferry">
<script>var text = "never read";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Ferry links two islands</h1>{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}
<p>Share this article</p></article>
<aside><h2>Most read</h2><ul><li><a href="/1">Storm over the strait</a></li></ul></aside>
<footer><p>© 2019 Harbour Post. All rights reserved.</p></footer></body></html>"""

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Post</title><link>https://harbour.example.org</link>
<item><title>Ferry &amp; islands</title><link>https://harbour.example.org/1</link><guid>g1</guid>
<pubDate>Mon, 04 Mar 2019 10:00:00 GMT</pubDate><description>Teaser</description>
<content:encoded>
<![CDATA[<p>It left – at noon.</p><figcaption>A ship</figcaption><p>It came back.</p>]]>
</content:encoded></item>
<item><title>Nothing</title><link>https://harbour.example.org/2</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><id>e1</id><title>Ferry</title><link rel="self" href="https://x.example/s"/>
<link href="https://harbour.example.org/1"/><published>2019-03-04T10:00:00Z</published>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>It left.</p>
<p>It <b>came</b> back.</p></div></content>
</entry></feed>"""


@pytest.mark.parametrize("name", ["ferry.html", "ferry.txt", "ferry"])
def test_a_page_gives_its_article_and_metadata(name: str, tmp_path: Path) -> None:
    assert one(PAGE, tmp_path, name) == Document(
        id="ferry",
        title="Ferry links two islands",
        text="\n\n".join(["Ferry links two islands", *PARAGRAPHS]),
        date="2019-03-04",
        url="https://harbour.example.org/ferry",
        source="Harbour Post",
    )


@pytest.mark.parametrize(
    "title, heading",
    [
        ("Harbour Post » Ferry links two islands", "Harbour Post"),
        ("Ferry links two islands - Harbour Post", "Ferry links two islands"),
    ],
)
def test_the_name_of_the_site_is_not_the_title(title: str, heading: str, tmp_path: Path) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{heading}</h1><article>"
    page += "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + "</article></body></html>"
    assert one(page, tmp_path, "x.html").title == "Ferry links two islands"


@pytest.mark.parametrize(
    "page, reason",
    [
        ("<html><body></body></html>", "is a page without an article"),
        ("<html><body>" + "<div>" * 40_000 + "x", "is a page without an article"),
        ("<html><body>" + "<p>It left." * 60_000, "is a page of more than"),
        ("<html><p>" + "a" * 11_000_000, "is a page of more than"),
    ],
)
def test_pages_without_an_article_and_bombs_are_refused(page: str, reason: str, tmp_path: Path) -> None:
    assert error(page, tmp_path, "x.html").startswith(reason)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_a_feed_gives_its_items(encoding: str, tmp_path: Path) -> None:
    first, second = every(RSS.format(encoding=encoding).encode(encoding), tmp_path, "news.xml")
    assert first == Document(
        id="news-373ae04ae6",
        title="Ferry & islands",
        text="Ferry & islands\n\nIt left – at noon.\n\nIt came back.",
        date="2019-03-04",
        url="https://harbour.example.org/1",
        source="Harbour Post",
    )
    assert isinstance(second, SourceError) and second.source.endswith("news.xml:2")


def test_an_atom_feed_with_markup_of_its_own(tmp_path: Path) -> None:
    document = one(ATOM, tmp_path, "news.atom")
    assert document.text == "Ferry\n\nIt left.\n\nIt came back."
    assert (document.date, document.url) == ("2019-03-04", "https://harbour.example.org/1")


@pytest.mark.parametrize(
    "feed, reason",
    [
        (
            '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "is a feed that declares",
        ),
        ("<rss><channel><item></channel></rss>", "is a feed with malformed XML"),
        ("<rss><channel></channel></rss>", "is a feed without items"),
        ('<?xml version="1.0"?><catalogue/>', "is XML, but neither"),
    ],
)
def test_what_is_wrong_with_a_feed_is_said(feed: str, reason: str, tmp_path: Path) -> None:
    assert error(feed, tmp_path, "news.xml").startswith(reason)


@pytest.mark.parametrize(
    "fragment, expected",
    [
        ("a<br>b", "a\n\nb"),
        ("<p>a <b>b</b>\n c</p>d", "a b c\n\nd"),
        ("<script>x</script>a<style>y</style>", "a"),
        ("a &lt; b &eacute;", "a < b é"),
        ("<p>a", "a"),
        ("</p></div>a", "a"),
    ],
)
def test_fragments(fragment: str, expected: str) -> None:
    assert text(fragment) == expected
