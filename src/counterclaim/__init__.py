"""Counterclaim reads reports about a disputed event and writes down who claims what, on whose word, since when."""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as type checkers know it; importing typing for it would double the time of this import

if TYPE_CHECKING:
    from counterclaim.building import build as build
    from counterclaim.ledger import read_ledger as load
    from counterclaim.readings import attributions as attributions

_LAZY = {
    "attributions": ("counterclaim.readings", "attributions"),
    "build": ("counterclaim.building", "build"),
    "load": ("counterclaim.ledger", "read_ledger"),
}

__all__ = ["__version__", "attributions", "build", "load"]


def __getattr__(name: str) -> object:
    """The functions of `__all__`, imported when first asked for, so that importing the package costs nothing heavy."""
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _LAZY[name]
    found: object = getattr(import_module(module), attribute)
    return found
