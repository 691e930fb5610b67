from __future__ import annotations

import pytest

from kb.gazetteer import builtin
from kb.mentions.acronyms import introduced
from kb.mentions.apposition import told
from kb.mentions.base import Form
from kb.mentions.compass import compass
from kb.mentions.known import known
from kb.mentions.modelled import modelled
from kb.mentions.patterns import patterns
from kb.mentions.repeats import consistent, repeated, without_nations
from kb.mentions.spans import Finder, Named, Words, run, settle
from kb.mentions.trimming import parts, trimmed, without_rule
from kb.model import IndividualKind
from tests.mentions.docs import built, read

PERSON, ORGANIZATION = IndividualKind.PERSON, IndividualKind.ORGANIZATION
COUNTRY, PLACE, OTHER = IndividualKind.COUNTRY, IndividualKind.PLACE, IndividualKind.OTHER


def words(text: str, *, ents: str = "") -> Words:
    """Words without a parse: proper nouns where capitalised; `ents` has labels by number."""
    labels = dict(pair.split("=") for pair in ents.split())
    rows = [
        f"{word} {'PROPN' if word[0].isupper() else 'NOUN'} dep 0 {labels.get(str(number), '-')}"
        for number, word in enumerate(text.split())
    ]
    return Words(built("\n".join(rows)))


def found(document: Words, names: list[Named]) -> list[tuple[str, IndividualKind]]:
    return [(document.phrase(name.start, name.end), name.kind) for name in names]


@pytest.mark.parametrize(
    ("text", "ents", "expected"),
    [
        ("the Grain Board said", "0=ORG 1=ORG 2=ORG", [("Grain Board", ORGANIZATION)]),
        ("President Anna Brandt 's", "0=PERSON 1=PERSON 2=PERSON 3=PERSON", [("Anna Brandt", PERSON)]),
        (
            "Iran 's Grain Board",
            "0=ORG 1=ORG 2=ORG 3=ORG",
            [("Iran", COUNTRY), ("Grain Board", ORGANIZATION)],
        ),
        ("Peru and Chile", "0=GPE 1=GPE 2=GPE", [("Peru", COUNTRY), ("Chile", COUNTRY)]),
        ("Sandovia and Brandt", "0=ORG 1=ORG 2=ORG", [("Sandovia and Brandt", ORGANIZATION)]),
        ("Orlov Bank of", "0=ORG 1=ORG 2=ORG", [("Orlov Bank", ORGANIZATION)]),
        ("Kenyan", "0=NORP", [("Kenyan", COUNTRY)]),
        ("Buddhist", "0=NORP", []),
        ("Interior Minister", "0=ORG", []),
        ("Secretary of State", "2=ORG", []),
        ("Kenyan Government", "0=ORG 1=ORG", [("Kenyan", COUNTRY)]),
        ("the grain", "0=ORG 1=ORG", []),
        ("the Ministry", "1=ORG", []),
        ("Government of Peru", "0=ORG 1=ORG 2=ORG", [("Peru", COUNTRY)]),
        ("Peru army", "0=ORG 1=ORG", [("Peru", COUNTRY)]),
        ("Two Koreas", "0=GPE 1=GPE", [("Koreas", PLACE)]),
        ("Vedeno Summit", "0=ORG 1=ORG", [("Vedeno Summit", OTHER)]),
        ("Vedeno Airport", "0=ORG 1=ORG", [("Vedeno Airport", PLACE)]),
        ("Ministry of Grain", "0=GPE 1=GPE 2=GPE", [("Ministry of Grain", ORGANIZATION)]),
    ],
)
def test_names_of_the_model_are_trimmed_cut_and_typed(
    text: str, ents: str, expected: list[tuple[str, IndividualKind]]
) -> None:
    document = words(text, ents=ents)
    assert found(document, list(modelled(document, builtin()))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("grain for North Korea from Peru", [("North Korea", COUNTRY), ("Peru", COUNTRY)]),
        ("the South Korean grain", [("South Korean", COUNTRY)]),
        ("the European Union sold", [("European Union", ORGANIZATION)]),
        ("turkey and chile", []),
    ],
)
def test_names_of_the_gazetteer(text: str, expected: list[tuple[str, IndividualKind]]) -> None:
    document = words(text)
    assert found(document, settle(known(document, builtin()))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Anna Brandt said", [("Anna Brandt", PERSON)]),
        ("Mr. Orlov and Mrs. de la Mora", [("Orlov", PERSON)]),
        ("the town of Kalinska was", [("Kalinska", PLACE)]),
        ("the USS Harvest sailed", [("USS Harvest", OTHER)]),
        ("the minister spoke", []),
        ("the Green Tea Board met", [("Green Tea Board", ORGANIZATION)]),
        ("the Ministry of Tea met", [("Ministry of Tea", ORGANIZATION)]),
        ("near Kalinska Airport today", [("Kalinska Airport", PLACE)]),
        ("the Board met", []),
        ("a Hwasong-17 and an F-16", [("Hwasong-17", OTHER), ("F-16", OTHER)]),
        ("the Acting Assistant Secretary spoke", []),
    ],
)
def test_names_by_the_shape_of_the_phrase(text: str, expected: list[tuple[str, IndividualKind]]) -> None:
    document = words(text)
    assert found(document, list(patterns(document))) == expected


