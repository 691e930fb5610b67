"""How much extraction adds to the parse: words per second, as a ratio to the bare spaCy pipeline.

The bare pipeline has the same components and reads the same texts in the same run; the figures of one machine
say little, their ratio much. Texts are those of seeds/ and tests/gold, repeated.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kb import documents, language
from kb.documents.base import Document
from kb.reading import Pipeline, read

ROOT = Path(__file__).parent.parent.parent
REPEATED = 8
BATCH = 64


def texts() -> list[Document]:
    """The documents to read."""
    sources = [ROOT / "seeds", ROOT / "tests" / "gold" / "texts"]
    found = [item for item in documents.read(sources) if isinstance(item, Document)]
    return [replace(item, id=f"{item.id}-{turn}") for turn in range(REPEATED) for item in found]


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
    items = texts()
    words = sum(len(item.text.split()) for item in items)
    bare(items[:8])
    extracted(items[:8])
    parse = min(seconds(lambda: bare(items)) for _ in range(2))
    one = min(seconds(lambda: extracted(items)) for _ in range(2))
    two = seconds(lambda: extracted(items, workers=2))
    print(f"{len(items)} documents, {words:,} words")
    print(f"bare pipeline      {words / parse:8,.0f} words/s")
    print(f"extraction         {words / one:8,.0f} words/s   {parse / one:.0%} of the bare pipeline")
    print(f"two workers        {words / two:8,.0f} words/s   {one / two:.2f} x one, start of both included")


if __name__ == "__main__":
    main()
