"""The page of the ontology shows every term once, with links that lead somewhere."""

from collections import Counter
from html.parser import HTMLParser

import pytest
from rdflib import RDFS, SKOS, Graph, Literal

from kb import ontology
from kb.ontology import KB
from server.ontology_page import render

VOID_ELEMENTS = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Anchors, links and text of a page; fails where an element is not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID_ELEMENTS:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def html() -> str:
    return render(ontology.graph())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_every_term_has_its_place(page: Page) -> None:
    names = {iri.removeprefix(ontology.NAMESPACE) for iri in ontology.graph().subjects() if iri in KB}
    assert len(names) == 193
    assert {name: count for name, count in Counter(page.ids).items() if count > 1} == {}
    assert names == {name for name in page.ids if not name.startswith("section-")}


def test_every_element_is_closed(html: str, page: Page) -> None:
    assert html.startswith("<!DOCTYPE html>\n<html lang=")
    assert page.open == []


def test_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    inner = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    assert "https://schema.org/Person" in page.links


def test_definitions_and_examples_are_shown(page: Page) -> None:
    text = "".join(page.text)
    for predicate in (SKOS.definition, SKOS.example):
        missing = [o for o in ontology.graph().objects(predicate=predicate) if str(o) not in text]
        assert missing == []


def test_the_same_graph_gives_the_same_page(html: str) -> None:
    again = Graph()
    for triple in sorted(ontology.graph(), reverse=True):
        again.add(triple)
    assert render(again) == html


def test_markup_in_a_definition_is_text() -> None:
    graph = Graph() + ontology.graph()
    graph.set((KB.Need, RDFS.label, Literal("<script>alert(1)</script>", lang="en")))
    html = render(graph)
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
