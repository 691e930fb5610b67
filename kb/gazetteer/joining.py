"""One answer from two gazetteers: entries of the one complete and join those of the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from kb.gazetteer.base import Entry
from kb.gazetteer.names import fold


def joined(own: Iterable[tuple[str, Entry]], others: Iterable[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
    """Named entries of both: an entry of the table that is one of ours adds the identifiers that it lacks."""
    result = list(own)
    for alias, other in others:
        same = [number for number, (_, entry) in enumerate(result) if _same(entry, other)]
        for number in same:
            result[number] = result[number][0], _completed(result[number][1], other)
        if not same:
            result.append((alias, other))
    return result


def _same(one: Entry, other: Entry) -> bool:
    """Whether two entries are of one individual: they share an identifier, or all else is alike."""
    for graph in ("wikidata", "geonames"):
        mine, theirs = getattr(one, graph), getattr(other, graph)
        if mine and theirs:
            return bool(mine == theirs)
    alike = one.kind is other.kind and fold(one.name) == fold(other.name)
    return alike and (one.iso2 == other.iso2 or not one.iso2 or not other.iso2)


def _completed(entry: Entry, other: Entry) -> Entry:
    missing = {f.name: getattr(other, f.name) for f in fields(Entry) if getattr(entry, f.name) in (None, ())}
    return replace(entry, **missing)
