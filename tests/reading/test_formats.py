"""Letters, feeds, PDF and Word files to reports: text, title, day and outlet of each; and what is none."""

import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from counterclaim.model import Rejected, Report
from counterclaim.reading import read_sources
from counterclaim.reading.formats import SUFFIXES, Format, Job, parsed
from counterclaim.reading.pdf import flowing

LINES = (
    "The Ostra Front said on Sunday that its fighters hold every street of the",
    "town of Dresna, and that at least 300 soldiers are trap-",
    "ped at the Sarn bridge.",
    "",
    "The army denied it.",
)

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Lantern</title>
<item><title>Front denies losing Dresna</title><link>https://lantern.example/1</link>
<pubDate>Sun, 03 Mar 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The Ostra Front said that it &lt;b&gt;holds&lt;/b&gt; Dresna.&lt;/p&gt;</description></item>
<item><title>Toll rises to 17</title></item></channel></rss>"""

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Army enters Dresna</title>
<link href="https://lantern.example/2"/><updated>2024-03-04T10:00:00Z</updated>
<content type="html">&lt;p&gt;The army entered the town.&lt;/p&gt;</content></entry></feed>"""

BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title></item></channel></rss>"""


def items(format: Format, data: bytes) -> list[Report | Rejected]:
    return list(parsed(Job(format, data, "file")))


def only(format: Format, data: bytes) -> Report:
    (item,) = items(format, data)
    assert isinstance(item, Report), item
    return item


def reason(format: Format, data: bytes) -> str:
    (item,) = items(format, data)
    assert isinstance(item, Rejected), item
    return item.reason


def pdf(*pages: tuple[str, ...], locked: str | None = None) -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 750 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    if locked is None:
        return out.getvalue()
    writer, sealed = PdfWriter(PdfReader(BytesIO(out.getvalue()))), BytesIO()
    writer.encrypt(locked, algorithm="RC4-128")
    writer.write(sealed)
    return sealed.getvalue()


def letter(plain: str | None, page: str | None = None, **headers: str) -> bytes:
    made = EmailMessage()
    for name, value in {"Subject": "Front denies losing Dresna", "Date": "Sun, 03 Mar 2024 10:00:00 +0000",
                        "From": "Lantern News <news@lantern.example>", **headers}.items():  # fmt: skip
        made[name] = value
    if plain is not None:
        made.set_content(plain)
    if page is not None:
        (made.add_alternative if plain is not None else made.set_content)(page, subtype="html")
    return made.as_bytes()


def test_lines_of_a_pdf_are_joined_to_paragraphs() -> None:
    found = only("pdf", pdf(LINES))
    assert "at least 300 soldiers are trapped at the Sarn bridge." in found.text
    assert [b.kind for b in found.blocks].count("paragraph") == 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One two three four five\nsix seven.\nEight nine ten eleven twelve.", "One two three four five six seven."),
        ("A long line of words that ends with trap-\nped men", "A long line of words that ends with trapped men"),
        ("A long line of words that ends with North-\nSouth", "A long line of words that ends with North- South"),
        ("", ""),
    ],
)
def test_flowing(text: str, wanted: str) -> None:
    assert flowing(text).split("\n\n")[0] == wanted


def test_pdfs_that_are_no_reports() -> None:
    assert "password" in reason("pdf", pdf(LINES, locked="word"))
    assert "no text layer" in reason("pdf", pdf(()))
    assert "too long: 501 pages" in reason("pdf", pdf(*[("x",)] * 501))
    assert "not a PDF" in reason("pdf", b"%PDF-1.7 nothing")


def test_a_word_file_with_a_table() -> None:
    document, out = Document(), BytesIO()
    document.add_paragraph("The Ostra Front said that it holds Dresna.")
    document.add_table(1, 2).rows[0].cells[1].text = "17 dead"
    document.save(out)
    assert only("docx", out.getvalue()).text == "The Ostra Front said that it holds Dresna.\n\n17 dead"


def test_a_word_file_that_unpacks_to_too_much() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"\0" * 200_000_001)
    assert "unpacks to" in reason("docx", out.getvalue())


def test_a_letter_has_its_subject_day_and_sender() -> None:
    found = only("letter", letter("The Ostra Front said that it holds Dresna.\n"))
    assert (found.title, found.outlet, found.published and found.published.day) == (
        "Front denies losing Dresna", "Lantern News", "2024-03-03")  # fmt: skip
    assert found.text == "The Ostra Front said that it holds Dresna.\n"


def test_a_letter_that_is_a_page() -> None:
    found = only("letter", letter(None, "<p>The Front said that it <b>holds</b> Dresna.</p><script>alert(1)</script>"))
    assert found.text == "The Front said that it holds Dresna."


def test_a_mailbox_is_a_report_a_letter() -> None:
    box = b"From a\n" + letter("The Front holds Dresna.") + b"\nFrom b\n" + letter("Not so.\n>From the army's side.")
    found = items("mailbox", box)
    assert [i.source for i in found] == ["file#1", "file#2"]
    assert isinstance(found[1], Report) and "\nFrom the army's side." in found[1].text


@pytest.mark.parametrize(
    ("feed", "wanted"),
    [
        (RSS, [("Front denies losing Dresna", "2024-03-03", "https://lantern.example/1"),
               ("Toll rises to 17", None, None)]),
        (ATOM, [("Army enters Dresna", "2024-03-04", "https://lantern.example/2")]),
    ],
)  # fmt: skip
def test_a_feed_is_a_report_an_entry(feed: bytes, wanted: list[tuple[str, str | None, str | None]]) -> None:
    found = [i for i in items("feed", feed) if isinstance(i, Report)]
    assert [(r.title, r.published.day if r.published else None, r.url) for r in found] == wanted
    assert found[0].text.startswith(f"{wanted[0][0]}\n\nThe ")


def test_entities_of_a_feed_are_not_unfolded_without_end() -> None:
    assert all(len(i.text) < 10_000 for i in items("feed", BOMB) if isinstance(i, Report))


@pytest.mark.parametrize("format", sorted(set(SUFFIXES.values())))
@settings(deadline=None)  # the first call loads a parser
@given(data=st.binary(max_size=400))
def test_any_bytes_are_a_report_or_rejected(format: Format, data: bytes) -> None:
    assert all(isinstance(item, Report | Rejected) for item in items(format, data))


def test_folders_hold_all_formats(tmp_path: Path) -> None:
    for name, data in {"a.pdf": pdf(LINES), "b.eml": letter("The army denied it."), "c.rss": RSS}.items():
        (tmp_path / name).write_bytes(data)
    assert [item.source for item in read_sources([tmp_path])] == ["a.pdf", "b.eml", "c.rss#1", "c.rss#2"]
