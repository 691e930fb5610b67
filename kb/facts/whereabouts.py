"""In which country a place lies that the text calls northern or eastern without saying of what.

"The southern city of Kherson" is in the south of the country that the text speaks of: of those named before
it, nearest first, one in which the gazetteer knows such a place; for a place that nobody knows, the country
that the document is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.facts.containment import Containment
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate
from kb.facts.geography import countries_of
from kb.facts.offices import main_country
from kb.mentions.base import Form, Mentions
from kb.model import Individual, IndividualKind


class Whereabouts:
    """The countries that a document speaks of, for places that are told to lie in a part of one."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._countries = [
            mention
            for mention in mentions
            if mentions.individuals[mention.individual].kind is IndividualKind.COUNTRY
            and mention.form is not Form.PRONOUN
        ]

    def found(self, candidate: Candidate, slot: str) -> Filler | None:
        """The country that fills the open slot of a containment."""
        place = candidate.fillers.get("place")
        if candidate.frame.fact is not Containment or slot != "within" or not isinstance(place, Filler):
            return None
        name = place.token.text if place.individual is None else place.individual.name
        known = countries_of(name)
        if not known:
            main = main_country(self._mentions)
            return None if main is None else Filler(candidate.trigger, main, "topic")
        fitting = (
            one for one in self._before(candidate.trigger.i) if not known.isdisjoint(countries_of(one.name))
        )
        country = next(fitting, None)
        return None if country is None else Filler(candidate.trigger, country, "before")

    def _before(self, here: int) -> Iterator[Individual]:
        """The countries named before a word, nearest first."""
        for mention in reversed(self._countries):
            if mention.start < here:
                yield self._mentions.individuals[mention.individual]
