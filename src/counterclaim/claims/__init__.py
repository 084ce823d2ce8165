"""Claims of all kinds, from predicate frames matched on the parse."""

from counterclaim.claims.drafting import drafts

__all__ = ["drafts"]
