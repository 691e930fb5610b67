from __future__ import annotations

import pytest

from kb.documents.base import Document
from kb.gazetteer import builtin
from kb.mentions.selves import publisher
from tests.mentions.docs import read, referred

PAIR = ("pair", "two")
CASES = [
    (
        "The European Union eased its sanctions. Its foreign policy chief, Anna Brandt, may go further.",
        [("its", "European Union"), ("Its", "European Union"), ("chief", "Anna Brandt")],
    ),
    (
        "The Council met on fish. The European Union has fish, and the European Council ate.",
        [("Council", "European Union")],
    ),
    (
        "Foreign Minister Anna Brandt of Austria flew to Tunis on Monday. The minister praised the food.",
        [("minister", "Anna Brandt")],
    ),
    (
        "Anna Brandt, the foreign minister of Austria, spoke on Monday. She said that her country needs gas.",
        [("She", "Anna Brandt"), ("her", "Anna Brandt"), ("country", "Austria")],
    ),
    (
        "Iran's foreign minister, Ali Rahimi, arrived. The Iranian government is poor. It bought rice.",
        [("minister", "Ali Rahimi"), ("Iranian", "Iran"), ("government", "Iran"), ("It", "Iran")],
    ),
    (
        "The Kremlin denied the report. Moscow said it would answer. The talks in Moscow went on.",
        [("Kremlin", "Russia"), ("Moscow", "Russia"), ("it", "Russia")],
    ),
    (
        "South Korea and North Korea met. The South protested. The North left.",
        [("South", "South Korea"), ("North", "North Korea")],
    ),
    (
        "The International Grain Board (IGB) opened an office in Nairobi. The board will hire ten people.",
        [("IGB", "International Grain Board"), ("board", "International Grain Board")],
    ),
    (
        "Chancellor Olga Berg met President Juan Mora in Lisbon. The two leaders spoke. They ate fish.",
        [("leaders", "Olga Berg + Juan Mora"), ("They", "Olga Berg + Juan Mora")],
    ),
    (
        "Kenya and Uganda quarrelled over fish. The two countries signed a pact.",
        [("countries", "Kenya + Uganda")],
    ),
    (
        "Gazprom cut deliveries. The company said it had no choice.",
        [("company", "Gazprom"), ("it", "Gazprom")],
    ),
    (
        "The Syrian capital was quiet on Monday. Residents of the city slept.",
        [("Syrian", "Syria"), ("capital", "Damascus"), ("city", "Damascus")],
    ),
    ("It is clear that Peru needs fuel. Peru would buy it.", []),
    (
        "Queen Maria Stone of Norway met Karl Huber. He thanked her.",
        [("He", "Karl Huber"), ("her", "Maria Stone")],
    ),
    (
        "The Biden administration sold drones to Taiwan.",
        [("administration", "United States")],
    ),
    (
        'Ambassador Peter Stone of Canada said: "We need more boats, and I have asked for them."',
        [("We", "Canada"), ("I", "Peter Stone")],
    ),
    ("Rescuers said that we all need help.", []),
    ("The rebel leader fled. The rebel forces left the village.", []),
    (
        "Peru is the one country that sells quinoa to Chile.",
        [],
    ),
    ("The European Union punished Belarus over its elections.", [("its", "Belarus")]),
    (
        "Adam Huber opposed Angela Brandt. He lost, and she won.",
        [("He", "Adam Huber"), ("she", "Angela Brandt")],
    ),
    ("Adam Huber was tired. A witness saw it. He ran.", []),
    ("Chile bought Peru's copper and its oil.", [("its", "Peru")]),
    ("Russia invaded. Moscow was wary of the country.", [("Moscow", "Russia")]),
    ("The Kenyan army needs boots.", [("Kenyan", "Kenya"), ("army", "Kenya")]),
    ("The official news agency Vedeno reported rain in Kenya.", [("agency", "Vedeno")]),
    # What sort of body a noun takes up.
    ("Naftogaz owes UNICEF rent. The agency is patient.", [("agency", "UNICEF")]),
    ("UNICEF owes Naftogaz rent. The company is patient.", [("company", "Naftogaz")]),
    ("Hamas wrote to the African Union. The bloc is divided.", [("bloc", "African Union")]),
    ("The African Union wrote to Hamas. The militants are divided.", [("militants", "Hamas")]),
    (
        "The Syrian Democratic Forces rested. The alliance has two cooks.",
        [("alliance", "Syrian Democratic Forces")],
    ),
    ("Hamas wrote to the IAEA. The ministry slept.", []),
    ("Maersk and Gazprom quarrelled. The company is patient.", []),
    (
        "Maersk answered Gazprom. The Danish company is patient.",
        [("Danish", "Denmark"), ("company", "Maersk")],
    ),
    # What country a description allows.
    ("Jordan wrote to Kenya. The kingdom is dry.", [("kingdom", "Jordan")]),
    ("Kenya wrote to Jordan. The republic is dry.", [("republic", "Kenya")]),
    ("Fiji's judges wrote to Chad. The island nation is far.", [("nation", "Fiji")]),
    ("Fiji's judges wrote to Chad. The landlocked country is far.", [("country", "Chad")]),
    ("Kenya and Peru met Chad. Rain fell. The kingdom is far.", []),
    ("Kenya received Chad and Peru. The country is dry.", [("country", "Kenya")]),
    ("France and Italy quarrelled over fish. The country has a port.", []),
    # Whose a government is.
    (
        "Peru's foreign minister slept. Her government wrote to judges of Kenya in Kenya.",
        [("government", "Peru")],
    ),
    ("Peru's junta met Kenya's judges in Kenya. The junta left.", [("junta", "Peru"), ("junta", "Peru")]),
    ("Traders in Nairobi slept. The government is poor.", [("government", "Kenya")]),
    ("Kenya's fish is Kenya's. Peru is bitter. Kenya defied the regime.", [("regime", "Peru")]),
    (
        "A delegation from Hamas reached Kenya. The delegation ate in Kenya.",
        [("delegation", "Hamas"), ("delegation", "Hamas")],
    ),
    ("Gaza was quiet. The enclave has no port.", [("enclave", "Gaza")]),
    # Persons told of by what they hold, several at once, and one of two.
    (
        "US Secretary of State Anna Brandt spoke. The top American diplomat slept.",
        [("US", "United States"), ("American", "United States"), ("diplomat", "Anna Brandt")],
    ),
    (
        "President Juan Mora of Peru met Chancellor Olga Berg of Austria. The Peruvian leader slept.",
        [("Peruvian", "Peru"), ("leader", "Juan Mora")],
    ),
    ("President Juan Mora of Peru met Olga Berg. The Kenyan leader slept.", [("Kenyan", "Kenya")]),
    ("Defence Minister Juan Mora spoke. The defence chief slept.", [("chief", "Juan Mora")]),
    ("President Juan Mora spoke. The rebel leader slept. The leader ate.", []),
    (
        "Juan Mora met Olga Berg. The pair ate, and the two slept.",
        [(w, "Juan Mora + Olga Berg") for w in PAIR],
    ),
    ("Kenya, Peru and Chad wrote. The three countries slept.", [("countries", "Kenya + Peru + Chad")]),
    ("Kenya and Chad wrote. The three countries slept.", []),
    ("Kenya wrote. The two slept. The pair of shoes is new.", []),
    ("Kenya and Peru wrote. The latter owes rent to the former.", [("latter", "Peru"), ("former", "Kenya")]),
    ("Kenya and Peru wrote. The former judge slept.", []),
    # Pronouns.
    ("Kenya and Uganda signed. It was noon.", []),
    ("Kenya spoke. Adam Huber agreed. “He is late again, and tired,” said Adam Huber.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_what_refers_to_whom(text: str, expected: list[tuple[str, str]]) -> None:
    assert referred(text) == expected


def test_we_of_a_release_is_who_publishes_it() -> None:
    text = "The United States sent grain to Haiti. We will send more, and our partners will help."
    assert referred(text, source="U.S. Department of State") == [
        ("We", "United States"),
        ("our", "United States"),
    ]
    assert referred(text, source="Reuters") == []


def test_the_administration_of_a_release_is_its_publisher_s() -> None:
    text = "Peru sent rice to Peru's army. The United States is glad. The Administration will help Peru."
    told = [("army", "Peru"), ("Administration", "United States")]
    assert referred(text, source="The White House") == told
    assert referred(text, source="Reuters") == [("army", "Peru"), ("Administration", "Peru")]


def test_who_gives_a_speech_or_signs_a_statement_is_its_i() -> None:
    speech = (
        "Address by Anna Brandt, the president of Kenya. I thank you. We need rice, and my country is dry."
    )
    assert referred(speech, source="Anna Brandt") == [
        ("I", "Anna Brandt"),
        ("We", "Kenya"),
        ("my", "Anna Brandt"),
        ("country", "Kenya"),
    ]
    statement = "Statement by President Anna Brandt on Peru. I thank the people of Peru."
    assert referred(statement, source="The White House") == [("I", "Anna Brandt")]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("U.S. Department of State", "United States"),
        ("The White House", "United States"),
        ("NATO", "NATO"),
        ("Reuters", None),
        ("An unknown gazette", None),
        (None, None),
    ],
)
def test_in_whose_name_a_publisher_speaks(source: str | None, name: str | None) -> None:
    entry = publisher(Document("id", "", "", source=source), builtin())
    assert (None if entry is None else entry.name) == name


def test_who_holds_an_office_is_known_to_the_gazetteer() -> None:
    text = "Angela Merkel flew home on Monday. Aides of the German chancellor said nothing."
    assert referred(text, date="2015-06-01") == [("German", "Germany"), ("chancellor", "Angela Merkel")]


def test_an_individual_that_is_only_referred_to_has_no_passages() -> None:
    _, mentions = read("The Syrian capital was quiet on Monday.")
    assert [(one.name, one.kind, one.mentions) for one in mentions.individuals] == [
        ("Syria", "country", ()),
        ("Damascus", "place", ()),
    ]


def test_every_referent_of_a_token_is_given() -> None:
    doc, mentions = read("Kenya and Uganda quarrelled over fish. The two countries signed a pact.")
    (countries,) = [token for token in doc if token.text == "countries"]
    assert [one.name for one in mentions.referents(countries)] == ["Kenya", "Uganda"]
    assert mentions.individual(countries) == mentions.individuals[0]
    assert mentions.referents(doc[1]) == ()
