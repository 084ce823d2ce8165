"""A workspace that really serves, in a thread of its own, on a free port of loopback."""

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from counterclaim.web.serving import ready
from counterclaim.web.settings import Settings


@contextlib.contextmanager
def served(folder: Path, **settings: Any) -> Iterator[str]:
    """The address of a workspace over a folder; it stops at the end."""
    with ready(Settings(folder, port=0, **settings)) as workspace:
        thread = threading.Thread(target=workspace.run, daemon=True)
        thread.start()
        while not workspace.server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.01)
        try:
            yield workspace.address
        finally:
            workspace.server.should_exit = True
            thread.join(timeout=10)
            assert not thread.is_alive(), "the server did not stop"
