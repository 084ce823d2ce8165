"""Who speaks: each attribution with its speaker sought in the report, those who relay, the medium and the day."""

import re
from collections.abc import Sequence

import msgspec

from counterclaim.attribution.channels import channel
from counterclaim.attribution.cues import FIRM, cue_class, is_act, is_deed, is_witnessed
from counterclaim.attribution.names import Names, names
from counterclaim.attribution.nesting import enclosing
from counterclaim.attribution.owners import is_text, is_thing, owner
from counterclaim.attribution.placing import Placed, placed
from counterclaim.attribution.quotes import quotations
from counterclaim.attribution.relays import relays
from counterclaim.attribution.sayings import UNKNOWN, elsewhere, is_of_the_day, own_day, said, signed
from counterclaim.attribution.voices import voice
from counterclaim.model import Attribution, Name, Report, Said, Sentence, Span, Speech

_LIVES = re.compile(r"(?:the )?li(?:fe|ves)\b", re.IGNORECASE)
_UNSAID = re.compile(r"\b(?:not|never)\b|n['’]t\b")
_CLAUSE = re.compile(r"\W*(?:that|how|why|what|whether|if|who|when|where|it)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\b(?:tolls?|figures?|numbers?|counts?|estimates?)\b", re.IGNORECASE)
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_ASSERTING = frozenset(["say", "declare", "tell", "claim", "confirm", "report"])
_OWN = frozenset(["i", "we", "me", "us", "my", "our", "ours", "mine"])


def speeches(
    report: Report, sentences: Sequence[Sentence], attributions: Sequence[Attribution], known: Names | None = None
) -> tuple[Speech, ...]:
    """The attributions as speech, in their order; `known` spares reading the report's names again.

    Attributions of deeds and feelings ("backs the rebels", "sought a truce") are no speech and left out, unless
    their words are quoted.
    """
    known = known or names(report, sentences)
    quotes = quotations(report)
    spoken: dict[int, Name | None] = {}
    out: dict[int, Speech] = {}
    where, outer = placed(sentences, attributions), enclosing(attributions)
    for i in sorted(range(len(attributions)), key=lambda i: len(outer[i])):
        given, place = attributions[i], where[i]
        chain = [(attributions[j], spoken.get(j)) for j in outer[i]]
        spoken[i] = _speaker(known, given, chain)
        relayed = () if place is None else relays(known, place.layout, place.cue)
        via = tuple(name for name in (*_tellers(report, given, chain), *relayed) if name != spoken[i])
        medium = _channel(report, place, relayed)
        out[i] = Speech(given, voice(given, quotes), spoken[i], via, medium, _said(report, given, place))
    kept = [speech for i, speech in sorted(out.items()) if not _is_act(report, speech, where[i])]
    told = [one for speech in kept for one in _each(known, speech) if _is_speech(report, one)]
    return _dated(report, told)


def _each(known: Names, speech: Speech) -> list[Speech]:
    """The speech once for each of several bodies or persons who say it: "the army and the front both said"."""
    source = speech.attribution.source
    parts = known.parts(source[0]) if len(source) == 1 else ()
    if len(parts) < 2:
        return [speech]
    alone = [msgspec.structs.replace(speech.attribution, source=(part,)) for part in parts]
    return [msgspec.structs.replace(speech, attribution=a, speaker=known.of(a.source[0])) for a in alone]


Chain = Sequence[tuple[Attribution, Name | None]]  # the attributions around one, with their speakers, outermost first


