"""Extractions of documents that nobody wrote, each a function of its number, for tests of scale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from kb.documents.base import Document
from kb.facts import KINDS
from kb.facts.base import Claim, Extraction, Fact
from kb.model import (
    Basis,
    Individual,
    IndividualKind,
    Link,
    Modality,
    Name,
    Passage,
    Polarity,
)
from kb.slots import Slot, slots

WORDS = "grain fuel spare parts radar satellite engine port visa bank cable steel medicine vaccine".split()
ROLES = ("president", "foreign minister", "chief of staff", "director", "spokesperson", "ambassador")
ACTORS = (IndividualKind.PERSON, IndividualKind.ORGANIZATION, IndividualKind.COUNTRY)
SUITING = {"person": ACTORS[:1], "within": (IndividualKind.COUNTRY, IndividualKind.PLACE)}
FIRST = "Ada Boris Chen Dalia Emeka Farah Goran Hana Ivo Jun Kofi Lena Milan Nadia Omar Petra".split()
LAST = "Abara Bekov Castel Dorin Ekwe Farsi Galvan Horak Ivanek Jarosz Kwame Lindqvist Moreau Nkosi".split()


def extractions(count: int, *, claims: int = 15, names: int = 12) -> Iterator[Extraction]:
    """Extractions of `count` documents with `claims` claims and `names` individuals each."""
    for number in range(count):
        yield extraction(number, claims=claims, names=names)


def extraction(number: int, *, claims: int = 15, names: int = 12) -> Extraction:
    """The extraction of document `number`, always the same."""
    random = Random(number)
    chosen = [_individual(random) for _ in range(names)]
    found = {name: (kind, links) for name, kind, links in chosen}
    kinds = {name: kind for name, (kind, _) in sorted(found.items())}
    facts = [_fact(random, kinds) for _ in range(claims)]
    sentences = [
        f"In report {number}, item {i}: {' '.join(map(str, fact.key()))}." for i, fact in enumerate(facts)
    ]
    text = "\n\n".join([f"Report {number}", *sentences])
    day = date(2020, 1, 1) + timedelta(days=number % 1800)
    document = Document(
        f"report-{number:06d}", f"Report {number}", text, day.isoformat(), None, f"Agency {number % 40}"
    )
    individuals = tuple(
        Individual(Name(name), kind, tuple(_passages(text, name))[:1], links)
        for name, (kind, links) in sorted(found.items())
    )
    passages = (_passage(text, sentence) for sentence in sentences)
    return Extraction(
        document,
        individuals,
        tuple(
            _claim(random, document, fact, passage, sorted(found))
            for fact, passage in zip(facts, passages, strict=True)
        ),
    )


def _individual(random: Random) -> tuple[str, IndividualKind, tuple[Link, ...]]:
    kind = random.choice(list(IndividualKind))
    number = int(random.paretovariate(0.5)) % 4000
    if kind is IndividualKind.PERSON:
        name = f"{FIRST[number % 16]} {LAST[number // 16 % 14]} {'abcdefghijklmnopqrst'[number // 224]}"
    else:
        name = f"{kind.value.title()} {number}"
    linked = number % 3 and kind is not IndividualKind.OTHER
    return (
        name,
        kind,
        (Link("wikidata", f"Q{list(IndividualKind).index(kind)}{number:05d}", 0.9),) if linked else (),
    )


def _fact(random: Random, kinds: dict[str, IndividualKind]) -> Fact:
    kind = random.choice(KINDS)
    chosen = {name: kinds[name] for name in random.sample(list(kinds), len(kinds))}
    return kind(**{slot.name: _filler(random, slot, chosen) for slot in slots(kind)})


def _name(slot: Slot, kinds: dict[str, IndividualKind]) -> str:
    """Takes a name of a kind that suits the slot, or any where none is left."""
    suiting = (name for name, kind in kinds.items() if kind in SUITING.get(slot.name, ACTORS))
    name = next(suiting, None) or next(iter(kinds))
    del kinds[name]
    return name


def _filler(random: Random, slot: Slot, kinds: dict[str, IndividualKind]) -> Any:
    if slot.many:
        return tuple(_name(slot, kinds) for _ in range(2))
    if not slot.required and not slot.key and random.random() < 0.5 and not slot.is_enumeration:
        return None
    if slot.is_name:
        return _name(slot, kinds)
    if slot.is_enumeration:
        return random.choice(list(slot.filler))
    if slot.is_text:
        return random.choice(ROLES) if slot.name == "role" else " ".join(random.sample(WORDS, 2))
    return f"20{random.randrange(10, 26)}-0{random.randrange(1, 10)}"


def _claim(random: Random, document: Document, fact: Fact, passage: Passage, names: list[str]) -> Claim:
    modality = random.choice([Modality.ACTUAL, Modality.ACTUAL, *Modality])
    return Claim(
        document=document.id,
        fact=fact,
        evidence=passage,
        polarity=Polarity.NEGATED if random.random() < 0.05 else Polarity.AFFIRMED,
        modality=modality,
        attributed_to=Name(random.choice(names)) if modality is Modality.CLAIMED else None,
        confidence=random.randrange(500, 1000) / 1000,
        basis=Basis.TEXT,
        construction="synthetic",
    )


def _passage(text: str, quote: str) -> Passage:
    start = text.index(quote)
    return Passage(start, start + len(quote), quote)


def _passages(text: str, name: str) -> Iterator[Passage]:
    if name in text:
        yield _passage(text, name)
