"""PolNeAR as windows of pieces with tags and links, and the noise that training adds to them."""

import gzip
import json
import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from counterclaim.attribution.pieces import BREAK, MASK, Pieces, lines, pieces
from counterclaim.attribution.windows import window_end

ROLES = ("source", "cue", "content")
SOURCE, CUE, CONTENT = range(3)
OUTSIDE = (-1, -1)


class Article(NamedTuple):
    """A document as pieces; `roles` gives, per piece, its role and the number of its span (OUTSIDE: none)."""

    name: str
    pieces: Pieces
    roles: list[tuple[int, int]]
    owners: dict[int, list[int]]  # span -> attributions that have it
    links: list[tuple[list[int], list[int]]]  # per attribution: spans of its cue, of its source


class Piece(NamedTuple):
    """One piece of a window while noise is added."""

    id: int
    type: int
    span: int
    role: int
    opens: bool  # begins a word


def rows(path: Path) -> Iterator[dict]:
    """The documents of a PolNeAR file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def articles(path: Path, tokenizer: Tokenizer) -> list[Article]:
    """Every document of a file, tokenised once."""
    return [article(row, tokenizer) for row in rows(path)]


def article(row: dict, tokenizer: Tokenizer) -> Article:
    """One document; a piece in two spans keeps the first (seven in 20,000 overlap)."""
    made = pieces(tokenizer, row["text"], lines(row["text"]))
    roles = [OUTSIDE] * len(made)
    numbers: dict[tuple[int, int, int], int] = {}
    owners: dict[int, list[int]] = {}
    links: list[tuple[list[int], list[int]]] = []
    for index, attribution in enumerate(row["attributions"]):
        links.append(([], []))
        for role, name in enumerate(ROLES):
            for start, end in attribution[name]:
                number = numbers.setdefault((role, start, end), len(numbers))
                owners.setdefault(number, []).append(index)
                if role != CONTENT:
                    links[-1][0 if role == CUE else 1].append(number)
                _mark(roles, made, (start, end), (role, number))
    return Article(row["doc"], made, roles, owners, links)


def _mark(roles: list[tuple[int, int]], made: Pieces, span: tuple[int, int], mark: tuple[int, int]) -> None:
    place = bisect_left(made.ends, span[0] + 1)
    while place < len(made) and made.starts[place] < span[1]:
        if roles[place] == OUTSIDE and made.ids[place] != BREAK:
            roles[place] = mark
        place += 1


def cuts(made: Pieces, size: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Windows of whole sentences over an article, the first of random length, so that each epoch cuts elsewhere."""
    start, reach = 0, chance.randint(size // 4, size)
    while start < len(made):
        end = max(start + 1, window_end(len(made), made.firsts, start, reach))
        yield start, end
        start, reach = end, size


def noisy(article: Article, window: tuple[int, int], noise: dict[str, float], chance: random.Random,
          names: Sequence[list[int]]) -> list[Piece]:  # fmt: skip
    """A window of an article with noise."""
    made = article.pieces
    row = [
        Piece(made.ids[i], made.types[i], article.roles[i][1], article.roles[i][0],
              i == 0 or made.starts[i] > made.ends[i - 1] or made.ids[i] == BREAK)
        for i in range(*window)
    ]  # fmt: skip
    for change, doing in CHANGES.items():
        if chance.random() < noise[change]:
            row = doing(row, chance)
    if chance.random() < noise["names"]:
        row = renamed(row, chance, names)
    return [p._replace(id=MASK) if chance.random() < noise["mask"] else p for p in row]


def clean(article: Article, window: tuple[int, int]) -> list[Piece]:
    """A window of an article as it stands."""
    made = article.pieces
    return [Piece(made.ids[i], made.types[i], article.roles[i][1], article.roles[i][0], False) for i in range(*window)]


QUOTE, APOSTROPHE, COMMA, STOP = 1000, 1005, 1010, 1012


def unquoted(row: list[Piece], chance: random.Random) -> list[Piece]:
    """Without double quotation marks."""
    return [p._replace(type=p.type % 4) for p in row if p.id != QUOTE]


def single_quoted(row: list[Piece], chance: random.Random) -> list[Piece]:
    """With single quotation marks for double ones, which the types do not tell apart from apostrophes."""
    return [p._replace(type=p.type % 4, id=APOSTROPHE if p.id == QUOTE else p.id) for p in row]


def unstopped(row: list[Piece], chance: random.Random) -> list[Piece]:
    """Without full stops, without commas or without both."""
    lost = chance.choice(((COMMA,), (STOP,), (COMMA, STOP)))
    return [p for p in row if p.id not in lost]


def small(row: list[Piece], chance: random.Random) -> list[Piece]:
    """All in small letters."""
    return [_cased(p, 0) for p in row]


def capitals(row: list[Piece], chance: random.Random) -> list[Piece]:
    """All in capitals."""
    return [_cased(p, 2) for p in row]


def headlined(row: list[Piece], chance: random.Random) -> list[Piece]:
    """The first line, if short, in capitals or in title case, without its full stop."""
    end = next((i for i, p in enumerate(row) if p.id == BREAK), len(row))
    if end > 40:
        return row
    case = chance.choice((1, 2))
    return [_cased(p, case) for p in row[:end] if p.id != STOP] + row[end:]


def run_together(row: list[Piece], chance: random.Random) -> list[Piece]:
    """Without paragraphs."""
    return [p for p in row if p.id != BREAK]


CHANGES = {
    "quotes": unquoted, "single": single_quoted, "stops": unstopped, "small": small, "capitals": capitals,
    "headline": headlined, "breaks": run_together,
}  # fmt: skip


def _cased(piece: Piece, case: int) -> Piece:
    return piece if piece.type % 4 == 3 else piece._replace(type=piece.type - piece.type % 4 + case)


def capitalised(article: Article) -> Iterator[list[int]]:
    """The pieces of each capitalised word that does not open a sentence."""
    made, firsts = article.pieces, set(article.pieces.firsts)
    for i in range(len(made)):
        if made.types[i] % 4 == 1 and i not in firsts and (i == 0 or made.starts[i] > made.ends[i - 1]):
            end = i + 1
            while end < len(made) and made.starts[end] == made.ends[end - 1] and made.types[end] % 4 == 1:
                end += 1
            yield list(made.ids[i:end])


def renamed(row: list[Piece], chance: random.Random, names: Sequence[list[int]]) -> list[Piece]:
    """Half of the words with a capital changed for others, the same word always for the same."""
    changed: dict[tuple[int, ...], list[int]] = {}
    out: list[Piece] = []
    i = 0
    while i < len(row):
        end = i + 1
        while end < len(row) and not row[end].opens and row[end].type % 4 == 1:
            end += 1
        if row[i].type % 4 != 1 or not row[i].opens or i == 0 or row[i - 1].id in (STOP, BREAK, QUOTE):
            out.append(row[i])
            i += 1
            continue
        word = tuple(p.id for p in row[i:end])
        if word not in changed:
            changed[word] = chance.choice(names) if chance.random() < 0.5 else list(word)
        out.extend(row[i]._replace(id=piece, opens=k == 0) for k, piece in enumerate(changed[word]))
        i = end
    return out
