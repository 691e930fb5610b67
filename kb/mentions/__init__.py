"""Who and what a parsed document speaks of: names, and whatever else refers to the bearers of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.documents.base import Document
from kb.gazetteer import Gazetteer
from kb.mentions.base import Form, Mention, Mentions
from kb.mentions.clusters import Cluster, Clusters
from kb.mentions.names import names
from kb.mentions.references import references
from kb.mentions.spans import Words
from kb.model import Individual, Name, Passage

if TYPE_CHECKING:
    from kb.tokens import Doc


def find(document: Document, doc: Doc, gazetteer: Gazetteer) -> Mentions:
    """All individuals that a document names, and the tokens that refer to them."""
    words = Words(doc)
    found, introduced = names(words, gazetteer)
    clusters = Clusters(words, introduced)
    for name in sorted(found, key=lambda name: (name.start - name.end, name.start)):
        clusters.add(name)
    clusters.all.sort(key=lambda cluster: min(name.start for name in cluster.names))
    mentions = [
        Mention(name.start, name.end, number, name.form)
        for number, cluster in enumerate(clusters.all)
        for name in cluster.names
    ]
    referring, described = references(document, words, clusters.all, mentions, gazetteer)
    return Mentions(individuals(words, clusters.all), [*mentions, *referring], described)


def individuals(words: Words, clusters: list[Cluster]) -> list[Individual]:
    """The individuals, each under a name of its own; its passages are those that name it."""
    taken: set[str] = set()
    found = []
    for cluster in clusters:
        name = cluster.name
        if name in taken:
            name = f"{name} ({cluster.kind})"
        while name in taken:
            name += "′"
        taken.add(name)
        spans = sorted((named.start, named.end) for named in cluster.names if named.form is not Form.DEMONYM)
        passages = (words.doc[start:end] for start, end in spans)
        mentions = tuple(Passage(span.start_char, span.end_char, span.text) for span in passages)
        found.append(Individual(Name(name), cluster.kind, mentions))
    return found
