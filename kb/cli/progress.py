"""What a long command shows on stderr while it works: a line that counts, where there is a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

DOING = {
    "read": "reading documents",
    "merge": "merging claims",
    "write": "writing files",
    "validate": "validating",
    "load": "loading the store",
}


@contextmanager
def shown() -> Iterator[Callable[[str, int], None]]:
    """A function to call with a step and the number of items it has done."""
    console = Console(stderr=True)
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("starting")

        def show(step: str, done: int) -> None:
            count = f" {done:,}" if done else ""
            progress.update(task, description=f"{DOING.get(step, step)}{count}")

        yield show
