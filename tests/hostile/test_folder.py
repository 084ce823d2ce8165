"""A folder that a stranger packed: what lies in it is neither run nor followed out of it, whatever its names are."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from counterclaim.cli import app
from counterclaim.ledger import faults, read_ledger
from hostile.chain import commands

SAID = "The Ostra Front said on Saturday that 14 people were killed in Karvel"
PAGE = f"<p>{SAID}.</p>"

# Modules that the program, its parser and its workers import; one in the folder that it is started in comes last.
MODULES = ("counterclaim", "encodings", "feedparser", "json", "msgspec", "multiprocessing", "selectolax", "spacy")

# What the command `counterclaim` does: the folder that it is started in is no place of modules.
STARTED = "import sys; sys.path.pop(0); from counterclaim.cli import app; app()"


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    folder = tmp_path / "packed"
    folder.mkdir()
    return folder


def built(folder: Path, out: Path) -> str:
    """What the terminal shows of a build that succeeds."""
    result = CliRunner().invoke(app, commands(folder, out)["build"])
    assert result.exit_code == 0, (result.output[-2000:], result.exception)
    assert faults(read_ledger(out)) == []
    return result.output


def test_no_module_in_the_folder_is_run(packed: Path, tmp_path: Path) -> None:
    """Neither in the parser of pages nor in workers."""
    for name in MODULES:
        (packed / f"{name}.py").write_text(f"open({str(tmp_path / f'ran-{name}')!r}, 'w')\n")
    for n in range(2):
        (packed / f"{n}.html").write_text(f"<p>{SAID}, {n} of them soldiers.</p>")
    given = ["build", ".", "--out", str(tmp_path / "out"), "--attribution", "rules", "--workers", "2"]
    done = subprocess.run([sys.executable, "-c", STARTED, *given], cwd=packed, capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.startswith("2 reports"), done.stderr[-2000:]
    assert list(tmp_path.glob("ran-*")) == []


def test_links_are_not_followed_but_one_that_is_given_by_itself(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text("a key of the user's")
    (packed / "a.txt").write_text(SAID)
    (packed / "key.txt").symlink_to(tmp_path / "key.txt")
    (packed / "again.txt").symlink_to("a.txt")
    (packed / "everything").symlink_to(tmp_path)
    (packed / "round.txt").symlink_to("round.txt")
    (packed / "zeros.txt").symlink_to("/dev/zero")
    os.mkfifo(packed / "pipe.txt")
    for given in (str(packed), packed.as_uri()):
        told = CliRunner().invoke(app, ["build", given, "--out", str(tmp_path / "out")]).output
        assert told.count("a link, which is not followed") >= 2
        assert "a key of" not in (tmp_path / "out" / "ledger.json").read_text()
    (tmp_path / "given.txt").symlink_to(packed / "a.txt")
    built(tmp_path / "given.txt", tmp_path / "other")


NAMES = [
    b"two\nlines: 14 mentions.txt",
    b"\x1b[2J\x07.txt",
    "right\u202eto left.txt".encode(),
    b"\xff\xfe not text.txt",
    b"n" * 240 + b".txt",
    b"=cmd|calc!A1.txt",
    b"<script>1<.txt",
    b"..txt.txt",
    b"a%2f..%2fb.txt",
    b" .txt",
    b"CON.txt",
    b"a.txt.gz.txt",
]


@pytest.mark.parametrize("read", [True, False], ids=["read", "refused"])
def test_names_of_files(packed: Path, tmp_path: Path, read: bool) -> None:
    """Of reports and of what is left out: the whole chain takes them, and each is one line of the terminal."""
    for number, name in enumerate(NAMES):
        content = f"{SAID}, {number} of them soldiers." if read else ""
        (packed / os.fsdecode(name)).write_text(content, encoding="utf-8")
    (packed / "good.txt").write_text(SAID)
    printed = built(packed, tmp_path / "out")
    assert all(c.isprintable() or c == "\n" for c in printed)
    assert len(printed.splitlines()) == 3 + (0 if read else len(NAMES) - 1)
    for name, arguments in commands(packed, tmp_path / "out").items():
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, (name, result.output[-2000:])


@pytest.mark.parametrize("suffix", [".html", ".jsonl", ".warc", ".pdf", ".eml", ".txt.gz"])
def test_a_name_that_is_no_text_in_every_kind_of_reader(packed: Path, tmp_path: Path, suffix: str) -> None:
    (packed / os.fsdecode(b"\xff\xfe" + suffix.encode())).write_bytes(PAGE.encode())
    (packed / "good.txt").write_text(SAID)
    built(packed, tmp_path / "out")


def test_an_output_folder_that_is_a_link(packed: Path, tmp_path: Path) -> None:
    """The user says where: it is followed where it leads to a folder, and a plain error where it leads nowhere."""
    (packed / "a.txt").write_text(SAID)
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    built(packed, tmp_path / "out")
    assert (tmp_path / "real" / "dossier" / "index.html").exists()
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone" / "gone")
    result = CliRunner().invoke(app, commands(packed, tmp_path / "nowhere")["build"])
    assert result.exit_code == 2 and "cannot write to" in result.output


@pytest.mark.parametrize("name", ["dossier", "dossier/static", "dossier/questions", "dossier/.new"])
def test_no_page_is_written_through_a_link(packed: Path, tmp_path: Path, name: str) -> None:
    """A ledger's folder that a stranger packed, with a link in it to a folder of the user's."""
    (packed / "a.txt").write_text(SAID)
    built(packed, tmp_path / "out")
    own, place = tmp_path / "own", tmp_path / "out" / name
    own.mkdir()
    (own / "index.html").write_text("the user's own")
    if place.exists():
        shutil.rmtree(place)
    place.symlink_to(own)
    result = CliRunner().invoke(app, ["dossier", str(tmp_path / "out")])
    assert result.exit_code == 2 and "is a link, through which no dossier is written" in result.output
    assert [p.name for p in own.iterdir()] == ["index.html"] and (own / "index.html").read_text() == "the user's own"


def test_a_file_that_is_a_link_is_replaced_and_not_written_through(packed: Path, tmp_path: Path) -> None:
    (packed / "a.txt").write_text(SAID)
    built(packed, tmp_path / "out")
    (tmp_path / "own").write_text("the user's own")
    for name in ("ledger.schema.json", "dossier/index.html", "dossier.html"):
        (tmp_path / "out" / name).unlink(missing_ok=True)
        (tmp_path / "out" / name).symlink_to(tmp_path / "own")
    built(packed, tmp_path / "out")
    assert CliRunner().invoke(app, ["dossier", str(tmp_path / "out"), "--single-file"]).exit_code == 0
    assert (tmp_path / "own").read_text() == "the user's own"


@pytest.mark.parametrize("target", ["/dev/zero", "pipe"])
@pytest.mark.parametrize("command", [["dossier"], ["verify"], ["export", "--to", "csv", "--out", "-"]])
def test_a_ledger_that_never_ends(tmp_path: Path, target: str, command: list[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "ledger.json").symlink_to(target)
    result = CliRunner().invoke(app, [command[0], str(tmp_path), *command[1:]])
    assert result.exit_code == 2 and "is no file" in result.output
