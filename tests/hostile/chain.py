"""The whole chain over the corpus, once for all tests that look at what came of it."""

import resource
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from counterclaim.cli import app
from counterclaim.export import FORMATS
from hostile.corpus import write


class Ran(NamedTuple):
    """The folder in which the whole chain ran, what each command printed, and what all took."""

    folder: Path
    printed: dict[str, str]
    seconds: float


def run(home: Path) -> Ran:
    """The chain over all inputs at once, in a folder of its own."""
    sources, out = home / "sources", home / "out"
    write(sources)
    began = spent()
    printed = {}
    for name, arguments in commands(sources, out).items():
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, (name, result.output[-2000:], result.exception)
        printed[name] = result.output
    return Ran(home, printed, spent() - began)


def commands(sources: Path, out: Path) -> dict[str, list[str]]:
    here = str(out)
    return {
        "build": ["build", str(sources), "--out", here, "--attribution", "rules", "--workers", "1"],
        "verify": ["verify", here],
        "dossier": ["dossier", here],
        "single": ["dossier", here, "--single-file"],
        **{to: ["export", here, "--to", to, "--out", str(out / f"export.{to}")] for to in FORMATS},
    }


def spent() -> float:
    """The processor's time of this process and of those that it waited for."""
    own, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime
