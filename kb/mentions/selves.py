"""Who speaks of himself: "I" and "we" of a quotation's speaker, and of the publisher of a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.documents.base import Document
from kb.gazetteer import Entry, Gazetteer
from kb.mentions.forms import parts
from kb.mentions.scene import Scene
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

SINGULAR = frozenset({"i", "my", "me", "myself"})
PLURAL = frozenset({"we", "our", "us", "ours", "ourselves"})
SELVES = SINGULAR | PLURAL
SIGNED = 40
"""Words at the start of a release among which "statement by …" stands."""
STATE = frozenset({"ministry", "government", "agency", "parliament", "military", "country", "facility"})
"""Kinds of publishers that speak for their country."""


def publisher(document: Document, gazetteer: Gazetteer) -> Entry | None:
    """The country or organization in whose name a release speaks; None for news media and the unknown."""
    if document.source is None:
        return None
    seat = gazetteer.metonym(document.source)
    if seat is not None:
        return seat
    for entry in gazetteer.entries(document.source):
        country = gazetteer.country_of(entry)
        if entry.subtype in STATE and country is not None:
            return country
        if entry.kind is IndividualKind.ORGANIZATION and entry.subtype != "media":
            return entry
    return None


class Selves:
    """The first persons of a document."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._publisher = publisher(document, gazetteer)
        self._source = parts(document.source or "")

    def home(self, scene: Scene) -> int | None:
        """The country that publishes the document, if the document names it."""
        country = self._publisher is not None and self._publisher.kind is IndividualKind.COUNTRY
        return scene.named(self._publisher) if country and self._publisher is not None else None

    def meant(self, scene: Scene, token: Token) -> tuple[int, ...]:
        """Whom a pronoun of the first person means, if that can be told."""
        if scene.quotation(token) is not None:
            speaker = scene.speaker(token)
            found = None if speaker is None else _voice(scene, token, speaker)
        elif self._publisher is not None:
            found = scene.number(self._publisher) if token.lower_ in PLURAL else _signer(scene)
        else:
            found = self._author(scene, token)
        return () if found is None else (found,)

    def _author(self, scene: Scene, token: Token) -> int | None:
        """The individual of the text that the document comes from: who gives a speech, a relief agency."""
        for number, cluster in enumerate(scene.individuals):
            media = cluster.entry is not None and cluster.entry.subtype == "media"
            if self._source and not media and parts(cluster.name) == self._source:
                return _voice(scene, token, number)
        return None


def _signer(scene: Scene) -> int | None:
    """The person whose statement the title says a release is."""
    for i in range(1, min(SIGNED, len(scene.words))):
        if scene.words.lower[i] in ("by", "from"):
            persons = (scene.by_token.get(j) for j in range(i + 1, min(i + 6, len(scene.words))))
            for mention in persons:
                if mention is not None and scene.kind(mention.individual) is IndividualKind.PERSON:
                    return mention.individual
    return None


def _voice(scene: Scene, token: Token, speaker: int) -> int | None:
    """Whom the "I" or "we" of a speaker means."""
    if token.lower_ in SINGULAR or scene.kind(speaker) is not IndividualKind.PERSON:
        return speaker
    # An officer's "we" is the country or organization he speaks for; anybody else's is unclear.
    return next((role.of for role in scene.roles.of(speaker) if role.of is not None), None)
