"""Measures linking on annotated news that lies beside the project: python -m tests.link.evaluation FILE

FILE has one document a line: {"id", "text", "entities": [{"mentions": [{"start", "end"}], "tags", "link"}]},
the link being the title of a Wikipedia article. Everything is done from the raw text. Counted are persons,
places and organizations that have a title, each once in a document: one is right if an individual whose
mentions overlap its own is linked to the entry of that article; where the gazetteer has no title for an
entry, its names stand for it. Links of individuals that only overlap other annotations (dates, events, lines
of agencies) are not counted.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb import extract, language
from kb.documents.base import Document
from kb.errors import SourceError
from kb.facts.base import Extraction
from kb.gazetteer import Entry, builtin
from kb.gazetteer.names import fold
from kb.gazetteer.shipping import shipped, table
from kb.link import CLOSE, resolve

BINS = 10
KINDS = ("type::person", "type::location", "type::gpe", "type::organization")

Spans = list[tuple[int, int]]


@dataclass
class Scores:
    """Counts over all documents, and for each tenth of confidence how many best candidates were right."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    known: int = 0
    known_right: int = 0
    mentions: int = 0
    seconds: float = 0.0
    bins: list[list[float]] = field(default_factory=lambda: [[0, 0, 0.0] for _ in range(BINS)])

    def report(self) -> Iterator[str]:
        precision, recall = self.right / (self.right + self.wrong), self.right / (self.right + self.missed)
        yield f"overall       P {precision:.3f}  R {recall:.3f}  F1 {_f1(precision, recall):.3f}"
        inside = self.known_right / self.known
        yield f"in gazetteer  P {precision:.3f}  R {inside:.3f}  F1 {_f1(precision, inside):.3f}"
        yield f"{self.mentions / self.seconds:,.0f} mentions per second"
        yield "confidence   candidates  mean   right"
        for number, (count, right, total) in enumerate(self.bins):
            if count:
                share, mean = right / count, total / count
                bounds = f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}"
                yield f"{bounds}  {count:10.0f}  {mean:.3f}  {share:.3f}"


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall)


class Titles:
    """Which entries an article's title may stand for."""

    def __init__(self) -> None:
        self._names: dict[Entry, set[str]] = {}
        self._by_name: dict[str, set[Entry]] = defaultdict(set)
        for entry, names in shipped(table("countries.tsv")):
            self._names[entry] = {fold(name) for name in names}
            for name in {*self._names[entry], fold(entry.wikipedia or "")}:
                self._by_name[name].add(entry)

    def fit(self, entry: Entry, title: str) -> bool:
        """Whether the article `title` is about `entry`."""
        if title.startswith("none:"):
            return False
        if title.startswith("wikidata:"):
            return entry.wikidata == title.removeprefix("wikidata:")
        if entry.wikipedia:
            return entry.wikipedia == title or ("(" not in title and fold(title) in self._names[entry])
        return fold(_plain(title)) in self._names[entry]

    def known(self, title: str) -> bool:
        """Whether any entry is that of the article."""
        candidates = self._by_name[fold(_plain(title))] | self._by_name[fold(title)]
        return any(self.fit(entry, title) for entry in candidates)


def _plain(title: str) -> str:
    return re.sub(r" \(.*\)$", "", title)


def _overlap(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def count(scores: Scores, record: dict[str, Any], found: Extraction, titles: Titles) -> None:
    """Add one document to the scores."""
    start = time.perf_counter()
    _, decisions = resolve(found, builtin())
    scores.seconds += time.perf_counter() - start
    scores.mentions += sum(len(one.mentions) for one in found.individuals)
    gold, others = _gold(record)
    hit: set[str] = set()
    for individual, decision in zip(found.individuals, decisions, strict=True):
        spans = [(mention.start, mention.end) for mention in individual.mentions]
        if not spans or not decision.candidates:
            continue
        best = decision.candidates[0]
        title = next((t for t, at in gold.items() if _overlap(at, spans) and titles.fit(best.entry, t)), None)
        touched = any(_overlap(at, spans) for at in gold.values())
        if title is None and not touched and any(_overlap(at, spans) for at in others):
            continue
        tenth = scores.bins[min(BINS - 1, int(best.score * BINS))]
        tenth[0], tenth[1], tenth[2] = tenth[0] + 1, tenth[1] + (title is not None), tenth[2] + best.score
        if best.score >= CLOSE:
            scores.wrong += title is None
            hit |= {title} if title is not None else set()
    titled = {title for title in gold if not title.startswith("none:")}
    scores.right += len(hit)
    scores.missed += len(titled - hit)
    scores.known += sum(map(titles.known, titled))
    scores.known_right += sum(map(titles.known, hit))


def _gold(record: dict[str, Any]) -> tuple[dict[str, Spans], list[Spans]]:
    """Title → mentions for what is counted, and the mentions of all annotations that are of other kinds."""
    gold: dict[str, Spans] = {}
    others = []
    for entity in record["entities"]:
        spans = [(mention["start"], mention["end"]) for mention in entity["mentions"]]
        title = (entity.get("link") or "").replace("_", " ")
        if not any(tag.startswith(KINDS) for tag in entity["tags"]):
            others.append(spans)
        else:
            gold.setdefault(title or f"none:{entity['id']}", []).extend(spans)
    return gold, others


def main(path: str) -> None:
    """Read, parse, link and score every document of a file."""
    records = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    documents = [Document(str(one["id"]), "", one["text"]) for one in records]
    scores, titles = Scores(), Titles()
    for record, parsed in zip(records, language.parse(documents), strict=True):
        if not isinstance(parsed, SourceError):
            count(scores, record, extract.extract(*parsed, gazetteer=builtin()), titles)
    print(*scores.report(), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1])
