"""Places across reports: spellings joined, looked up in the gazetteer, unknown ones kept by name."""

from counterclaim.places.sites import Sites, sites

__all__ = ["Sites", "sites"]
