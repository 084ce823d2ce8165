# ruff: noqa: E501 - a table of files reads by its rows
"""Files that mean harm by what they are: by class, a name with its suffix and what makes the bytes."""

import gzip
import json
import random
import zipfile
from collections.abc import Callable
from io import BytesIO

from hostile import reports
from hostile.words import MARKUP, TERMINAL

Made = Callable[[], bytes]

SAID = "The Ostra Front said on Saturday that 14 people were killed in Karvel."
EVIL = MARKUP["out of an attribute"]
DEEP = 60_000  # levels; Python's own stack holds a thousand
NESTED = 6_000  # elements; a parser of HTML looks through all that are open, so its time grows with the square


def row(**fields: object) -> bytes:
    return json.dumps({"text": SAID, **fields}).encode() + b"\n"


JSON: dict[str, Made] = {
    "deep lists.jsonl": lambda: b"[" * DEEP + b"]" * DEEP,
    "deep objects.jsonl": lambda: b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "deep value of a field.jsonl": lambda: b'{"text": "%s", "x": ' % SAID.encode() + b"[" * 900 + b"]" * 900 + b"}",
    "keys given twice.jsonl": lambda: b'{"text": "' + SAID.encode() + b'", "text": "", "text": "Police denied it."}',
    "ids given twice.jsonl": lambda: row(id="a", text=SAID + " One.") + row(id="a", text=SAID + " Two."),
    "ids of other kinds.jsonl": lambda: row(id=10**400) + row(id=[1]) + row(id={"a": 1}) + row(id=True) + row(id=None),
    "fields of other kinds.jsonl": lambda: row(url=1, published=[2], outlet={"a": 3}, title=4.5),
    "text of another kind.jsonl": lambda: row(text=["a"]) + row(text=7) + row(text=None) + b"{}\n",
    "numbers without end.jsonl": lambda: b'{"text": "x", "n": ' + b"9" * 6_000 + b"}",
    "not numbers.jsonl": lambda: b'{"text": "Police denied it on Sunday.", "n": NaN, "m": -Infinity}',
    "half characters.jsonl": lambda: b'{"text": "Police said \\ud800 and \\udfff", "title": "\\ud83d"}',
    "half a character in a field.jsonl": lambda: row(title="\ud83d", outlet="\udc00", url="\ud800", id="\udfff"),
    "cut off.jsonl": lambda: row() + b'{"text": "The army sa',
    "not UTF-8.jsonl": lambda: b'{"text": "caf\xe9"}\n' + row(),
    "blank lines.jsonl": lambda: b"\n \n\t\n" + row() + b"\0\n",
    "id without end.jsonl": lambda: row(id="x" * 50_000),
    "title without end.jsonl": lambda: row(title="x " * 50_000, outlet="y" * 50_000),
}

