"""One slot of one mention set by a person."""

from collections.abc import Callable
from typing import Any

from counterclaim.model import Hedge, Quantity, Said, When
from counterclaim.review.bench import Bench, replace

BASIS = "set by a reviewer"


def correct(bench: Bench, mention: str, slot: str, value: Any) -> None:
    """Set the slot; the words that gave the value before no longer do, so their span goes."""
    spans = {name: span for name, span in bench.mentions[mention].spans.items() if name != slot}
    SETTERS[slot](bench, mention, value)
    bench.set(mention, spans=spans)


def as_it_is(slot: str) -> Callable[[Bench, str, Any], None]:
    return lambda bench, mention, value: bench.set(mention, **{slot: value})


def speaker(bench: Bench, mention: str, value: str | None) -> None:
    """Whose word it is, and so whose position; what a report said itself is now said by somebody."""
    who = bench.actor(value)
    voice = bench.mentions[mention].voice
    said = "indirect" if voice == "report" and who is not None else voice
    bench.set(mention, speaker=who, party=bench.side(who), voice=said)


def party(bench: Bench, mention: str, value: str | None) -> None:
    """Whose position this one mention voices, whatever its speaker's is elsewhere."""
    bench.set(mention, party=bench.party(value, BASIS))


def role(bench: Bench, mention: str, value: str | None) -> None:
    """What the speaker is, wherever they speak."""
    who = bench.mentions[mention].speaker
    if who in bench.actors:
        bench.actors[who] = replace(bench.actors[who], role=value)


def actor(slot: str) -> Callable[[Bench, str, Any], None]:
    return lambda bench, mention, value: bench.set(mention, **{slot: bench.actor(value)})


def place(bench: Bench, mention: str, value: str | None) -> None:
    bench.set(mention, place=bench.place(value))


def via(bench: Bench, mention: str, value: list[str]) -> None:
    known = [bench.actor(name) for name in value]
    bench.set(mention, via=tuple(dict.fromkeys(who for who in known if who is not None)))


def said(bench: Bench, mention: str, value: dict[str, str | None] | None) -> None:
    known = value or {"day": None, "time": None}
    bench.set(mention, said=Said(known["day"], known["time"], BASIS))


def when(bench: Bench, mention: str, value: dict[str, str | None] | None) -> None:
    known = value or {"from": None, "to": None}
    bench.set(mention, when=When(known["from"], known["to"]))


def quantity(bench: Bench, mention: str, value: dict[str, Any] | None) -> None:
    bench.set(mention, quantity=value and Quantity(value["low"], value["high"], value["of"], in_words(value)))


def in_words(value: dict[str, Any]) -> str:
    """The count as it is spoken of where the report has no words for it."""
    low, high = value["low"], value["high"]
    if low is None and high is None:
        return "an unknown number"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def hedge(bench: Bench, mention: str, value: Any) -> None:
    bench.set(mention, hedge=Hedge(value, None))


SETTERS: dict[str, Callable[[Bench, str, Any], None]] = {
    "kind": as_it_is("kind"),
    "speaker": speaker,
    "party": party,
    "role": role,
    "channel": as_it_is("channel"),
    "said": said,
    "subject": actor("subject"),
    "object": actor("object"),
    "place": place,
    "when": when,
    "quantity": quantity,
    "polarity": as_it_is("polarity"),
    "hedge": hedge,
    "via": via,
}
