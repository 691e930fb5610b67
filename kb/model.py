"""The values that every step of the flow shares: names, passages, individuals, and how a text speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

Name = NewType("Name", str)
"""The resolved name of an individual of the document; or a description ("two Russian banks")."""
Text = NewType("Text", str)
"""A noun phrase in the document's own words."""
PartialDate = NewType("PartialDate", str)
"""An ISO 8601 date of year, year-month or full precision."""


class IndividualKind(StrEnum):
    """What an individual is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    OTHER = "other"


class Polarity(StrEnum):
    """Whether a claim affirms or denies its fact."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """How a claim presents its fact: in the text's own voice, somebody's words, intended, or hedged."""

    ACTUAL = "actual"
    CLAIMED = "claimed"
    PLANNED = "planned"
    POSSIBLE = "possible"


class Standing(StrEnum):
    """What all claims together make of a fact, strongest first."""

    ASSERTED = "Asserted"
    REPORTED = "Reported"
    PLANNED = "Planned"
    POSSIBLE = "Possible"
    DENIED = "Denied"


class Basis(StrEnum):
    """Where a claim comes from: read in the text, or known to the gazetteer and not stated by the text."""

    TEXT = "text"
    BACKGROUND = "background"


@dataclass(frozen=True, order=True, slots=True)
class Passage:
    """A stretch of a document: code points `start` to `end` (exclusive), and what stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, order=True, slots=True)
class Link:
    """An identifier in another graph: `graph` is wikidata, geonames, dbpedia, iso3166 or opensanctions."""

    graph: str
    identifier: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Individual:
    """Somebody or something that a document names, with every mention of it.

    `name` is unique among the individuals of a document: claims refer to it.
    """

    name: Name
    kind: IndividualKind
    mentions: tuple[Passage, ...]
    links: tuple[Link, ...] = ()
    confidence: float = 1.0
