"""Counterclaim reads reports about a disputed event and writes down who claims what, on whose word, since when."""

__version__ = "0.1.0"
