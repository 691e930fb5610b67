from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.documents.base import Document
from kb.syndication import contained, sketch, sources

NOUNS = "harbour envoy ceasefire valley turbine ballot convoy drought ferry granary".split()


def article(seed: int, words: int = 400) -> str:
    random = Random(seed)
    return " ".join(f"{random.choice(NOUNS)}{random.randrange(60)}" for _ in range(words))


def document(name: str, text: str) -> Document:
    return Document(name, name, text)


WIRE = article(1)


@pytest.mark.parametrize(
    ("copy", "is_copy"),
    [
        (WIRE, True),
        (f"OSLO (Wire) - {WIRE} Read more on our site.", True),
        (WIRE.upper().replace(" ", ",  "), True),
        (WIRE[: len(WIRE) // 3], True),
        (f"{article(2, 150)} {WIRE}", True),
        (article(3), False),
        (f"{WIRE[: len(WIRE) // 4]} {article(4)}", False),
    ],
    ids=["same", "framed", "retyped", "cut", "longer", "other", "quoting"],
)
def test_a_copy_counts_as_the_same_source(copy: str, is_copy: bool) -> None:
    found = sources([document("b", WIRE), document("a", copy), document("c", article(9))])
    assert found == {"a": "a", "b": "a" if is_copy else "b", "c": "c"}


def test_copies_of_copies_are_one_source() -> None:
    first, second, third = article(1, 300), article(2, 300), article(3, 300)
    texts = {"x": f"{first} {second}", "y": second, "z": f"{second} {third}"}
    documents = [document(name, text) for name, text in texts.items()]
    assert set(sources(documents).values()) == {"x"}


def test_many_equal_texts_are_one_source() -> None:
    names = [f"d{number:03}" for number in range(200)]
    assert sources(document(name, WIRE) for name in names) == dict.fromkeys(names, "d000")


def test_shared_boilerplate_makes_no_copies() -> None:
    notice = "all rights reserved this material may not be published broadcast rewritten or redistributed"
    names = [f"d{number:03}" for number in range(80)]
    documents = [document(name, f"{article(100 + i, 200)} {notice}") for i, name in enumerate(names)]
    assert sources(documents) == {name: name for name in names}


@pytest.mark.parametrize("text", ["", "ceasefire", "two words", "one two three four five"])
def test_short_texts_have_sketches(text: str) -> None:
    assert contained(sketch(text), sketch(text)) == 1.0


@given(st.permutations([(f"d{i}", WIRE if i % 3 else article(i)) for i in range(9)]))
def test_order_does_not_matter(items: list[tuple[str, str]]) -> None:
    found = sources(document(name, text) for name, text in items)
    assert found == {f"d{i}": "d1" if i % 3 else f"d{i}" for i in range(9)}
