"""The dossier: a ledger as pages that open from a folder, or as one file, offline."""

from counterclaim.dossier.single import write_single
from counterclaim.dossier.writing import write_dossier

__all__ = ["write_dossier", "write_single"]
