"""Mixed reports grouped into events."""

from counterclaim.events.grouping import events
from counterclaim.events.telling import Told, telling

__all__ = ["Told", "events", "telling"]
