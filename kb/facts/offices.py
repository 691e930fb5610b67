"""Whose office it is where the sentence does not say: "President Putin", "the defense minister, Mr. Shoigu".

In this order: what the document says elsewhere of the same person; what the gazetteer knows of that person's
offices; for offices of state, the country named beside the clause or else the one the text is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.documents.base import Document
from kb.facts.bodies import OWN, alone, unnamed
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate
from kb.facts.incumbents import OF_STATE, RANKS, Stated, borrowed
from kb.facts.leadership import Leadership, OfficeStatus
from kb.facts.lexicon import lemma
from kb.facts.phrases import phrase
from kb.facts.relations import step
from kb.facts.terms import ended, spelt
from kb.facts.titles import followed_by_general
from kb.gazetteer import Entry, Gazetteer, Office
from kb.mentions.base import Form, Mentions
from kb.mentions.roles import HEADS
from kb.mentions.selves import publisher
from kb.model import Individual, IndividualKind, Name

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

FAMILY_FIRST = ("China", "North Korea", "South Korea", "Vietnam", "Taiwan", "Japan", "Cambodia")
"""Countries whose leaders go by the first of their names."""
STATELY = frozenset(
    "opposition army military navy police intelligence security force forces armed defence defense".split()
)
"""Words that make "leader", "chief" or "commander" an office of state."""
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})
"""What may follow a surname."""
OPENING, LEADING = 50, 3
"""Words of the beginning of a document, and how much more the countries there tell of what it is about."""
DOMINANT = 0.34
"""Share of a document's mentions of countries from which one counts as what the text is about."""


