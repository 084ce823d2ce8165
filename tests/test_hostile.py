"""The whole chain on hostile texts: twice the text takes about twice the time, and nothing fails."""

import time

import pytest

from counterclaim.building import assemble, read
from counterclaim.model import Report
from counterclaim.options import Options, Tagger
from counterclaim.reading import read_text

SHORT = {"rules": 5_000, "model": 2_500}  # characters: more than are parsed at once; the tagger takes longer
MOST = 3  # times as long for twice the text: a square would be four times, and 2 leaves no room for noise
NOISE = 0.5  # seconds

CASES = ("he said that ", '"', "(a [b ", "the army killed 12 soldiers and ", "ARMY ", "a\nb ")


def seconds(text: str, options: Options) -> float:
    """How long a processor works on the text, from report to ledger."""
    report = read_text(text, "hostile.txt")
    assert isinstance(report, Report)
    start = time.process_time()
    assemble([read(report, options)], [], options)
    return time.process_time() - start


@pytest.fixture(scope="module", params=["rules", "model"])
def options(request: pytest.FixtureRequest) -> Options:
    """The options, with all that is loaded once already loaded."""
    tagger: Tagger = request.param
    chosen = Options(attribution=tagger)
    seconds("The army said on Monday that 14 people were killed in Karvel.", chosen)
    return chosen


@pytest.mark.parametrize("words", CASES)
def test_time_grows_with_the_text_and_not_its_square(words: str, options: Options) -> None:
    once = words * (SHORT[options.attribution] // len(words))
    assert any(seconds(once + once, options) <= MOST * seconds(once, options) + NOISE for _ in range(2))
