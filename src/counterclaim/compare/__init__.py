"""Claims compared: mentions merged to claims, claims related, and the questions they answer."""

from counterclaim.compare.case import Case
from counterclaim.compare.comparing import Compared, compared
from counterclaim.compare.wanting import Wanted

__all__ = ["Case", "Compared", "Wanted", "compared"]
