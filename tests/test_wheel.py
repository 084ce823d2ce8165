"""A built wheel installs into an empty environment and builds the example there."""

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from conftest import EXAMPLE, ROOT


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and what it depends on, at the locked versions, and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip"]
    run(*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("counterclaim-*.whl")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    locked = [line.split(";")[0].split("\\")[0].strip() for line in lines]
    versions = [line for line in locked if "==" in line and not line.startswith(("numpy", "#"))]
    (folder / "versions.txt").write_text("\n".join(versions) + "\n")
    run(python, "-m", "pip", "install", "--quiet", "-c", folder / "versions.txt", wheel, cwd=folder)
    return python


def test_the_wheel_builds_the_example(environment: Path, tmp_path: Path) -> None:
    out = tmp_path / "ledger"
    counts = json.loads(run(environment, "-m", "counterclaim", "build", EXAMPLE, "--out", out, "--json", cwd=tmp_path))
    assert counts["reports"] == 8
    assert counts["contested"] >= 1
    assert (out / "dossier" / "index.html").exists()
