"""The files of the knowledge base: with checksum as entity tag, ranges and conditional requests."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, send_from_directory

from kb import manifest
from kb.store import GRAPHS
from server.problems import Problem
from server.service import Service

blueprint = Blueprint("downloads", __name__)

MEDIA_TYPES = {format.media_type for format in GRAPHS}


@blueprint.route("/download/")
def listing() -> dict[str, object]:
    """The manifest: names, sizes and checksums of the files, and what they hold."""
    service: Service = current_app.extensions["kb"]
    found = manifest.load(service.settings.directory)
    return {
        "version": found.version,
        "base": found.base,
        "counts": dict(found.counts),
        "files": dict(found.files),
    }


@blueprint.route("/download/<name>")
def download(name: str) -> Response:
    """One of the files that the manifest names, and no other file of the directory."""
    service: Service = current_app.extensions["kb"]
    directory = service.settings.directory.resolve()
    files = manifest.load(directory).files
    if name not in files:
        raise Problem(404, "Not found", f"there is no file {name}; there are {', '.join(sorted(files))}")
    media_type = manifest.MEDIA_TYPES.get(name) or ("text/turtle" if name.endswith(".ttl") else None)
    return send_from_directory(
        directory,
        name,
        mimetype=media_type,
        as_attachment=True,
        conditional=True,
        etag=str(files[name]["sha256"]),
        max_age=0,
    )
