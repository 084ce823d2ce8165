"""Shared passages: which reports carry the same text, where exactly, and who had it first."""

from counterclaim.copies.finding import copy_groups

__all__ = ["copy_groups"]