def _speaker(known: Names, given: Attribution, chain: Chain) -> Name | None:
    """On whose word it is: the source's, or that of the speech around it where it names none or says "we".

    What somebody is said to think or feel is on the word of who says so; so is what pictures or signs show.
    """
    around = next((name for _, name in reversed(chain) if name is not None), None)
    if not given.source or (around is not None and not _is_firm(known.report, given)):
        return around
    span = max(given.source, key=len)
    if span.of(known.report.text).lower() in _OWN:
        return around
    found = known.phrase(span)
    if found is None:
        return known.called(span) or (_signer(known.report, span) if not given.cue else None)
    if (is_text(found) or is_thing(found)) and (maker := owner(known, found)) is not None:
        return maker
    if not given.cue and found.is_clause:  # a headline's source, which the parse took for its verb
        return known.called(span)
    return around if around is not None and is_thing(found) else known.of(known.parts(span)[0])


def _is_speech(report: Report, speech: Speech) -> bool:
    """Somebody's word: quoted, told, or what a person is said to have seen; not the lives that a blast claims, nor what
    somebody "has not said"."""
    words, told = _words(report, speech.attribution), speech.attribution.content[0].of(report.text)
    if _LIVES.match(told) or (_UNSAID.search(words.lower()) and cue_class(words) in _ASSERTING):
        return False
    seen = speech.speaker is not None and speech.speaker.kind == "person" and is_witnessed(words)
    return speech.voice == "direct" or seen or not is_deed(words)


def _is_act(report: Report, speech: Speech, place: Placed | None) -> bool:
    """What somebody did rather than said: no word of speech before a mere thing, as in "arrested two men"."""
    told = speech.attribution.content[0].of(report.text)
    if speech.voice != "indirect" or _CLAUSE.match(told) or _FIGURES.search(told):
        return False
    return is_act(_words(report, speech.attribution)) and not (place is not None and _governs_clause(place))


def _governs_clause(place: Placed) -> bool:
    """The cue's verb has a whole clause for its object, without "that": "showed five men had died"."""
    sentence = place.layout.sentence
    clauses = [i for i in sentence.children[place.cue] if sentence.tokens[i].dep == "ccomp"]
    return any(sentence.tokens[j].tag in _FINITE for i in clauses for j in (i, *sentence.children[i]))


def _words(report: Report, given: Attribution) -> str:
    return " ".join(span.of(report.text) for span in given.cue)


def _signer(report: Report, span: Span) -> Name:
    """Who signed a post, by the words of the signature."""
    return Name(span.of(report.text), "person", span)


def _tellers(report: Report, given: Attribution, chain: Chain) -> list[Name]:
    """The speakers of the speech around one that has a source of its own: they relay it."""
    if not given.source:
        return []
    return [name for outer, name in chain if name is not None and _is_firm(report, outer)]


def _is_firm(report: Report, given: Attribution) -> bool:
    words = _words(report, given)
    return not words or cue_class(words) in FIRM


def _channel(report: Report, place: Placed | None, relayed: Sequence[Name]) -> str | None:
    """The medium: that of the cue's clause, else whom the speaker told."""
    medium = None if place is None else channel(place.layout, place.cue, report.text)
    return medium or (relayed[0].text if relayed else None)


def _said(report: Report, given: Attribution, place: Placed | None) -> Said:
    if not given.cue and given.source:
        return signed(report, given)
    return UNKNOWN if place is None else said(report, place.layout.sentence, given)


def _dated(report: Report, found: Sequence[Speech]) -> tuple[Speech, ...]:
    """The speeches with a day for those that name none: what their speaker says goes on on the day last named for
    them; before any is, it is the report's own, else the first that is named for them."""
    own, last = own_day(report), dict[str, str]()
    first = {s.speaker.text: s.said.day for s in reversed(found) if s.speaker is not None and s.said.day is not None}
    out = []
    for speech in found:
        who = speech.speaker.text if speech.speaker is not None else None
        if who is not None and speech.said.day is not None:
            last[who] = speech.said.day
        elif who is not None and speech.said.day is None and is_of_the_day(_words(report, speech.attribution)):
            day = last.get(who) or (None if own.day else first.get(who))
            speech = msgspec.structs.replace(speech, said=elsewhere(day) if day else own)
        out.append(speech)
    return tuple(out)
