"""When a fact that was found agrees with a gold fact.

Every key slot that the gold fact fills must agree: names without regard to case, accents, titles and
articles; noun phrases at a token F1 of at least one half.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

SCORED: dict[str, tuple[str, ...]] = {
    "leader": ("person", "role", "of"),
    "location": ("place", "within"),
    "program": ("operator", "program"),
    "sanction": ("target", "issuer"),
    "need": ("needer", "item"),
    "meeting": ("participants", "place"),
    "supply": ("supplier", "item", "recipient"),
}
"""The slots that decide whether a fact of a type is right."""
PHRASES = frozenset({"role", "program", "item"})
AGREEMENT = 0.5
"""Least token F1 at which two noun phrases count as the same."""
TITLES = frozenset(
    "the a an mr mrs ms dr sir president prime minister king queen prince sheikh general gen col "
    "colonel lt senator sen rep".split()
)
FUNCTION_WORDS = frozenset(
    "a an and as at by for from in its his her more new of on other some the to with".split()
)
SYNONYMS = {
    "us": "united states",
    "usa": "united states",
    "america": "united states",
    "american": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "british": "united kingdom",
    "dprk": "north korea",
    "rok": "south korea",
    "eu": "european union",
    "un": "united nations",
    "uae": "united arab emirates",
    "drc": "democratic republic of the congo",
    "security council": "united nations security council",
    "un security council": "united nations security council",
}


def agrees(line: Mapping[str, Any], gold: Mapping[str, Any]) -> bool:
    """Whether a predicted fact states the gold fact of the same type."""
    if gold["type"] == "meeting":
        wanted, have = gold.get("participants") or [], line.get("participants") or []
        met = sum(any(_same_name(mine, theirs) for mine in have) for theirs in wanted)
        place = _get(gold, "place") is not None and _same_name(line.get("place"), gold["place"])
        return met >= 2 or (met == 1 and place)
    return all(
        _same(slot, _get(line, slot), _get(gold, slot))
        for slot in SCORED[gold["type"]]
        if _get(gold, slot) is not None
    )


def _same(slot: str, mine: Any, theirs: Any) -> bool:
    described = isinstance(theirs, Mapping) and "text" in theirs and "name" not in theirs
    if slot in PHRASES or described:
        return overlap(mine, theirs) >= AGREEMENT
    return _same_name(mine, theirs)


def _same_name(mine: Any, theirs: Any) -> bool:
    wanted = {_normal(form) for form in _forms(theirs)}
    if any(_normal(form) in wanted for form in _forms(mine)):
        return True
    return _described(theirs) and overlap(mine, theirs) >= AGREEMENT


def _described(slot: Any) -> bool:
    """Whether a name is really a description ("two Russian banks"): it has a lower-case content word."""
    first = (_forms(slot) or [""])[0]
    return any(word.islower() and word.isalpha() and len(word) > 3 for word in first.split())


def overlap(mine: Any, theirs: Any) -> float:
    """Best token F1 between any form of one value and any form of the other."""
    best = 0.0
    for left in _forms(mine):
        for right in _forms(theirs):
            a, b = _bag(left), _bag(right)
            if a and b:
                best = max(best, 2 * len(a & b) / (len(a) + len(b)))
    return best


def closeness(line: Mapping[str, Any], gold: Mapping[str, Any]) -> float:
    """How well the noun phrases agree: of several gold facts that fit, the closest is taken."""
    phrases = PHRASES.intersection(SCORED[gold["type"]])
    return sum(overlap(line.get(slot), gold.get(slot)) for slot in phrases)


def _get(fact: Mapping[str, Any], slot: str) -> Any:
    return fact.get("within", fact.get("in")) if slot == "within" else fact.get(slot)


def _forms(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    return [form for form in (value.get("name"), value.get("text"), *value.get("alt", [])) if form]


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'")).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", re.sub(r"'s\b|'|\.(?=\w\.)", "", plain.lower()))


def _normal(name: str) -> str:
    words = _words(name)
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    joined = " ".join(words)
    return SYNONYMS.get(joined, joined)


def _bag(text: str) -> set[str]:
    words = _words(text)
    return {word.rstrip("s") for word in words if word not in FUNCTION_WORDS} or set(words)


def signature(fact: Mapping[str, Any]) -> Any:
    """What two facts of one document share when they count as one."""
    if fact["type"] == "meeting":
        who = frozenset(
            _normal(_forms(person)[0]) for person in fact.get("participants") or [] if _forms(person)
        )
        return who, _normal((_forms(fact.get("place")) or [""])[0]), fact.get("date")
    parts = []
    for slot in SCORED[fact["type"]]:
        first = (_forms(_get(fact, slot)) or [""])[0]
        parts.append(" ".join(sorted(_bag(first))) if slot in PHRASES else _normal(first))
    return tuple(parts)
