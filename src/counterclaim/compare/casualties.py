"""Dead and wounded counted together: such a count is never set against the dead alone."""

import re

from counterclaim.compare.amounts import figure
from counterclaim.compare.case import Case
from counterclaim.lexicon import number_words
from counterclaim.model import Mention
from counterclaim.text import folded, lowered

# What such a count is of, as a class beside civilians and soldiers.
CASUALTIES = "casualties"

_DEAD, _HURT = r"(?:dead|killed|deaths?|died)", r"(?:wounded|injured|hurt|injuries|maimed)"
_FIGURE = rf"(?!,? (?:\d|an? |{'|'.join(sorted(number_words()))}|some|about|at least|more|many|several|dozens|scores|"
_FIGURE += r"hundreds|thousands|over|nearly|almost|another|others))"

# "Fifty were killed or wounded"; where the second has its own figure ("killed and wounded 30 others") it is two counts.
TOGETHER = re.compile(rf"\b(?:{_DEAD},? (?:and|or|and/or) {_HURT}|{_HURT} (?:and|or|and/or) {_DEAD})\b{_FIGURE}")
CASUALTY = re.compile(r"\bcasualt(?:y|ies)\b")

# "Were killed" and "or wounded" may be two claims; the rest of such a pair begins at most so many characters on.
ON = 20


def counted_together(case: Case, mention: Mention) -> bool:
    """Its figure is of dead and wounded in one, by the words from the figure to just behind the claim.

    No casualties are no dead, so nought is a count of either.
    """
    if not figure(mention.quantity) or mention.polarity == "-" or mention.kind not in ("killed", "wounded"):
        return False
    start = min(mention.content[0].start, *(s.start for s in mention.spans.get("quantity", mention.content)))
    words = lowered(folded(case.report[mention.report].text[start : mention.content[-1].end + ON]))
    inside = words[: mention.content[-1].end - start]
    return TOGETHER.search(" ".join(words.split())) is not None or CASUALTY.search(inside) is not None
