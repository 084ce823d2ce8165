"""A real PostgreSQL for tests: Debian's server, on loopback, in a folder of its own, under a user without rights."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "no PostgreSQL server here; make postgres installs Debian's where that can be done"


def programs() -> Path | None:
    """The folder of the newest server's programs, which Debian keeps off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def server(bin: Path) -> Iterator[str]:
    """The address of a running server; it is stopped and its folder removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="counterclaim-pg-"))
    user = nobody() if os.getuid() == 0 else None
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    port = free_port()
    call = [*as_user(user), str(bin / "initdb"), "-D", f"{folder}/data", "-U", "tester", "-A", "trust"]
    run([*call, "-E", "UTF8", "--locale=C", "--no-sync"])
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [*as_user(user), str(bin / "pg_ctl"), "-D", f"{folder}/data", "-l", f"{folder}/log", "-w"]
    run([*control, "-o", options, "start"])
    try:
        yield f"postgresql://tester@127.0.0.1:{port}"
    finally:
        run([*control, "-m", "immediate", "stop"])
        shutil.rmtree(folder)


def nobody() -> pwd.struct_passwd:
    """A user without rights: the server refuses to run as root."""
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def as_user(user: pwd.struct_passwd | None) -> list[str]:
    if user is None:
        return []
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(call: list[str]) -> None:
    # The server outlives pg_ctl and would keep a pipe open for ever.
    done = subprocess.run(call, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert done.returncode == 0, f"{call} ended with {done.returncode}"
