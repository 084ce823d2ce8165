"""The shipped weights: checked, small enough, of linear cost, and the same whatever stands beside a text."""

import hashlib
import time
from importlib.resources import files

import pytest

from counterclaim.attribution import tagging
from counterclaim.attribution.model import attribute, version
from counterclaim.attribution.pieces import lines
from counterclaim.attribution.tagging import load_weights, tagged
from counterclaim.errors import DamagedWeights

LARGEST = 30_000_000  # bytes of the shipped weights


def test_weights_are_small_and_named_by_their_hash() -> None:
    folder = files("counterclaim.attribution") / "weights"
    network = (folder / "tagger.onnx").read_bytes()
    assert len(network) + len((folder / "vocabulary.json").read_bytes()) <= LARGEST
    assert version().endswith(hashlib.sha256(network).hexdigest()[:12])


def test_weights_that_were_changed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "_sums", lambda listing: iter([("tagger.onnx", "0" * 64)]))
    with pytest.raises(DamagedWeights, match=r"tagger\.onnx"):
        tagging._checked("tagger.onnx")


def test_weights_that_are_missing_are_refused() -> None:
    with pytest.raises(DamagedWeights, match="cannot be read"):
        tagging._checked("absent.onnx")


def test_scores_are_log_probabilities() -> None:
    text = "The army said the town was calm."
    made = tagged(text, lines(text), load_weights())
    assert made.scores.shape == (len(made.pieces), 7)
    assert abs(2.718281828 ** made.scores.astype(float)).sum(1) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize(
    "unit", ["the army said that ", "he said “", "x", "'Ω\u0301"], ids=["speech", "quotation", "one word", "marks"]
)
def test_cost_is_linear_without_a_full_stop(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        attribute(text)
        return time.process_time() - start

    seconds(1_000)
    short, long = seconds(4_000), seconds(16_000)
    assert long < 2 * 4 * short + 0.5  # twice the linear cost, and half a second for a busy machine
