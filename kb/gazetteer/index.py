"""Finds entries by name, demonym, metonym, code and office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy

from kb.gazetteer.base import Entry, Office
from kb.gazetteer.joining import joined
from kb.gazetteer.names import family_name, fits, fold, pieces
from kb.gazetteer.reader import Record
from kb.gazetteer.roles import office as title
from kb.gazetteer.table import Table
from kb.model import IndividualKind

Match = tuple[int, tuple[Entry, ...]]


class Gazetteer:
    """All entries of some tables, with the words that stand for countries and their governments."""

    def __init__(
        self,
        records: Iterable[Record],
        *,
        demonyms: Mapping[str, str] | None = None,
        metonyms: Mapping[str, str] | None = None,
        capitals: Mapping[str, str] | None = None,
    ) -> None:
        self._table: Table | None = None
        self._aliases: dict[str, list[tuple[str, Entry]]] = {}
        self._longest: dict[str, int] = {}
        self._countries: dict[str, Entry] = {}
        self._surnames: dict[str, list[Entry]] = defaultdict(list)
        self._holders: dict[tuple[str, str], list[tuple[Office, Entry]]] | None = None
        self._persons: list[Entry] = []
        for entry, names in records:
            self._add(entry, names)
        self._demonyms = dict(demonyms or {})
        self._metonyms = {fold(phrase): target for phrase, target in (metonyms or {}).items()}
        self._capitals = dict(capitals or {})

    def _add(self, entry: Entry, names: Iterable[str]) -> None:
        for name in names:
            key = fold(name)
            self._aliases.setdefault(key, []).append((name, entry))
            first, _, rest = key.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if self._longest.get(first, 0) < length:
                self._longest[first] = length
        if entry.kind is IndividualKind.PERSON:
            for surname in dict.fromkeys(family_name(name, entry.iso2) for name in names):
                self._surnames[surname].append(entry)
            self._persons.append(entry)
        elif entry.kind is IndividualKind.COUNTRY and entry.iso2 and entry.subtype == "country":
            self._countries[entry.iso2] = entry

    def beside(self, table: Table) -> Gazetteer:
        """This gazetteer, completed and joined by the entries of a file."""
        both = copy(self)
        both._table = table
        return both

    def _found(self, key: str) -> list[tuple[str, Entry]]:
        """Alias and entry for each name that folds to `key`."""
        own = self._aliases.get(key, [])
        return own if self._table is None else joined(own, self._table.named(key))

    def _limit(self, first: str) -> int:
        """How many words the longest name that begins with the folded word `first` has."""
        own = self._longest.get(first, 0)
        return own if self._table is None else max(own, self._table.longest(first))

    def entries(self, alias: str) -> tuple[Entry, ...]:
        """The entries of that name, those that write it exactly so first, then by prior."""
        found = self._found(fold(alias))
        ranked = sorted(
            ((name != alias, -entry.prior, entry.name, index) for index, (name, entry) in enumerate(found)),
        )
        return tuple(dict.fromkeys(found[index][1] for *_, index in ranked))

    def match(self, words: Sequence[str], start: int) -> Match | None:
        """The longest name that begins with the word at `start`: where it ends, and what it may mean."""
        found: Match | None = None
        key, length, limit = "", 0, 1
        for end in range(start, len(words)):
            parts = pieces(words[end])
            if not parts and not key:
                return None
            length += len(parts)
            key = f"{key} {fold(words[end])}".strip()
            if end == start:
                limit = self._limit(key.partition(" ")[0])
            if length > limit:
                break
            if parts and (hits := self._named(key, words[start : end + 1])):
                found = end + 1, hits
        return found

    def _named(self, key: str, words: Sequence[str]) -> tuple[Entry, ...]:
        aliases = self._found(key)
        if not aliases:
            return ()
        surface = " ".join(words)
        hits = [entry for alias, entry in aliases if fits(surface, alias)]
        return tuple(dict.fromkeys(sorted(hits, key=lambda entry: -entry.prior)))

    def demonym(self, word: str) -> Entry | None:
        """The country (or region) whose people or things `word` names: "Russian", "Iranians"."""
        target = self._demonyms.get(word)
        return None if target is None else self._polity(target)

    def metonym(self, phrase: str) -> Entry | None:
        """The country (or union) whose government `phrase` stands for: "the Kremlin", "Pyongyang"."""
        key = fold(phrase).removeprefix("the ")
        target = self._metonyms.get(key)
        return None if target is None else self._polity(target)

    def _polity(self, name: str) -> Entry | None:
        entries = self.entries(name)
        ranked = [entry for entry in entries if entry.kind is IndividualKind.COUNTRY] or entries
        return next((entry for entry in ranked if entry.name == name), None)

    def countries(self) -> list[Entry]:
        """All countries and territories of today, by name."""
        return sorted(self._countries.values(), key=lambda entry: entry.name)

    def country(self, iso2: str) -> Entry | None:
        """The country with that ISO 3166 code."""
        return self._countries.get(iso2)

    def country_of(self, entry: Entry) -> Entry | None:
        """The country that an entry is, lies in or belongs to."""
        if entry.kind is IndividualKind.COUNTRY:
            return entry
        return None if entry.iso2 is None else self._countries.get(entry.iso2)

    def capital(self, country_name: str) -> Entry | None:
        """The capital of a country that is given by its usual English name."""
        capital = self._capitals.get(country_name)
        country = self._polity(country_name)
        if capital is None or country is None:
            return None
        places = [
            e for e in self.entries(capital) if e.kind is IndividualKind.PLACE and e.iso2 == country.iso2
        ]
        return places[0] if places else None

    def holders(self, role: str, country: str, date: str | None) -> tuple[Entry, ...]:
        """Who held the office `role` of `country` on `date` (or ever, without a date), latest start first."""
        held = self._held().get((country, title(role)), [])
        if date is None:
            return tuple(dict.fromkeys(entry for _, entry in held))
        return tuple(dict.fromkeys(entry for entry in _serving(held, date)))

    def _held(self) -> dict[tuple[str, str], list[tuple[Office, Entry]]]:
        """Country and office → its holders with the latest start first; made when it is first asked for."""
        if self._holders is None:
            self._holders = defaultdict(list)
            for entry in self._persons:
                for office in entry.offices:
                    self._holders[office.of, title(office.role)].append((office, entry))
            for held in self._holders.values():
                held.sort(key=lambda pair: (pair[0].start or "", pair[1].name), reverse=True)
        return self._holders

    def persons(self, surname: str) -> tuple[Entry, ...]:
        """The persons of that family name, best prior first."""
        found = self._surnames.get(fold(surname), [])
        if self._table is not None:
            others = self._table.persons(fold(surname))
            pairs = joined([(one.name, one) for one in found], [(one.name, one) for one in others])
            found = list(dict.fromkeys(entry for _, entry in pairs))
        return tuple(sorted(found, key=lambda entry: (-entry.prior, entry.name)))


def _serving(held: list[tuple[Office, Entry]], date: str) -> Iterator[Entry]:
    """Those of `held` (latest start first) in office on `date`; who has no end stays until the next start."""
    following = ""
    for office, entry in held:
        begun = office.start is None or office.start <= date
        end = office.end or following
        if begun and (not end or date[: len(end)] <= end):
            yield entry
        following = office.start or following
