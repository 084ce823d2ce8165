# ruff: noqa: E501 - a table of mentions reads by its rows
"""An invented ledger, written by hand: the town of Karvel, the Velmaran army and the Ostra Front.

It holds what a dossier must show: rival answers, figures with bounds, a copied passage, a retelling that drifts, a
concession, a post in another script, chrome, and markup that means harm.
"""

from collections.abc import Iterable

from counterclaim.model import (
    Actor,
    Block,
    Claim,
    CopyGroup,
    Hedge,
    Ledger,
    Made,
    Mention,
    Note,
    Party,
    Passage,
    Place,
    Position,
    Published,
    Quantity,
    Question,
    Rejected,
    Relation,
    Report,
    Said,
    Span,
    When,
)

EVIL = "<script>alert('karvel')</script><img src=x onerror=\"alert(1)\"> & \"><b onmouseover='x()'>"

WIRE = """Front says Karvel is its own, army denies it

KARVEL, May 3 (Northern Wire) - The Ostra Front said on Saturday that its fighters hold the whole of Karvel and that \
at least 300 soldiers are trapped in the old barracks.

"We hold the whole of Karvel, street by street," the Front's spokesman Ilan Dovrek wrote on his channel.

The Velmaran army rejected the claim. "Our units never left the town," General Soran Pell told a news conference in \
the capital. Two medics said twelve people had been killed since Friday.

Residents fled along the river road before dawn, carrying bedding and tins of oil, and the market by the east gate \
stayed shut for a third day while smoke stood over the grain stores."""

COURIER = """Home | World | Sport | Sign in

Three hundred soldiers lost in Karvel

Residents fled along the river road before dawn, carrying bedding and tins of oil, and the market by the east gate \
stayed shut for a third day while smoke stood over the grain stores.

The army lost 300 soldiers in the old barracks, according to Ostra Front spokesman Ilan Dovrek.

Velmaran army chief General Soran Pell said on Sunday that the town centre was fully under government control, though \
he admitted that the eastern gate had been given up.

Read more: ten things to know about Karvel"""

MERIDIAN = """Army counts its dead after the battle for Karvel

The Velmaran army said on Monday that between 20 and 30 of its soldiers had been killed. The Ostra Front put the toll \
at more than 140. A hospital director, who asked not to be named, counted 41 bodies.

"Not one street of Karvel is theirs," Dovrek told Radio Meridian by telephone.

ما کارول را در دست داریم و عقب نشینی نکرده ایم — Ilan Dovrek

The report saw no sign of soldiers in the old barracks on Sunday evening."""

BLOG = f"""My take on Karvel {EVIL}

The Front's man {EVIL} said nobody was killed in Karvel.

\u202eReversed words\u202c and a control \x07 character and half a pair \ud83d here."""

TEXTS = {"r-0000000000000001": WIRE, "r-0000000000000002": COURIER, "r-0000000000000003": MERIDIAN,
         "r-0000000000000004": BLOG}  # fmt: skip
R1, R2, R3, R4 = TEXTS
CHROME = ("Home | World | Sport | Sign in", "Read more: ten things to know about Karvel")


def at(report: str, words: str, within: Span | None = None) -> Span:
    """Where words first stand in a report, or in a part of it."""
    start = TEXTS[report].index(words, within.start if within else 0)
    return Span(start, start + len(words))


def blocks(text: str) -> Iterable[Block]:
    start = 0
    for n, part in enumerate(text.split("\n\n")):
        first = n == 0 or (n == 1 and text.startswith("Home"))
        kind = "chrome" if part in CHROME else "title" if first else "post" if part.startswith("ما") else "paragraph"
        yield Block(start, start + len(part), kind)
        start += len(part) + 2


def report(id: str, source: str, outlet: str | None, day: str | None, basis: str, url: str | None = None) -> Report:
    text = TEXTS[id]
    published = Published(day, "day", basis) if day else None
    return Report(id, source, url, outlet, text.split("\n")[0], published, "en", text, tuple(blocks(text)))


