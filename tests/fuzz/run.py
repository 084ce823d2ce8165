"""Coverage-guided fuzzing of one target: python tests/fuzz/run.py TARGET SECONDS [FOLDER].

Inputs that are worth keeping gather in FOLDER (out/fuzz/TARGET); one that breaks a promise is kept as a case of the
tests, in tests/fuzz/cases/TARGET, and ends the run.
"""

import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent
LONGEST = 8_000  # bytes of an input
SLOW = 20  # seconds for one input, on a machine that does other things too
MEMORY = 4_000  # megabytes

sys.path.insert(0, str(HERE.parent))


def main(name: str, seconds: str, folder: str = "") -> None:
    with atheris.instrument_imports(include=["counterclaim"], enable_loader_override=False):
        from fuzz.seeds import seeds
        from fuzz.targets import TARGETS
    gathered = Path(folder or f"out/fuzz/{name}")
    cases = HERE / "cases" / name
    for made in (gathered, cases):
        made.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (gathered / f"seed-{number:04}").write_bytes(seed)
    arguments = [
        sys.argv[0], str(gathered), f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOW}",
        f"-rss_limit_mb={MEMORY}", f"-artifact_prefix={cases}/", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup(arguments, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
