"""Files by path and on other file systems: the same names, the same bytes; what is not there is told."""

import gzip
from pathlib import Path

import fsspec
import pytest

from counterclaim.errors import MissingSource
from counterclaim.model import Rejected
from counterclaim.reading.locations import File, files, opened, stamp, whole
from counterclaim.reading.sources import read_sources

BODY = b"The army said that the ford was safe."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "deep/b.txt", ".hidden.txt", ".git/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(BODY + name.encode())
    return tmp_path


def names(place: str) -> list[str]:
    return sorted(file.source for file in files(place))


def test_a_folder_has_the_same_files_by_path_and_by_address(folder: Path) -> None:
    assert names(str(folder)) == names(folder.as_uri()) == ["a.txt", "deep/b.txt"]
    assert names(f"{folder.as_uri()}/a.txt") == names(f"{folder.as_uri()}/*.txt") == ["a.txt"]
    assert list(read_sources([folder])) == list(read_sources([folder.as_uri()]))


def test_any_file_system_that_fsspec_knows() -> None:
    system = fsspec.filesystem("memory")
    system.pipe("/news/a.jsonl.gz", gzip.compress(b"line"))
    (found,) = files("memory://news")
    with opened(found.place) as file:
        assert (found.source, file.read()) == ("a.jsonl.gz", b"line")
    before = stamp(found)
    system.pipe("/news/a.jsonl.gz", gzip.compress(b"another line"))
    assert stamp(found) != before


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("file:///nowhere/at/all", "there is no file or folder 'file:///nowhere/at/all'"),
        ("file:///nowhere/*.txt", "there is no file or folder"),
        ("nosuch://a/b", "nosuch://a/b cannot be reached: Protocol not known: nosuch"),
        ("nowhere/at/all", "there is no file or folder 'nowhere/at/all'"),
    ],
)
def test_what_is_not_there_is_told(place: str, words: str) -> None:
    with pytest.raises(MissingSource, match=words.replace("*", r"\*")):
        list(files(place))


def test_a_path_is_whole_for_a_process_elsewhere(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.chdir(folder)
    assert whole("a.txt") == str(folder / "a.txt") and whole("s3://b/a.txt") == "s3://b/a.txt"
    assert stamp(File("a.txt", "a.txt")) == stamp(File("a.txt", str(folder / "a.txt")))


def test_a_folder_that_one_may_not_look_into_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: Path(path).name != "deep")
    told = [item.source for item in read_sources([folder]) if isinstance(item, Rejected)]
    assert names(str(folder)) == ["a.txt", "deep"] and told == ["deep"]
    with pytest.raises(MissingSource, match="deep cannot be looked into: Permission denied"):
        names(str(folder / "deep"))