def mention(
    number: int, report: str, claim: str, words: str, *, kind: str, voice: str = "indirect", speaker: str | None = None,
    party: str | None = None, day: str | None = None, place: str | None = "p-karvel", figure: Quantity | None = None,
    polarity: str = "+", scale: str = "fact", cue: str = "", channel: str | None = None, via: tuple[str, ...] = (),
    subject: str | None = None, object: str | None = None,
) -> Mention:  # fmt: skip
    content = at(report, words)
    spans = {"quantity": (at(report, figure.text, within=content),)} if figure else {}
    hedge = at(report, cue) if cue else None
    return Mention(
        id=f"m-{number:016x}", report=report, claim=claim, content=(content,), cue=(hedge,) if hedge else (), source=(),
        voice=voice, speaker=speaker, party=party, via=via, channel=channel, said=Said(day, None, "by hand"),
        kind=kind, subject=subject, object=object, place=place, when=When(), quantity=figure, polarity=polarity,
        hedge=Hedge(scale, hedge), spans=spans,
    )  # fmt: skip


def count(text: str, low: int | None, high: int | None, of: str = "soldiers") -> Quantity:
    return Quantity(low, high, of, text)


FRONT, ARMY, DOVREK, PELL, MEDICS, DOCTOR = "a-front", "a-army", "a-dovrek", "a-pell", "a-medics", "a-doctor"

MENTIONS = (
    mention(1, R1, "c-front-holds", "its fighters hold the whole of Karvel", kind="control", speaker=FRONT, party=FRONT, day="2031-05-03", cue="said", subject=FRONT),
    mention(2, R1, "c-trapped", "at least 300 soldiers are trapped in the old barracks", kind="trapped", speaker=FRONT, party=FRONT, day="2031-05-03", figure=count("at least 300", 300, None), object=ARMY),
    mention(3, R1, "c-front-holds", "We hold the whole of Karvel, street by street", kind="control", voice="direct", speaker=DOVREK, party=FRONT, day="2031-05-03", channel="his channel", subject=FRONT),
    mention(4, R1, "c-denies", "The Velmaran army rejected the claim", kind="denial", voice="indirect", speaker=ARMY, party=ARMY, day="2031-05-03", polarity="-", scale="denied", cue="rejected"),
    mention(5, R1, "c-never-left", "Our units never left the town", kind="control", voice="direct", speaker=PELL, party=ARMY, day="2031-05-03", channel="news conference", subject=ARMY),
    mention(6, R1, "c-twelve", "twelve people had been killed since Friday", kind="killed", speaker=MEDICS, day="2031-05-03", figure=count("twelve", 12, 12, "people")),
    mention(7, R1, "c-fled", "Residents fled along the river road before dawn", kind="movement", voice="report", day=None),
    mention(8, R2, "c-fled", "Residents fled along the river road before dawn", kind="movement", voice="report", day=None),
    mention(9, R2, "c-trapped", "The army lost 300 soldiers in the old barracks", kind="killed", speaker=DOVREK, party=FRONT, day="2031-05-04", figure=count("300", 300, 300), object=ARMY),
    mention(10, R2, "c-centre", "the town centre was fully under government control", kind="control", speaker=PELL, party=ARMY, day="2031-05-04", cue="said", subject=ARMY),
    mention(11, R2, "c-gate", "the eastern gate had been given up", kind="control", speaker=PELL, party=ARMY, day="2031-05-04", cue="admitted", subject=FRONT),
    mention(12, R2, "c-trapped", "Three hundred soldiers lost in Karvel", kind="killed", voice="report", day="2031-05-04", figure=count("Three hundred", 300, 300), object=ARMY),
    mention(13, R3, "c-army-dead", "between 20 and 30 of its soldiers had been killed", kind="killed", speaker=ARMY, party=ARMY, day="2031-05-05", figure=count("between 20 and 30", 20, 30), object=ARMY),
    mention(14, R3, "c-front-dead", "more than 140", kind="killed", speaker=FRONT, party=FRONT, day="2031-05-05", figure=count("more than 140", 140, None), object=ARMY),
    mention(15, R3, "c-bodies", "counted 41 bodies", kind="killed", speaker=DOCTOR, day="2031-05-05", figure=count("41", 41, 41, "bodies")),
    mention(16, R3, "c-not-one", "Not one street of Karvel is theirs", kind="control", voice="direct", speaker=DOVREK, party=FRONT, day="2031-05-05", channel="telephone", via=("a-radio",), polarity="-", subject=ARMY),
    mention(17, R3, "c-no-sign", "no sign of soldiers in the old barracks", kind="trapped", voice="report", day="2031-05-05", figure=count("no", 0, 0), polarity="-"),
    mention(18, R4, "c-nobody", "nobody was killed in Karvel", kind="killed", speaker=None, voice="indirect", day=None, figure=count("nobody", 0, 0)),
    mention(19, R3, "c-asked", "who asked not to be named", kind="statement", speaker=DOCTOR, day="2031-05-05", place=None),
)  # fmt: skip


