"""Bytes to text: UTF-8, or the encoding that is named for them."""

import re

from counterclaim.model import Rejected

# Bytes that no text holds, beyond a stray one.
_JUNK = 0.02
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b")) + b"\x7f"
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([a-z0-9_-]{2,40})""", re.IGNORECASE)
# Encodings of text in common use; Python knows others that are none, such as zip.
_LETTERS = re.compile(r"(?:iso-?8859-?\d{1,2}|windows-?125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)"
                      r"|shift[_-]jis|utf-16(?:le|be)?|mac-?roman)")  # fmt: skip


def decoded(data: bytes, charset: str | None = None) -> str | Rejected:
    """The text of UTF-8 bytes without a byte order mark, or why they are none.

    What is no UTF-8 is read in the encoding that is named for it, if that is one of those in which a byte is a letter
    or a part of one, and nothing else.
    """
    if not data.strip():
        return Rejected("", "the file is empty")
    junk = sum(data.count(byte) for byte in _CONTROLS) if data[:4096].translate(None, _CONTROLS) != data[:4096] else 0
    if b"\0" in data[:4096] or junk > _JUNK * len(data):
        return Rejected("", f"not text: control byte at {_first_control(data)}")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _otherwise(data, charset) or Rejected("", f"not UTF-8 at byte {error.start}")


def _otherwise(data: bytes, charset: str | None) -> str | None:
    try:
        return data.decode(charset) if charset and _LETTERS.fullmatch(charset) else None
    except (LookupError, UnicodeDecodeError):
        return None


def _first_control(data: bytes) -> int:
    return next(n for n, byte in enumerate(data) if byte in _CONTROLS)


def declared(data: bytes) -> str | None:
    """The encoding that a page says it is in, at its beginning."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii").lower() if found else None
