"""Whether two wordings may name the same: surnames, initials, spellings, acronyms, short forms."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from kb.mentions.lexicon import LINKING, ORGANIZATIONS, PARTICLES

COMPANY = frozenset("corporation corp group inc ltd international ag company co plc party movement".split())
SMALL = LINKING | {"'s", "’s"}


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name without accents, capitals, dots, hyphens and particles."""
    folded = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o").replace("ı", "i"))
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    plain = plain.replace("’s", "").replace("'s", "").replace(".", "").replace("-", " ")
    words = ["".join(filter(str.isalnum, word)) for word in plain.split()]
    kept = [word for word in words if word and word not in PARTICLES]
    return tuple(kept or [word for word in words if word])


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A word without what transliterations differ in: vowels, doubled letters, kh/h, q/k, ph/f, w/v, y/i."""
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    skeleton = word[:1] + "".join(char for char in word[1:] if char not in "aeiouyh")
    return "".join(char for i, char in enumerate(skeleton) if skeleton[i - 1 : i] != char)


_SPELLINGS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("th", "t"), ("sch", "s"), ("sh", "s"), ("ch", "s"),
    ("zh", "s"), ("tz", "s"), ("ts", "s"), ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v"), ("j", "y"), 
    ("z", "s"),
)  # fmt: skip


def same_person(full: str, other: str) -> bool:
    """Whether two names of two words or more may be one person's: "B. Obama", "Barack Hussein Obama"."""
    first, second = sorted((parts(full), parts(other)), key=len)
    if not first:
        return False
    if "".join(first) == "".join(second):
        return True
    if not _alike(first[-1], second[-1]):
        # "Kim Jong Un", "Kim Jong": a family name in front, the rest cut short.
        return len(first) >= 2 and second[: len(first)] == first
    return _alike(first[0], second[0]) or _initial(first[0], second[0]) or set(first) <= set(second)


def _alike(first: str, second: str) -> bool:
    return first == second or (
        min(len(first), len(second)) > 3 and first[0] == second[0] and sound(first) == sound(second)
    )


def _initial(first: str, second: str) -> bool:
    return 1 in (len(first), len(second)) and first[0] == second[0]


def short_for_person(short: str, full: str) -> bool:
    """Whether a name is one that a person is called by after the first mention, or a spelling of it."""
    first, whole = parts(short), parts(full)
    if len(first) != 1:
        return bool(first) and first in (whole[-len(first) :], whole[: len(first)])
    return bool(whole) and (first[0] in whole or _alike(first[0], whole[-1]))


def acronym_of(short: str, full: str) -> bool:
    """Whether a word of capitals is made of the initials of a name's words, small words counted or not."""
    letters = short.replace(".", "").replace("&", "")
    if not (2 <= len(letters) <= 8 and letters[:2].isupper()):
        return False
    words = [word for word in full.replace("-", " ").split() if word[:1].isalnum()]
    big = "".join(word[0] for word in words if word.lower() not in SMALL).upper()
    return len(words) > 1 and letters.upper() in (big, "".join(word[0] for word in words).upper())


def same_but_for_suffix(short: str, full: str) -> bool:
    """Whether a longer name only adds what kind of company or body it is."""
    first, second = parts(short), parts(full)
    return second[: len(first)] == first and COMPANY.issuperset(second[len(first) :])


def short_for_organization(short: str, full: str) -> bool:
    """Whether a name leaves words of a longer one out at one end, and is not the head noun alone."""
    first, second = parts(short), parts(full)
    if not first or len(first) >= len(second):
        return False
    if len(first) == 1 and (first[0] in ORGANIZATIONS or len(first[0]) < 4 or first != second[:1]):
        return False
    return second[: len(first)] == first or second[-len(first) :] == first
