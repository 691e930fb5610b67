from __future__ import annotations

import pytest

from kb.identity import Identities, fold, slug
from kb.model import IndividualKind, Link
from tests.stories import (
    BERG,
    COUNTRY,
    NORLAND,
    ORGANIZATION,
    PERSON,
    PLACE,
    SANCTIONS,
    Named,
    claim,
    said,
    story,
)


def paths(*stories: tuple[Named, ...]) -> list[list[str]]:
    """The paths of the individuals of each story."""
    extractions = [story(f"d{number}", named=named) for number, named in enumerate(stories)]
    identities = Identities(extractions)
    return [
        [identities.path(found.document.id, one.name) for one in found.individuals] for found in extractions
    ]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("Ada Berg", PERSON, {}), ("ada bérg", PERSON, {}), True),
        (("Ada Berg", PERSON, {}), ("Ada Berg", ORGANIZATION, {}), False),
        (("Berg", PERSON, {}), ("Berg", PERSON, {}), False),
        (("Berg", PLACE, {}), ("Berg", PLACE, {}), True),
        (("Ada Berg", PERSON, {"wikidata": "Q7"}), ("A. Berg", PERSON, {"wikidata": "Q7"}), True),
        (("Ada Berg", PERSON, {"wikidata": "Q7"}), ("Ada Berg", PERSON, {"wikidata": "Q8"}), False),
        (("Ada Berg", PERSON, {"wikidata": "Q7"}), ("Ada Berg", PERSON, {}), True),
        (
            ("Rivertown", PLACE, {"wikidata": "Q7", "geonames": "9"}),
            ("River Town", PLACE, {"geonames": "9"}),
            True,
        ),
        (("Rivertown", PLACE, {"iso3166": "NX"}), ("Lakeside", PLACE, {"iso3166": "NX"}), False),
    ],
)
def test_who_is_the_same(first: Named, second: Named, same: bool) -> None:
    (one,), (other,) = paths((first,), (second,))
    assert (one == other) is same


def test_a_name_that_two_linked_individuals_share_belongs_to_neither() -> None:
    one, other, unknown = (("Ada Berg", PERSON, {"wikidata": qid} if qid else {}) for qid in ("Q7", "Q8", ""))
    found = paths((one,), (other,), (unknown,))
    assert len({path for (path,) in found}) == 3


def test_the_path_is_kind_and_slug_and_does_not_depend_on_order() -> None:
    stories = [
        (NORLAND, BERG),
        (("Ada Berg", ORGANIZATION, {}),),
        (("Oslo Talks", IndividualKind.OTHER, {}),),
    ]
    expected = [["country/norland", "person/ada-berg"], ["organization/ada-berg"], ["other/oslo-talks"]]
    assert paths(*stories) == expected
    assert paths(*reversed(stories)) == expected[::-1]


def test_a_linked_individual_is_called_by_the_title_of_its_article() -> None:
    ((path,),) = paths((("A. Berg", PERSON, {"wikidata": "Q7", "dbpedia": "Ada_Berg_(politician)"}),))
    assert path == "person/ada-berg-politician"


def test_names_are_ordered_by_how_many_documents_use_them() -> None:
    names = ("A. Berg", "Ada Berg", "Ada Berg", "Zoe Berg")
    found = Identities(
        story(f"d{i}", named=((name, PERSON, {"wikidata": "Q7"}),)) for i, name in enumerate(names)
    )
    (individual,) = found.individuals.values()
    assert individual.names == ("Ada Berg", "A. Berg", "Zoe Berg")
    assert individual.documents == 4
    assert individual.links == (Link("wikidata", "Q7"),)


def test_a_surname_is_shown_only_where_there_is_no_full_name() -> None:
    names = ("Berg", "Berg", "Ada Berg")
    found = Identities(
        story(f"d{i}", named=((name, PERSON, {"wikidata": "Q7"}),)) for i, name in enumerate(names)
    )
    assert [one.names for one in found.individuals.values()] == [("Ada Berg", "Berg")]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("VELLPORT", "VELLPORT", "Vellport"), ("Vellport", "VELLPORT")),
        (("NVO", "NVO", "Northern Vell Office"), ("NVO", "Northern Vell Office")),
        (("VELLPORT",), ("VELLPORT",)),
    ],
)
def test_a_name_in_capitals_yields_to_its_usual_spelling(
    names: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    found = Identities(
        story(f"d{i}", named=((name, IndividualKind.PLACE, {"wikidata": "Q7"}),))
        for i, name in enumerate(names)
    )
    assert [one.names for one in found.individuals.values()] == [shown]


def test_the_kind_is_the_one_most_documents_see() -> None:
    kinds = (PLACE, COUNTRY, COUNTRY)
    found = Identities(
        story(f"d{i}", named=(("Norland", kind, {"wikidata": "Q1"}),)) for i, kind in enumerate(kinds)
    )
    assert list(found.individuals) == ["country/norland"]


def test_a_description_is_a_group_of_its_document() -> None:
    found = Identities(
        [story("a", claim(SANCTIONS)), story("b", claim(SANCTIONS)), story("c", said(SANCTIONS, "officials"))]
    )
    groups = {path: one for path, one in found.individuals.items() if one.kind == "group"}
    assert {one.described_in for one in groups.values()} == {"a", "b", "c"}
    assert sorted(one.names[0] for one in groups.values()) == ["officials", *3 * ["two Sudland banks"]]
    assert found.path("a", "two Sudland banks") != found.path("b", "two Sudland banks")
    assert found.path("a", "two Sudland banks").startswith("group/two-sudland-banks-")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The  Órgano—Central", "organo central"),
        ("a", "a"),
        ("Łódź", "lodz"),
        ("Défense Minister", "defense minister"),
        ("", ""),
        ("Ḥamās", "hamas"),
        ("朝鮮", "朝鮮"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Jong-un", "kim-jong-un"),
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("x" * 200, "x" * 80),
        ("../..", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected or (not expected and len(slug(text)) == 12)


def test_a_name_in_another_script_gets_a_slug_of_its_own() -> None:
    assert slug("朝鮮") != slug("中国")
    assert slug("朝鮮").isalnum()
