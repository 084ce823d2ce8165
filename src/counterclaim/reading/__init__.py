"""Sources to reports: blocks, day of publication, outlet and language of each."""

from counterclaim.reading.languages import foreign_passages, notes
from counterclaim.reading.plain import read_text
from counterclaim.reading.sources import read_sources

__all__ = ["foreign_passages", "notes", "read_sources", "read_text"]
