"""The RO-Crate metadata file (https://w3id.org/ro/crate/1.1) beside the files of a knowledge base."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from kb.export.dataset import DESCRIPTION, LICENCE, TITLE, TITLES
from kb.manifest import MEDIA_TYPES, Distribution

CONTEXT: Final = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "http://schema.org/sha256"}]
"""Version 1.1 does not know checksums yet, and what its context does not define may not be used."""


def ro_crate(files: Iterable[Distribution], *, base: str, modified: str | None) -> str:
    """The RO-Crate 1.1 metadata file for a directory that holds `files`."""
    parts = sorted(files, key=lambda file: file.name)
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": TITLE,
        "description": DESCRIPTION,
        "identifier": base,
        "license": {"@id": LICENCE},
        "hasPart": [{"@id": file.name} for file in parts],
    }
    if modified is not None:
        root["datePublished"] = modified
    descriptor = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }
    entries = [
        {
            "@id": file.name,
            "@type": "File",
            "name": TITLES[file.name],
            "contentSize": str(file.size),
            "encodingFormat": MEDIA_TYPES[file.name],
            "sha256": file.sha256,
        }
        for file in parts
    ]
    licence = {"@id": LICENCE, "@type": "CreativeWork", "name": "CC0 1.0 Universal"}
    graph = [descriptor, root, *entries, licence]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, indent=2) + "\n"
