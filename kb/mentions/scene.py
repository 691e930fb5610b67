"""What a reader keeps in mind while reading a document: who was named, where, and in which office."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from kb.gazetteer import Entry, Gazetteer
from kb.mentions.base import Form, Mention
from kb.mentions.clusters import Cluster
from kb.mentions.quotations import Quotation, quotations
from kb.mentions.roles import Roles
from kb.mentions.spans import Words
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

MEMORY = 12
"""Sightings of a kind that a reader looks back over."""
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "parataxis"})
UNNAMED = frozenset({Form.NOMINAL, Form.PRONOUN})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """An individual at a token of a sentence, and whether it is what the sentence is about."""

    individual: int
    token: int
    sentence: int
    subject: bool
    named: bool


class Scene:
    """The individuals of a document with all that refers to them so far."""

    def __init__(
        self,
        words: Words,
        clusters: list[Cluster],
        names: Sequence[Mention],
        gazetteer: Gazetteer,
        date: str | None,
    ) -> None:
        self.words = words
        self.individuals = clusters
        self.gazetteer = gazetteer
        self.date = date
        self.sentences = list(accumulate(words.starts))
        self.by_token = {i: mention for mention in names for i in range(mention.start, mention.end)}
        self.roles = Roles(self.by_token)
        self._seen: dict[IndividualKind, list[Sighting]] = defaultdict(list)
        self._taken: dict[str, Sighting] = {}
        self._quotations = quotations(words.doc)
        self._opened = [quotation.start for quotation in self._quotations]
        self._by_entry = {cluster.entry: number for number, cluster in enumerate(clusters) if cluster.entry}
        self.topic = self._topic()
        self.stranger = -1
        self.nouns: dict[int, int] = {}
        """Pronouns for those whom the text does not name, each with the noun that it stands for."""
        self.home: int | None = None

    def _topic(self) -> int | None:
        """The country that the document speaks of most."""
        counts = Counter(
            mention.individual
            for i, mention in self.by_token.items()
            if i == mention.start and self.kind(mention.individual) is IndividualKind.COUNTRY
        )
        return max(counts, key=lambda number: (counts[number], -number), default=None)

    def kind(self, individual: int) -> IndividualKind:
        """The kind of an individual."""
        return self.individuals[individual].kind

    def see(self, mention: Mention, head: Token) -> None:
        """Take in that something refers to an individual."""
        for i in range(mention.start, mention.end):
            self.by_token[i] = mention
        for number in (mention.individual, *mention.others):
            sighting = Sighting(
                number, head.i, self.sentences[head.i], head.dep_ in SUBJECTS, mention.form not in UNNAMED
            )
            self._seen[self.kind(number)].append(sighting)
        if mention.form is Form.NOMINAL:
            self._taken[head.lemma_.lower()] = sighting
        if mention.form is Form.NAME and self.kind(mention.individual) is IndividualKind.PERSON:
            self.roles.learn(head, mention.individual)

    def pass_by(self, token: Token) -> None:
        """Take in that a person whom the text does not name is the subject of a sentence."""
        if token.dep_ in SUBJECTS and token.tag_ == "NN":
            self.stranger = token.i

    def recent(self, *kinds: IndividualKind, token: Token, reach: int) -> Iterator[Sighting]:
        """The latest sightings of some kinds within `reach` sentences before a token, latest first."""
        since = self.sentences[token.i] - reach
        sightings = [sighting for kind in kinds for sighting in self._seen[kind][-MEMORY:]]
        for sighting in sorted(sightings, key=lambda sighting: -sighting.token):
            if sighting.sentence >= since:
                yield sighting

    def taken(self, noun: str, token: Token, reach: int) -> int | None:
        """Whom a noun last took up within `reach` sentences before a token."""
        last = self._taken.get(noun)
        if last is None or last.sentence < self.sentences[token.i] - reach:
            return None
        return last.individual

    def joined(self, sighting: Sighting) -> set[int]:
        """Who of its kind is named together with an individual: "*Kenya* and *Uganda*"."""
        mentions = (self.by_token.get(other.i) for other in self.words.doc[sighting.token].conjuncts)
        others = {mention.individual for mention in mentions if mention is not None}
        own = sighting.individual
        return {other for other in others if other != own and self.kind(other) is self.kind(own)}

    def subjects(self, token: Token, named: bool = False) -> set[int]:
        """Who is, by name where so told, the subject of the clause that `token` stands in but is not."""
        subjects = (child for child in clause(token).lefts if child.dep_ in SUBJECTS and child.i != token.i)
        mentions = (self.by_token.get(subject.i) for subject in subjects)
        return {one.individual for one in mentions if one is not None and not (named and one.form in UNNAMED)}

    def quotation(self, token: Token) -> Quotation | None:
        """The quotation that a token is part of."""
        number = bisect_right(self._opened, token.i) - 1
        inside = number >= 0 and token.i < self._quotations[number].end
        return self._quotations[number] if inside else None

    def speaker(self, token: Token) -> int | None:
        """Who says a token in a quotation, if that is told by name."""
        quotation = self.quotation(token)
        if quotation is None or quotation.speaker is None:
            return None
        mention = self.by_token.get(quotation.speaker)
        return None if mention is None else mention.individual

    def number(self, entry: Entry) -> int:
        """The individual of an entry, added to the document's if the text names it nowhere."""
        number = self._by_entry.get(entry)
        if number is None:
            number = len(self.individuals)
            self.individuals.append(Cluster(entry.kind, entry))
            self._by_entry[entry] = number
        return number

    def named(self, entry: Entry) -> int | None:
        """The individual of an entry if the text names it."""
        return self._by_entry.get(entry)

    def country_of(self, individual: int) -> int | None:
        """The country that an individual is, leads, or belongs to, as the text or the gazetteer tells."""
        cluster = self.individuals[individual]
        if cluster.kind is IndividualKind.COUNTRY:
            return individual
        for role in self.roles.of(individual):
            if role.of is not None and self.kind(role.of) is IndividualKind.COUNTRY:
                return role.of
        country = None if cluster.entry is None else self.gazetteer.country_of(cluster.entry)
        return None if country is None else self.number(country)

    def ruled_by(self, individual: int) -> int | None:
        """The country whose government goes by an individual's name: "the Biden administration"."""
        country = self.country_of(individual)
        if country is not None or self.kind(individual) is not IndividualKind.PERSON:
            return country
        bearers = self.gazetteer.persons(self.individuals[individual].name)
        ruled = self.gazetteer.country_of(bearers[0]) if bearers and bearers[0].offices else None
        return None if ruled is None else self.number(ruled)


def clause(token: Token) -> Token:
    """The head of the clause that a token stands in."""
    while token.dep_ not in CLAUSES and token.head.i != token.i:
        token = token.head
    return token
