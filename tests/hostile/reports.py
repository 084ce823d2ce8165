"""Reports in every format that carry given words wherever their sender can write."""

import html
import json
import zipfile
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))  # what no XML file can hold


def prose(words: str) -> str:
    """A report in which the words stand in the place of names, places, quotations and figures."""
    return (
        f"{words} in Karvel\n\nKARVEL, May 3 (Northern Wire) - The Ostra Front said on Saturday that 14 people were "
        f"killed in {words} and that its fighters hold Karvel. “We hold {words},” spokesman Ilan {words} Dovrek told "
        f"reporters.\n\n{words} denied it. The army said that {words} soldiers were captured on Sunday near {words}, "
        f"according to {words}.\n\n“{words}”\n"
    )


def line(words: str) -> bytes:
    """A line of JSON whose every field has the words."""
    row = {"id": words, "url": words, "published": words, "outlet": words, "title": words, "text": prose(words)}
    return json.dumps(row).encode()


def letter(words: str) -> bytes:
    """A letter with the words raw in its headers, where line ends begin new ones."""
    heads = f"From: {words} <a@outlet.example>\nSubject: {words}\nDate: {words}\nMessage-ID: {words}\n"
    return f"{heads}Content-Type: text/plain; charset=utf-8\n\n{prose(words)}".encode("utf-8", "replace")


def feed(words: str) -> bytes:
    """A feed with an entry whose every field has the words."""
    text, attribute = escape(words.translate(_XML)), quoteattr(words.translate(_XML))
    body = escape(html.escape(prose(words.translate(_XML))))
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{text}</title><item><title>{text}</title>'
        f"<link>{text}</link><pubDate>{text}</pubDate><guid>{text}</guid><source url={attribute}>{text}</source>"
        f"<description>{body}</description></item></channel></rss>"
    ).encode("utf-8", "replace")


def page(words: str) -> bytes:
    """A page with the words in its head, its data and its text."""
    safe = html.escape(words)
    data = json.dumps({"@type": "NewsArticle", "headline": words, "datePublished": words,
                       "author": {"name": words}, "publisher": {"name": words}})  # fmt: skip
    body = "".join(f"<p>{html.escape(part)}</p>" for part in prose(words).split("\n\n"))
    return (
        f'<!doctype html><title>{safe}</title><meta property="og:site_name" content="{safe}">'
        f'<meta property="article:published_time" content="{safe}"><link rel="canonical" href="{safe}">'
        f'<script type="application/ld+json">{data.replace("<", chr(92) + "u003c")}</script>'
        f"<article><h1>{safe}</h1>{body}</article>"
    ).encode("utf-8", "replace")


def raw_page(words: str) -> bytes:
    """A page of the words as they are, between paragraphs."""
    text = "<p>The Ostra Front said on Saturday that 14 people were killed in Karvel.</p>"
    return f"<!doctype html><title>t</title>{text}{words}{text}".encode("utf-8", "replace")


def pdf(words: str) -> bytes:
    """A PDF file with the words on its page and in all its data."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    for say in (canvas.setTitle, canvas.setAuthor, canvas.setSubject, canvas.setKeywords, canvas.setCreator):
        say(words)
    canvas.drawString(30, 760, words)
    canvas.drawString(30, 740, "The Ostra Front said on Saturday that 14 people were killed in Karvel.")
    canvas.save()
    return out.getvalue()


def docx(words: str) -> bytes:
    """A Word file with the words in its text and its data."""
    from docx import Document

    words = words.translate(_XML)
    document, out = Document(), BytesIO()
    document.core_properties.title = document.core_properties.author = words
    for part in prose(words).split("\n\n"):
        document.add_paragraph(part)
    document.save(out)
    return out.getvalue()


def warc(words: str, address: str = "https://outlet.example/a") -> bytes:
    """An archive of one page with the words in the heads of its record and of its answer."""
    body = page(words)
    on_line = words.replace("\r", " ").replace("\n", " ").encode("utf-8", "replace")
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: " + on_line + b"\r\n\r\n" + body
    return (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2031-05-03T00:00:00Z\r\n"
        b"WARC-Target-URI: " + address.encode() + b"\r\nX: " + on_line + b"\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: " + str(len(answer)).encode()
        + b"\r\n\r\n" + answer + b"\r\n\r\n"
    )  # fmt: skip


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out.getvalue()
