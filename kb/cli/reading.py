"""Commands that read documents: extract and build."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.cli.arguments import OUT, pipeline, reading
from kb.errors import SourceError

if TYPE_CHECKING:
    from kb.facts.base import Extraction


@click.command()
@reading
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "table", "turtle"]), default="jsonl", show_default=True
)
def extract(sources: tuple[str, ...], form: str, workers: int, **options: Any) -> None:
    """Print the facts that SOURCES state: files, directories, or - for standard input.

    \b
    Examples:
      kb extract article.html --format table
      curl -s https://example.org/news | kb extract - > facts.jsonl
    """
    from kb import build, lines

    failed: list[SourceError] = []
    results = build.read_sources(sources, pipeline=pipeline(options), workers=workers)
    extractions = _without_failures(results, failed)
    if form == "turtle":
        click.echo(build.turtle(list(extractions)), nl=False)
    elif form == "table":
        for extraction in extractions:
            click.echo(lines.table(extraction))
    else:
        for extraction in extractions:
            for line in lines.lines(extraction):
                click.echo(json.dumps(line, ensure_ascii=False))
    sys.exit(1 if failed else 0)


def _without_failures(
    results: Iterator[Extraction | SourceError], failed: list[SourceError]
) -> Iterator[Extraction]:
    for result in results:
        if isinstance(result, SourceError):
            failed.append(result)
            click.echo(f"kb: skipped {result}", err=True)
        else:
            yield result


@click.command()
@reading
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=OUT, show_default=True)
@click.option(
    "--base", default="http://localhost:8000/", show_default=True, help="IRI below which all resources live."
)
@click.option(
    "--keep", is_flag=True, help="Keep documents that are not among SOURCES instead of retracting them."
)
@click.option("--reason", help="Why documents that are no longer among SOURCES are retracted.")
@click.option("--retracted-on", metavar="DATE", help="The date of these retractions (ISO 8601).")
def build(
    sources: tuple[str, ...],
    out: Path,
    base: str,
    workers: int,
    keep: bool,
    reason: str | None,
    retracted_on: str | None,
    **options: Any,
) -> None:
    """Make a directory the knowledge base of SOURCES: files to publish, and a store to query.

    Only new and changed documents are read; a build that was stopped goes on where it was.

    \b
    Examples:
      kb build seeds --out build/kb
      kb build articles/ more.jsonl --workers 2 --base https://kb.example.org/
    """
    from kb import build as building
    from kb.cli.progress import shown
    from kb.link import review
    from kb.update import ABSENT, Absence

    absence = Absence(keep=keep, reason=reason or ABSENT, date=retracted_on)
    with shown() as progress:
        built = building.build(
            sources,
            out,
            base=base,
            pipeline=pipeline(options, overrides=review.table(out)),
            workers=workers,
            absence=absence,
            progress=progress,
        )
    for failure in built.changes.failures:
        click.echo(f"kb: skipped {failure}", err=True)
    click.echo(built.summary(), err=True)
    sys.exit(0 if built.conforms and not built.changes.failures else 1)
