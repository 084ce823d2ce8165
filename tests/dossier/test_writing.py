"""The dossier as files: every link leads somewhere, every quotation is the report's, nothing hostile gets out."""

import re
import time
from pathlib import Path

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.dossier import write_dossier
from counterclaim.errors import NotWritable
from counterclaim.model import Ledger
from dossier.conftest import Pages, pages_of
from dossier.karvel import CLAIMS, COPIED, EVIL, LEDGER, MENTIONS, R1, R2, R4, TEXTS, WIRE

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def attributes(tree: HTMLParser, name: str) -> list[str]:
    return [node.attributes[name] or "" for node in tree.css(f"[{name}]")]


def target(pages: Pages, path: str, href: str) -> tuple[str, str]:
    """The page and anchor that a link on a page leads to."""
    file, _, anchor = href.partition("#")
    parts = [*Path(path).parent.parts, *file.split("/")] if file else list(Path(path).parts)
    resolved: list[str] = []
    for part in parts:
        if part == "..":
            resolved.pop()
        else:
            resolved.append(part)
    return "/".join(resolved), anchor


def broken(pages: Pages, folder: Path) -> list[str]:
    """Links that lead nowhere in the dossier."""
    ids = {path: set(attributes(tree, "id")) for path, tree in pages.items()}
    found = []
    for path, tree in pages.items():
        for href in attributes(tree, "href"):
            if href.startswith("https://"):
                continue
            page, anchor = target(pages, path, href)
            there = (folder / page).exists() and (not anchor or anchor in ids[page])
            found += [] if there else [f"{path}: {href}"]
    return found


def test_every_link_leads_to_a_place_in_the_dossier(pages: Pages, folder: Path) -> None:
    assert broken(pages, folder) == []


def test_no_address_is_given_twice_on_a_page(pages: Pages) -> None:
    for path, tree in pages.items():
        ids = attributes(tree, "id")
        assert len(ids) == len(set(ids)), path


def test_every_quotation_is_a_slice_of_the_report_that_it_links_to(pages: Pages) -> None:
    checked = 0
    for path, tree in pages.items():
        for link in tree.css("a.quote"):
            page, _ = target(pages, path, link.attributes["href"] or "")
            text = TEXTS[Path(page).stem]
            for gap in link.css(".gap"):
                gap.replace_with("\x1f")
            for part in link.text().split("\x1f"):
                assert part in text
                checked += len(part) > 3
    assert checked > 50


def test_every_quotation_of_a_claim_leads_to_its_own_words(pages: Pages) -> None:
    for mention in MENTIONS:
        marked = pages[f"reports/{mention.report}.html"].css(f'.m[data-mark="{mention.id}"]')
        words = "".join(node.text(deep=True) for node in marked)
        assert words == "".join(span.of(TEXTS[mention.report]) for span in mention.content)
        assert marked[0].attributes["id"] == mention.id


@pytest.mark.parametrize("report", TEXTS)
def test_a_report_is_shown_whole_and_unchanged(pages: Pages, report: str) -> None:
    tree = pages[f"reports/{report}.html"]
    for number in tree.css("a.ref"):
        number.decompose()
    shown = "\n\n".join(node.text() for node in tree.css(".prose"))
    unshowable = re.compile("[\x07\ud83d]")
    assert shown == unshowable.sub("\ufffd", TEXTS[report])


def test_chrome_is_shown_as_chrome(pages: Pages) -> None:
    chrome = pages[f"reports/{R2}.html"].css(".block.chrome .prose")
    assert chrome[0].text() == "Home | World | Sport | Sign in"


def test_hostile_text_is_only_text(pages: Pages) -> None:
    for path, tree in pages.items():
        assert tree.css("img, iframe, object, embed, form, style, base") == [], path
        assert [s.attributes.get("src", "").rsplit("/", 1)[-1] for s in tree.css("script")] == ["dossier.js"], path
        for node in tree.css("*"):
            assert not [name for name in node.attributes if name.startswith("on") or name == "style"], path
    assert EVIL in pages[f"reports/{R4}.html"].css_first(".title .prose").text()


def test_an_address_that_is_not_of_the_web_is_no_link(pages: Pages) -> None:
    assert not [h for tree in pages.values() for h in attributes(tree, "href") if h.lower().startswith("javascript")]


def test_every_page_has_the_policy_and_one_heading(pages: Pages) -> None:
    for path, tree in pages.items():
        assert tree.css_first("meta[http-equiv]").attributes["content"] == POLICY, path
        assert len(tree.css("h1")) == 1, path
        assert tree.css_first("html").attributes["lang"] == "en", path


