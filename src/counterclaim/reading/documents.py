"""A Word file to a report: its paragraphs and the cells of its tables, in their order."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from counterclaim.model import Rejected, Report
from counterclaim.reading.plain import read_text

UNPACKED = 200_000_000  # bytes that the parts of a file may have together


def read_docx(data: bytes, source: str, url: str | None = None) -> Report | Rejected:
    """The report in a .docx file; Rejected with the reason where it is damaged or unpacks to too much."""
    from docx import Document

    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > UNPACKED:
            return Rejected(source, f"unpacks to {size:,} bytes, where {UNPACKED:,} is the most")
        document = Document(BytesIO(data))
        text = "\n\n".join(_paragraphs(document))
    except Exception as error:
        return Rejected(source, f"not a .docx file that can be parsed: {error or type(error).__name__}")
    if not any(c.isalnum() for c in text):
        return Rejected(source, "no text: there is not one word in it")
    return read_text(text, source, url)


def _paragraphs(document: Any) -> Iterator[str]:
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from (" ".join(c.text.split()) for row in item.rows for c in row.cells if c.text.strip())
        elif item.text.strip():
            yield " ".join(item.text.split())
