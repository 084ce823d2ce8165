"""Our reader of pages beside trafilatura: words of the article that each keeps, and of the page that it lets in.

    python benchmarks/page_readers.py [reports.jsonl ...]      (trafilatura is no dependency: pip install trafilatura)

The reports' paragraphs are set into three made-up layouts, with a menu, a teaser, comments and a footer around them and
a caption, an embedded post and a quotation after the first long one. A ledger asks that no words of the article are
lost, since they may be a claim. Reports without a title and paragraphs of their own are left out.
"""

import html
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"

CHROME = (
    """<header><a href="/">Home</a><ul class="nav"><li><a href="/w">World</a><li><a href="/s">Sport</a></ul></header>"""
)
AFTER = """\
<aside class="related"><h3>Read also</h3><p>Harbour festival draws record crowd despite heavy showers.</p></aside>
<div id="comments"><h3>3 comments</h3><p>Marvellous writing, thanks for sharing everything.</p></div>
<footer><p>Copyright Lantern Publishing. Subscribe for newsletters.</p></footer>"""
POST = "<blockquote class='twitter-tweet'><p>Zebrawood quayside is ours.</p>&mdash; Press desk (@desk)</blockquote>"
CAPTION = "<figure><img src='a.png'><figcaption>Quayside lanterns photographed yesterday.</figcaption></figure>"
QUOTE = "<blockquote><p>Nobody abandons zebrawood, wrote its commander.</p></blockquote>"
PLANTED = "Zebrawood quayside is ours Quayside lanterns photographed yesterday Nobody abandons zebrawood wrote"

LAYOUTS = {
    "article": "{chrome}<main><article><h1>{title}</h1>{body}</article></main>{after}",
    "divisions": "<div>{chrome}</div><div class='story'><h2>{title}</h2><div class='text'>{body}</div></div>{after}",
    "table": "<table><tr><td>{chrome}</td><td><b>{title}</b>{body}</td></tr></table>{after}",
}

_WORD = re.compile(r"\w+")


def page(layout: str, text: str) -> str:
    """A page of the report; its first paragraph is the title."""
    title, *rest = [html.escape(p) for p in text.split("\n") if p.strip()]
    body = [f"<p>{p}</p>" for p in rest]
    at = 1 + next((n for n, p in enumerate(rest) if len(p) > 200), 0)
    body[at:at] = [CAPTION, POST, QUOTE]
    inner = LAYOUTS[layout].format(title=title, chrome=CHROME, body="".join(body), after=AFTER)
    return f"<html>{inner}</html>"


def is_laid_out(text: str) -> bool:
    """The text has a title of its own, and paragraphs between which something can stand."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines[0]) < 160 and sum(len(line) > 100 for line in lines) > 3


def ours(page: str) -> str:
    from counterclaim.model import Report
    from counterclaim.reading.page import read_page

    found = read_page(page, "page")
    if not isinstance(found, Report):
        return ""
    return "\n".join(b.span.of(found.text) for b in found.blocks if b.kind != "chrome")


def theirs(page: str) -> str:
    import trafilatura

    return trafilatura.extract(page, include_comments=False) or ""


def words(text: str) -> Counter[str]:
    return Counter(w.lower() for w in _WORD.findall(text))


def measured(name: str, read: Callable[[str], str], pages: list[tuple[str, str]]) -> None:
    read(pages[0][0])  # what is loaded at the first page is no page's time
    started = time.process_time()
    found = [words(read(page)) for page, _ in pages]
    spent = (time.process_time() - started) / len(pages)
    article = [share(words(text), got) for (_, text), got in zip(pages, found, strict=True)]
    planted = [share(words(PLANTED), got) for got in found]
    chrome = words(re.sub("<[^>]*>", " ", AFTER))
    let_in = [share(chrome, got - words(text)) for (_, text), got in zip(pages, found, strict=True)]
    print(
        f"{name:<12} article {mean(article):.3f} (pages with a twentieth lost: {sum(x < 0.95 for x in article)}), "
        f"post, caption, quotation {mean(planted):.3f}, let in {mean(let_in):.3f}, {1000 * spent:.1f} ms a page"
    )


def share(wanted: Counter[str], got: Counter[str]) -> float:
    """How many of the wanted words are there."""
    return (wanted & got).total() / wanted.total()


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def main() -> None:
    paths = [Path(p) for p in sys.argv[1:]] or sorted(CORPORA.glob("*.jsonl"))
    rows = [
        json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    for layout in LAYOUTS:
        pages = [(page(layout, row["text"]), row["text"]) for row in rows if is_laid_out(row["text"])]
        print(f"{layout}: {len(pages)} pages")
        measured("ours", ours, pages)
        measured("trafilatura", theirs, pages)


if __name__ == "__main__":
    main()
