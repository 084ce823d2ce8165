"""Nothing rests on names: the example event with every name in it replaced gives the same structure."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from conftest import EXAMPLE
from counterclaim.building import build
from counterclaim.model import Ledger

# Every name of the example and what stands in its place: invented too, of other lengths and other sounds.
NAMES = {
    "Dresna": "Yelbor", "Velmaran": "Tarovian", "Velmara": "Tarovia", "Ostra Front": "Kestrel Movement",
    "Front": "Movement", "Halden": "Omarak", "Anton Merek": "Josip Halvard", "Merek": "Halvard",
    "Ilse Varno": "Dunya Okabe", "Varno": "Okabe", "Roman Tesk": "Faris Ulmo", "Tesk": "Ulmo", "Sarn": "Ibbet",
    "Lena Harsk": "Noor Vantel", "Harsk": "Vantel", "Lantern News": "Beacon News", "lantern": "beacon",
    "Harrow Courier": "Quarry Gazette", "VPA": "TPA", "Mira Solen": "Ada Perrin", "Pavel Ander": "Hugo Lindt",
    "Tessa Brandt": "Rosa Munk", "Jana Orlo": "Edda Fisk", "Lowland Conflict Monitor": "Upland Conflict Monitor",
    "Lowland Weekly": "Upland Weekly", "Red Lantern": "Blue Cedar", "Mill Quarter": "Fort Quarter",
    "tesk_front": "ulmo_mov", "Дресни": "Єлбору", "Harbour Times": "Delta Times",
}  # fmt: skip


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder = tmp_path_factory.mktemp("renamed") / "event"
    shutil.copytree(EXAMPLE, folder)
    for path in folder.iterdir():
        path.write_text(replaced(path.read_text(encoding="utf-8")), encoding="utf-8")
    return build([folder])


def replaced(text: str) -> str:
    names = sorted(NAMES, key=len, reverse=True)
    return re.sub(r"(?:\b|(?<=\\n))(" + "|".join(map(re.escape, names)) + r")\b", lambda m: NAMES[m.group()], text)


def shape(ledger: Ledger) -> dict[str, object]:
    """What a ledger says without its names: counts, kinds, values, and how claims and questions hang together."""
    source = {r.id: Path(r.source).name for r in ledger.reports}
    return {
        "mentions": Counter(
            (source[m.report], m.kind, m.voice, m.polarity, m.hedge.scale, m.said.day, m.speaker is not None,
             m.party is not None, m.place is not None, m.quantity and (m.quantity.low, m.quantity.high))
            for m in ledger.mentions
        ),
        "claims": Counter((c.kind, c.reports, c.texts) for c in ledger.claims),
        "parties": len(ledger.parties),
        "places": len(ledger.places),
        "relations": Counter((r.kind, r.slot) for r in ledger.relations),
        "questions": Counter((q.kind, q.status, q.marks, q.origins, len(q.positions)) for q in ledger.questions),
        "copies": Counter(len(g.passages) for g in ledger.copies),
        "published": sorted((source[r.id], r.published.day if r.published else None) for r in ledger.reports),
    }  # fmt: skip


@pytest.mark.parametrize(
    "part", ["mentions", "claims", "parties", "places", "relations", "questions", "copies", "published"]
)
def test_names_do_not_matter(example: Ledger, renamed: Ledger, part: str) -> None:
    assert shape(renamed)[part] == shape(example)[part]


def test_every_name_was_replaced(renamed: Ledger) -> None:
    text = " ".join(r.text for r in renamed.reports)
    assert not [name for name in NAMES if re.search(rf"\b{re.escape(name)}\b", text)]
