"""The ledger in the formats of other tools: who uses which is told in `docs/exports.md`."""

from counterclaim.export.formats import FORMATS, exported, write_export
from counterclaim.export.rows import decided

__all__ = ["FORMATS", "decided", "exported", "write_export"]
