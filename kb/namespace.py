"""Where the ontology's terms live: by itself, for processes that need the name and none of the libraries."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "https://w3id.org/communique/ontology#"
