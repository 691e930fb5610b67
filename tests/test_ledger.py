from __future__ import annotations

import re

from kb.gazetteer import Entry
from kb.identity import Identities
from kb.iris import Iris
from kb.ledger import Considered, considered, ledger
from kb.link import Candidate, Decision
from kb.model import IndividualKind, Name
from kb.turtle import Turtle
from tests.stories import story

BASE = "http://localhost:8000/"
NORLAND = Entry("Norland", IndividualKind.COUNTRY, "country", wikidata="Q1", geonames="9", iso2="NX")
TOWN = Entry("Norland", IndividualKind.PLACE, "city", geonames="8")
NOBODY = Entry("Norland", IndividualKind.OTHER, "ship")


def test_candidates_that_have_an_identifier_are_kept() -> None:
    candidates = (
        Candidate(NORLAND, 0.97, "exact"),
        Candidate(TOWN, 0.3, "exact"),
        Candidate(NOBODY, 0.2, "exact"),
    )
    decision = Decision("a", Name("Norland"), IndividualKind.COUNTRY, None, candidates, "1")
    assert list(considered([decision])) == [
        Considered("Norland", "wikidata", "Q1", 0.97, "exact", True),
        Considered("Norland", "geonames", "8", 0.3, "exact", False),
    ]


def test_of_all_documents_the_best_decision_stands() -> None:
    entries = [
        ("a", Considered("Norland", "wikidata", "Q1", 0.97, "exact", True)),
        ("b", Considered("Norland", "wikidata", "Q1", 0.99, "fuzzy", False)),
        ("b", Considered("Norland", "geonames", "8", 0.3, "exact", False)),
    ]
    identities = Identities([story("a"), story("b")])
    found = [sorted(ledger(order, identities, Iris(BASE))) for order in (entries, entries[::-1])]
    assert found[0] == found[1]
    text = re.sub("#[0-9a-f]{16}>", "#it>", "".join(Turtle(BASE).body(found[0])))
    assert sorted(one.strip() for one in text.split("\n\n")) == [FIRST, SECOND]


FIRST = """<graph/links#it> a kb:LinkDecision ;
    kb:accepted false ;
    kb:candidate <https://sws.geonames.org/8/> ;
    kb:decides <id/country/norland> ;
    kb:method "exact" ;
    kb:score 0.3 ."""
SECOND = """<graph/links#it> a kb:LinkDecision ;
    kb:accepted true ;
    kb:candidate wd:Q1 ;
    kb:decides <id/country/norland> ;
    kb:method "exact" ;
    kb:score 0.97 ."""