class Offices:
    """Completes the offices that a document mentions."""

    def __init__(self, document: Document, doc: Doc, mentions: Mentions, gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._mentions = mentions
        self._gazetteer = gazetteer
        self._date = document.date
        self._main = main_country(mentions)
        self._publisher = publisher(document, gazetteer)
        self._countries = sorted(
            one.name for one in mentions.individuals if one.kind is IndividualKind.COUNTRY
        )

    def complete(self, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """The candidates, with the body that an office belongs to, and states for who acts in their name."""
        found = borrowed([self._by_name(candidate) for candidate in candidates])
        stated = Stated(found)
        found = [
            self._completed(candidate, stated)
            if candidate.frame.fact is Leadership and "of" not in candidate.fillers
            else candidate
            for candidate in found
        ]
        led = leads(found)
        return (one for candidate in found if (one := _for_state(candidate, led)) is not None)

    def _completed(self, candidate: Candidate, stated: Stated) -> Candidate:
        person = candidate.fillers["person"]
        if not isinstance(person, Filler) or person.individual is None:
            return candidate
        word = lemma(candidate.trigger)
        same = stated.of(person.individual.name, word)
        if same is not None:
            return _with(candidate, Filler(same.token, same.individual, "elsewhere"))
        held = self._held(person.individual, word)
        if held is not None:
            constants = candidate.frame.constants
            if self._date is not None and ended(held, self._date):
                constants = {"status": OfficeStatus.FORMER, **constants}
            of = self.individual(held.of)
            completed = _with(candidate, Filler(candidate.trigger, of, "known"))
            return replace(completed, frame=replace(candidate.frame, constants=constants))
        body = self._patron(candidate.trigger, stated) or self._alone(candidate.trigger)
        vague = person.path == "self" or (word in RANKS and stated.otherwise(person.individual.name))
        if body is None and not vague:
            body = self._of_state(candidate.trigger, person.individual)
        return candidate if body is None else _with(candidate, body)

    def _alone(self, office: Token) -> Filler | None:
        """The body that the title tells by itself."""
        name = alone(_title(office), None if self._main is None else self._main.name)
        return None if name is None else Filler(office, self.individual(name), "alone")

    def _of_state(self, office: Token, person: Individual) -> Filler | None:
        """The state that an office of state is of; else a body that the text describes."""
        word = lemma(office)
        published = self._publisher is not None and self._publisher.kind is IndividualKind.COUNTRY
        if word in OWN and office.text[0].isupper() and published and self._publisher is not None:
            return Filler(office, self.individual(self._publisher.name), "publisher")
        if (
            word in OF_STATE
            or word in RANKS
            or any(part in STATELY for part in _title(office).lower().split())
        ):
            country = self._scene(office) or self._home(person) or self._main
            return None if country is None else Filler(office, country, "main")
        if word == "ambassador" and self._main is not None and not self._is_posted_to(office, self._main):
            return Filler(office, self._main, "main")
        return unnamed(office, self._mentions)

    def _is_posted_to(self, office: Token, country: Individual) -> bool:
        """Whether a title tells that its bearer serves in the country, so that he is another's."""
        return any(self._mentions.individual(token) is country for token in step(office, "to"))

    def _home(self, person: Individual) -> Individual | None:
        """The country of somebody whom the gazetteer knows by this whole name."""
        countries = {
            country.name
            for entry in self._gazetteer.entries(person.name)
            if " " in person.name and (country := self._gazetteer.country_of(entry)) is not None
        }
        return self.individual(countries.pop()) if len(countries) == 1 else None

    def _by_name(self, candidate: Candidate) -> Candidate:
        """The candidate with the state after the person's own name: "Presidents X of A and Y of *B*"."""
        person, of = candidate.fillers.get("person"), candidate.fillers.get("of")
        if isinstance(person, Filler) and isinstance(of, Filler) and of.path == "bearer.home":
            for token in step(person.token, "home"):
                own = self._mentions.individual(token)
                return candidate if own is None else _with(candidate, Filler(token, own, of.path))
        return candidate

    def _patron(self, office: Token, stated: Stated) -> Filler | None:
        """The state of whoever the office is said to serve: "Mr. Moon's national security director"."""
        for owner in step(office, "poss"):
            person = self._mentions.individual(owner)
            if person is not None and person.kind is IndividualKind.PERSON:
                return stated.anywhere(person.name)
        return None

    def _held(self, person: Individual, word: str) -> Office | None:
        """The office of that name which the gazetteer knows the person to hold or to have held."""
        offices = [
            office
            for entry in self._entries(person.name)
            for office in entry.offices
            if spelt(word) in spelt(office.role.lower()).split()
        ]
        current = [office for office in offices if self._covers(office)]
        return next(iter(current or offices), None)

    def _entries(self, name: str) -> list[Entry]:
        """Who bears the name; a surname alone is that of somebody who leads a country of the document."""
        words = [word for word in name.split() if word.lower() not in SUFFIXES]
        if len(words) > 1:
            namesakes = self._gazetteer.persons(words[-1])
            return (
                [*self._gazetteer.entries(name)]
                or [one for one in namesakes if not {*words[:-1]}.isdisjoint(one.name.split())]
                # "Joseph R. Biden Jr." is Joe Biden.
                or [one for one in namesakes if one.name[:1] == name[:1]]
            )
        found = [*self._gazetteer.persons(name)]
        for country in (*self._countries, *FAMILY_FIRST):
            for role in ("president", "prime minister", "supreme leader", "monarch"):
                holders = self._gazetteer.holders(role, country, self._date)
                found += [one for one in holders if name in one.name.split()]
        return found

    def ruled(self, person: Individual) -> Individual | None:
        """The country that all offices of state are of that the gazetteer knows a person to have held."""
        offices = [office for entry in self._entries(person.name)[:1] for office in entry.offices]
        states = {office.of for office in offices if spelt(office.role.lower()) in HEADS}
        return self.individual(states.pop()) if len(states) == 1 else None

    def _covers(self, office: Office) -> bool:
        date = self._date or ""
        return (office.start or "") <= date and (office.end is None or date <= office.end)

    def _scene(self, token: Token) -> Individual | None:
        """The country of a phrase at the start of the sentence: "In Germany, Foreign Minister …"."""
        first, *rest = [word for word in token.sent[:4] if not word.is_space] or [token]
        country = self._mentions.individual(rest[0]) if first.lower_ == "in" and rest else None
        return country if country is not None and country.kind is IndividualKind.COUNTRY else None

    def individual(self, name: str) -> Individual:
        """The document's individual of that name, else a new one that the document does not mention."""
        for individual in self._mentions.individuals:
            if individual.name == name:
                return individual
        return Individual(Name(name), IndividualKind.COUNTRY, ())


def _title(office: Token) -> str:
    """The words of an office, with what it is of."""
    title = phrase(office, keep=frozenset({"of", "for"}))
    return f"{title} general" if followed_by_general(office) else title


def main_country(mentions: Mentions, without: Collection[Name] = ()) -> Individual | None:
    """The country that a document is about, apart from those left out: the most mentioned one."""
    counts: Counter[int] = Counter()
    for mention in mentions:
        if (
            mentions.individuals[mention.individual].kind is IndividualKind.COUNTRY
            and mention.form is not Form.PRONOUN
            and mentions.individuals[mention.individual].name not in without
        ):
            counts[mention.individual] += LEADING if mention.start < OPENING else 1
    if not counts:
        return None
    number, count = counts.most_common(1)[0]
    return mentions.individuals[number] if count >= DOMINANT * counts.total() else None


def _with(candidate: Candidate, of: Filler) -> Candidate:
    return candidate.filled({**candidate.fillers, "of": of})


def leads(candidates: Iterable[Candidate]) -> dict[Name, Individual]:
    """The country or organization of each person that a document names with an office."""
    found: dict[Name, Individual] = {}
    for candidate in candidates:
        person, of = candidate.fillers.get("person"), candidate.fillers.get("of")
        if isinstance(person, Filler) and isinstance(of, Filler) and person.individual and of.individual:
            found.setdefault(person.individual.name, of.individual)
    return found


def _for_state(candidate: Candidate, led: dict[Name, Individual]) -> Candidate | None:
    """Persons in roles of states give way to the state they act for; None where that is unknown."""
    fillers = dict(candidate.fillers)
    for role in candidate.frame.roles:
        filler = fillers.get(role.slot)
        if "state" not in role.types or not isinstance(filler, Filler) or filler.individual is None:
            continue
        if filler.individual.kind is IndividualKind.PERSON:
            state = led.get(filler.individual.name)
            if state is None:
                return None
            fillers[role.slot] = replace(filler, individual=state)
    return candidate.filled(fillers)
