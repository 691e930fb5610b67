"""Pages for people: the start page with counts, example queries and downloads, and the query editor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, render_template, request

from kb import manifest, ontology
from kb.errors import StoreError
from server import views
from server.sparql import ask, service

blueprint = Blueprint("pages", __name__)


@blueprint.app_template_filter("address")
def address(iri: str) -> str:
    """Where a page leads for an IRI: this service for its own resources, the web for others, else nowhere."""
    base = views.base(service().settings.directory)
    if iri.startswith((base + "id/", base + "document/")):
        return f"{request.script_root}/{iri.removeprefix(base)}"
    return iri if iri.startswith(("http://", "https://")) else ""


@blueprint.route("/")
def home() -> str:
    """What the knowledge base holds and where to go from here."""
    return render_template(
        "home.html",
        counts=views.counts(ask),
        standings=views.STANDINGS,
        documents=views.documents(ask),
        queries=ontology.queries(),
        files=_files(),
    )


def _files() -> Mapping[str, Mapping[str, Any]]:
    """The files to download; none while a build replaces them."""
    try:
        return manifest.load(service().settings.directory).files
    except StoreError:
        return {}


@blueprint.route("/editor")
def editor() -> str:
    """The query editor; `?query=` fills it with a query, `?example=` with one of the questions by name."""
    queries = {query.name: query for query in ontology.queries()}
    example = queries.get(request.args.get("example", ""))
    text = request.args.get("query", example.text if example else "")
    return render_template("editor.html", queries=queries.values(), text=text)
