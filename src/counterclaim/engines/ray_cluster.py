"""Work placed on the machines of a Ray cluster, through Ray Data. The one module that knows Ray.

Items of work are few and small: they name files, and the work reads and writes these. Ray carries no report, so its
object store may be small, and what a worker did before it died is found on disk by the next one.
"""

import contextlib
import hashlib
import logging
import os
import secrets
import shutil
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from counterclaim import errors
from counterclaim.engines.keeping import program
from counterclaim.errors import BadOption, CounterclaimError, NoCluster, WorkerLost
from counterclaim.model import Record

Item = TypeVar("Item", bound=Record)
Done = TypeVar("Done", bound=Record)

# A worker that dies (killed, out of memory) has its work done by another one so many times.
TRIES = 3

TRIED = "tried"  # the folder where it is noted what was begun

# Bytes of the object store of a cluster that is started here; Ray wants 75 MB at the least.
STORE = 100_000_000

# Ray holds the list of all tasks, at a millisecond or so each.
TASKS = 2000

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is sent to anybody
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # or Ray warns that it will change
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",  # ours is shown
}


@contextlib.contextmanager
def cluster(address: str | None, workers: int = 0) -> Iterator[None]:
    """A cluster at work: the one at an address (`HOST:PORT`, or `auto` on one of its machines), which stays, or one of
    this machine alone, which ends with the block.

    Raises BadOption where Ray is not installed and NoCluster where there is none that answers.
    """
    if address and address != "auto":
        _reached(address)
    for name, value in {**_QUIET, **({} if address else _locked())}.items():
        os.environ.setdefault(name, value)
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise BadOption("--engine ray needs Ray: pip install 'counterclaim[ray]'") from error
    if ray.is_initialized():
        yield
        return
    _start(ray, address, workers)
    try:
        yield
    finally:
        ray.shutdown()


def _locked() -> dict[str, str]:
    """What makes a cluster of this machine answer to this run alone: it listens to all, and runs what it is given.

    Ray reads it when it is imported; where it is already, its own defaults hold.
    """
    return {} if "ray" in sys.modules else {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}


def _start(ray: Any, address: str | None, workers: int) -> None:
    """Join a cluster or start one; on a busy machine one may not be up in the half minute that Ray gives it."""
    here = {} if address else {"num_cpus": workers or None, "object_store_memory": STORE, "include_dashboard": False}
    for left in range(0 if address else TRIES - 1, -1, -1):
        try:
            ray.init(address=address or "local", log_to_driver=False, logging_level=logging.ERROR, **here)
            return
        except Exception as error:  # what Ray raises here is of ten classes
            ray.shutdown()
            if not left:
                what = f"the Ray cluster at {address} does not answer" if address else "Ray does not start here"
                raise NoCluster(f"{what}: {_first(error)}") from error


def _reached(address: str) -> None:
    """Something listens there: Ray itself would ask for minutes. Raises NoCluster."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or "/" in host:
        raise BadOption(f"--address is {address!r}; it can be HOST:PORT, such as 10.0.0.5:6379, or auto")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
    except (OSError, OverflowError) as error:
        raise NoCluster(f"the Ray cluster at {address} does not answer: {error}") from error


def _first(error: Exception) -> str:
    """What an error of Ray's says first; the rest of it is traces."""
    return str(error).strip().partition("\n")[0] or type(error).__name__


def placed(work: Callable[[Item], Done], items: Sequence[Item], kind: type[Done], out: Path) -> Iterator[Done]:
    """What the work gives for each item, of the given kind, as they are ready; `out` is a folder that all machines see.

    Raises what the work raises on purpose, WorkerLost where workers die at the same work again and again, and NoCluster
    where the cluster goes.
    """
    import ray
    from ray.exceptions import RayError, RayTaskError

    if not items:
        return
    _hush(ray.data.DataContext.get_current())
    work_of: Any = _done  # Ray's types know no functions with more than a row
    rows = [{"item": msgspec.msgpack.encode(item)} for item in items]
    given = {"work": work, "kind": type(items[0]), "out": out, "made": program()}
    found = ray.data.from_items(rows, override_num_blocks=min(len(rows), TASKS))
    shutil.rmtree(out / TRIED, ignore_errors=True)
    try:
        for row in found.map(work_of, fn_kwargs=given, num_cpus=1).iter_rows():
            if row["error"]:
                raise getattr(errors, row["error"])(row["done"].decode())
            yield msgspec.msgpack.decode(row["done"], type=kind)
    except RayError as error:
        if isinstance(error, RayTaskError):  # a bug in the work
            raise
        raise NoCluster(f"the Ray cluster was lost: {_first(error)}; what was done is kept, start again") from error
    finally:
        shutil.rmtree(out / TRIED, ignore_errors=True)


def _hush(context: Any) -> None:
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context.print_on_execution_start = False
    context.enable_progress_bars = False


def _done(row: dict[str, Any], work: Callable[[Item], Done], kind: type[Item], out: Path, made: str) -> dict[str, Any]:
    """One item's work, on a worker: what it gives, or the name and words of what it raises on purpose."""
    try:
        _alike(out, made)
        with _tried(row["item"], out):
            done = work(msgspec.msgpack.decode(row["item"], type=kind))
    except CounterclaimError as error:
        return {"done": str(error).encode(), "error": type(error).__name__}
    return {"done": msgspec.msgpack.encode(done), "error": ""}


@contextlib.contextmanager
def _tried(item: bytes, out: Path) -> Iterator[None]:
    """Note that the work was begun: Ray has what a dead worker did done again, however often, and is told to stop."""
    note = out / TRIED / hashlib.sha256(item).hexdigest()
    note.parent.mkdir(exist_ok=True)
    with note.open("ab") as begun:
        begun.write(b".")
    if note.stat().st_size > TRIES:
        what = msgspec.msgpack.decode(item)
        raise WorkerLost(f"workers died {TRIES} times over at {str(what)[:300]}; have they enough memory?")
    yield
    note.unlink(missing_ok=True)


def _alike(out: Path, made: str) -> None:
    """This machine has the same program and sees the same folder as the one that asks."""
    if made != program():
        raise BadOption(f"{socket.gethostname()} has another counterclaim; install the same one on every machine")
    if not out.is_dir():
        raise BadOption(f"{socket.gethostname()} does not see {out}; --out must be a folder that all machines share")
