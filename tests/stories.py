"""Small extractions by hand: a text, who is named in it, and which sentence claims what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kb.documents.base import Document
from kb.facts.base import Claim, Extraction, Fact
from kb.facts.leadership import Leadership, OfficeStatus
from kb.facts.need import Need
from kb.facts.sanction import Sanction
from kb.model import Individual, IndividualKind, Link, Modality, Name, Passage, Polarity, Text

PERSON, ORGANIZATION = IndividualKind.PERSON, IndividualKind.ORGANIZATION
COUNTRY, PLACE = IndividualKind.COUNTRY, IndividualKind.PLACE

BERG_LEADS = "Ada Berg is president of Norland."
NORLAND_NEEDS = "Norland needs fuel."
TEXT = f"{BERG_LEADS} {NORLAND_NEEDS}"

LEADS = Leadership(person=Name("Ada Berg"), role=Text("president"), of=Name("Norland"))
FORMERLY = replace(LEADS, status=OfficeStatus.FORMER)
NEEDS = Need(needer=Name("Norland"), item=Text("fuel"))
SANCTIONS = Sanction(issuer=Name("Norland"), target=Name("two Sudland banks"), measure=Text("asset freezes"))

NORLAND = ("Norland", COUNTRY, {"wikidata": "Q1", "iso3166": "NX"})
BERG = ("Ada Berg", PERSON, {})

Named = tuple[str, IndividualKind, Mapping[str, str]]


def story(
    name: str,
    *claims: Claim,
    text: str | None = None,
    named: tuple[Named, ...] = (NORLAND, BERG),
    **metadata: Any,
) -> Extraction:
    """The extraction of a document called `name`; without a text of its own it is like no other document."""
    text = text or f"{TEXT} {' '.join(f'{name}{i}' for i in range(40))}"
    metadata = {"title": f"Story {name}", "date": "2024-03-05", **metadata}
    individuals = tuple(
        Individual(
            Name(called),
            kind,
            (passage(text, called),) if called in text else (),
            tuple(Link(*link) for link in links.items()),
        )
        for called, kind, links in named
    )
    document = Document(id=name, text=text, **metadata)
    return Extraction(document, individuals, tuple(replace(claim, document=name) for claim in claims))


def claim(fact: Fact, quote: str = BERG_LEADS, *, text: str = TEXT, **rest: Any) -> Claim:
    """A claim about `fact` whose evidence is `quote` in `text`."""
    return Claim(
        **{"document": "", "fact": fact, "evidence": passage(text, quote), "confidence": 0.8, **rest}
    )


def passage(text: str, quote: str) -> Passage:
    """Where `quote` stands in `text`."""
    start = text.index(quote)
    return Passage(start, start + len(quote), quote)


def said(fact: Fact, by: str | None = None, **rest: Any) -> Claim:
    """A claim as somebody's words."""
    return claim(fact, modality=Modality.CLAIMED, attributed_to=by, **rest)


def denied(fact: Fact, **rest: Any) -> Claim:
    """A claim that denies `fact`."""
    return claim(fact, polarity=Polarity.NEGATED, **rest)
