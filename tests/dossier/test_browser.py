"""The pages in a real browser, from a folder: style and script are let in by the policy, hostile text is not."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from counterclaim.dossier import write_dossier
from dossier.test_writing import many

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


def opened(page: Path, profile: Path) -> str:
    """The page as it stands after its script has run."""
    command = [str(CHROMIUM), *QUIET, f"--user-data-dir={profile}", "--dump-dom", page.as_uri()]
    return subprocess.run(command, capture_output=True, timeout=120, check=True).stdout.decode("utf-8")


def test_long_lists_can_be_filtered_and_hostile_text_does_nothing(tmp_path: Path) -> None:
    page = write_dossier(many(3), tmp_path / "dossier").parent / "speakers" / "a-front.html"
    dom = opened(page, tmp_path / "profile")
    assert re.search(r'<input type="search" class="filter"', dom)
    hostile = opened(page.parent.parent / "reports" / "r-0000000000000004.html", tmp_path / "profile")
    assert "&lt;script&gt;alert('karvel')" in hostile and "<img" not in hostile
