"""Adding reports in a process of its own, one job after the other, with word of how far it is."""

import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import msgspec

from counterclaim.adding import Job, Told
from counterclaim.model import Record, Rejected
from counterclaim.reading.addresses import is_address

# Lines of the process are short; one that is longer than this would be a fault.
LINE = 4_000_000


class Adding(Record, frozen=True):
    """How far the adding of reports is, and what came of the last one."""

    running: bool = False
    stage: str = ""
    done: int = 0
    of: int = 0
    waiting: int = 0  # files and addresses that came while it ran and are next
    added: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    error: str | None = None


class Jobs:
    """Runs one job at a time; what comes meanwhile is the next one."""

    def __init__(self, folder: Path, cast: Path | None, settled: Callable[[], Awaitable[None]]) -> None:
        self.folder, self.cast = folder, cast
        self._settled = settled  # awaited when a job is done, before its outcome is told
        self.state = Adding()
        self._waiting: tuple[str, ...] = ()
        self._task: asyncio.Task[None] | None = None

    def start(self, sources: tuple[str, ...]) -> Adding:
        """Add the files, which lie below the folder, and the addresses of the web as soon as it can be done."""
        self._waiting = tuple(dict.fromkeys((*self._waiting, *sources)))
        if self._task is None or self._task.done():
            self.state = Adding(running=True, stage="starting")
            self._task = asyncio.create_task(self._run())
        else:
            self.state = msgspec.structs.replace(self.state, waiting=len(self._waiting))
        return self.state

    async def stop(self) -> None:
        """Stop at once: the ledger stays as it was, the files are kept and can be added again."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while self._waiting:
            sources, self._waiting = self._waiting, ()
            await self._job(job_of(self.folder, sources, self.cast))

    async def _job(self, job: Job) -> None:
        self.state = Adding(running=True, stage="starting", of=len(job.files) + len(job.addresses))
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "counterclaim.adding", stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE, limit=LINE,
        )  # fmt: skip
        try:
            last = await self._follow(process, msgspec.json.encode(job))
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        await self._settled()
        self.state = outcome(last)

    async def _follow(self, process: asyncio.subprocess.Process, job: bytes) -> Told | None:
        """Give the process its job and hear it out; what it said last."""
        assert process.stdin and process.stdout  # noqa: S101 (both were asked for)
        process.stdin.write(job)
        process.stdin.close()
        last = None
        async for line in process.stdout:
            last = msgspec.json.decode(line, type=Told)
            self.state = Adding(True, last.stage, last.done, last.of, len(self._waiting))
        await process.wait()
        return last


def job_of(folder: Path, sources: Sequence[str], cast: Path | None) -> Job:
    """What the process is given: files and addresses apart."""
    files = tuple(s for s in sources if not is_address(s))
    addresses = tuple(s for s in sources if is_address(s))
    return Job(str(folder), files, cast=str(cast) if cast else None, addresses=addresses)


def outcome(last: Told | None) -> Adding:
    """What came of a job, from the last that its process said."""
    if last is None or (last.added is None and last.error is None):
        return Adding(error="The program that reads reports ended early; its terminal says why. The files are kept.")
    return Adding(stage=last.stage, added=last.added or (), rejected=last.rejected, error=last.error)
