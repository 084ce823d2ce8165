"""Reading and writing `ledger.json` and its JSON Schema: the same ledger gives the same bytes."""

from pathlib import Path

import msgspec

from counterclaim.disk import put
from counterclaim.errors import DamagedLedger, NotWritable
from counterclaim.ledger.checks import faults
from counterclaim.model import Ledger

NAME, SCHEMA = "ledger.json", "ledger.schema.json"


def write_ledger(ledger: Ledger, folder: Path) -> Path:
    """Write the ledger and its schema into the folder; gives the path of the ledger.

    Raises DamagedLedger where the ledger says of its texts what they do not hold (nothing is written then),
    and NotWritable where the folder cannot be written.
    """
    if found := faults(ledger):
        raise DamagedLedger(f"the ledger would not hold together: {found[0]} ({len(found)} faults in all)")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        put(folder / SCHEMA, _pretty(msgspec.json.encode(msgspec.json.schema(Ledger))))
        return put(folder / NAME, encode(ledger))
    except OSError as error:
        raise NotWritable(f"cannot write to {folder}: {error.strerror}; choose another --out") from error


def read_ledger(folder: Path | str) -> Ledger:
    """The ledger of a folder that `build` wrote (or of the file itself).

    Raises DamagedLedger where there is none, or it is not a ledger of this version.
    """
    path = Path(folder)
    if path.is_dir():
        path = path / NAME
        if path.exists() and not path.is_file():  # reading a pipe or a device may never end
            raise DamagedLedger(f"{path} is no file")
    try:
        return msgspec.json.decode(path.read_bytes(), type=Ledger)
    except FileNotFoundError as error:
        raise DamagedLedger(
            f"there is no ledger at {path}; make one with: counterclaim build SOURCES --out DIR"
        ) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DamagedLedger(f"{path} is not a ledger that this version can read: {error}") from error


def encode(ledger: Ledger) -> bytes:
    """The bytes of `ledger.json`: UTF-8, records in the order of the model, indented so that a diff can be read."""
    return _pretty(msgspec.json.encode(ledger, order="deterministic"))


def _pretty(data: bytes) -> bytes:
    return msgspec.json.format(data, indent=1) + b"\n"
