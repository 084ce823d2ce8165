"""How alike texts are by the words they share, the rare ones counting most."""

import math
from collections import Counter
from collections.abc import Sequence

from counterclaim.text import lowered, words


class Likeness:
    """The cosine of a text with each of some others, by word counts weighted with their rarity among these."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [_counts(text) for text in texts]
        self._spread = Counter(word for count in counts for word in count)
        self._size = len(texts)
        self._vectors = [self._weighted(count) for count in counts]

    def to(self, text: str) -> list[float]:
        """The likeness of the text to each of the others, 0 to 1, in their order."""
        vector = self._weighted(_counts(text))
        return [_product(vector, other) for other in self._vectors]

    def _rarity(self, word: str) -> float:
        return math.log(1 + (1 + self._size) / (1 + self._spread[word]))

    def _weighted(self, counts: Counter[str]) -> dict[str, float]:
        weights = {word: (1 + math.log(n)) * self._rarity(word) for word, n in counts.items()}
        norm = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / norm for word, weight in weights.items()}


def _product(left: dict[str, float], right: dict[str, float]) -> float:
    """Rounded, and summed exactly, so that no order of words or reports shows."""
    return round(math.fsum(weight * right[word] for word, weight in left.items() if word in right), 9)


def _counts(text: str) -> Counter[str]:
    return Counter(lowered(word) for _, _, word in words(text))
