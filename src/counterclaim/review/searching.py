"""Search over the words of all reports and claims: SQLite's FTS5, or PostgreSQL's text search.

Both are given words that were folded and cut apart here, so that both find the same and nobody's query is a command.
"""

import hashlib
from typing import Any

import msgspec
import sqlalchemy as sql

from counterclaim.model import Ledger, Record, Span
from counterclaim.review.passages import folded_words, passages
from counterclaim.review.store import Store
from counterclaim.review.troubles import plainly

AROUND = 90  # characters on either side of a hit: with it about two lines
MOST_WORDS, MOST = 20, 500  # words of a query that are looked for, and hits that a reader could look through

_SQLITE_TABLE = (
    "CREATE VIRTUAL TABLE passages USING"
    " fts5(words, report UNINDEXED, mention UNINDEXED, start UNINDEXED, body UNINDEXED, tokenize = 'unicode61')",
)
_POSTGRES_TABLE = (
    "CREATE TABLE passages (id serial PRIMARY KEY, words tsvector NOT NULL, report text NOT NULL, mention text,"
    " start integer NOT NULL, body text NOT NULL)",
    "CREATE INDEX passages_words ON passages USING gin (words)",
)
_SQLITE_INSERT = (
    "INSERT INTO passages (words, report, mention, start, body) VALUES (:words, :report, :mention, :start, :body)"
)
_POSTGRES_INSERT = (
    "INSERT INTO passages (words, report, mention, start, body)"
    " VALUES (to_tsvector('simple', :words), :report, :mention, :start, :body)"
)
_SQLITE_SEARCH = (
    "SELECT report, mention, start, body FROM passages WHERE passages MATCH :wanted ORDER BY rank, rowid LIMIT :limit"
)
_POSTGRES_SEARCH = (
    "SELECT report, mention, start, body FROM passages WHERE words @@ to_tsquery('simple', :wanted)"
    " ORDER BY ts_rank(words, to_tsquery('simple', :wanted)) DESC, id LIMIT :limit"
)


class Hit(Record, frozen=True):
    """A place where the words of a query stand: in a report, or in a mention of it (`mention` is its id).

    `span` is the first word found, or else the first word of what is found by its speaker's or place's name; the
    snippet is the slice of the report's text from `start` that holds it.
    """

    report: str
    mention: str | None
    span: Span
    start: int
    snippet: str


def index(store: Store, ledger: Ledger) -> bool:
    """Make the search ready for this ledger; False where it was already."""
    digest = hashlib.sha256(msgspec.json.encode(ledger)).hexdigest()
    with plainly(store.where), store.engine.connect() as connection:
        if _indexed(connection) == digest:
            return False
    rows = [msgspec.structs.asdict(passage) for passage in passages(ledger)]
    with store.turn, plainly(store.where), store.writer.begin() as connection:
        if _indexed(connection) != digest:
            _fill(connection, rows, digest)
    return True


def search(store: Store, query: str, limit: int = 50) -> tuple[Hit, ...]:
    """Where all words of the query stand together in a passage or claim, the best first; a word finds its longer forms.

    Nothing is found where `index` was not called before.
    """
    wanted = [word for _, word in folded_words(query[:1_000])][:MOST_WORDS]
    with plainly(store.where), store.engine.connect() as connection:
        if not wanted or _indexed(connection) is None:
            return ()
        sqlite = connection.dialect.name == "sqlite"
        asked = " ".join(f'"{w}"*' for w in wanted) if sqlite else " & ".join(f"'{w}':*" for w in wanted)
        found = connection.execute(
            sql.text(_SQLITE_SEARCH if sqlite else _POSTGRES_SEARCH),
            {"wanted": asked, "limit": max(1, min(limit, MOST))},
        )
        return tuple(_hit(row, wanted) for row in found)


def _hit(row: sql.Row[Any], wanted: list[str]) -> Hit:
    found = (span for span, word in folded_words(row.body) if word.startswith(tuple(wanted)))
    first = (span for span, _ in folded_words(row.body))
    span = next(found, None) or next(first, None) or Span(0, len(row.body))
    left = row.body.find(" ", max(0, span.start - AROUND), span.start) + 1 if span.start > AROUND else 0
    left = left or max(0, span.start - AROUND)
    right = row.body.rfind(" ", span.end, span.end + AROUND) if span.end + AROUND < len(row.body) else len(row.body)
    right = right if right > 0 else span.end + AROUND
    return Hit(
        report=row.report, mention=row.mention, span=Span(row.start + span.start, row.start + span.end),
        start=row.start + left, snippet=row.body[left:right],
    )  # fmt: skip


def _indexed(connection: sql.Connection) -> str | None:
    """The hash of the ledger that the search is ready for."""
    if not sql.inspect(connection).has_table("passages_of"):
        return None
    return connection.exec_driver_sql("SELECT ledger FROM passages_of").scalar()


def _fill(connection: sql.Connection, rows: list[dict[str, Any]], digest: str) -> None:
    """The passages of this ledger in place of those of the one before."""
    sqlite = connection.dialect.name == "sqlite"
    for table in ("passages", "passages_of"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
    for statement in (*(_SQLITE_TABLE if sqlite else _POSTGRES_TABLE), "CREATE TABLE passages_of (ledger text)"):
        connection.exec_driver_sql(statement)
    if rows:
        connection.execute(sql.text(_SQLITE_INSERT if sqlite else _POSTGRES_INSERT), rows)
    connection.execute(sql.text("INSERT INTO passages_of VALUES (:digest)"), {"digest": digest})
