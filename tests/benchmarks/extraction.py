"""How much extraction adds to the parse: `python -m tests.benchmarks.extraction [SOURCES …]`.

Words per second, as a ratio to the bare spaCy pipeline with the same components on the same texts,
by turns: the figures of one machine say little, their ratio much. Without sources the texts are those of
seeds/ and tests/gold, in which nearly every sentence states a fact: news is two to three times thinner.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kb import documents, language
from kb.documents.base import Document
from kb.reading import Pipeline, read

ROOT = Path(__file__).parent.parent.parent
WORDS = 40_000
"""What is read a round at least: the texts are repeated until there are as many."""
ROUNDS = 3
BATCH = 64


def texts(sources: Sequence[Path] = ()) -> list[Document]:
    """The documents to read."""
    chosen = sources or [ROOT / "seeds", ROOT / "tests" / "gold" / "texts"]
    found = [item for item in documents.read(chosen) if isinstance(item, Document)]
    turns = -(-WORDS // sum(len(item.text.split()) for item in found))
    return [replace(item, id=f"{item.id}-{turn}") for turn in range(turns) for item in found]


def seconds(work: Callable[[], object]) -> float:
    """The time that `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def bare(items: Sequence[Document]) -> None:
    """The parse alone."""
    for _ in language.load().pipe((item.text for item in items), batch_size=BATCH):
        pass


def extracted(items: Sequence[Document], *, workers: int = 1) -> None:
    """The parse and all that follows it up to linked claims."""
    for _ in read(items, Pipeline(), workers=workers):
        pass


def main() -> None:
    """Print words per second and ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", nargs="*", type=Path)
    items = texts(parser.parse_args().sources)
    words = sum(len(item.text.split()) for item in items)
    bare(items[:8])
    extracted(items[:8])
    works = (bare, extracted, lambda given: extracted(given, workers=2))
    rounds = [[seconds(partial(work, items)) for work in works] for _ in range(ROUNDS)]
    parse, one, two = (min(column) for column in zip(*rounds, strict=True))
    print(f"{len(items)} documents, {words:,} words")
    print(f"bare pipeline      {words / parse:8,.0f} words/s")
    print(f"extraction         {words / one:8,.0f} words/s   {parse / one:.0%} of the bare pipeline")
    print(f"two workers        {words / two:8,.0f} words/s   {one / two:.2f} x one, start of both included")


if __name__ == "__main__":
    main()
