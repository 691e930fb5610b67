"""Arguments and options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

if TYPE_CHECKING:
    from kb.reading import Pipeline

F = TypeVar("F", bound=Callable[..., Any])
OUT = Path("kb-out")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
directory = click.argument("directory", type=FOLDER, metavar="DIR")
workers = click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to work with."
)
output = click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write instead of stdout."
)


def reading(command: F) -> F:
    """The arguments and options of every command that reads documents."""
    for option in (
        click.argument("sources", nargs=-1, required=True, metavar="SOURCES..."),
        click.option("--pipeline", help="Installed spaCy pipeline to parse with.  [default: en_core_web_md]"),
        click.option("--gazetteer", type=FILE, help="A gazetteer to use beside the built-in one."),
        click.option(
            "--min-confidence", type=click.FloatRange(0, 1), help="Leave out facts below this confidence."
        ),
        workers,
    ):
        command = option(command)
    return command


def pipeline(options: dict[str, Any], *, overrides: Path | None = None) -> Pipeline:
    """How to read documents, from the options that the user gave and a table of verdicts on links."""
    from kb.reading import Pipeline

    given = {
        name: value
        for name in ("pipeline", "gazetteer", "min_confidence")
        if (value := options[name]) is not None
    }
    return Pipeline(overrides=overrides, **given)


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """The file to write to: stdout without a path, else one that appears only when it is complete."""
    if path is None:
        yield sys.stdout.buffer
        return
    from kb.files import replacing

    with replacing(path) as file:
        yield file
