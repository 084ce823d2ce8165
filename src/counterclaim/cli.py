"""The commands: each builds the parts, hands them on, and turns errors into one plain sentence."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.errors import CounterclaimError
from counterclaim.options import DEFAULT_TAGGER, is_ray

if TYPE_CHECKING:
    from counterclaim.model import Ledger, Rejected

LOCAL = "127.0.0.1"  # reached from this machine alone
ENDS = "Exit codes: 0 done; 1 verify found a fault; 2 an input or option that cannot be used; 130 stopped by Ctrl-C."
EXAMPLE = "Example: counterclaim {}\n\n" + ENDS

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Read reports about one disputed event; write who claims what, on whose word, and who says the opposite.",
    epilog=f"Start with: counterclaim build reports/ --out ledger/\n\n{ENDS}",
)  # fmt: skip

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCES",
        help="Files, folders, https://… or s3://…; pages, texts, PDF, mail, feeds, WARC, JSONL, Parquet.",
    ),
]
Addresses = Annotated[Path | None, typer.Option(help="A file of web addresses to read too, one a line.")]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that build wrote.")]
Database = Annotated[
    str | None, typer.Option(help="postgresql://… where decisions are not in DIR's own file.", show_default=False)
]
Out = Annotated[Path, typer.Option(help="Where to write; made if missing.", show_default=False)]
Engine = Annotated[str, typer.Option(help="Where reports are read: local, or ray (many machines).")]
Address = Annotated[
    str | None, typer.Option(help="HOST:PORT of a Ray cluster for --engine ray; else one is started here.")
]


@app.command(epilog=EXAMPLE.format("build reports/ more.jsonl --out ledger/"))
def build(
    out: Out,
    sources: Sources = None,
    addresses: Addresses = None,
    attribution: Annotated[str, typer.Option(help="What finds who says what: model or rules.")] = DEFAULT_TAGGER,
    language_model: Annotated[str | None, typer.Option(help="Another installed spaCy pipeline.")] = None,
    cast: Annotated[Path | None, typer.Option(help="A cast.toml of parties, which wins over what is found.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes that read reports; 0: as many as pay.")] = 0,
    engine: Engine = "local",
    address: Address = None,
    json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Read SOURCES; write OUT/ledger.json and OUT/dossier/index.html."""
    with plain_errors(), progress_bar() as tell:
        from counterclaim import building
        from counterclaim.adding import alone
        from counterclaim.dossier import write_dossier
        from counterclaim.ledger import write_ledger

        on_ray = is_ray(engine, address)
        options = _options(attribution, language_model, cast)
        options = replace(options, workers=workers, keep=out / building.READINGS, address=address)
        given = _sources(sources, addresses)
        with alone(out, make=True):
            if on_ray:
                from counterclaim import clustered

                ledger = clustered.build(given, out, options, tell)
            else:
                ledger = building.build(given, options, tell)
            written = write_ledger(ledger, out)
            seen = _reviewed(ledger, out, None)
            page = write_dossier(seen.ledger, out / "dossier", seen.decided)
    _report(ledger, written, page, json)


