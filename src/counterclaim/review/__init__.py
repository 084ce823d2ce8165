"""What people decide about a ledger: kept in the workspace database, applied over what the program found.

`store` and `searching` load SQLAlchemy and are therefore imported by those who use them, not here.
"""

from counterclaim.review.applying import Review, review
from counterclaim.review.queue import Left, left

__all__ = ["Left", "Review", "left", "review"]
