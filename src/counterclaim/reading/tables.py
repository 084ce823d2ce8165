"""A Parquet file to reports: a report a row, by the columns that a line of JSON has as keys."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, BinaryIO

from counterclaim.model import Rejected, Report
from counterclaim.reading.formats import CUT

COLUMNS = ("id", "url", "published", "outlet", "title", "text")
ROWS = 256  # that are unpacked at a time

# A row as the keys of a line of JSON, the file's source and the row's number, to the report in it.
Read = Callable[[dict[str, Any], str, int], Report | Rejected]


def read_table(file: BinaryIO, source: str, read: Read) -> Iterator[Report | Rejected]:
    """A report a row; only `text` is needed. Days may be dates, times or ISO texts."""
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield Rejected(source, "Parquet files need pyarrow: pip install 'counterclaim[parquet]'")
        return
    try:
        table = ParquetFile(file)
        names = table.schema_arrow.names
        if "text" not in names:
            yield Rejected(source, f"it has no column named text (but {', '.join(names[:9])})")
            return
        wanted = [name for name in COLUMNS if name in names]
        number = 0
        for batch in table.iter_batches(ROWS, columns=wanted, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield read({key: _plain(value) for key, value in row.items()}, source, number)
    except Exception as error:  # what others' parser raises on a broken file is not to be known
        yield Rejected(source, f"not a Parquet file that can {CUT}: {error or type(error).__name__}")


def _plain(value: object) -> object:
    return value.isoformat()[:10] if isinstance(value, date) else value
