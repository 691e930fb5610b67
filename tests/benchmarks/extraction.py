"""How much extraction adds to the parse: `python -m tests.benchmarks.extraction [SOURCES …]`.

Words per second, as a ratio to the bare spaCy pipeline with the same components on the same texts: the
figures of one machine say little, their ratio much. A machine's pace may double within a minute, so both
read each group of documents one right after the other, and what counts is the median of the rounds' ratios.
Two workers begin together once each has loaded what it needs: their start is paid once, however much they
read, and is told apart; what the machine has to give shows the bare pipeline in two processes.
Without sources the texts are those of seeds/ and tests/gold, in which nearly every sentence states a fact:
news is two to three times thinner.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from kb import documents, language
from kb.documents.base import Document
from kb.reading import BATCH, Pipeline, Read, Reader, read

ROOT = Path(__file__).parent.parent.parent
WORDS = 40_000
"""What is read a round at least: the texts are repeated until there are as many."""
ROUNDS = 3
GROUP = 4 * BATCH
"""Documents that are read one way, then the other."""
WORKERS = 2
POLL = 0.01

Documents = Sequence[Document]


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds that reading all took: the bare pipeline and extraction, alone and shared among workers."""

    bare: float
    extracted: float
    bare_shared: float
    shared: float
    start: float


def texts(sources: Sequence[Path] = ()) -> list[Document]:
    """The documents to read."""
    chosen = sources or [ROOT / "seeds", ROOT / "tests" / "gold" / "texts"]
    found = [item for item in documents.read(chosen) if isinstance(item, Document)]
    turns = -(-WORDS // sum(len(item.text.split()) for item in found))
    return [replace(item, id=f"{item.id}-{turn}") for turn in range(turns) for item in found]


def bare(items: Documents) -> list[Read]:
    """The parse alone."""
    for _ in language.load().pipe((item.text for item in items), batch_size=BATCH):
        pass
    return []


def extracted(items: Documents) -> None:
    """The parse and all that follows it up to linked claims."""
    for _ in read(items, Pipeline()):
        pass


def seconds(work: Callable[[Documents], object], items: Documents) -> float:
    """The time that `work` takes."""
    began = time.perf_counter()
    work(items)
    return time.perf_counter() - began


def by_turns(items: Documents) -> tuple[float, float]:
    """The time that the bare pipeline takes, and extraction: group by group, each first in turn."""
    works: list[Callable[[Documents], object]] = [bare, extracted]
    spent = dict.fromkeys(works, 0.0)
    for i in range(0, len(items), GROUP):
        for work in works:
            spent[work] += seconds(work, items[i : i + GROUP])
        works.reverse()
    return spent[bare], spent[extracted]


@dataclass(frozen=True, slots=True)
class Together:
    """A reader in several processes that begin when each has loaded what it needs."""

    reader: Reader
    ready: Path

    def __call__(self, batch: Documents) -> list[Read]:
        """Read a batch; before its first, tell that this process is ready, and wait for the others."""
        mine = self.ready / str(os.getpid())
        if not mine.exists():
            self.reader(batch[:1])
            mine.touch()
            while len(list(self.ready.iterdir())) < WORKERS:
                time.sleep(POLL)
        return self.reader(batch)


def shared(items: Documents, reader: Reader) -> tuple[float, float]:
    """How long workers take to start, and then to read."""
    began = time.time()
    with TemporaryDirectory() as ready:
        for _ in read(items, Together(reader, Path(ready)), workers=WORKERS):
            pass
        ended = time.time()
        begun = max(mark.stat().st_mtime for mark in Path(ready).iterdir())
    return begun - began, ended - begun


def measured(items: Documents) -> Round:
    """One round."""
    parse, one = by_turns(items)
    _, bare_shared = shared(items, bare)
    start, both = shared(items, Pipeline())
    return Round(parse, one, bare_shared, both, start)


def main() -> None:
    """Print words per second and ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", nargs="*", type=Path)
    items = texts(parser.parse_args().sources)
    words = sum(len(item.text.split()) for item in items)
    by_turns(items)  # what is met for the first time costs more
    rounds = []
    for turn in range(ROUNDS):
        rounds.append(measured(items))
        print(
            f"round {turn + 1} of {ROUNDS}", *(f"{took:.1f}" for took in astuple(rounds[-1])), "s", flush=True
        )
    print(f"{len(items)} documents, {words:,} words, medians of {ROUNDS} rounds")
    row("bare pipeline", words, [one.bare for one in rounds])
    row("extraction", words, [one.extracted for one in rounds], [one.bare for one in rounds])
    row("bare in two", words, [one.bare_shared for one in rounds], [one.bare for one in rounds])
    row("two workers", words, [one.shared for one in rounds], [one.extracted for one in rounds])
    print(f"start of both      {median(one.start for one in rounds):8.1f} s")


def row(name: str, words: int, took: Sequence[float], before: Sequence[float] = ()) -> None:
    """Print words per second, and how many times as many that is as in the time that it took `before`."""
    ratios = [long / short for long, short in zip(before, took, strict=True)] if before else []
    told = f"   {median(ratios):.2f} x ({', '.join(f'{one:.2f}' for one in ratios)})" if ratios else ""
    print(f"{name:18} {words / median(took):8,.0f} words/s{told}")


if __name__ == "__main__":
    main()
