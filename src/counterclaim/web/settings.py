"""How a workspace is served, checked before anything is opened."""

import ipaddress
import os
import stat
from pathlib import Path

from counterclaim.errors import BadOption
from counterclaim.model import Record

HOST, PORT = "127.0.0.1", 8000
LOCAL = ("localhost", "127.0.0.1", "::1")
# A shorter word can be guessed even at the rate that the login allows.
SHORTEST = 8


class Settings(Record, frozen=True):
    """What a workspace serves, where, and to whom; `word` None lets in everybody who reaches it."""

    folder: Path
    host: str = HOST
    port: int = PORT
    database: str | None = None
    word: str | None = None
    names: tuple[str, ...] = ()  # further names by which browsers may call this machine
    cast: Path | None = None  # the cast of the build, for reports that are added


def checked(settings: Settings) -> Settings:
    """The settings, if they can be served safely.

    Raises BadOption where others could reach the workspace without a word, or the word can be guessed.
    """
    if settings.word is None and not is_loopback(settings.host):
        raise BadOption(f"--host {settings.host} lets other machines in: give --token or --password-file too")
    if settings.word is not None and len(settings.word) < SHORTEST:
        raise BadOption(f"the token or password has fewer than {SHORTEST} characters; choose a longer one")
    if not 0 <= settings.port <= 65535:
        raise BadOption(f"--port is {settings.port}; it can be 0 (any that is free) to 65535")
    return settings


def is_loopback(host: str) -> bool:
    """Only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def word(token: str | None, file: Path | None) -> str | None:
    """The word that lets people in: the token, else the first line of the password file, else none.

    Raises BadOption where both are given, or the file cannot be read or others can read it too.
    """
    if token is not None and file is not None:
        raise BadOption("give --token or --password-file, not both")
    return token if file is None else _first_line(file)


def _first_line(file: Path) -> str:
    try:
        if os.name == "posix" and stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise BadOption(f"others can read the password file {file}; run: chmod 600 {file}")
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BadOption(f"the password file {file} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise BadOption(f"the password file {file} is not UTF-8 at byte {error.start}") from error
    if not lines or not lines[0].strip():
        raise BadOption(f"the password file {file} has no password in its first line")
    return lines[0].strip()
