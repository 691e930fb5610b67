"""The command line `kb`: each command parses its arguments, calls one library function and prints.

stdout carries data, stderr talk. Exit codes: 0 fine, 1 found wanting, 2 wrong use. What takes long to load
(spaCy, rdflib, Flask) is imported by the command that needs it, so that `kb --help` answers at once.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from kb.cli.evaluating import calibrate, evaluate
from kb.cli.linking import gazetteer, link
from kb.cli.reading import build, extract
from kb.cli.using import check, export, query, serve
from kb.errors import KbError


class Group(click.Group):
    """Turns the errors that this package reports on purpose into one line on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except KbError as error:
            click.echo(f"kb: {error}", err=True)
            sys.exit(1)


@click.group(cls=Group)
@click.version_option(package_name="communique")
def main() -> None:
    """Facts from news on international affairs as linked data, with verified evidence.

    \b
    Example:
      kb build seeds --out build/kb && kb serve build/kb
    """


for command in (build, serve, extract, query, export, check, evaluate, calibrate, link, gazetteer):
    main.add_command(command)
