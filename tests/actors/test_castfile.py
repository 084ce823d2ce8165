from pathlib import Path

import pytest

from counterclaim.actors import read_cast
from counterclaim.actors.castfile import CastFile, WantedParty
from counterclaim.errors import BadOption

GOOD = """
[[party]]
name = "River Union"
aliases = ["the Union"]
members = ["Anton Vashti"]

[[party]]
name = "Velmara"
"""


def test_a_cast_file_names_parties(tmp_path: Path) -> None:
    path = tmp_path / "cast.toml"
    path.write_text(GOOD, encoding="utf-8")
    union = WantedParty("River Union", ("the Union",), ("Anton Vashti",))
    assert read_cast(path) == CastFile((union, WantedParty("Velmara")))


@pytest.mark.parametrize(
    "content, message",
    [
        ("[[party", "is not TOML"),
        ("[party]\nname = 'A'", "two brackets"),
        ("[[side]]\nname = 'A'", "'side'"),
        ("[[party]]\nalias = []", "'alias'"),
        ("[[party]]\naliases = ['A']", "needs a name"),
        ("[[party]]\nname = ' '", "needs a name"),
        ("[[party]]\nname = 'A'\nmembers = 'B'", "list of names"),
        ("[[party]]\nname = 'A'\n[[party]]\nname = 'B'\naliases = ['a']", "'a'"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "cast.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadOption, match=message):
        read_cast(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadOption, match=r"nowhere\.toml"):
        read_cast(tmp_path / "nowhere.toml")


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "cast.toml"
    path.write_bytes(b"[[party]]\nname = '\xff'")
    with pytest.raises(BadOption, match="not UTF-8"):
        read_cast(path)