HTML: dict[str, Made] = {
    "deep divisions.html": lambda: b"<div>" * NESTED + SAID.encode(),
    "deep lists.html": lambda: b"<ul><li>" * NESTED + SAID.encode(),
    "deeper lists.html": lambda: b"<ul><li>" * DEEP + SAID.encode(),
    "deep tables.html": lambda: b"<table><tr><td>" * 3_000 + SAID.encode(),
    "deep marks.html": lambda: b"<b><i><a>" * 2_000 + SAID.encode(),
    "deep quotations.html": lambda: b"<blockquote>" * NESTED + SAID.encode(),
    "never opened.html": lambda: b"</p></div></b>" * NESTED + SAID.encode(),
    "attributes without end.html": lambda: (
        b"<p " + b" ".join(b"a%d=1" % n for n in range(20_000)) + b">" + SAID.encode()
    ),
    "one attribute without end.html": lambda: b'<p class="' + b"x " * 100_000 + b'">' + SAID.encode(),
    "open comment.html": lambda: b"<p>" + SAID.encode() + b"</p><!--" + b"-" * 100_000,
    "open script.html": lambda: b"<p>" + SAID.encode() + b"</p><script>" + b"</scrip" * 10_000,
    "nul bytes.html": lambda: b"<p>" + b"a\0b" * 100 + SAID.encode(),
    "no such characters.html": lambda: b"<p>&#0;&#xD800;&#x110000;&#99999999999;&bogus;" + SAID.encode(),
    "charset that is none.html": lambda: b"<meta charset=zip><p>caf\xe9 " + SAID.encode(),
    "charset UTF-7.html": lambda: b"<meta charset=utf-7><p>+ADw-script+AD4-window.pwned+AD0-1 \xe9" + SAID.encode(),
    "deep data.html": lambda: b'<script type="application/ld+json">' + b"[" * DEEP + b"</script><p>" + SAID.encode(),
    "data about itself.html": lambda: (
        b'<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle",7],'
        b'"datePublished":{"a":1},"headline":[1],"publisher":["x",{"name":{}}]}]}</script><p>' + SAID.encode()
    ),
    "many titles.html": lambda: b"<title>x</title>" * 5_000 + b"<h1>y</h1>" * 2_000 + SAID.encode(),
    "frames.html": lambda: b"<frameset><frame src=https://pwned.example/></frameset><noframes>" + SAID.encode(),
}


def _parts(depth: int) -> bytes:
    """Letters within letters."""
    heads = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth))
    return b"Subject: deep\n" + heads + b"Content-Type: text/plain\n\n" + SAID.encode()


def _mail(heads: bytes, body: bytes = SAID.encode()) -> bytes:
    return heads + b"\n\n" + body


MAIL: dict[str, Made] = {
    "deep parts.eml": lambda: _parts(400),
    "deep letters.eml": lambda: b"Content-Type: message/rfc822\n\n" * 400 + SAID.encode(),
    "many parts.eml": lambda: _mail(b'Content-Type: multipart/mixed; boundary=b', b"--b\n\nx\n" * 5_000),
    "one head without end.eml": lambda: _mail(b"Subject: " + b"x " * 50_000),
    "heads without end.eml": lambda: _mail(b"\n".join(b"X-%d: y" % n for n in range(5_000))),
    "folded head.eml": lambda: _mail(b"Subject: a" + b"\n " * 5_000 + b"b"),
    "addresses without end.eml": lambda: _mail(b"From: " + b"a@b.example, " * 3_000),
    "comments in an address.eml": lambda: _mail(b"From: " + b"(" * 5_000 + b")" * 5_000 + b" <a@b.example>"),
    "no boundary.eml": lambda: _mail(b"Content-Type: multipart/alternative"),
    "charset that is none.eml": lambda: _mail(b"Content-Type: text/plain; charset=zip"),
    "charset with a nul.eml": lambda: _mail(b'Content-Type: text/plain; charset="a\0b"'),
    "broken base64.eml": lambda: _mail(b"Content-Transfer-Encoding: base64", b"=====@@@@"),
    "broken quoted printable.eml": lambda: _mail(b"Content-Transfer-Encoding: quoted-printable", b"=ZZ=0=\n" + SAID.encode()),
    "encoded head.eml": lambda: _mail(b"Subject: =?utf-8?B?PHNjcmlwdD53aW5kb3cucHduZWQ9MTwvc2NyaXB0Pg==?=\n"
                                      b"From: =?utf-8?Q?=1B[2J=0D=0ABcc:_x?= <a@b.example>"),
    "encoded head of no charset.eml": lambda: _mail(b"Subject: =?zip?B?////?= =?utf-8?X?a?= =?utf-8?B?=FF?="),
    "bytes in heads.eml": lambda: _mail(b"Subject: \xff\xfe\x80\nFrom: \xf0\x9f <\xe9@x>\nDate: \xff"),
    "day out of range.eml": lambda: _mail(b"Date: Sun, 99 Foo 99999 99:99:99 +9999"),
    "page of markup.eml": lambda: _mail(b"Content-Type: text/html", b"<p>" + SAID.encode() + EVIL.encode()),
    "no letters.mbox": lambda: b"x" * 10_000,
    "empty letters.mbox": lambda: b"From \n\n" * 300,
    "letters of nothing.mbox": lambda: b"From a\n\0\nFrom b\n\nFrom c\nSubject: x\n\n" + SAID.encode(),
}  # fmt: skip

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _rss(title: str, dtd: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{dtd}<rss><channel><item><title>{SAID} {title}</title></item></channel></rss>'.encode()
    )


