"""One place that knows all formats: a format's name, and the bytes of a ledger in it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from counterclaim.disk import put
from counterclaim.dossier.index import Index, index_of
from counterclaim.errors import BadOption, NotWritable
from counterclaim.export.incidents import POLICIES
from counterclaim.model import Ledger

Maker = Callable[[Index, Mapping[str, str], str | None], bytes]


def csv(index: Index, decided: Mapping[str, str], policy: str | None) -> bytes:
    """A row a mention, for a spreadsheet."""
    from counterclaim.export.rows import COLUMNS, rows
    from counterclaim.export.tables import table

    return table(tuple(COLUMNS), rows(index, decided)).encode("utf-8", "replace")


def ged(index: Index, decided: Mapping[str, str], policy: str | None) -> bytes:
    """A row an incident with deaths, in UCDP's columns."""
    from counterclaim.export.ged import COLUMNS, ged
    from counterclaim.export.tables import table

    return table(COLUMNS, ged(index, policy)).encode("utf-8", "replace")


def geojson(index: Index, decided: Mapping[str, str], policy: str | None) -> bytes:
    """A Feature a question, for a map."""
    from counterclaim.export.maps import geojson

    return _json(geojson(index))


def jsonld(index: Index, decided: Mapping[str, str], policy: str | None) -> bytes:
    """Claims, annotations and provenance as linked data."""
    from counterclaim.export.linked import jsonld

    return _json(jsonld(index))


def markdown(index: Index, decided: Mapping[str, str], policy: str | None) -> bytes:
    """A brief to read and to paste."""
    from counterclaim.export.brief import brief

    return brief(index).encode("utf-8", "replace")


def parquet(index: Index, decided: Mapping[str, str], policy: str | None) -> bytes:
    """The rows of csv with their types, for analysis."""
    from counterclaim.export.columns import parquet
    from counterclaim.export.rows import rows

    return parquet(rows(index, decided), index.ledger.made.by)


FORMATS: dict[str, Maker] = {
    "csv": csv, "ged": ged, "geojson": geojson, "jsonld": jsonld, "markdown": markdown, "parquet": parquet,
}  # fmt: skip


def exported(ledger: Ledger, to: str, decided: Mapping[str, str] | None = None, policy: str | None = None) -> bytes:
    """The ledger in a format; `decided` says of a mention what people decided, `policy` how `ged` chooses its best.

    Raises BadOption where the format or the policy is none of those known.
    """
    if to not in FORMATS:
        raise BadOption(f"--to is {to!r}; it can be {', '.join(FORMATS)}")
    if policy is not None and to != "ged":
        raise BadOption(f"--policy is for --to ged only; leave it out with --to {to}")
    if policy is not None and policy not in POLICIES:
        raise BadOption(f"--policy is {policy!r}; it can be {', '.join(POLICIES)}")
    return FORMATS[to](index_of(ledger), decided or {}, policy)


def write_export(data: bytes, out: Path) -> Path:
    """Write the bytes in one step, so that a crash leaves the old file or the new one. Raises NotWritable."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        return put(out, data)
    except OSError as error:
        raise NotWritable(f"cannot write {out}: {error.strerror}; choose another --out") from error


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
