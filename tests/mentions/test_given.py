from __future__ import annotations

import pytest

from kb.mentions.given import begins_with_given_name, given_names, is_female


@pytest.mark.parametrize(
    ("name", "titles", "female"),
    [
        ("Anna Brandt", (), True),
        ("Omar Haddad", (), False),
        ("Brandt", (), None),
        ("Brandt", ("mrs.",), True),
        ("Sky Brandt", ("king",), False),
        ("Sky Brandt", (), None),
        ("Élisabeth Mora", (), True),
        ("", (), None),
    ],
)
def test_what_title_and_given_name_tell_of_gender(
    name: str, titles: tuple[str, ...], female: bool | None
) -> None:
    assert is_female(name, frozenset(titles)) is female


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Anna Brandt", True),
        ("Anna", False),
        ("Grain Board", False),
        ("Anna of the Seven Green Hills", False),
        ("— Brandt", False),
    ],
)
def test_names_made_like_a_person_s(name: str, person: bool) -> None:
    assert begins_with_given_name(name) is person


def test_given_names_are_plain_lower_case_words() -> None:
    names = given_names()
    assert len(names) > 600
    assert all(name == name.lower().strip() and name.replace("-", "").isascii() for name in names)
