"""When two mentions tell one assertion of one speaker, in whatever words."""

from collections.abc import Sequence

from counterclaim.compare.amounts import TELLING, figure
from counterclaim.compare.case import Case
from counterclaim.compare.days import close
from counterclaim.compare.likeness import likeness, stems
from counterclaim.compare.victims import class_of
from counterclaim.lexicon import load
from counterclaim.model import Kind, Mention
from counterclaim.text import folded, lowered

# The share of content words that two tellings of one thing have in common. Paraphrases of one sentence share about
# a third and more; two sentences by one speaker on one theme, with the same slots, seldom do.
ALIKE = 0.4
# Without a slot to hold on to, the words alone must say that it is the same.
VERY_ALIKE = 0.6

# One speaker who names a number of this size twice for one kind within a day counts one thing.
LARGE = 100

# In these kinds the slots say what is asserted: who holds what, who did what to whom.
BY_SLOTS = frozenset({"control", "responsibility", "support", "blockade", "movement"})

# Kinds that a retelling confuses: each row tells of one event in other verbs.
KIN: tuple[frozenset[Kind], ...] = (
    frozenset({"killed", "wounded", "captured", "trapped", "missing"}),
    frozenset({"displaced", "movement", "talks"}),
    frozenset({"destroyed", "seized"}),
    frozenset({"control", "movement", "blockade"}),
)

# Of a figure retold in another verb, at least this share of the words is kept.
OTHER_VERB = 0.5


def tell_one_assertion(case: Case, left: Mention, right: Mention) -> bool:
    """The two, of one kind and one speaker (or in reports' own voices), assert the same."""
    return (
        left.polarity == right.polarity
        and same_voice(case, left, right)
        and same_event(case, left, right)
        and same_content(case, left, right)
    )


def same_voice(case: Case, left: Mention, right: Mention) -> bool:
    """Own voices are one within a report, and across reports only in one copied text."""
    if left.voice != "report" or left.report == right.report:
        return True
    shared = set(case.copied_in[left.id]) & set(case.copied_in[right.id])
    return bool(shared) and alike(case, left, right) >= ALIKE


def nameless(case: Case, mention: Mention) -> bool:
    """It is on the word of somebody whom the report does not name: "a resident", or nobody that could be found."""
    actor = case.actor.get(mention.speaker or "")
    return mention.speaker not in case.party and (actor is None or actor.kind == "anonymous")


