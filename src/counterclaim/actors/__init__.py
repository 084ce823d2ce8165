"""One actor for all spellings and roles across reports, and the party whose position each voices."""

from counterclaim.actors.castfile import CastFile, read_cast
from counterclaim.actors.casting import Cast, cast

__all__ = ["Cast", "CastFile", "cast", "read_cast"]
