"""Given names and titles: what they tell of a person's gender, and that a name is a person's."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kb.mentions.forms import parts
from kb.mentions.lexicon import FEMALE, MALE

FILE = "given_names.txt"


@cache
def given_names() -> dict[str, bool]:
    """Each given name of the shipped list, and whether it is a woman's."""
    names: dict[str, bool] = {}
    female = False
    for line in (files("kb") / "data" / FILE).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            female = line == "[female]"
        elif not line.startswith("#"):
            names.update((name.strip(), female) for name in line.split(",") if name.strip())
    return names


def is_female(name: str, titles: frozenset[str]) -> bool | None:
    """Whether a person is a woman, by her titles, else by her given name; None if neither tells."""
    if not FEMALE.isdisjoint(titles):
        return True
    if not MALE.isdisjoint(titles):
        return False
    words = parts(name)
    return given_names().get(words[0]) if len(words) > 1 else None


def begins_with_given_name(name: str) -> bool:
    """Whether the first of two to four words is a given name."""
    words = name.split()
    return 2 <= len(words) <= 4 and parts(words[0])[:1] != () and parts(words[0])[0] in given_names()
