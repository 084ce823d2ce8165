"""What a parser's process gives up before it sees a file: all that no parser needs, as far as the system can take it.

Each step is taken where there is one and is no loss where there is none; memory alone would be bounded without them.
"""

import contextlib
import os
import sys
from collections.abc import Callable

FILES = 64  # open at a time: a parser's modules are read one by one
WRITTEN = 100_000_000  # bytes of one file; the model that tells languages is unpacked to a file that has no name

# All that a parser is told of the surroundings: where Python finds its modules, how it writes, and one thread.
_KEPT = ("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "SYSTEMROOT", "LANG", "LC_ALL")
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

_NO_NEW_PRIVILEGES = 38  # PR_SET_NO_NEW_PRIVS of <linux/prctl.h>
_OWN_NETWORK = 0x10000000 | 0x40000000  # CLONE_NEWUSER and CLONE_NEWNET of <linux/sched.h>


def surroundings() -> dict[str, str]:
    """The environment of the process: no word of the user's in it, paths from the root."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    if paths := [os.path.abspath(p) for p in kept.pop("PYTHONPATH", "").split(os.pathsep) if p]:  # noqa: PTH100
        kept["PYTHONPATH"] = os.pathsep.join(paths)
    return {**kept, **_ONE_THREAD}


def drop(memory: int, alone: bool) -> None:
    """Bound this process to so many bytes of memory and of each file; it never has more rights than now.

    One that is `alone` reads nothing from elsewhere, and has no network. Its processes are not bounded, for its threads
    would be too, and the reader of Parquet needs one.
    """
    steps: list[Callable[[], object]] = [lambda: _bound(memory)]
    if sys.platform == "linux":
        steps += [lambda: _system("prctl", _NO_NEW_PRIVILEGES, 1, 0, 0, 0)]
        steps += [lambda: _system("unshare", _OWN_NETWORK)] if alone else []
    for step in steps:
        with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
            step()


def _bound(memory: int) -> None:
    import resource

    bounds = {"RLIMIT_AS": memory, "RLIMIT_CORE": 0, "RLIMIT_FSIZE": WRITTEN, "RLIMIT_NOFILE": FILES}
    for name, most in bounds.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))


def _system(name: str, *given: int) -> int:
    import ctypes

    return int(getattr(ctypes.CDLL(None), name)(*given))
