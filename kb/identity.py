"""Individuals across documents: the same link makes them one, else the same full name and kind.

The result depends on the set of extractions only, never on their order.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.facts.base import Extraction
from kb.link import SAME
from kb.model import Individual, IndividualKind, Link
from kb.slots import named

GROUP = "group"
"""The kind of an individual that a document only describes ("two Russian banks")."""
AUTHORITIES = ("wikidata", "geonames", "opensanctions", "dbpedia")
"""The graphs whose identifiers tell individuals apart, the most trusted first."""
LONGEST_SLUG = 80

Key = tuple[str, ...]

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_ARTICLE = re.compile(r"^(?:the|a|an) (?=\S)")


@dataclass(frozen=True, slots=True)
class MergedIndividual:
    """Somebody or something that the knowledge base knows, whichever documents name it.

    `path` is its IRI below `<base>id/`; `names` are those that documents use, the best to show first;
    `described_in` is the document of a description.
    """

    path: str
    kind: str
    names: tuple[str, ...]
    links: tuple[Link, ...]
    documents: int
    described_in: str | None = None


@dataclass(slots=True)
class _Gathered:
    """What the documents say about one individual, still being collected."""

    kinds: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    links: dict[tuple[str, str], float] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)

    def add(self, document: str, individual: Individual) -> None:
        self.kinds[individual.kind.value] += 1
        self.names[individual.name] += 1
        self.documents.add(document)
        for link in individual.links:
            found = (link.graph, link.identifier)
            self.links[found] = max(link.confidence, self.links.get(found, 0.0))


class Identities:
    """Which individual of the knowledge base each name of each document stands for."""

    def __init__(self, extractions: Iterable[Extraction]) -> None:
        named_keys, descriptions = _keys(extractions)
        weaker = _weaker(keys for keys, _ in named_keys.values())
        gathered: dict[Key, _Gathered] = defaultdict(_Gathered)
        owners: dict[tuple[str, str], Key] = {}
        for (document, name), (keys, individual) in named_keys.items():
            owners[document, name] = key = _strongest(keys[0], weaker)
            gathered[key].add(document, individual)
        for (document, name), key in descriptions.items():
            owners[document, name] = key
            gathered[key].names[name] += 1
            gathered[key].documents.add(document)
        paths = _paths(gathered)
        self._paths = {place: paths[key] for place, key in owners.items()}
        self.individuals = {paths[key]: _merged(paths[key], found) for key, found in gathered.items()}

    def path(self, document: str, name: str) -> str:
        """The path of the individual that `name` stands for in `document`."""
        return self._paths[document, name]


def fold(text: str) -> str:
    """`text` without what spelling varies: case, accents, punctuation, leading article."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    words = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return _ARTICLE.sub("", " ".join(words.split()))


def digest(*parts: str, length: int = 20) -> str:
    """A hash of `parts` in `length` hexadecimal digits, the same everywhere."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=length // 2).hexdigest()


def slug(text: str) -> str:
    """`text` as the last part of an IRI: lower-case ASCII letters and digits, or a hash where none are."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:LONGEST_SLUG].rstrip("-")
    return plain or digest(text, length=12)


Placed = dict[tuple[str, str], tuple[list[Key], Individual]]


def _keys(extractions: Iterable[Extraction]) -> tuple[Placed, dict[tuple[str, str], Key]]:
    """The keys of each named individual, and the key of each description, by document and name."""
    known: Placed = {}
    descriptions: dict[tuple[str, str], Key] = {}
    for extraction in extractions:
        document = extraction.document.id
        for individual in extraction.individuals:
            known[document, individual.name] = (_individual_keys(document, individual), individual)
        for claim in extraction.claims:
            speaker = () if claim.attributed_to is None else (claim.attributed_to,)
            for name in (*named(claim.fact), *speaker):
                if (document, name) not in known:
                    descriptions[document, name] = (GROUP, document, fold(name))
    return known, descriptions


def _individual_keys(document: str, individual: Individual) -> list[Key]:
    """What `individual` may be recognised by in other documents, the most trusted first.

    Only links that are sure count: one that is merely close does not make two individuals one. A person's
    single name ("Smith") is no full name: it tells people apart within its document only.
    """
    sure = (link for link in individual.links if link.confidence >= SAME)
    links = sorted(sure, key=lambda link: (link.confidence, link.identifier))
    best = {link.graph: link.identifier for link in links}
    keys: list[Key] = [(authority, best[authority]) for authority in AUTHORITIES if authority in best]
    name = fold(individual.name)
    scoped = individual.kind is IndividualKind.PERSON and " " not in name
    return [*keys, ("name", individual.kind.value, name, *([document] if scoped else []))]


def _weaker(individuals: Iterable[list[Key]]) -> dict[Key, set[Key]]:
    """For each key, the first keys of the individuals that have it as a later one."""
    result: dict[Key, set[Key]] = defaultdict(set)
    for first, *others in individuals:
        for key in others:
            result[key].add(first)
    return result


def _strongest(key: Key, weaker: Mapping[Key, set[Key]]) -> Key:
    """The key of the one individual that `key` also belongs to; `key` itself where there is none or doubt."""
    owners = weaker.get(key, set())
    return _strongest(next(iter(owners)), weaker) if len(owners) == 1 and key not in owners else key


def _merged(path: str, found: _Gathered) -> MergedIndividual:
    names = _names(found)
    links = tuple(Link(*link, confidence) for link, confidence in sorted(found.links.items()))
    kind = _kind(found)
    described_in = min(found.documents) if kind == GROUP else None
    return MergedIndividual(path, kind, tuple(names), links, len(found.documents), described_in)


def _names(found: _Gathered) -> list[str]:
    """The names, the one to show first: most documents use it.

    But a person's surname is no full name, and "WASHINGTON" is how the start of a text spells "Washington".
    """
    is_person = _kind(found) == IndividualKind.PERSON.value
    shouted = {name.upper() for name in found.names if not name.isupper()}
    return sorted(
        found.names,
        key=lambda name: (is_person and " " not in name, name in shouted, -found.names[name], name),
    )


def _kind(found: _Gathered) -> str:
    """The kind that most documents see; at a tie the first of IndividualKind."""
    order = [kind.value for kind in IndividualKind]
    return min(found.kinds, key=lambda kind: (-found.kinds[kind], order.index(kind)), default=GROUP)


def _paths(gathered: Mapping[Key, _Gathered]) -> dict[Key, str]:
    """A path for each individual: kind and slug, with a hash of the key where two would share it."""
    wanted = {key: _wanted(key, found) for key, found in gathered.items()}
    claimed: dict[str, list[Key]] = defaultdict(list)
    for key, path in wanted.items():
        claimed[path].append(key)
    for path, keys in claimed.items():
        for key in sorted(keys, key=_trust)[1:]:
            wanted[key] = f"{path}-{digest(*key, length=8)}"
    return wanted


def _wanted(key: Key, found: _Gathered) -> str:
    """The path an individual has where nobody else wants it."""
    titles = [identifier for graph, identifier in sorted(found.links) if graph == "dbpedia"]
    names = _names(found)
    scope = (
        digest(key[-1], length=8) if len(key) == 4 else digest(key[1], length=8) if key[0] == GROUP else ""
    )
    return f"{_kind(found)}/{slug([*titles, *names][0])}{'-' if scope else ''}{scope}"


def _trust(key: Key) -> tuple[int, Key]:
    """Sorts keys by how well they identify, then alphabetically."""
    return (AUTHORITIES.index(key[0]) if key[0] in AUTHORITIES else len(AUTHORITIES), key)
