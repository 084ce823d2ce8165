"""What the watch over pages notes."""

from pathlib import Path

import pytest

from browser.conftest import is_here, playwright, watch


@pytest.mark.parametrize("address, here", [
    ("file:///dossier/index.html", True),
    ("data:image/png;base64,AAAA", True),
    ("http://127.0.0.1:8000/", True),
    ("http://[::1]:8000/", True),
    ("https://example.org/font.woff2", False),
    ("http://127.0.0.1.example.org/", False),
    ("ws://example.org/", False),
])  # fmt: skip
def test_is_here(address: str, here: bool) -> None:
    assert is_here(address) is here


@pytest.mark.parametrize("body, fault", [
    ("<script src='https://example.org/x.js'></script>", "request: https://example.org/x.js"),
    ("<script>alert('oh')</script>", "dialog: oh"),
    ("<script>throw new Error('oh')</script>", "script: oh"),
    ("<meta http-equiv=Content-Security-Policy content=\"style-src 'none'\"><p style='color:red'>", "console: "),
])  # fmt: skip
def test_what_a_page_must_not_do_is_noted(
    chromium: "playwright.Browser", tmp_path: Path, body: str, fault: str
) -> None:
    (tmp_path / "page.html").write_text(f"<!doctype html><title>t</title>{body}")
    faults: list[str] = []
    context = chromium.new_context(offline=True)
    watch(context, faults)
    context.new_page().goto((tmp_path / "page.html").as_uri())
    context.close()
    assert any(found.startswith(fault) for found in faults), faults