def test_nothing_is_loaded_from_a_network(pages: Pages, folder: Path) -> None:
    for tree in pages.values():
        loaded = attributes(tree, "src") + [node.attributes["href"] or "" for node in tree.css("link")]
        assert all(not re.match(r"\w+:|//", address) for address in loaded)
    assert "url(" not in (folder / "static" / "dossier.css").read_text()


def test_the_program_gives_no_verdict(pages: Pages) -> None:
    verdict = re.compile(r"\b(true|false|debunked|verified|lie|fake)\b", re.I)
    for path, tree in pages.items():
        for node in tree.css("q, .prose, .foot"):
            node.decompose()
        assert not verdict.search(tree.css_first("main").text()), path


def test_a_foreign_passage_names_its_language_and_keeps_its_direction(pages: Pages) -> None:
    passage = pages["reports/r-0000000000000003.html"].css_first(".foreign")
    assert passage.attributes == {"lang": "fa", "dir": "auto", "class": "foreign"}
    assert passage.text().startswith("ما کارول")
    assert pages["method.html"].css_first("q").attributes["lang"] == "fa"


def test_copied_passages_point_at_each_other(pages: Pages) -> None:
    there = pages[f"reports/{R1}.html"].css_first(".twin a")
    assert there.text() == "2 Karvel Courier, paragraph 2"
    assert there.attributes["href"] == f"../reports/{R2}.html#k-000000000000000a-2"
    assert pages[f"reports/{R1}.html"].css_first(".same").text().startswith(COPIED.of(WIRE)[:40])


def test_statements_stand_under_their_speaker(pages: Pages) -> None:
    assert "who asked not to be named" in pages["speakers/a-doctor.html"].css("section")[-1].text()


def test_an_empty_ledger_gives_pages_that_say_so(empty: Pages) -> None:
    assert sorted(empty) == ["index.html", "map.html", "method.html", "sources.html", "speakers.html"]
    assert "No question yet" in empty["index.html"].css_first(".empty").text()


def test_a_second_run_gives_the_same_bytes_and_leaves_no_old_page(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "q-gone.html").write_text("old")
    (tmp_path / "questions" / "notes.txt").write_text("somebody's own")
    write_dossier(LEDGER, tmp_path)
    first, again = ({p.relative_to(f): p.read_bytes() for p in f.rglob("*.*")} for f in (folder, tmp_path))
    again.pop(Path("questions/notes.txt"))
    assert first == again


def test_a_hostile_id_names_no_file_elsewhere(tmp_path: Path) -> None:
    report = msgspec.structs.replace(LEDGER.reports[3], id="../../out\"><script>")
    ledger = msgspec.structs.replace(LEDGER, reports=(report,), mentions=(), claims=(), questions=(), relations=(),
                                     copies=(), notes=())  # fmt: skip
    folder = write_dossier(ledger, tmp_path / "deep" / "dossier").parent
    written = pages_of(folder)
    assert [p for p in tmp_path.rglob("*.html") if folder not in p.parents] == []
    assert [re.fullmatch(r"reports/x-[0-9a-f]{16}\.html", p) is not None for p in written if "reports/" in p] == [True]
    assert broken(written, folder) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(NotWritable, match="taken"):
        write_dossier(LEDGER, tmp_path / "taken")


def many(copies: int) -> Ledger:
    """The ledger's claims and questions, so many times over; only relations are left out."""
    change = msgspec.structs.replace
    mentions = [change(m, id=f"{m.id}{n}", claim=f"{m.claim}{n}") for n in range(copies) for m in MENTIONS]
    claims = [
        change(c, id=f"{c.id}{n}", original=f"{c.original}{n}", mentions=tuple(f"{m}{n}" for m in c.mentions))
        for n in range(copies)
        for c in CLAIMS
    ]
    questions = [
        change(q, id=f"{q.id}{n}", positions=tuple(
            change(p, claims=tuple(f"{c}{n}" for c in p.claims)) for p in q.positions
        ))
        for n in range(copies) for q in LEDGER.questions
    ]  # fmt: skip
    return change(
        LEDGER, mentions=tuple(mentions), claims=tuple(claims), questions=tuple(questions), relations=()
    )


def test_a_thousand_claims_are_written_in_two_seconds(tmp_path: Path) -> None:
    began = time.process_time()
    index = write_dossier(many(70), tmp_path)
    assert time.process_time() - began < 2
    assert index.stat().st_size < 500_000
