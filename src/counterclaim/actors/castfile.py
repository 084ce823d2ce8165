"""The cast that a user wants: a file that names parties, their other names and who belongs to them."""

import tomllib
from pathlib import Path
from typing import Any

from counterclaim.errors import BadOption
from counterclaim.model import Record

KEYS = ("name", "aliases", "members")


class WantedParty(Record, frozen=True):
    """A party as the user names it; `members` are persons and bodies that voice its position."""

    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


class CastFile(Record, frozen=True):
    """The parties of a ``cast.toml``; what it says wins over what was found."""

    parties: tuple[WantedParty, ...]


def read_cast(path: Path | str) -> CastFile:
    """The parties of a cast file.

    Raises BadOption, naming the file and what is wrong in it, where it cannot be read or is not of that form.
    """
    try:
        content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise BadOption(f"the cast file {path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise BadOption(f"the cast file {path} is not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise BadOption(f"the cast file {path} is not TOML: {error}") from error
    return _cast(content, path)


def _cast(content: dict[str, Any], path: Path | str) -> CastFile:
    unknown = sorted(set(content) - {"party"})
    if unknown:
        raise BadOption(f"the cast file {path} has {unknown[0]!r}; it may hold only [[party]] tables")
    rows = content.get("party", [])
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        raise BadOption(f"in the cast file {path}, write [[party]] with two brackets, once for each party")
    parties = tuple(_party(row, number, path) for number, row in enumerate(rows, 1))
    _check_names(parties, path)
    return CastFile(parties)


def _party(row: dict[str, Any], number: int, path: Path | str) -> WantedParty:
    where = f"party {number} of the cast file {path}"
    unknown = sorted(set(row) - set(KEYS))
    if unknown:
        raise BadOption(f"{where} has {unknown[0]!r}; it may have {', '.join(KEYS)}")
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        raise BadOption(f'{where} needs a name, such as name = "Harbour Union"')
    return WantedParty(name.strip(), _texts(row, "aliases", where), _texts(row, "members", where))


def _texts(row: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = row.get(key, [])
    if not isinstance(values, list) or not all(isinstance(v, str) and v.strip() for v in values):
        raise BadOption(f'{key} of {where} must be a list of names, such as {key} = ["First", "Second"]')
    return tuple(v.strip() for v in values)


def _check_names(parties: tuple[WantedParty, ...], path: Path | str) -> None:
    """No name may stand in two parties: then the file does not say whose it is."""
    owner: dict[str, str] = {}
    for party in parties:
        for name in (party.name, *party.aliases, *party.members):
            if owner.setdefault(name.casefold(), party.name) != party.name:
                raise BadOption(
                    f"the cast file {path} gives {name!r} to {owner[name.casefold()]!r} and to {party.name!r}"
                )
