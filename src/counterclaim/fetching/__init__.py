"""Addresses of the web to bytes: only public ones, politely, within limits, and with a record of what was read."""

from counterclaim.fetching.archiving import archive
from counterclaim.fetching.fetching import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher", "archive"]
