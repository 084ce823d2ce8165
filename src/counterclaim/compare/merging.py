"""Mentions merged to claims: all the places, in all reports, where one assertion of one speaker is told."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

import msgspec

from counterclaim.compare.amounts import TELLING, figure
from counterclaim.compare.asked import Asked
from counterclaim.compare.case import Case
from counterclaim.compare.days import apart, close
from counterclaim.compare.joining import LOOK, joined
from counterclaim.compare.likeness import stems
from counterclaim.compare.sameness import confused, nameless, quoted_alike, retells, tell_one_assertion
from counterclaim.compare.wanting import as_wanted
from counterclaim.ids import content_id
from counterclaim.memory import FORGETFUL, Memory
from counterclaim.model import Claim, Mention, When

# A summary is read in a list; two lines of it.
SUMMARY = 160

DIRECTNESS = {"direct": 0, "mixed": 1, "indirect": 2, "report": 3}

Cluster = tuple[Mention, ...]


def merge(case: Case, memory: Memory = FORGETFUL) -> tuple[tuple[Mention, ...], tuple[Claim, ...]]:
    """The mentions with their claims, and the claims. Neither order nor repetition of mentions changes the answer."""
    asked = Asked(case, memory)
    claims = sorted((asked.about(claim, *cluster) for cluster in clustered(asked)), key=lambda c: c.id)
    claim_of = {mention: c.id for c in claims for mention in c.mentions}
    told = [memory.of(of_claim, m, claim_of[m.id]) for m in case.mention.values()]
    return tuple(sorted(told, key=lambda m: (m.report, m.content, m.kind, m.id))), tuple(claims)


def of_claim(mention: Mention, claim: str) -> Mention:
    return msgspec.structs.replace(mention, claim=claim)


def clustered(asked: Asked) -> list[Cluster]:
    """The mentions of each claim: first by speaker, then what a body is given with, joined to its spokesman's words.

    Whoever is not named ("a resident") is one in two reports only where these share text. Last come retellings of one
    figure by one speaker in another verb: trapped, then captured. What people want joined or parted holds over all of
    it.
    """
    case, clusters = asked.case, list[Cluster]()
    for bucket in buckets(case):
        clusters += asked.about(connected, *bucket)
    found = in_other_verbs(case, adopted(asked, of_the_nameless(asked, clusters)))
    return [tuple(c) for c in as_wanted(found, case.wanted.claims, lambda m: (m.id,), lambda m: stems(case.words(m)))]


def buckets(case: Case) -> list[list[Mention]]:
    """Mentions that may tell one assertion: of one kind, and of one speaker or in reports' own voices."""
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in sorted(case.mention.values(), key=lambda m: m.id):
        found[mention.kind, owner(case, mention)].append(mention)
    return [found[key] for key in sorted(found)]


def owner(case: Case, mention: Mention) -> str:
    """On whose word it stands: a speaker's, that of one text in all reports that copy it, or an unknown's."""
    if mention.speaker is not None:
        return mention.speaker
    return f"text {case.text[mention.report]}" if mention.voice == "report" else f"unknown in {mention.report}"


def connected(case: Case, *mentions: Mention) -> list[Cluster]:
    """The mentions joined wherever two tell one assertion."""
    found = joined(mentions, lambda m: traits(case, m), lambda a, b: tell_one_assertion(case, a, b))
    return [tuple(cluster) for cluster in found]


def traits(case: Case, mention: Mention) -> Iterable[Hashable]:
    """What two mentions of one assertion have in common, at least one of them: figure, place and object, or a word."""
    yield "figure", figure(mention.quantity)
    yield "slots", case.side(mention.subject), mention.place
    yield from sorted(stems(case.words(mention)))


