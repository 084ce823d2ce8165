"""What a run is asked to do, as one frozen record."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from counterclaim.errors import BadOption

Tagger = Literal["model", "rules"]
DEFAULT_TAGGER: Tagger = "model"


@dataclass(frozen=True)  # no Record: --help reads the defaults, and should not wait for the model of a ledger
class Options:
    """The options of a build.

    `cast` is a cast.toml, `pipeline` a spaCy pipeline's name; `workers` are the processes that read reports (0: as many
    as there are cores and work for), `keep` is a folder for readings, so that no report is read twice. `address` is
    that of a Ray cluster, for the engine of that name; None starts one on this machine.
    """

    attribution: Tagger = DEFAULT_TAGGER
    pipeline: str | None = None
    cast: Path | None = None
    workers: int = 1
    keep: Path | None = None
    address: str | None = None


def is_ray(engine: str, address: str | None) -> bool:
    """The engine that was named is Ray's. Raises BadOption where it is neither that nor the local one."""
    if engine not in ("local", "ray"):
        raise BadOption(f"--engine is {engine!r}; it can be local or ray")
    if address is not None and engine == "local":
        raise BadOption("--address is for --engine ray; leave it out with --engine local")
    return engine == "ray"
