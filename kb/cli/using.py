"""Commands that use a built knowledge base: serve, query, export and check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kb.cli.arguments import FILE, FOLDER, OUT, directory, opened, output, workers
from kb.errors import QueryError


@click.command()
@click.argument("directory", type=FOLDER, default=OUT, metavar="[DIR]")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=None,
    help="Queries at a time.  [default: one a core]",
)
@click.option("--store", type=click.Choice(["auto", "memory", "disk"]), default="auto", show_default=True)
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help="Seconds per query."
)
@click.option("--max-rows", type=click.IntRange(1), help="Rows per answer; one that is cut says so.")
@click.option("--max-bytes", type=click.IntRange(1), help="Bytes per answer.")
@click.option(
    "--update", is_flag=True, help="Allow updates and the Graph Store Protocol to holders of a token."
)
@click.option("--token-file", type=FILE, help="Bearer tokens, one a line, each with its rights.")
@click.option(
    "--allow-service",
    "services",
    multiple=True,
    metavar="URL",
    help="An endpoint that SERVICE may ask; 'NAME URL' if queries call it by another IRI.",
)
@click.option(
    "--proxies", "trusted_proxies", type=int, default=0, help="Reverse proxies whose headers are trusted."
)
@click.option("--no-access-log", "access_log", is_flag=True, flag_value=False, default=True)
def serve(directory: Path, workers: int | None, **options: Any) -> None:
    """Serve a knowledge base over HTTP: SPARQL endpoint, pages, linked data, downloads.

    \b
    Examples:
      kb serve build/kb
      kb serve build/kb --host 0.0.0.0 --port 80 --timeout 10 --proxies 1
      kb serve build/kb --update --token-file tokens.txt
    """
    from server.run import serve as run

    run(directory, workers=workers or 0, **options)


@click.command()
@directory
@click.argument("query", metavar="QUERY|FILE")
@click.option("--format", "form", help="json, xml, csv, tsv; of graphs turtle, ntriples, jsonld, rdfxml.")
@output
def query(directory: Path, query: str, form: str | None, output: Path | None) -> None:
    """Answer a SPARQL query, given as text, as a file or on standard input (-), without a server.

    \b
    Examples:
      kb query build/kb question.rq --format csv
      kb query build/kb 'SELECT (COUNT(*) AS ?triples) { ?s ?p ?o }'
    """
    from kb import store

    answer = store.query(directory, _text(query), name=form)
    with opened(output) as file:
        file.write(answer)


def _text(query: str) -> str:
    """A query given as text, as the name of a file, or as - for standard input."""
    if query == "-":
        return sys.stdin.read()
    if "{" in query:
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{query!r} is neither a query nor a file that can be read: {error}") from error


@click.command()
@directory
@click.option(
    "--format",
    "form",
    help="turtle (the default), trig, nt, nquads, jsonld, rdfxml, csv, geojson or ftm.",
)
@click.option("--document", help="Only what one document states, by its id.")
@click.option("--individual", help="Only facts about one individual, by IRI or path (country/mali).")
@click.option("--class", "kind", help="Only facts or individuals of one class (Sanction, Person).")
@click.option("--query", type=FILE, help="Only what a CONSTRUCT query in this file gives.")
@click.option("--provenance", is_flag=True, help="With claims, evidence and documents, not facts only.")
@click.option(
    "--with-alignments", is_flag=True, help="Also in schema.org, FollowTheMoney and other vocabularies."
)
@click.option("--links", is_flag=True, help="Only links to other graphs: --format nt or sssom.")
@click.option(
    "--tables", type=click.Path(file_okay=False, path_type=Path), help="Folder for a CSV table per class."
)
@click.option("--gzip", "compress", is_flag=True, help="Compressed.")
@output
def export(
    directory: Path, output: Path | None, form: str | None, links: bool, tables: Path | None, **options: Any
) -> None:
    """Write a knowledge base, or a part of it, in another format.

    \b
    Examples:
      kb export build/kb --format csv --class Sanction > sanctions.csv
      kb export build/kb --format trig --document sudan-2023 --provenance
      kb export build/kb --format jsonld --with-alignments --gzip -o kb.jsonld.gz
      kb export build/kb --tables sheets/
      kb export build/kb --links --format sssom > links.sssom.tsv
    """
    from kb import export as exporting

    chosen = _selection(options)
    if tables is not None:
        for path in exporting.export_tables(directory, tables, selection=chosen["selection"]):
            click.echo(path, err=True)
        return

    with opened(output) as file:
        if links:
            exporting.export_links(directory, file, form=form or "nt")
        else:
            exporting.export(directory, file, form=form or "turtle", **chosen)


def _selection(options: dict[str, Any]) -> dict[str, Any]:
    from kb.export import Selection

    query: Path | None = options["query"]
    return {
        "selection": Selection(
            document=options["document"],
            individual=options["individual"],
            kind=options["kind"],
            provenance=options["provenance"],
        ),
        "query": None if query is None else query.read_text(encoding="utf-8"),
        "alignments": options["with_alignments"],
        "compress": options["compress"],
    }


@click.command()
@directory
@click.option("--format", "form", type=click.Choice(["table", "turtle"]), default="table", show_default=True)
@workers
def check(directory: Path, form: str, workers: int) -> None:
    """Check a built knowledge base: shapes, evidence, checksums. Exits with 1 if anything is violated.

    \b
    Examples:
      kb check build/kb
      kb check build/kb --format turtle > report.ttl
    """
    from kb import validate

    report = validate.check(directory, workers=workers)
    if form == "turtle":
        click.echo(report.turtle(), nl=False)
    else:
        for row in report.rows():
            click.echo("\t".join(row))
        violations = sum(result.is_violation for result in report.results)
        click.echo(f"{violations} violations, {len(report.results) - violations} warnings", err=True)
    sys.exit(0 if report.conforms else 1)