def of_the_nameless(asked: Asked, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, those of speakers without a name joined where reports that share text quote them alike."""
    items = sorted(clusters, key=ident)
    words = {ident(c): asked.about(words_in_text, *c) for c in items}
    found = joined(items, lambda c: words[ident(c)], lambda a, b: quoted_alike(asked.case, a, b))
    return [tuple(m for cluster in group for m in cluster) for group in found]


def words_in_text(case: Case, *cluster: Mention) -> list[Hashable]:
    """The words of a speaker without a name, with the text that has them."""
    if cluster[0].voice == "report" or not nameless(case, cluster[0]):
        return []
    return [*sorted({(m.kind, case.text[m.report], stem) for m in cluster for stem in stems(case.words(m))})]


def adopted(asked: Asked, clusters: Sequence[Cluster]) -> list[Cluster]:
    """A statement of a body joins that of the one spokesman whose words it evidently retells."""
    case, grown = asked.case, {ident(c): c for c in clusters}
    told: dict[Hashable, list[Cluster]] = defaultdict(list)
    for cluster in sorted(clusters, key=ident):
        if cluster[0].speaker is not None and cluster[0].speaker not in case.party:
            for key in asked.about(shared_keys, *cluster):
                told[key].append(cluster)
    for body in sorted((c for c in clusters if c[0].speaker in case.party), key=ident):
        near = {ident(c): c for key in asked.about(shared_keys, *body) for c in told.get(key, ())[-LOOK:]}
        fits = [c for c in near.values() if retells(case, body, c)]
        if len({c[0].speaker for c in fits}) == 1:
            best = min(fits, key=lambda c: (-len(c), ident(c)))
            grown[ident(best)] += grown.pop(ident(body))
    return list(grown.values())


def shared_keys(case: Case, *cluster: Mention) -> set[Hashable]:
    """By what the words of a body and those of its spokesman find each other: kind, side, and figure or a word."""
    side, kind = case.side(cluster[0].speaker), cluster[0].kind
    traits = {trait for m in cluster for trait in (figure(m.quantity), *stems(case.words(m))) if trait is not None}
    return {(kind, side, trait) for trait in traits}


def in_other_verbs(case: Case, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters of one speaker joined where reports tell one figure of his in verbs that a retelling confuses."""
    items = sorted(clusters, key=ident)
    found = joined(items, lambda c: figures_told(c), lambda a, b: confused(case, a, b))
    return [tuple(m for cluster in group for m in cluster) for group in found]


def figures_told(cluster: Cluster) -> list[Hashable]:
    """The speaker with each figure of the cluster that is no chance."""
    speaker = cluster[0].speaker
    known = {figure(m.quantity) or 0 for m in cluster}
    return [(speaker, number) for number in sorted(known) if speaker is not None and number >= TELLING]


def ident(cluster: Cluster) -> str:
    return cluster[0].id if len(cluster) == 1 else min(mention.id for mention in cluster)


def ranked(case: Case, cluster: Cluster) -> Cluster:
    """The mentions in order, the earliest and most direct first.

    A day's difference may be a report's delay, so within a day of the earliest directness decides.
    """
    first = min((day for m in cluster if (day := case.day(m))), default=None)
    return tuple(sorted(cluster, key=lambda m: rank(case, m, first)))


def rank(case: Case, mention: Mention, first: str | None) -> tuple[bool, int, int, int, str, str, object]:
    day = case.day(mention)
    known = (mention.place, mention.subject, mention.object, mention.quantity, mention.said.day)
    return (
        not close(day, first) or apart(day, first) is None,
        DIRECTNESS[mention.voice],
        len(mention.via),
        sum(value is None for value in known),
        day or "",
        case.report[mention.report].source,
        mention.content,
    )


def claim(case: Case, *mentions: Mention) -> Claim:
    """The claim of these mentions, with the values of the first."""
    cluster = ranked(case, mentions)
    original = cluster[0]
    return Claim(
        id=content_id("c", *sorted(m.id for m in cluster)),
        kind=original.kind,
        summary=summary(case, original),
        original=original.id,
        speaker=original.speaker,
        party=original.party or next((m.party for m in cluster if m.party), None),
        place=original.place,
        quantity=original.quantity,
        polarity=original.polarity,
        said=said(case, cluster),
        mentions=tuple(m.id for m in cluster),
        reports=len({m.report for m in cluster}),
        texts=case.texts(cluster),
    )


def said(case: Case, cluster: Iterable[Mention]) -> When:
    """The first and last day on which it was said, or else published."""
    days = sorted(day for m in cluster if (day := case.day(m)))
    return When(since=days[0], to=days[-1]) if days else When()


def summary(case: Case, mention: Mention) -> str:
    """Who says it, and the clause."""
    return f"{voice(case, mention)}: {shortened(case.words(mention), SUMMARY)}"


def voice(case: Case, mention: Mention) -> str:
    """The speaker's name, or the outlet where the report says it itself."""
    if mention.voice != "report":
        return case.name(mention.speaker) or "a speaker not named"
    return case.report[mention.report].outlet or "a report"


def shortened(text: str, most: int) -> str:
    """The text, cut after a word where it is too long."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"
