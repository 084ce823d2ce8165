"""Mixed reports to a ledger an event and a front page: the same ledgers as builds of each event give."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from typer.testing import CliRunner

from conftest import EXAMPLE
from counterclaim.building import build
from counterclaim.cli import app
from counterclaim.ledger import read_ledger
from counterclaim.ledger.files import encode
from counterclaim.options import Options
from counterclaim.survey import Survey, survey
from events.test_grouping import FERRY, MINE

RULES = Options(attribution="rules")


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example event among reports of a sunk ferry and one of a mine."""
    folder = tmp_path_factory.mktemp("mixed")
    for path in EXAMPLE.iterdir():
        if path.suffix in (".txt", ".md", ".html", ".jsonl"):
            (folder / path.name).write_bytes(path.read_bytes())
    for n, text in enumerate([*FERRY, MINE[0]]):
        (folder / f"other-{n}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def found(mixed: Path, tmp_path_factory: pytest.TempPathFactory) -> Survey:
    return survey([mixed], tmp_path_factory.mktemp("survey"), RULES)


def test_a_ledger_an_event_the_most_contested_first(found: Survey) -> None:
    assert [(e.title, e.contested > 0) for e in found.events] == [("Dresna", True), ("Calvo Head", False)]
    assert found.alone == 1  # the mine


def test_a_ledger_of_a_survey_is_that_of_its_own_build(found: Survey) -> None:
    folder = found.page.parent / "events" / found.events[0].id
    assert encode(read_ledger(folder)).count(b"Dresna") > 10
    alone = build([EXAMPLE], RULES)
    assert [(q.text, q.status) for q in read_ledger(folder).questions] == [(q.text, q.status) for q in alone.questions]


def test_every_link_of_the_front_page_leads_somewhere(found: Survey) -> None:
    page = LexborHTMLParser(found.page.read_text(encoding="utf-8"))
    links = [a.attributes["href"] or "" for a in page.css("a") if not (a.attributes["href"] or "").startswith("#")]
    assert len(links) > 4
    for link in links:
        path, _, anchor = link.partition("#")
        target = found.page.parent / path
        assert target.is_file(), link
        assert not anchor or f'id="{anchor}"' in target.read_text(encoding="utf-8"), link


def test_a_second_survey_keeps_names_and_clears_what_is_gone_but_no_ones_work(mixed: Path, tmp_path: Path) -> None:
    first = survey([mixed], tmp_path, RULES)
    worked, idle = (tmp_path / "events" / name for name in ("e-0000000000000001", "e-0000000000000002"))
    for folder in (worked, idle):
        folder.mkdir()
    (worked / "workspace.sqlite").write_bytes(b"")
    second = survey([mixed], tmp_path, RULES)
    assert [e.id for e in second.events] == [e.id for e in first.events]
    assert worked.is_dir() and not idle.exists()


def test_the_command_tells_what_it_found(mixed: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["survey", str(mixed), "--out", str(tmp_path), "--attribution", "rules", "--at-least", "1", "--json"]
    )
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert (told["events"], told["alone"], Path(told["page"]).is_file()) == (3, 0, True)


def test_the_command_lists_what_it_left_out(mixed: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no pages")
    given = ["survey", str(mixed), str(broken), "--out", str(tmp_path / "out"), "--attribution", "rules"]
    assert "1 left out\nleft out: broken.pdf: not a PDF" in CliRunner().invoke(app, given).output
