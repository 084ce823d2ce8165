"""Rows as a Parquet file: the columns of `csv` with their types."""

from collections.abc import Iterable
from io import BytesIO

from counterclaim.errors import BadOption
from counterclaim.export.rows import COLUMNS, REAL, TEXT, WHOLE, Row


def parquet(rows: Iterable[Row], made: str) -> bytes:
    """The bytes of a Parquet file with a row a mention; `made` says in its metadata what made it.

    Raises BadOption where pyarrow, which is 170 MB on disk and comes with an extra, is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise BadOption("--to parquet needs pyarrow: pip install 'counterclaim[parquet]'") from error

    types = {TEXT: pa.string(), WHOLE: pa.int64(), REAL: pa.float64()}
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()], metadata={"counterclaim": made})
    out = BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), out, compression="zstd")
    return out.getvalue()
