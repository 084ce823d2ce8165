"""What a run is asked to do, as one frozen record."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Tagger = Literal["model", "rules"]
DEFAULT_TAGGER: Tagger = "model"


@dataclass(frozen=True)  # no Record: --help reads the defaults, and should not wait for the model of a ledger
class Options:
    """The options of a build.

    `cast` is a cast.toml, `pipeline` a spaCy pipeline's name; `workers` are the processes that read reports (0: as many
    as there are cores and work for), `keep` is a folder for readings, so that no report is read twice.
    """

    attribution: Tagger = DEFAULT_TAGGER
    pipeline: str | None = None
    cast: Path | None = None
    workers: int = 1
    keep: Path | None = None
