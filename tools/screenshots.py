"""The pictures of the documentation: pages of the example, and a map of an invented event, as Chromium draws them.

    python tools/screenshots.py [FOLDER]     (docs/ unless given)

The example's places are in no gazetteer, so that its map is a list; the map shown is that of `benchmarks/invented.py`.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from counterclaim import build
from counterclaim.dossier import write_dossier

ROOT = Path(__file__).resolve().parents[1]
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]
WIDTH, HEIGHT = 1280, 860
MOST = 300_000  # bytes of a picture


def taken(browser: Browser, page: Path, target: Path) -> None:
    """The first screen of a page, without anything from a network."""
    context = browser.new_context(offline=True, viewport={"width": WIDTH, "height": HEIGHT})
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.screenshot(path=target)
    context.close()
    size = target.stat().st_size
    print(f"{target}  {size:,} bytes")
    if size > MOST:
        raise SystemExit(f"{target.name} is too large for the documentation: {size:,} bytes")


def fullest(folder: Path, holding: str = "") -> Path:
    """The page with most on it, of those that hold the words if any do."""
    return max(folder.glob("*.html"), key=lambda p: (holding in p.read_text(), p.stat().st_size, p.name))


def main(target: Path) -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from invented import ledger

    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as driver:
        example = write_dossier(build([ROOT / "examples" / "dresna"]), Path(scratch) / "example").parent
        places = write_dossier(ledger(150), Path(scratch) / "invented").parent
        pages = {
            "overview": example / "index.html", "question": fullest(example / "questions"),
            "report": fullest(example / "reports", "same as"), "map": places / "map.html",
        }  # fmt: skip
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        for name, page in pages.items():
            taken(browser, page, target / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs")