def quoted_alike(case: Case, left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Two reports that share text give on the word of somebody without a name all but the same words."""
    return any(one_quotation(case, a, b) for a in left for b in right)


def one_quotation(case: Case, left: Mention, right: Mention) -> bool:
    """Another speaker of the same report is another, and so is one who is called otherwise."""
    names = [stems(name) for m in (left, right) if (name := case.name(m.speaker))]
    return (
        left.report != right.report
        and case.text[left.report] == case.text[right.report]
        and (left.polarity, figure(left.quantity)) == (right.polarity, figure(right.quantity))
        and (len(names) < 2 or bool(names[0] & names[1]))
        and alike(case, left, right) >= VERY_ALIKE
    )


def same_event(case: Case, left: Mention, right: Mention) -> bool:
    """Nothing that both know of place, days, doer or object keeps them apart."""
    if not close(case.day(left), case.day(right)) or not close(left.when.to, right.when.to):
        return False
    if same_count(case, left, right):
        return True
    return (
        case.near(left.place, right.place)
        and agree(case, left.subject, right.subject)
        and agree(case, left.object, right.object)
    )


def same_count(case: Case, left: Mention, right: Mention) -> bool:
    """One number of one kind, too large for chance: then place and people are told in other words.

    In reports that share text a smaller number is no chance either.
    """
    copied = left.report != right.report and case.text[left.report] == case.text[right.report]
    needed = TELLING if copied else LARGE
    return figure(left.quantity) == figure(right.quantity) and (figure(left.quantity) or 0) >= needed


def agree(case: Case, left: str | None, right: str | None) -> bool:
    """The two actors are one, or of one side, or one is not known; the unnamed are told apart by what they are called.

    Two reports' "soldiers" are no two actors, and no one actor either.
    """
    if left is None or right is None or (case.side(left) or left) == (case.side(right) or right):
        return True
    unnamed = [case.name(a) for a in (left, right) if a in case.actor and case.actor[a].kind == "anonymous"]
    return len(unnamed) == 2 and class_of(unnamed[0]) == class_of(unnamed[1])


def same_content(case: Case, left: Mention, right: Mention) -> bool:
    """They name the same figure, or fill the same slots, or say it in much the same words."""
    if left.kind == "control" and partial(case, left) != partial(case, right):
        return False
    first, second = figure(left.quantity), figure(right.quantity)
    if first is not None and second is not None:
        return first == second and (first > 1 or alike(case, left, right) >= ALIKE)
    needed = VERY_ALIKE if first != second or left.kind == "statement" else ALIKE
    if first == second and left.kind in BY_SLOTS and same_day(case, left, right) and same_slots(case, left, right):
        return True
    return alike(case, left, right) >= needed


def partial(case: Case, mention: Mention) -> bool:
    """It is said of a part of the place: all but one quarter, the rest, most of it."""
    plain = f" {lowered(folded(case.words(mention)))} "
    lists = load("compare")
    return any(f" {phrase} " in plain for phrase in (*lists["exceptions"], *lists["parts"]))


def confused(case: Case, left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """One speaker's figure told in two verbs, in two reports: neither report has it in both, so it is one."""
    kinds = {left[0].kind, right[0].kind}
    if len(kinds) == 1 or not any(kinds <= kin for kin in KIN[:1]):
        return False
    if {m.report for m in left} & {m.report for m in right}:
        return False
    return any(one_figure(case, a, b) for a in left for b in right)


def one_figure(case: Case, left: Mention, right: Mention) -> bool:
    """They name the same people by the same number, within a day, in much the same words."""
    of, other = (m.quantity.of if m.quantity else None for m in (left, right))
    return (
        figure(left.quantity) == figure(right.quantity)
        and left.polarity == right.polarity
        and close(case.day(left), case.day(right))
        and class_of(of) == class_of(other)
        and alike(case, left, right) >= OTHER_VERB
    )


def same_day(case: Case, left: Mention, right: Mention) -> bool:
    """They were said on one day, as far as is known: on another day a speaker may have another answer."""
    return close(case.day(left), case.day(right), 0)


def same_slots(case: Case, left: Mention, right: Mention) -> bool:
    """The doer and the place or object are known, and the same."""
    doer = left.subject is not None and right.subject is not None
    place = left.place is not None and left.place == right.place
    thing = left.object is not None and right.object is not None
    return doer and (place if left.kind in ("control", "blockade") else place and thing)


def alike(case: Case, left: Mention, right: Mention) -> float:
    """The share of content words in common."""
    return likeness(stems(case.words(left)), stems(case.words(right)))


def retells(case: Case, body: Sequence[Mention], told: Sequence[Mention]) -> bool:
    """What a body is given with is evidently what its spokesman said: kind, day, and figure or words."""
    speaker = told[0].speaker
    if speaker is None or speaker in case.party or case.side(speaker) != body[0].speaker:
        return False
    if body[0].kind != told[0].kind or body[0].polarity != told[0].polarity:
        return False
    return any(same_event(case, b, t) and same_words(case, b, t) for b in body for t in told)


def same_words(case: Case, left: Mention, right: Mention) -> bool:
    """The same figure above one, or very much the same words."""
    first, second = figure(left.quantity), figure(right.quantity)
    if first is not None and second is not None:
        return first == second and first > 1
    return first == second and alike(case, left, right) >= VERY_ALIKE