def test_of_two_names_that_overlap_the_longer_stands_then_the_more_trusted() -> None:
    long = Named(0, 3, ORGANIZATION, Finder.MODEL)
    short = Named(0, 1, COUNTRY, Finder.GAZETTEER)
    other = Named(4, 5, PERSON, Finder.MODEL)
    better = Named(4, 5, COUNTRY, Finder.GAZETTEER)
    assert settle([short, other, long, better]) == [long, better]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("the International Grain Board ( IGB ) met", [("International Grain Board", "IGB")]),
        ("the Office of Foreign Markets ( OFM ) met", [("Office of Foreign Markets", "OFM")]),
        ("the Tea Growers Union 's ( TGU ) hall", [("Tea Growers Union", "TGU")]),
        ("the grain ( GR ) rose", []),
        ("Peru ( 12 ) and", []),
    ],
)
def test_short_names_introduced_in_brackets(text: str, pairs: list[tuple[str, str]]) -> None:
    document = words(text)
    assert [
        (document.phrase(long.start, long.end), document.phrase(short.start, short.end))
        for long, short in introduced(document, [])
    ] == pairs


def test_a_name_found_once_is_found_everywhere_with_surnames_alone() -> None:
    document = words(
        "Anna Brandt spoke and Brandt left . Then Vedeno paid , and Vedeno slept",
        ents="0=PERSON 1=PERSON 8=ORG",
    )
    names = list(modelled(document, builtin()))
    assert found(document, list(repeated(document, names))) == [("Brandt", PERSON), ("Vedeno", ORGANIZATION)]


def test_one_wording_has_one_kind_and_a_surname_is_a_person_s() -> None:
    document = words("Anna Brandt , then Brandt , then Brandt", ents="0=PERSON 1=PERSON 4=ORG 7=GPE")
    names = consistent(document, modelled(document, builtin()), builtin())
    assert [name.kind for name in names] == [PERSON, PERSON, PERSON]


@pytest.mark.parametrize(
    ("text", "start", "kind"),
    [
        ("news agency Vedeno said", 2, ORGANIZATION),
        ("lawyer Vedeno said", 1, PERSON),
        ("the town of Vedeno", 3, PLACE),
        ("the Vedeno group", 1, ORGANIZATION),
        ("then Vedeno said", 1, None),
    ],
)
def test_the_noun_beside_a_name_tells_its_kind(text: str, start: int, kind: IndividualKind | None) -> None:
    assert told(words(text), Named(start, start + 1, OTHER, Finder.MODEL)) is kind


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("South Korea and North Korea met . the South left", "South Korea"),
        ("North Korea met Peru . the South left", None),
        ("South Korea met . the South Pole melts", None),
        ("South Korea met South Sudan . the South left", None),
    ],
)
def test_the_south_is_the_one_country_called_so(text: str, country: str | None) -> None:
    document = words(text)
    names = settle(known(document, builtin()))
    entries = [name.entry for name in compass(document, names, builtin())]
    assert [entry.name for entry in entries if entry] == ([country] if country else [])


def test_organizations_go_without_a_nation_that_is_no_part_of_the_name() -> None:
    text = "Kenyan Taliban , Kenyan Grain Board , Kenyan Tea Club , Tea Club , Kenyan Red Cross"
    marked = "0=ORG 1=ORG 3=ORG 4=ORG 5=ORG 7=ORG 8=ORG 9=ORG 11=ORG 12=ORG 14=ORG 15=ORG 16=ORG"
    document = words(text, ents=marked)
    names = without_nations(document, settle(modelled(document, builtin())), builtin())
    assert [document.phrase(name.start, name.end) for name in names] == [
        "Kenyan",
        "Taliban",
        "Kenyan Grain Board",
        "Kenyan",
        "Tea Club",
        "Tea Club",
        "Kenyan Red Cross",
    ]


def test_runs_of_capitalised_words_take_particles_in_but_not_at_the_end() -> None:
    document = words("Maria de la Cruz of Peru and grain")
    assert [run(document, start) for start in (0, 1, 5, 7)] == [4, 1, 6, 7]


def test_cuts_and_trims() -> None:
    document = words('the " Peru - born " Orlov')
    assert trimmed(document, 0, 6, PERSON) == (2, 3)
    assert list(parts(document, 2, 7, builtin())) == [(2, 7)]
    assert trimmed(words("Kenya Tea Club ( KTC"), 0, 5, ORGANIZATION) == (0, 3)
    kenya = words("Kenya government")
    assert without_rule(kenya, 0, 2, builtin()) == (0, 1)


def test_demonyms_are_marked_and_are_no_passages_of_the_country() -> None:
    doc, mentions = read("Kenyan farmers sold maize to Peru.")
    forms = [(doc[mention.start : mention.end].text, mention.form) for mention in mentions]
    assert forms == [("Kenyan", Form.DEMONYM), ("Peru", Form.NAME)]
    assert [(one.name, [passage.text for passage in one.mentions]) for one in mentions.individuals] == [
        ("Kenya", []),
        ("Peru", ["Peru"]),
    ]
