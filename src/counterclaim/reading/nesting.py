"""How deep a page's elements nest, counted before it is parsed: a parser's time grows with the square of that."""

import re
from collections import Counter

from counterclaim.lexicon import word_set

DEEPEST = 5_000  # twice as deep takes a second; browsers themselves stop at 512

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")


def too_deep(html: str) -> bool:
    """The page opens more elements within one another than is parsed in good time.

    A close counts where such an element is open. Tags in scripts and comments count too, which in a page that means no
    harm come in pairs.
    """
    held: Counter[str] = Counter()
    depth, flat = 0, word_set("elements", "flat")
    for found in _TAG.finditer(html):
        name = found[2].lower()
        if name in flat:
            continue
        if not found[1]:
            held[name] += 1
            depth += 1
        elif held[name]:
            held[name] -= 1
            depth -= 1
        if depth > DEEPEST:
            return True
    return False