@app.command(epilog=EXAMPLE.format("survey articles.jsonl --out events/"))
def survey(
    out: Out,
    sources: Sources = None,
    addresses: Addresses = None,
    at_least: Annotated[int, typer.Option(min=1, help="The reports that make an event worth a ledger.")] = 2,
    attribution: Annotated[str, typer.Option(help="What finds who says what: model or rules.")] = DEFAULT_TAGGER,
    workers: Annotated[int, typer.Option(min=0, help="Processes that read reports; 0: as many as pay.")] = 0,
    engine: Engine = "local",
    address: Address = None,
    json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Group SOURCES of many events; write OUT/events/ID/ for each, and OUT/index.html with the most contested first."""
    with plain_errors(), progress_bar() as tell:
        from counterclaim.adding import alone

        if is_ray(engine, address):
            from counterclaim.clustered import survey
        else:
            from counterclaim.survey import survey

        options = replace(_options(attribution, None, None), workers=workers, address=address)
        given = _sources(sources, addresses)
        with alone(out, make=True):
            found = survey(given, out, options, at_least, tell)
    for item in found.failed:
        _note(f"{item.source}: {item.reason}")
    counts = {"events": len(found.events), "contested": sum(e.contested > 0 for e in found.events),
              "alone": found.alone, "rejected": len(found.rejected)}  # fmt: skip
    if json:
        import msgspec

        typer.echo(msgspec.json.encode({**counts, "page": str(found.page)}).decode())
        return
    from counterclaim.dossier.words import count

    typer.echo(
        f"{count(counts['events'], 'event')} ({counts['contested']} with contested questions), "
        f"{count(counts['alone'], 'report')} alone, {counts['rejected']} left out"
    )
    _left_out(found.rejected)
    typer.echo(f"front page: {plain(str(found.page))}")


@app.command(epilog=EXAMPLE.format("watch https://outlet.example/rss --out ledger/"))
def watch(
    source: Annotated[str, typer.Argument(metavar="FOLDER|FEED", help="A folder, or the address of a feed.")],
    out: Out,
    every: Annotated[float, typer.Option(min=1, help="Seconds between two looks.")] = 60,
    attribution: Annotated[str, typer.Option(help="What finds who says what: model or rules.")] = DEFAULT_TAGGER,
    cast: Annotated[Path | None, typer.Option(help="A cast.toml of parties, which wins over what is found.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes that read reports; 0: as many as pay.")] = 0,
) -> None:
    """Keep OUT/ledger.json and OUT/dossier up to date with a folder or a feed, until Ctrl-C."""
    with plain_errors(), progress_bar() as tell:
        from datetime import datetime

        from counterclaim.adding import alone
        from counterclaim.dossier import write_dossier
        from counterclaim.dossier.words import count
        from counterclaim.ledger import write_ledger
        from counterclaim.watching import watch

        options = replace(_options(attribution, None, cast), workers=workers)
        for ledger in watch(source, out, options, every, tell, note=_note):
            with alone(out, make=True):
                write_ledger(ledger, out)
                seen = _reviewed(ledger, out, None)
                write_dossier(seen.ledger, out / "dossier", seen.decided)
            found = (("report", ledger.reports), ("claim", ledger.claims), ("question", ledger.questions))
            counts = ", ".join(count(len(items), name) for name, items in found)
            typer.echo(f"{datetime.now():%H:%M:%S} {counts}")
            _failures(ledger)


@app.command(epilog=EXAMPLE.format("dossier ledger/"))
def dossier(
    folder: Folder,
    single_file: Annotated[bool, typer.Option("--single-file", help="Write one file, DIR/dossier.html.")] = False,
    database: Database = None,
) -> None:
    """Render DIR/dossier again from DIR/ledger.json, with what people decided."""
    with plain_errors():
        from counterclaim.adding import alone
        from counterclaim.dossier import write_dossier, write_single

        seen = _reviewed(_sound(folder), folder, database)
        with alone(folder):
            if single_file:
                page = write_single(seen.ledger, folder / "dossier.html", seen.decided)
            else:
                page = write_dossier(seen.ledger, folder / "dossier", seen.decided)
        typer.echo(plain(str(page)))


@app.command(epilog=EXAMPLE.format("decisions ledger/ export decisions.jsonl"))
def decisions(
    folder: Folder,
    direction: Annotated[str, typer.Argument(metavar="export|import", help="Out of the workspace, or into it.")],
    file: Annotated[Path, typer.Argument(help="JSON lines, a decision each; - for standard output or input.")],
    database: Database = None,
) -> None:
    """Move what people decided: DIR's decisions to FILE, or those of FILE that DIR lacks to DIR."""
    with plain_errors():
        from counterclaim.review import moving

        typer.echo(moving.move(folder, direction, file, database), err=str(file) == "-")


@app.command(epilog=EXAMPLE.format("attribute texts.jsonl --out found.jsonl"))
def attribute(
    texts: Annotated[Path, typer.Argument(help='Lines of {"doc", "text"}, also .gz; - for standard input.')],
    out: Annotated[Path, typer.Option(help='Where to write lines of {"doc", "attributions"}; - for standard output.')],
    attribution: Annotated[str, typer.Option(help="What finds who says what: model or rules.")] = DEFAULT_TAGGER,
) -> None:
    """Find source, cue and content in any texts, as offsets."""
    with plain_errors(), progress_bar() as tell:
        from counterclaim.attributing import attribute_lines

        attribute_lines(texts, out, _options(attribution, None, None).attribution, tell)


@app.command(
    epilog=EXAMPLE.format("verify ledger/"), short_help="Check every span and reference of a ledger, and its decisions."
)
def verify(folder: Folder, database: Database = None) -> None:
    """Check every span and reference of DIR/ledger.json, and that no decision was changed; exit code 1 where not so."""
    with plain_errors():
        from counterclaim.ledger import faults, read_ledger
        from counterclaim.review import chain
        from counterclaim.review.store import stored

        ledger, decided = read_ledger(folder), stored(folder, database)
        found = [*faults(ledger), *chain.faults(decided)]
    for fault in found:
        typer.echo(plain(fault))
    if found:
        raise typer.Exit(1)
    typer.echo(f"sound: {len(ledger.mentions)} mentions stand in {len(ledger.reports)} reports as quoted")
    if decided:
        typer.echo(f"decisions: {len(decided)}, unbroken up to {chain.hash_of(decided[-1])}")


@app.command(epilog=EXAMPLE.format("export ledger/ --to csv --out claims.csv"))
def export(
    folder: Folder,
    to: Annotated[str, typer.Option(help="csv, ged, geojson, jsonld, markdown or parquet.", show_default=False)],
    out: Annotated[Path, typer.Option(help="The file to write; - for standard output.", show_default=False)],
    policy: Annotated[
        str | None, typer.Option(help="How ged chooses its best estimate: lowest, highest, most-origins or latest.")
    ] = None,
    database: Database = None,
) -> None:
    """Write DIR/ledger.json, with what people decided, in a format of the field."""
    with plain_errors():
        from counterclaim.export import decided, exported, write_export

        seen = _reviewed(_sound(folder), folder, database)
        data = exported(seen.ledger, to, decided(seen.decided), policy)
        if str(out) == "-":
            sys.stdout.buffer.write(data)
        else:
            typer.echo(plain(str(write_export(data, out))))


@app.command(epilog=EXAMPLE.format("serve ledger/ --port 8080"))
def serve(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that build wrote.")],
    port: Annotated[int, typer.Option(help="The port; 0 for any that is free.")] = 8000,
    host: Annotated[str, typer.Option(help="The address to serve on; any but this machine's needs a word.")] = LOCAL,
    database: Annotated[
        str | None, typer.Option(help="postgresql://… for several reviewers, where not DIR's own file.")
    ] = None,
    token: Annotated[
        str | None, typer.Option(help="A word that readers must give.", envvar="COUNTERCLAIM_TOKEN", show_default=False)
    ] = None,
    password_file: Annotated[Path | None, typer.Option(help="A file with that word in its first line.")] = None,
    name: Annotated[list[str] | None, typer.Option(help="A further name by which browsers may call it.")] = None,
    cast: Annotated[Path | None, typer.Option(help="The cast.toml of the build, for reports that are added.")] = None,
) -> None:
    """Open DIR as a workspace in the browser, where claims can be corrected and reports added. Ctrl-C ends it."""
    with plain_errors():
        from counterclaim.web.serving import serve as serve_workspace
        from counterclaim.web.settings import Settings, word

        serve_workspace(
            Settings(folder, host, port, database, word(token, password_file), tuple(name or ()), cast),
            lambda address: typer.echo(f"{address}\nCtrl-C ends it."),
        )


@app.callback(invoke_without_command=True)
def main(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        from counterclaim import __version__

        typer.echo(f"counterclaim {__version__}")
        raise typer.Exit


@contextlib.contextmanager
def plain_errors() -> Iterator[None]:
    """An error that a user can put right becomes one sentence and exit code 2; Ctrl-C becomes exit code 130."""
    try:
        yield
    except CounterclaimError as error:
        typer.echo(f"counterclaim: {plain(str(error))}", err=True)
        raise typer.Exit(2) from error
    except KeyboardInterrupt:
        typer.echo("counterclaim: stopped; each file in the output folder is whole, as it was or new", err=True)
        raise typer.Exit(130) from None


@contextlib.contextmanager
def progress_bar() -> Iterator["Tell"]:
    """A bar on a terminal that says the stage and how far it is; nothing where the output is not a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=console, disable=not sys.stderr.isatty(), transient=True,
    ) as progress:  # fmt: skip
        task = progress.add_task("starting", total=None)

        def tell(stage: str, done: int, of: int) -> None:
            progress.update(task, description=stage, completed=done, total=of or None)

        yield tell


def plain(text: str) -> str:
    """Text for a line of a terminal: without what could move its cursor, change its colours or begin another line."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _note(words: str) -> None:
    """Tell what went wrong and will be tried again."""
    typer.echo(f"counterclaim: {plain(words)}", err=True)


def _sources(given: list[str] | None, addresses: Path | None) -> list[str]:
    """The sources of a run: what was given, and the addresses in a file."""
    from counterclaim.errors import BadOption
    from counterclaim.reading.addresses import listed

    found = [*(given or ()), *(listed(addresses) if addresses else ())]
    if not found:
        raise BadOption("no SOURCES are given: name files, folders or addresses")
    return found


def _options(attribution: str, language_model: str | None, cast: Path | None) -> "Options":
    from counterclaim.errors import BadOption
    from counterclaim.options import Options

    if attribution not in ("model", "rules"):
        raise BadOption(f"--attribution is {attribution!r}; it can be model or rules")
    return Options(attribution="model" if attribution == "model" else "rules", pipeline=language_model, cast=cast)


def _sound(folder: Path) -> "Ledger":
    """The ledger of a folder, which may come from anywhere. Raises DamagedLedger where it does not hold together."""
    from counterclaim.errors import DamagedLedger
    from counterclaim.ledger import faults, read_ledger

    ledger = read_ledger(folder)
    if found := faults(ledger):
        raise DamagedLedger(f"the ledger of {folder} does not hold together: {found[0]}; verify lists all")
    return ledger


def _left_out(rejected: Iterable["Rejected"]) -> None:
    for item in rejected:
        typer.echo(f"left out: {plain(item.source)}: {plain(item.reason)}")


def _failures(ledger: "Ledger") -> None:
    """Name the reports at which the program failed."""
    from counterclaim.readings import failures

    sources = {report.id: report.source for report in ledger.reports}
    for note in failures(ledger.notes):
        _note(f"{sources[note.report]}: {note.text}")


def _reviewed(ledger: "Ledger", folder: Path, database: str | None) -> "Review":
    """The ledger with what people decided about it; the workspace is read, never made or changed."""
    from counterclaim.review import review
    from counterclaim.review.store import stored

    return review(ledger, stored(folder, database))


def _report(ledger: "Ledger", written: Path, page: Path, as_json: bool) -> None:
    from counterclaim.readings import failures

    counts = {
        "reports": len(ledger.reports), "rejected": len(ledger.rejected), "mentions": len(ledger.mentions),
        "claims": len(ledger.claims), "questions": len(ledger.questions),
        "contested": sum(q.status == "contested" for q in ledger.questions), "copies": len(ledger.copies),
        "failed": len(failures(ledger.notes)),
    }  # fmt: skip
    if as_json:
        import msgspec

        typer.echo(msgspec.json.encode({**counts, "ledger": str(written), "dossier": str(page)}).decode())
        return
    from counterclaim.dossier.words import count

    typer.echo(
        f"{count(counts['reports'], 'report')}, {count(counts['mentions'], 'mention')} of "
        f"{count(counts['claims'], 'claim')}, {count(counts['questions'], 'question')} "
        f"({counts['contested']} contested), {count(counts['copies'], 'copied passage')}"
    )
    _left_out(ledger.rejected)
    _failures(ledger)
    typer.echo(f"ledger:  {plain(str(written))}\ndossier: {plain(str(page))}")


if TYPE_CHECKING:
    from counterclaim.building import Progress as Tell
    from counterclaim.options import Options
    from counterclaim.review import Review
