"""Can a decision be meant? Known before it is kept, so that whatever is kept can be applied.

    action    mentions    slot            value
    accept    one or more -               -
    reject    one or more -               -
    correct   one or more a slot          the right value, as below
    party     one or more -               a party: its name, alias or id; null for none
    merge     two or more what is joined  -
    split     two or more what is parted  the name of the part taken out, or null; the first mention stays
    add       - (or its id) -             {"report", "content": [[start, end], …], "kind"} and any slot with its value
    note      any         -               - (the note is the text)
    undo      any         -               the id of the decision that no longer stands

What `correct` sets: `kind`, `polarity` and `hedge` to one of their words; `speaker`, `subject`, `object`, `party`,
`place` to a name, alias or id, or null; `role` and `channel` to words, or null; `via` to a list of names; `said` to a
day, {"day", "time"} or null; `when` to a day, {"from", "to"} or null; `quantity` to a number, words that hold one
("at least 20"), {"low", "high", "of"} or null.
"""

from collections.abc import Sequence
from typing import Any, get_args

import msgspec

from counterclaim.errors import BadDecision
from counterclaim.model import Action, Record

# How long a decision's parts may be; a note of ten pages is an essay, and the store is no place for a flood.
LONGEST_NOTE, LONGEST_NAME, LONGEST_VALUE, MOST_MENTIONS = 20_000, 300, 100_000, 2_000


class Draft(Record, frozen=True):
    """A decision before it has its place in the chain."""

    user: str
    action: Action
    mentions: tuple[str, ...]
    slot: str | None
    value: Any
    note: str | None


def checked(
    user: str, action: str, mentions: Sequence[str], slot: str | None, value: Any, note: str | None
) -> Draft:
    """The decision as it will be kept. Raises BadDecision, which says what cannot be meant."""
    if action not in get_args(Action):
        raise BadDecision(f"the action {action!r} is none of {', '.join(get_args(Action))}")
    value = msgspec.json.decode(msgspec.json.encode(value))
    return Draft(user=user, action=action, mentions=tuple(mentions), slot=slot, value=value, note=note)  # type: ignore[arg-type]
