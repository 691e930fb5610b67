"""Who and what the news names: countries, places, offices and their holders, organizations, weapons."""

from __future__ import annotations

from kb.gazetteer.base import Entry, Office
from kb.gazetteer.index import Gazetteer
from kb.gazetteer.shipping import builtin, load

__all__ = ["Entry", "Gazetteer", "Office", "builtin", "load"]
