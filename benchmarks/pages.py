"""First paint and size of a dossier's pages, from disk, in a real browser that starts anew for each.

    python benchmarks/pages.py [--claims 1000] [--runs 5]

Needs Chromium and Playwright. A page is meant to show its words within a second and to weigh less than 500 kB.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from invented import ledger
from playwright.sync_api import Browser, sync_playwright

from counterclaim.dossier import write_dossier, write_single

PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"]


def painted(browser: Browser, page: Path) -> float:
    """Milliseconds from the start of the navigation to the first words on the screen, in a window without a cache."""
    context = browser.new_context(offline=True, viewport={"width": 1600, "height": 900})
    tab = context.new_page()
    tab.goto(page.as_uri(), wait_until="load")
    while not (found := tab.evaluate(PAINTED)):
        tab.wait_for_timeout(20)
    context.close()
    return float(found)


def kinds(folder: Path) -> dict[str, Path]:
    """The largest page of each kind."""
    folders = [f for f in sorted(folder.iterdir()) if f.is_dir() and f.name != "static"]
    largest = {f"{f.name}/": max(f.glob("*.html"), key=lambda p: p.stat().st_size) for f in folders}
    return {p.stem: p for p in sorted(folder.glob("*.html"))} | largest


def main(claims: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        began = time.perf_counter()
        folder = write_dossier(ledger(claims), Path(scratch) / "dossier").parent
        wrote = time.perf_counter() - began
        single = write_single(ledger(claims), Path(scratch) / "dossier.html")
        total = sum(p.stat().st_size for p in folder.rglob("*.*"))
        count = len(list(folder.rglob("*.html")))
        print(f"{claims:,} claims: {count} pages, {total:,} bytes, written in {wrote:.1f} s")
        print(f"{'page':<16}{'kB':>8}{'first paint, ms: median':>26}{'worst':>8}")
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
            painted(browser, folder / "index.html")  # the browser's own start is no matter of the page
            for name, page in {**kinds(folder), "single file": single}.items():
                times = [painted(browser, page) for _ in range(runs)]
                kilobytes = page.stat().st_size / 1000
                print(f"{name:<16}{kilobytes:>8.0f}{statistics.median(times):>26.0f}{max(times):>8.0f}")
            browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    main(args.claims, args.runs)