def claim(id: str, summary: str, reports: int = 1, texts: int = 1) -> Claim:
    told = [m for m in MENTIONS if m.claim == id]
    first = next((m for m in told if m.voice == "direct"), told[0])
    days = sorted(m.said.day for m in told if m.said.day)
    said = When(days[0], days[-1]) if days else When()
    return Claim(
        id, first.kind, summary, first.id, first.speaker, first.party, first.place, first.quantity, first.polarity,
        said, tuple(m.id for m in told), reports, texts,
    )  # fmt: skip


CLAIMS = (
    claim("c-front-holds", "Ostra Front: holds the whole of Karvel"), claim("c-trapped", "at least 300 trapped", 2, 2),
    claim("c-denies", "Velmaran army denies it"), claim("c-never-left", "Velmaran army: never left"),
    claim("c-twelve", "twelve killed"), claim("c-fled", "residents fled", 2, 1),
    claim("c-centre", "Velmaran army: holds the centre"), claim("c-gate", "Velmaran army: gave up the eastern gate"),
    claim("c-army-dead", "20 to 30 soldiers killed"), claim("c-front-dead", "more than 140 soldiers killed"),
    claim("c-bodies", "41 bodies"), claim("c-not-one", "Ostra Front: not one street is theirs"),
    claim("c-no-sign", "no sign of soldiers"), claim("c-nobody", "nobody killed"), claim("c-asked", "asked not to be named"),
)  # fmt: skip


def position(
    party: str | None, speaker: str | None, answer: str, since: str | None, to: str | None, claims: tuple[str, ...],
    figure: Quantity | None = None, concession: bool = False, origins: int = 1,
) -> Position:  # fmt: skip
    return Position(party, speaker, answer, figure, since, to, claims, 1, 1, origins, concession)


QUESTIONS = (
    Question(
        "q-holds", "control", "Who holds Karvel?", "p-karvel", None, When("2031-05-03", "2031-05-05"), "contested",
        ("contested", "conceded", "changed"), 3, 3, 3, (
            position(FRONT, None, "Ostra Front holds it", "2031-05-03", None, ("c-front-holds", "c-not-one")),
            position(ARMY, None, "Velmaran army holds it", "2031-05-03", "2031-05-03", ("c-never-left",)),
            position(ARMY, None, "Velmaran army holds the centre", "2031-05-04", None, ("c-centre",)),
            position(ARMY, None, "Ostra Front holds the eastern gate", "2031-05-04", None, ("c-gate",), concession=True),
        ),
    ),
    Question(
        "q-killed", "killed", "How many soldiers were killed?", "p-karvel", ARMY, When("2031-05-03", "2031-05-05"),
        "contested", ("contested", "differs"), 3, 3, 5, (
            position(ARMY, None, "20–30", "2031-05-05", None, ("c-army-dead",), count("", 20, 30)),
            position(FRONT, None, "at least 140", "2031-05-05", None, ("c-front-dead",), count("", 140, None)),
            position(None, MEDICS, "12", "2031-05-03", None, ("c-twelve",), count("", 12, 12)),
            position(None, DOCTOR, "41", "2031-05-05", None, ("c-bodies",), count("", 41, 41)),
            position(None, None, "none", None, None, ("c-nobody",), count("", 0, 0)),
        ),
    ),
    Question(
        "q-trapped", "trapped", "How many soldiers were trapped?", "p-karvel", ARMY, When("2031-05-03", "2031-05-03"),
        "single", ("single",), 2, 2, 1, (
            position(FRONT, None, "at least 300", "2031-05-03", None, ("c-trapped",), count("", 300, None)),
        ),
    ),
)  # fmt: skip