XML: dict[str, Made] = {
    "a thousand million laughs.rss": lambda: _rss("&l9;", f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>'),
    "quadratic.rss": lambda: _rss("&a;" * 20_000, f'<!DOCTYPE x [<!ENTITY a "{"a" * 20_000}">]>'),
    "entity of a file.rss": lambda: _rss("&f;", '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
    "entity of an address.rss": lambda: _rss("&f;", '<!DOCTYPE x [<!ENTITY f SYSTEM "http://127.0.0.1:9/">]>'),
    "entity of itself.rss": lambda: _rss("&f;", '<!DOCTYPE x [<!ENTITY f "&f;">]>'),
    "parameter entity.rss": lambda: _rss("", '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]>'),
    "document type elsewhere.rss": lambda: _rss("", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "inclusion.xml": lambda: _rss('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'),
    "deep.atom": lambda: b"<feed>" + b"<entry>" * 20_000,
    "deep title.atom": lambda: b"<feed><entry><title type='xhtml'>" + b"<div>" * 5_000 + SAID.encode(),
    "another encoding.rss": lambda: _rss("x").replace(b'"1.0"', b'"1.0" encoding="utf-16"'),
    "cut off.rss": lambda: _rss("x")[:-30],
    "many entries.rss": lambda: _rss("</title></item><item><title>x " * 60),
    "days out of range.rss": lambda: _rss("</title><pubDate>Sun, 99 Foo 99999 99:99:99 +9999</pubDate><title>"),
    "not XML.xml": lambda: b"\x89PNG\r\n" + bytes(range(32, 127)),
}


def _flate() -> bytes:
    """A page whose stream unpacks to 200 MB."""
    import zlib

    packed = zlib.compress(b"\n" * 200_000_000, 9)
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length "
        + str(len(packed)).encode() + b">>stream\n" + packed + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip


_LOOP = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n"
         b"trailer<</Root 1 0 R>>\n%%EOF")  # fmt: skip

PDF: dict[str, Made] = {
    "cut in half.pdf": lambda: (found := reports.pdf(EVIL))[: len(found) // 2],
    "without its head.pdf": lambda: reports.pdf(EVIL)[100:],
    "bytes changed.pdf": lambda: _changed(reports.pdf(EVIL), 60),
    "pages that hold themselves.pdf": lambda: _LOOP,
    "count without end.pdf": lambda: _LOOP.replace(b"/Kids[2 0 R 2 0 R]/Count 2", b"/Kids[]/Count 99999999999999999999"),
    "table that lies.pdf": lambda: reports.pdf(EVIL).replace(b"startxref\n", b"startxref\n9999999"),
    "table of itself.pdf": lambda: _LOOP.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9/XRefStm 9"),
    "stream without end.pdf": _flate,
    "script.pdf": lambda: reports.pdf(EVIL).replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction <</S/JavaScript/JS(app.alert\\(1\\))>>"),
    "deep lists.pdf": lambda: _LOOP.replace(b"[2 0 R 2 0 R]", b"[" * 20_000),
    "only a head.pdf": lambda: b"%PDF-1.7\n%%EOF",
    "not a PDF.pdf": lambda: b"<script>window.pwned=1</script>",
}  # fmt: skip

_DOCUMENT = "word/document.xml"
_TYPES = (b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
          b'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
          b'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
          b'wordprocessingml.document.main+xml"/></Types>')  # fmt: skip
_RELATIONS = (b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
              b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
              b'officeDocument" Target="word/document.xml"/></Relationships>')  # fmt: skip


def _word(document: bytes, **more: bytes) -> bytes:
    return reports.zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, _DOCUMENT: document, **more})


def _body(inside: str, dtd: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = f"<w:p><w:r><w:t>{SAID}{inside}</w:t></w:r></w:p>"
    return f'<?xml version="1.0"?>{dtd}<w:document xmlns:w="{space}"><w:body>{text}</w:body></w:document>'.encode()


def _doubled() -> bytes:
    out = BytesIO(_word(_body("")))
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("word//document.xml", _body(" again"))
        packed.writestr("../../pwned", b"x")
        packed.writestr("/etc/pwned", b"x")
    return out.getvalue()


WORD: dict[str, Made] = {
    "cut in half.docx": lambda: (found := reports.docx(EVIL))[: len(found) // 2],
    "bytes changed.docx": lambda: _changed(reports.docx(EVIL), 80),
    "not packed.docx": lambda: b"PK\x03\x04 nothing",
    "nothing in it.docx": lambda: reports.zipped({}),
    "names that go up.docx": _doubled,
    "unpacks without end.docx": lambda: _word(_body("ha" * 110_000_000)),
    "size that lies.docx": lambda: _lied(_word(_body("ha" * 4_000_000))),
    "entity of a file.docx": lambda: _word(_body("&f;", '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>')),
    "a thousand million laughs.docx": lambda: _word(_body("&l9;", f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>')),
    "deep.docx": lambda: _word(_body("<w:r>" * 20_000)),
    "relation that goes up.docx": lambda: _word(_body("")).replace(b"word/document.xml", b"../../../../../pw"),
}


def _lied(packed: bytes) -> bytes:
    """A zip whose list says that its largest part is small."""
    with zipfile.ZipFile(BytesIO(packed)) as found:
        size = found.getinfo(_DOCUMENT).file_size
    return packed.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


def _changed(data: bytes, times: int) -> bytes:
    rng, out = random.Random(7), bytearray(data)
    for _ in range(times):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


ARCHIVE: dict[str, Made] = {
    "cut in half.warc": lambda: (found := reports.warc(EVIL))[: len(found) // 2],
    "length that lies.warc": lambda: reports.warc(EVIL).replace(b"Content-Length: ", b"Content-Length: 9999999"),
    "length below nought.warc": lambda: reports.warc(EVIL).replace(b"Content-Length: ", b"Content-Length: -"),
    "script for an address.warc": lambda: reports.warc(EVIL, "javascript:window.pwned=1"),
    "file for an address.warc": lambda: reports.warc(EVIL, "file:///etc/passwd"),
    "markup in an address.warc": lambda: reports.warc(SAID, f"https://outlet.example/{EVIL}"),
    "escapes in an address.warc": lambda: reports.warc(SAID, f"https://outlet.example/{TERMINAL['title']}"),
    "heads without end.warc": lambda: reports.warc("x" * 200_000),
    "bytes changed.warc": lambda: _changed(reports.warc(EVIL), 20),
    "no archive.warc": lambda: b"window.pwned" * 1_000,
    "broken pieces.warc": lambda: reports.warc(SAID).replace(b"Server:", b"Transfer-Encoding: chunked\r\nServer:"),
    "packed that is not.warc": lambda: reports.warc(SAID).replace(b"Server:", b"Content-Encoding: gzip\r\nServer:"),
}

PACKED: dict[str, Made] = {
    "bomb.txt.gz": lambda: gzip.compress(b"a" * 30_000_000),
    "bomb of nothing.jsonl.gz": lambda: gzip.compress(b"\n" * 5_000_000),
    "packed twice.txt.gz": lambda: gzip.compress(gzip.compress(SAID.encode())),
    "cut in half.txt.gz": lambda: gzip.compress(SAID.encode() * 50)[:-20],
    "sum that is wrong.txt.gz": lambda: gzip.compress(SAID.encode())[:-8] + b"\0" * 8,
    "something after it.txt.gz": lambda: gzip.compress(SAID.encode()) + b"garbage",
    "not packed.txt.gz": lambda: SAID.encode(),
    "nothing.txt.gz": lambda: b"",
}

BYTES: dict[str, Made] = {
    "nothing.txt": lambda: b"",
    "only blanks.txt": lambda: b" \n\t\r\n" * 1_000,
    "only nul.txt": lambda: b"\0" * 10_000,
    "noise.txt": lambda: random.Random(1).randbytes(5_000),
    "Latin 1.txt": lambda: (SAID + " café").encode("latin-1"),
    "UTF-16.txt": lambda: SAID.encode("utf-16"),
    "UTF-32.txt": lambda: SAID.encode("utf-32"),
    "half characters.txt": lambda: SAID.encode() + b" \xed\xa0\xbd",
    "overlong.txt": lambda: SAID.encode() + b" \xc0\xbcscript\xc0\xbe \xe0\x80\xbc",
    "beyond Unicode.txt": lambda: SAID.encode() + b" \xf5\x80\x80\x80",
    "marks of order.txt": lambda: b"\xef\xbb\xbf" * 3 + SAID.encode(),
    "data in front.md": lambda: f"---\ntitle: {EVIL}\nurl: javascript:pwned\ndate: 9999-99-99\n---\n{SAID}".encode(),
    "data that does not end.md": lambda: b"---\n" + b"a: b\n" * 5_000 + SAID.encode(),
    "no such format.exe": lambda: b"MZ",
    "no suffix": lambda: SAID.encode(),
}

SIZES: dict[str, Made] = {
    "one word.txt": lambda: b"x" * 100_000,
    "no full stop.txt": lambda: b"the army said that " * 1_500,
    "quotation marks.txt": lambda: b'"' * 10_000 + SAID.encode(),
    "brackets.txt": lambda: b"(" * 10_000 + SAID.encode() + b"[{" * 5_000,
    "full stops.txt": lambda: b". " * 5_000 + SAID.encode(),
    "line ends.txt": lambda: b"\n" * 100_000 + SAID.encode(),
    "short lines.txt": lambda: b"a\n\n" * 3_000,
    "carriage returns.txt": lambda: b"a\r" * 5_000,
    "capitals.txt": lambda: b"ARMY " * 3_000,
    "hyphens.txt": lambda: b"a-" * 10_000,
    "slashes.txt": lambda: b"http://" * 3_000,
    "marks.txt": lambda: ("e" + "\u0301" * 20_000).encode(),
}

_SAID = SAID.encode()

# Names of files are bytes on Linux, all but nul and the slash.
NAMES: dict[str, Made] = {
    f"{name}.txt": (lambda n: lambda: f"{SAID} {n}".encode())(number)
    for number, name in enumerate((
        "<script>window.pwned=1<", '"><img src=x onerror=window.pwned=1>', "=cmd|'", "-rf", "--help",
        "a\nb", "a\rb", "\x1b[2J\x1b]0;pwned\x07", "\u202etxt", "{{7*7}}", "$(touch pwned)", "`touch pwned`;&|",
        "a..\\..\\pwned", "x" * 200, "\udcff\udcfe", "%00", "\u2028", "~", "CON", "İß",
    ))
}  # fmt: skip

CLASSES: dict[str, dict[str, Made]] = {
    "json": JSON, "html": HTML, "mail": MAIL, "xml": XML, "pdf": PDF, "word": WORD, "archive": ARCHIVE,
    "packed": PACKED, "bytes": BYTES, "size": SIZES, "name": NAMES,
}  # fmt: skip
