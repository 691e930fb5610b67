"""Name forms that count as the same: without case, accents, dots, hyphens and apostrophes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PIECE = re.compile(r"[^\W_]+")
_DROPPED = str.maketrans("", "", ".'’‘ʻʼ`´")
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"}
)


@lru_cache(maxsize=200_000)
def pieces(text: str) -> tuple[str, ...]:
    """The runs of letters and digits: "Côte d'Ivoire" → ("Côte", "dIvoire"), "U.S." → ("US",)."""
    plain = text.translate(_DROPPED)
    if plain.isalnum():
        return (plain,)
    return tuple(_PIECE.findall(plain))


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """The form by which names are compared: "São Tomé" → "sao tome", "Al-Qaïda" → "al qaida"."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return " ".join(text.lower().split())
    plain = " ".join(pieces(text)).casefold()
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


# Articles and particles whose case says nothing about whether a name was meant.
_PARTICLES = frozenset("al el the of and de la le bin ibn ben van von du da del der abu".split())


def fits(surface: str, alias: str) -> bool:
    """Whether `surface` may stand for `alias`, which folds to the same: "us" does not stand for "US"."""
    if surface == alias:
        return True
    wanted, found = pieces(alias), pieces(surface)
    if len(wanted) != len(found):
        return False
    if len(wanted) == 1 and len(alias) <= 5 and wanted[0].isupper():
        return found == wanted
    return all(
        not w[0].isupper() or f[0].isupper() or w.casefold() in _PARTICLES
        for w, f in zip(wanted, found, strict=True)
    )


FAMILY_NAME_FIRST = frozenset({"CN", "HK", "KH", "KP", "KR", "MO", "TW", "VN"})
"""Countries where the family name comes first also in English text."""


def family_name(name: str, iso2: str | None) -> str:
    """The folded family name in a person's name: the last word, where a country's custom is not the first."""
    words = fold(name).split()
    return words[0 if iso2 in FAMILY_NAME_FIRST else -1]