def drift(slot: str, *changed: str) -> Relation:
    because = f"The original says trapped; the retelling gives another {slot}."
    return Relation("drifts", "c-trapped", "c-trapped", slot, because, (("m-0000000000000002",), changed))


RELATIONS = (
    Relation("contradicts", "c-front-holds", "c-never-left", "subject", "Both name a holder of Karvel on 3 May, and not the same one.", (("m-0000000000000003",), ("m-0000000000000005",))),
    Relation("denies", "c-denies", "c-front-holds", None, "The army rejects the claim in the sentence after it.", (("m-0000000000000004",), ("m-0000000000000003",))),
    Relation("concedes", "c-gate", "c-front-holds", "place", "The army grants that a part of Karvel is lost.", (("m-000000000000000b",), ("m-0000000000000003",))),
    Relation("contradicts", "c-army-dead", "c-front-dead", "quantity", "Both count soldiers killed by 5 May; 20–30 and at least 140 do not meet.", (("m-000000000000000d",), ("m-000000000000000e",))),
    drift("kind", "m-0000000000000009", "m-000000000000000c"),
)  # fmt: skip


def actor(id: str, name: str, kind: str, role: str | None, party: str | None, *aliases: str) -> Actor:
    return Actor(id, name, aliases, kind, role, party)


COPIED = at(R1, WIRE[WIRE.index("Residents fled") :])
AGAIN = at(R2, COPIED.of(WIRE))

LEDGER = Ledger(
    made=Made("counterclaim 0.0.0", {"spacy": "none"}),
    reports=(
        report(R1, "karvel/wire.txt", "Northern Wire", "2031-05-03", 'dateline "KARVEL, May 3"', "https://wire.example/1"),
        report(R2, "karvel/courier.html", "Karvel Courier", "2031-05-04", "the page's own date"),
        report(R3, "karvel/meridian.txt", "The Meridian", "2031-05-05", "the page's own date"),
        report(R4, f"karvel/{EVIL}.txt", None, None, "", "javascript:alert(1)"),
    ),
    actors=(
        actor(FRONT, "Ostra Front", "group", None, FRONT, "the Front"), actor(ARMY, "Velmaran army", "group", None, ARMY),
        actor(DOVREK, "Ilan Dovrek", "person", "Ostra Front spokesman", FRONT, "Dovrek"),
        actor(PELL, "Soran Pell", "person", "Velmaran army chief General", ARMY, "General Pell"),
        actor(MEDICS, "two medics", "anonymous", None, None), actor(DOCTOR, "a hospital director", "anonymous", None, None),
        actor("a-radio", "Radio Meridian", "outlet", None, None),
    ),
    parties=(Party(FRONT, "Ostra Front", ("the Front",), "spokesmen speak for it"), Party(ARMY, "Velmaran army", (), "an army")),
    # An invented town needs land that nobody fights over: the Kerguelen islands.
    places=(Place("p-karvel", "Karvel", (), None, -49.35, 70.2, None, (), "town"),),
    mentions=MENTIONS,
    claims=CLAIMS,
    relations=RELATIONS,
    questions=QUESTIONS,
    copies=(
        CopyGroup("k-000000000000000a", R1, "earliest date", (
            Passage(R1, COPIED.start, COPIED.end), Passage(R2, AGAIN.start, AGAIN.end),
        )),
    ),
    notes=(Note(R3, at(R3, "ما کارول را در دست داریم و عقب نشینی نکرده ایم"), "language", "the passage is Persian"),),
    rejected=(Rejected("karvel/scan.pdf", "no text layer"),),
)  # fmt: skip

EMPTY = Ledger(
    made=Made("counterclaim 0.0.0", {}), reports=(), actors=(), parties=(), places=(), mentions=(), claims=(),
    relations=(), questions=(), copies=(), notes=(), rejected=(),
)  # fmt: skip
