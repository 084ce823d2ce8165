"""What a run is asked to do, as one frozen record."""

from pathlib import Path
from typing import Literal

from counterclaim.model import Record

Tagger = Literal["model", "rules"]
DEFAULT_TAGGER: Tagger = "model"


class Options(Record, frozen=True):
    """The options of a build. `cast` is a cast.toml, `pipeline` a spaCy pipeline's name."""

    attribution: Tagger = DEFAULT_TAGGER
    pipeline: str | None = None
    cast: Path | None = None
