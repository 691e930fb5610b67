"""Files of a knowledge base in every format: whole, or the part that a selection names."""

from kb.export.formats import FORMATS, Format, export, export_tables
from kb.export.links import export_links
from kb.export.selection import Selection

__all__ = ["FORMATS", "Format", "Selection", "export", "export_links", "export_tables"]
