"""The ledger on disk: written whole or not at all, checked on write, read back with plain errors."""

from counterclaim.ledger.checks import faults
from counterclaim.ledger.files import read_ledger, write_ledger

__all__ = ["faults", "read_ledger", "write_ledger"]
