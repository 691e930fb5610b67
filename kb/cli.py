"""The command line `kb`."""

from __future__ import annotations

import click


@click.group()
@click.version_option(package_name="communique")
def main() -> None:
    """Facts from news on international affairs as linked data, with verified evidence."""
