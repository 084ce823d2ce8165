"""The dossier: a ledger as pages that open from a folder, offline."""

from counterclaim.dossier.writing import write_dossier

__all__ = ["write_dossier"]
