"""Parquet files of the stages of a run on many machines: each is there as a whole or not at all.

The name of a part is a hash of what it was made from. What is there is right, and is not made again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from secrets import token_hex
from typing import Any

import msgspec

from counterclaim.engines.sharing import shared
from counterclaim.errors import NotWritable
from counterclaim.model import Reading, Rejected, Report
from counterclaim.readings import failures
from counterclaim.text import encodable

SUFFIX = ".parquet"
ROWS = 256  # that are held and packed at a time

Row = Mapping[str, Any]

# The columns of each stage, as Arrow names their types. Reports and events can be read as they are; a reading is packed
# (MessagePack of the record in `counterclaim.model`), since it is as deep as the record is.
_BLOCKS = [("start", "int64"), ("end", "int64"), ("kind", "string")]
_REPORT = [
    ("source", "string"), ("id", "string"), ("url", "string"), ("outlet", "string"), ("title", "string"),
    ("published", [("day", "string"), ("precision", "string"), ("basis", "string")]), ("language", "string"),
    ("text", "string"), ("blocks", (_BLOCKS,)),
]  # fmt: skip
REPORTS = [*_REPORT, ("rejected", "string")]
EVENTS = [("event", "string"), *_REPORT]
READINGS = [
    ("event", "string"), ("report", "string"), ("source", "string"), ("day", "string"), ("claims", "int64"),
    ("failure", "string"), ("reading", "binary"),
]  # fmt: skip
LINES = [("event", "string"), ("title", "string"), ("contested", "int64"), ("questions", "int64"), ("line", "binary")]

Columns = Sequence[tuple[str, Any]]


def place(folder: Path, stage: str, name: str) -> Path:
    """Where a part of a stage is or will be, in the folder of all stages."""
    return folder / stage / f"{name}{SUFFIX}"


def write_part(path: Path, columns: Columns, rows: Iterable[Row], made: str) -> int:
    """Write the rows as they come; how many they were. Raises NotWritable."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = pa.schema(_fields(columns), metadata={"counterclaim": made})
    beside = path.with_name(f".{path.name}.{token_hex(4)}")
    count, coming = 0, iter(rows)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with ParquetWriter(beside, schema, compression="zstd") as out:
            while group := list(islice(coming, ROWS)):
                out.write_table(pa.Table.from_pylist(group, schema=schema))
                count += len(group)
        beside.replace(path)
    except OSError as error:
        raise NotWritable(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        beside.unlink(missing_ok=True)
    return count


def there(path: Path) -> bool:
    """The part is there as a whole; one that a disk lost the end of is as good as absent."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    try:
        ParquetFile(path).close()
    except (OSError, pa.ArrowException):
        return False
    return True


def _fields(columns: Columns) -> list[Any]:
    import pyarrow as pa

    return [pa.field(name, _type(kind)) for name, kind in columns]


def _type(kind: Any) -> Any:
    """The Arrow type: a name, a list of fields for a struct, or such a list in a tuple for a list of structs."""
    import pyarrow as pa

    if isinstance(kind, tuple):
        return pa.list_(_type(kind[0]))
    return pa.struct(_fields(kind)) if isinstance(kind, list) else getattr(pa, kind)()


def rows_of(path: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a part, in the order in which they were written."""
    from pyarrow.parquet import ParquetFile

    with ParquetFile(path) as file:
        for batch in file.iter_batches(ROWS, columns=columns, use_threads=False):
            yield from batch.to_pylist()


def report_row(item: Report | Rejected) -> Row:
    """A report, or a source that was not read with the reason, as a row of REPORTS."""
    if isinstance(item, Rejected):
        return {"source": encodable(item.source), "rejected": encodable(item.reason)}
    row: Row = msgspec.to_builtins(item)
    return row


def report_of(row: Row) -> Report | Rejected:
    """What a row of REPORTS or EVENTS holds."""
    if row.get("rejected") is not None:
        return Rejected(row["source"], row["rejected"])
    return msgspec.convert(row, Report)


def reading_row(event: str, reading: Reading) -> Row:
    """A reading as a row of READINGS."""
    report, failed = reading.report, failures(reading.notes)
    return {
        "event": event, "report": report.id, "source": report.source,
        "day": report.published.day if report.published else None, "claims": len(reading.drafts),
        "failure": failed[0].text if failed else None, "reading": msgspec.msgpack.encode(reading),
    }  # fmt: skip


def reading_of(row: Row) -> Reading:
    """The reading in a row of READINGS."""
    return shared(msgspec.msgpack.decode(row["reading"], type=Reading))
