"""Commands on links to other graphs: link and gazetteer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kb.cli.arguments import FILE, F, directory

VERDICT = "DOCUMENT NAME IDENTIFIER"


def _verdict(flag: str, text: str) -> Callable[[F], F]:
    return click.option(flag, nargs=3, multiple=True, metavar=VERDICT, help=text)


@click.command()
@directory
@click.option("--review", is_flag=True, help="List the uncertain decisions with their candidates.")
@_verdict("--accept", "Say that NAME in DOCUMENT (* for all) is IDENTIFIER (wikidata:Q30).")
@_verdict("--reject", "Say that it is not.")
@_verdict("--withdraw", "Take such a verdict back.")
@click.option(
    "--reconcile", metavar="URL", help="Ask a reconciliation service (API 0.2) about those in doubt."
)
@click.option("--gazetteer", type=FILE, help="A gazetteer to use beside the built-in one.")
def link(
    directory: Path,
    review: bool,
    accept: tuple[tuple[str, str, str], ...],
    reject: tuple[tuple[str, str, str], ...],
    withdraw: tuple[tuple[str, str, str], ...],
    reconcile: str | None,
    gazetteer: Path | None,
) -> None:
    """Review and correct the links of individuals to other graphs.

    Verdicts are kept in DIR/links.tsv, which may be edited; the next build applies them.

    \b
    Examples:
      kb link build/kb --review
      kb link build/kb --accept vostochny-summit-2023 'Kim Jong-un' wikidata:Q56226
      kb link build/kb --review --reconcile https://reconcile.example.org/en/api
    """
    from kb.link import review as reviewing

    for verdicts, act in (
        (accept, reviewing.accept),
        (reject, reviewing.reject),
        (withdraw, reviewing.withdraw),
    ):
        for document, name, identifier in verdicts:
            act(directory, document, name, identifier)
    if accept or reject or withdraw:
        click.echo(f"kb: noted in {reviewing.table(directory)}; run `kb build` to apply it", err=True)
    if review or reconcile:
        _review(directory, reconcile, gazetteer)


def _review(directory: Path, reconcile: str | None, gazetteer: Path | None) -> None:
    from kb.gazetteer import load
    from kb.link import review
    from kb.link.reconcile import Reconciler
    from kb.state import State

    service = None if reconcile is None else Reconciler(reconcile, cache=directory / "reconciled.jsonl")
    extractions = State(directory / "state").extractions()
    for line in review.review(extractions, load(gazetteer), review.overrides(directory), reconciler=service):
        click.echo(line)


@click.group()
def gazetteer() -> None:
    """Make larger gazetteers to use beside the built-in one."""


@gazetteer.command("build")
@click.argument("source", metavar="SOURCE")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File to write.")
@click.option(
    "--since", default=1990, show_default=True, help="Leave out offices that ended before this year."
)
@click.option(
    "--country", "countries", multiple=True, metavar="CODE", help="Only these, from an endpoint (ISO 3166)."
)
def build_gazetteer(source: str, out: Path, since: int, countries: tuple[str, ...]) -> None:
    """Make a gazetteer file of SOURCE: a Wikidata JSON dump, a SPARQL endpoint, or a CSV or TSV table.

    \b
    Examples:
      kb gazetteer build latest-all.json.bz2 --out wikidata.gaz
      kb gazetteer build https://query.example.org/sparql --country SD --country SS --out sudans.gaz
      kb gazetteer build ministers.csv --out ministers.gaz
    """
    from kb.gazetteer import making

    if source.startswith(("http://", "https://")):
        count = making.from_endpoint(source, out, countries=countries, since=since)
    elif Path(source).suffix in (".csv", ".tsv"):
        count = making.from_table(Path(source), out)
    else:
        count = making.from_dump(Path(source), out, since=str(since))
    click.echo(f"{out}: {count:,} entries", err=True)
