"""The style and script: colours that can be read in light and dark, nothing fetched, nothing evaluated."""

import re

import pytest

from counterclaim.dossier.rendering import assets

CSS = assets()["dossier.css"].decode()
LIGHT, DARK = CSS.split("prefers-color-scheme: dark", 1)
WORDS = ["ink", "soft", *(f"p{n}" for n in range(8))]


def colours(part: str) -> dict[str, str]:
    root = part[part.index(":root") :].split("}", 1)[0]
    return dict(re.findall(r"--(\w+): #([0-9a-f]{6})", root))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(left: str, right: str) -> float:
    low, high = sorted((luminance(left), luminance(right)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read_on_paper_and_on_shade(scheme: str, word: str) -> None:
    known = colours(scheme)
    assert contrast(known[word], known["paper"]) >= 4.5
    assert contrast(known[word], known["faint"]) >= 4.5


def test_assets_fetch_and_evaluate_nothing() -> None:
    for content in assets().values():
        assert not re.search(rb"https?:|@import|url\(|eval\(|innerHTML|new Function|fetch\(", content)


def test_assets_are_small() -> None:
    assert sum(map(len, assets().values())) < 40_000
