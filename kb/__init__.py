"""Communiqué: facts from news on international affairs, as linked data with verified evidence."""
