"""What the gazetteer knows of the individuals of a document and the document does not say.

Nuremberg lies in Germany, Gazprom is based in Russia, Viktor Orbán leads Hungary: useful to whoever counts by
country, and never mixed up with what was read: such claims have basis "background" and no evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.facts.affiliation import Affiliation, AffiliationRelation
from kb.facts.base import Claim, Fact
from kb.facts.containment import Containment, PlaceRelation
from kb.facts.geography import known
from kb.facts.leadership import Leadership, OfficeStatus
from kb.gazetteer import Entry, Gazetteer, Office
from kb.mentions.base import Mentions
from kb.model import Basis, Individual, IndividualKind, Name, PartialDate, Text

LIKELY = 0.5
"""Prior from which a place is taken for the best known of its name, where its country is not mentioned."""
CAPITALS = frozenset({"capital"})


class Background:
    """The background of one document."""

    def __init__(self, document: str, date: str | None, mentions: Mentions, gazetteer: Gazetteer) -> None:
        self._document = document
        self._date = date
        self._gazetteer = gazetteer
        self._individuals = mentions.individuals
        self._countries = {one.name for one in mentions.individuals if one.kind is IndividualKind.COUNTRY}

    def claims(self, stated: Iterable[Claim]) -> Iterator[Claim]:
        """The claims of the gazetteer, without facts that the text itself states."""
        told = list(stated)
        known_facts = {(type(claim.fact), claim.fact.key()) for claim in told}
        for fact in self._facts(told):
            if (type(fact), fact.key()) not in known_facts:
                known_facts.add((type(fact), fact.key()))
                yield Claim(
                    document=self._document,
                    fact=fact,
                    evidence=None,
                    basis=Basis.BACKGROUND,
                    construction=f"background:{fact.TYPE}",
                )

    def _facts(self, told: list[Claim]) -> Iterator[Fact]:
        for individual in self._individuals:
            if individual.kind is IndividualKind.PLACE:
                yield from self._place(individual.name)
            elif individual.kind is IndividualKind.ORGANIZATION:
                yield from self._organization(individual.name)
            elif individual.kind is IndividualKind.PERSON:
                yield from self._person(individual)
        for claim in told:
            fact = claim.fact
            if isinstance(fact, Affiliation) and fact.relation is AffiliationRelation.BASED_IN:
                entry = self._place_entry(fact.of)
                country = None if entry is None else self._gazetteer.country_of(entry)
                if country is not None and country.name != fact.of:
                    yield Affiliation(
                        member=fact.member, of=Name(country.name), relation=AffiliationRelation.BASED_IN
                    )

    def _place(self, name: Name) -> Iterator[Fact]:
        entry = self._place_entry(name)
        country = None if entry is None else self._gazetteer.country_of(entry)
        if entry is not None and country is not None and country.name != name:
            relation = PlaceRelation.CAPITAL_OF if entry.subtype in CAPITALS else PlaceRelation.IN
            yield Containment(place=name, within=Name(country.name), relation=relation)

    def _place_entry(self, name: str) -> Entry | None:
        """The place of that name in a country that the document mentions; else the best known one."""
        entries = [entry for entry in known(name) if entry.kind is IndividualKind.PLACE]
        for entry in entries:
            country = self._gazetteer.country_of(entry)
            if country is not None and country.name in self._countries:
                return entry
        return next((entry for entry in entries if entry.prior >= LIKELY), None)

    def _organization(self, name: Name) -> Iterator[Fact]:
        country = self._seat(name)
        if country is not None:
            yield Affiliation(member=name, of=Name(country.name), relation=AffiliationRelation.BASED_IN)

    def _seat(self, name: str) -> Entry | None:
        """The country of an organization: its own entry's, else that of a country or place in its name."""
        own = [one for one in self._gazetteer.entries(name) if one.kind is IndividualKind.ORGANIZATION]
        if own:
            return self._gazetteer.country_of(own[0])
        for word in name.split():
            country = self._gazetteer.demonym(word)
            if country is not None:
                return country
            countries = [one for one in known(word) if one.kind is IndividualKind.COUNTRY]
            if countries:
                return countries[0]
            place = self._place_entry(word)
            if place is not None and word[:1].isupper():
                return self._gazetteer.country_of(place)
        return None

    def _person(self, individual: Individual) -> Iterator[Fact]:
        """The offices that somebody of exactly that name has held in countries that the document mentions."""
        for entry in self._gazetteer.entries(individual.name):
            if entry.kind is not IndividualKind.PERSON:
                continue
            for office in entry.offices:
                begun = self._date is None or office.start is None or office.start <= self._date
                if begun and office.of in self._countries:
                    yield self._office(individual.name, office)
            return

    def _office(self, person: Name, office: Office) -> Leadership:
        over = office.end is not None and (self._date is None or office.end < self._date)
        return Leadership(
            person=person,
            role=Text(office.role.lower()),
            of=Name(office.of),
            status=OfficeStatus.FORMER if over else OfficeStatus.CURRENT,
            from_=None if office.start is None else PartialDate(office.start),
            to=PartialDate(office.end) if over and office.end is not None else None,
        )
