"""Offices: who holds which office of what, in which standing."""

from __future__ import annotations

import pytest

from kb.facts.leadership import Leadership
from tests.facts.marked import slots

RU, KE, PL = "[Russia|country:Russian]", "[Kenya|country]", "[Poland|country]"
STATED = [
    (
        "[Ines Prado|person], the secretary general of the [Sea League|organization], spoke.",
        {("Ines Prado", "secretary general", "Sea League", "current")},
    ),
    (
        "[Omar Said|person] had been chairman of the [Dockers' Union|organization] since 2011.",
        {("Omar Said", "chairman", "Dockers' Union", "former")},
    ),
    (
        f"[Omar Said|person], who was president of {KE} for nine years, died.",
        {("Omar Said", "president", "Kenya", "former")},
    ),
    (
        f"He said [Omar Said|person] was the president of {KE}.",
        {("Omar Said", "president", "Kenya", "current")},
    ),
    (
        "[Omar Said|person] used to command the [Red Front|organization].",
        {("Omar Said", "commander", "Red Front", "former")},
    ),
    (
        f"[Omar Said|person] ({KE}'s trade minister) signed.",
        {("Omar Said", "trade minister", "Kenya", "current")},
    ),
    (
        f"[Omar Said|person], a member of {KE}'s parliament, fled.",
        {("Omar Said", "member of parliament", "Kenya", "current")},
    ),
    (
        "[Sea Guard|organization] Commandant Major General [Omar Said|person] spoke.",
        {("Omar Said", "commandant", "Sea Guard", "current")},
    ),
    (
        f"[Ines Prado|person] is the {RU} ambassador to Germany.",
        {("Ines Prado", "ambassador to Germany", "Russia", "current")},
    ),
    (
        "[United States|country:US] Deputy Assistant Secretary of State [Ines Prado|person] noted it.",
        {("Ines Prado", "deputy assistant secretary of state", "United States", "current")},
    ),
    (
        f"{RU} President [Vladimir Putin|person] spoke.",
        {("Vladimir Putin", "president", "Russia", "current")},
    ),
    (
        f"{RU} Foreign Minister [Sergei Lavrov|person] arrived in Ankara.",
        {("Sergei Lavrov", "foreign minister", "Russia", "current")},
    ),
    (
        f"The president of {KE}, [William Ruto|person], opened the fair.",
        {("William Ruto", "president", "Kenya", "current")},
    ),
    (
        f"[William Ruto|person], the president of {KE}, opened the fair.",
        {("William Ruto", "president", "Kenya", "current")},
    ),
    (
        f"[William Ruto|person] is the president of {KE}.",
        {("William Ruto", "president", "Kenya", "current")},
    ),
    (
        f"{PL}'s former prime minister, [Beata Szydlo|person], disagreed.",
        {("Beata Szydlo", "prime minister", "Poland", "former")},
    ),
    (
        "Acting Defense Minister [Ali Hadi|person] of [Yemen|country] resigned.",
        {("Ali Hadi", "defense minister", "Yemen", "acting")},
    ),
    (
        "[Anna Berg|person], a spokeswoman for the [Red Cross|organization], declined to comment.",
        {("Anna Berg", "spokeswoman", "Red Cross", "current")},
    ),
    (
        "[United Nations|organization:UN] special envoy for Libya [Hana Tetteh|person] met both sides.",
        {("Hana Tetteh", "special envoy for Libya", "United Nations", "current")},
    ),
    (
        "[Omar Saleh|person] was appointed governor of [Aden|place] on Monday.",
        {("Omar Saleh", "governor", "Aden", "current")},
    ),
    (
        "[Omar Saleh|person] heads the [Central Bank|organization].",
        {("Omar Saleh", "head", "Central Bank", "current")},
    ),
    (
        f"[Jan Novak|person], who chairs the [Health Committee|organization] in {PL}, agreed.",
        {("Jan Novak", "chairman", "Health Committee", "current")},
    ),
    (
        "[Israel|country:Israeli] Prime Minister [Dan Tal|person] and Defense Minister [Uri Gal|person] met.",
        {("Dan Tal", "prime minister", "Israel", "current")},
    ),
    (
        "The head of the [Atomic Agency|organization], [Rolf Grimm|person], said talks continue.",
        {("Rolf Grimm", "head", "Atomic Agency", "current")},
    ),
    (
        "President of [France|country] [Luc Martin|person] agreed.",
        {("Luc Martin", "president", "France", "current")},
    ),
    (
        f"[William Ruto|person] took office as {KE}'s president.",
        {("William Ruto", "president", "Kenya", "current")},
    ),
    (
        "The chief executive of [Nordvik|organization], [Mia Lund|person], resigned.",
        {("Mia Lund", "chief executive", "Nordvik", "current")},
    ),
    (
        "[Ali Zand|person] was elected secretary-general of [Hezbollah|organization].",
        {("Ali Zand", "secretary-general", "Hezbollah", "current")},
    ),
    (
        "[Oleh Koval|person], governor of [Kharkiv|place] region, said two died.",
        {("Oleh Koval", "governor", "Kharkiv", "current")},
    ),
    (
        f"Deputy Finance Minister [Jan Novak|person] of {PL} disagreed.",
        {("Jan Novak", "deputy finance minister", "Poland", "current")},
    ),
    (
        f"{PL}'s presidential candidate [Jan Novak|person] disagreed.",
        {("Jan Novak", "president", "Poland", "candidate")},
    ),
    (
        f"[Ruth Okello|person], an official from {KE}'s health ministry, agreed.",
        {("Ruth Okello", "official", "Kenya", "current")},
    ),
    (
        "[Nordvik|organization]'s chief financial officer, [Mia Lund|person], resigned.",
        {("Mia Lund", "chief financial officer", "Nordvik", "current")},
    ),
    (
        f"[Ada Berg|person] is running for president of {PL}.",
        {("Ada Berg", "president", "Poland", "candidate")},
    ),
    (
        "The monitors of the [Arab League|organization] are headed by [Omar Said|person].",
        {("Omar Said", "head", "Arab League", "current")},
    ),
    (
        "[ECOWAS|organization], whose mediator, President [Ali Keita|person] of [Mali|country], met them.",
        {("Ali Keita", "mediator", "ECOWAS", "current"), ("Ali Keita", "president", "Mali", "current")},
    ),
    (
        "Foreign Committee Chairman Sen. [Joe Pike|person] of the [Senate|organization] agreed.",
        {
            ("Joe Pike", "foreign committee chairman", "Senate", "current"),
            ("Joe Pike", "senator", "Senate", "current"),
        },
    ),
    (
        "President [Ali Keita|person] of [Mali|country], the chairman of the bloc, spoke.",
        {("Ali Keita", "president", "Mali", "current")},
    ),
    (
        "[Ada Berg|person], head of delegation for the [Red Crescent|organization], agreed.",
        {("Ada Berg", "head of delegation", "Red Crescent", "current")},
    ),
    (
        "[Ada Berg|person], a former ambassador to [Chad|country], agreed.",
        {("Ada Berg", "ambassador to Chad", None, "former")},
    ),
    (
        "The commander of the [Baltic Fleet|organization], Gen. [Ada Berg|person], agreed.",
        {("Ada Berg", "commander", "Baltic Fleet", "current")},
    ),
    (
        "[IDF|organization] Chief of Staff [Dan Tal|person] called him, and the king met him.",
        {("Dan Tal", "chief of staff", "IDF", "current")},
    ),
    (
        "The governor of [Nigeria|country]'s [Borno|place] state, [Musa Keita|person], agreed.",
        {("Musa Keita", "governor", "Borno", "current")},
    ),
    (
        "[Hamas|organization]'s exiled leader [Ali Zand|person] spoke.",
        {("Ali Zand", "leader", "Hamas", "current")},
    ),
    (
        "King [Hakon V|person] of [Norway|country] spoke.",
        {("Hakon V", "king", "Norway", "current")},
    ),
]
NOTHING = [
    f"The {RU} economy grew.",
    f"A president of {KE} must be forty.",
    "[Larry King|person] spoke to reporters.",
    "[Anna Berg|person], a teacher from [Norway|country], arrived.",
    "[Ada Berg|person] runs for cover in [Poland|country].",
    "A minister [Poland|country] ran for years was [Ada Berg|person]'s enemy.",
    "The head of the [Health Committee|organization] and Mr. [Ben Roe|person] met.",
    "Lawmakers of [Poland|country] asked about [Anna Berg|person].",
]


@pytest.mark.parametrize(("sentence", "expected"), STATED)
def test_an_office_is_read(sentence: str, expected: set[tuple[str, ...]]) -> None:
    assert slots(Leadership, sentence, "person", "role", "of", "status") == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_office_is_made_up(sentence: str) -> None:
    assert slots(Leadership, sentence, "person", "role", "of", "status") == set()


def test_terms_of_office_are_dated() -> None:
    text = "[Ali Zand|person], [Iran|country]'s foreign minister from 2013 to 2021, returned."
    assert slots(Leadership, text, "person", "from_", "to") == {("Ali Zand", "2013", "2021")}
