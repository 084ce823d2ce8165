"""Pages in a real browser: Debian's Chromium through Playwright, with no way to any other machine.

Every page is watched: an error in the console, a breach of the content security policy or a request that leaves this
machine fails the test that opened the page.
"""

import shutil
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")

Page = playwright.Page
Open = Callable[..., "playwright.Page"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)  # fmt: skip
LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")
HEIGHT = 900  # pixels of the window; pages are as long as they are


@pytest.fixture(scope="package")
def chromium() -> Iterator["playwright.Browser"]:
    """One browser for all browser tests; not for the whole session, as its event loop would stand in others' way."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: "playwright.Browser") -> Iterator[Open]:
    """Opens an address (`path.as_uri()`, or one on loopback) in a window of its own; `page.close()` is not needed.

    Pages from a folder have no network at all; those of a server on loopback see only this machine.
    """
    faults: list[str] = []
    contexts = []

    def opened(address: str, *, width: int = 1600, scheme: str = "light", script: bool = True) -> "playwright.Page":
        context = chromium.new_context(
            offline=address.startswith("file:"), viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme, java_script_enabled=script, reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        watch(context, faults)
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def watch(context: "playwright.BrowserContext", faults: list[str]) -> None:
    """Notes whatever a page must never do."""
    context.on("console", lambda m: faults.append(f"console: {m.text}") if m.type == "error" else None)
    context.on("weberror", lambda e: faults.append(f"script: {e.error}"))
    context.on("dialog", lambda d: (faults.append(f"dialog: {d.message}"), d.dismiss()))
    context.on("request", lambda r: None if is_here(r.url) else faults.append(f"request: {r.url}"))


def is_here(address: str) -> bool:
    """The address is a file of this machine, the page's own data, or a server on loopback."""
    parts = urlsplit(address)
    return parts.scheme in ("file", "data", "blob", "about") or parts.hostname in LOOPBACK
