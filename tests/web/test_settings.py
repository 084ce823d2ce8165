"""What can be served safely, and what is refused with its remedy."""

from pathlib import Path

import pytest

from counterclaim.errors import BadOption, DamagedLedger
from counterclaim.web.serving import ready
from counterclaim.web.settings import Settings, checked, is_loopback, word
from web.served import served

EVERYWHERE = "0.0.0.0"  # noqa: S104


@pytest.mark.parametrize("host, alone", [
    ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), (EVERYWHERE, False),
    ("192.168.1.5", False), ("example.org", False), ("localhost.example.org", False),
])  # fmt: skip
def test_is_loopback(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


@pytest.mark.parametrize("settings, remedy", [
    (Settings(Path("x"), host=EVERYWHERE), "--token or --password-file"),
    (Settings(Path("x"), host="192.168.1.5"), "--token or --password-file"),
    (Settings(Path("x"), word="short"), "choose a longer one"),
    (Settings(Path("x"), port=70000), "0 (any that is free) to 65535"),
])  # fmt: skip
def test_what_is_unsafe_is_refused(settings: Settings, remedy: str) -> None:
    with pytest.raises(BadOption, match=remedy.replace("(", r"\(").replace(")", r"\)")):
        checked(settings)


def test_the_word_is_the_token_or_stands_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("  a long word \nsecond line\n")
    file.chmod(0o600)
    assert word(None, file) == "a long word" and word("token", None) == "token" and word(None, None) is None


@pytest.mark.parametrize("content, mode, remedy", [
    (b"a long word", 0o644, "chmod 600"),
    (b"\n", 0o600, "no password in its first line"),
    (b"\xff\xfe", 0o600, "not UTF-8 at byte 0"),
    (None, 0o600, "cannot be read"),
])  # fmt: skip
def test_a_password_file_that_cannot_be_used(tmp_path: Path, content: bytes | None, mode: int, remedy: str) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)
        file.chmod(mode)
    with pytest.raises(BadOption, match=remedy):
        word(None, file)


def test_a_port_in_use_is_named_with_another(folder: Path) -> None:
    with served(folder) as address, pytest.raises(BadOption, match="is in use; choose another: --port"):
        port = int(address.rstrip("/").rpartition(":")[2])
        with ready(Settings(folder, port=port)):
            pass


def test_a_folder_without_a_ledger_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DamagedLedger, match="make one with: counterclaim build"), ready(Settings(tmp_path, port=0)):
        pass
