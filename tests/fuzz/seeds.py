"""Where fuzzing starts: sound inputs of each target, and the corpus of hostile ones."""

from io import BytesIO

import msgspec
from msgspec.structs import replace

from counterclaim.model import Ledger
from counterclaim.text import encodable
from dossier.karvel import LEDGER
from fuzz.targets import FORMATS_READ
from hostile import files, reports
from hostile.words import CLASSES
from reading.samples import FLAT, PAGE

SMALL = 20_000  # bytes; what is larger is no good beginning
WORDS = [words for found in CLASSES.values() for words in found.values()]
SUFFIXES = {".html": "page", ".eml": "letter", ".mbox": "mailbox", ".rss": "feed", ".atom": "feed", ".xml": "feed",
            ".pdf": "pdf", ".docx": "docx", ".warc": "archive"}  # fmt: skip

LINES = (
    ("accept", ["m-0000000000000001"], None, None), ("correct", ["m-0000000000000002"], "quantity", "at least 20 men"),
    ("correct", ["m-0000000000000001"], "said", "2031-05-03"), ("merge", ["m-0000000000000001", "m-0000000000000002"],
    "actor", None), ("split", ["m-0000000000000001", "m-0000000000000003"], "claim", None), ("undo", [], None, 1),
    ("party", ["m-0000000000000003"], None, "Ostra Front"), ("note", [], None, None),
    ("add", [], None, {"report": "r-0000000000000001", "content": [[3, 9]], "kind": "talks", "speaker": "Ann"}),
)  # fmt: skip


def seeds(target: str) -> list[bytes]:
    """The first inputs of a target."""
    return [data for data in _SEEDS[target]() if len(data) <= SMALL]


def _readers() -> list[bytes]:
    made = [
        ("page", PAGE.encode()), ("pdf", reports.pdf("x")), ("docx", reports.docx("x")), ("feed", reports.feed("x")),
        ("letter", reports.letter("x")), ("mailbox", b"From a\n" + reports.letter("x")),
        ("archive", reports.warc("x")), ("text", FLAT.encode()), ("table", _table()),
    ]  # fmt: skip
    for found in (files.HTML, files.MAIL, files.XML, files.PDF, files.ARCHIVE):
        for name, make in found.items():
            if "without end" not in name and "million" not in name and "quadratic" not in name:
                made.append((SUFFIXES[name[name.rindex(".") :]], make()))
    return [bytes([FORMATS_READ.index(format)]) + data for format, data in made]


def _table() -> bytes:
    """Two reports as a Parquet file."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    out = BytesIO()
    rows = {"id": ["a", "b"], "text": [FLAT, "Police denied it on Sunday."], "published": ["2031-05-03", None]}
    write_table(pa.table(rows), out)
    return out.getvalue()


def _texts() -> list[bytes]:
    return [reports.prose(words).encode("utf-8", "replace") for words in WORDS]


def _values() -> list[bytes]:
    said = "between 20 and 30 men; no fewer than two dozen; on Sunday, two weeks later, at 5 p.m.; since 3 May 2031"
    return [said.encode(), *(words.encode("utf-8", "surrogatepass") for words in WORDS)]


def _ledgers() -> list[bytes]:
    whole = msgspec.to_builtins(encodable_ledger())
    parts = {"actors": [], "mentions": [], "claims": [], "relations": [], "questions": [], "copies": [], "notes": []}
    return [msgspec.json.encode(whole), msgspec.json.encode(whole | parts | {"reports": whole["reports"][:1]})]


def encodable_ledger() -> Ledger:
    """The invented ledger without halves of characters, which no file can hold."""
    return replace(LEDGER, reports=tuple(replace(r, text=encodable(r.text)) for r in LEDGER.reports))


def _highlighter() -> list[bytes]:
    return [b"\x10\x20\x30\x10\x01\x80\0" + words.encode("utf-8", "replace") * 3 for words in WORDS]


def _decisions() -> list[bytes]:
    rows = [{"id": n, "at": "2031-05-04T10:00:00.000Z", "user": "Ann", "action": a, "mentions": m, "slot": s,
             "value": v, "note": "seen", "previous": ""} for n, (a, m, s, v) in enumerate(LINES, 1)]  # fmt: skip
    lines = [msgspec.json.encode(row) for row in rows]
    return [*lines, b"\n".join(lines)]


_SEEDS = {
    "readers": _readers, "texts": _texts, "values": _values, "ledgers": _ledgers, "highlighter": _highlighter,
    "decisions": _decisions,
}  # fmt: skip
