"""Copies of one text in several documents, so that a syndicated story counts as one source.

Each text is reduced to a bottom-k sketch of its word shingles. Two documents are copies when the shorter
one is nearly contained in the other; groups are the connected components, so order does not matter.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from kb.documents.base import Document

SHINGLE = 5
"""Words per shingle: shorter ones are shared by unrelated texts on one subject."""
SKETCH = 128
"""Smallest hashes kept per text: the standard error of the estimated overlap is then below 0.05."""
CONTAINED = 0.6
"""Share of the shorter text's shingles that a copy has in common with the longer one."""
COMMON = 50
"""A shingle in more texts than this is boilerplate and suggests no pair."""
ENOUGH = 24
"""Hashes that two sketches must share for their overlap to be estimated; fewer only if a text has fewer."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest shingle hashes of a text, and how many different shingles it has."""

    smallest: frozenset[int]
    size: int


def sketch(text: str) -> Sketch:
    """Reduce `text` to what comparing it needs."""
    words = [word.casefold() for word in _WORD.findall(text)]
    count = max(1, len(words) - SHINGLE + 1)
    hashes = {crc32(" ".join(words[i : i + SHINGLE]).encode()) for i in range(count)}
    return Sketch(frozenset(sorted(hashes)[:SKETCH]), len(hashes))


def contained(one: Sketch, other: Sketch) -> float:
    """The estimated share of the shorter text's shingles that the longer text has too."""
    union = set(sorted(one.smallest | other.smallest)[:SKETCH])
    jaccard = len(union & one.smallest & other.smallest) / len(union)
    shared = jaccard * (one.size + other.size) / (1 + jaccard)
    return shared / min(one.size, other.size)


def sources(documents: Iterable[Document]) -> dict[str, str]:
    """For each document's id, the id that stands for its group of copies (the smallest of the group)."""
    sketches = {document.id: sketch(document.text) for document in documents}
    same: dict[Sketch, list[str]] = defaultdict(list)
    for document in sorted(sketches):
        same[sketches[document]].append(document)
    groups = {document: members[0] for members in same.values() for document in members}
    firsts = {members[0]: sketches[members[0]] for members in same.values()}
    parents = _components(_copies(firsts), firsts)
    return {document: parents[first] for document, first in groups.items()}


def _copies(sketches: Mapping[str, Sketch]) -> Iterator[tuple[str, str]]:
    """The pairs of documents that are copies, among those whose sketches share enough."""
    holders: dict[int, list[str]] = defaultdict(list)
    for document, text in sketches.items():
        for value in text.smallest:
            holders[value].append(document)
    shared = Counter(
        pair
        for documents in holders.values()
        if 1 < len(documents) <= COMMON
        for pair in combinations(sorted(documents), 2)
    )
    for (one, other), count in shared.items():
        first, second = sketches[one], sketches[other]
        if (
            count >= min(ENOUGH, first.size, second.size) * CONTAINED
            and contained(first, second) >= CONTAINED
        ):
            yield one, other


def _components(pairs: Iterable[tuple[str, str]], documents: Iterable[str]) -> dict[str, str]:
    """The smallest member of each document's connected component."""
    parents = {document: document for document in documents}

    def root(document: str) -> str:
        while parents[document] != document:
            parents[document] = document = parents[parents[document]]
        return document

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parents[second] = first
    return {document: root(document) for document in parents}
