"""The command itself, and several servers over one PostgreSQL database."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from review.conftest import new_database, postgres
from web.conftest import LEDGER
from web.served import served
from web.test_api import until_new

__all__ = ["new_database", "postgres"]
COUNTERCLAIM = [sys.executable, "-m", "counterclaim"]


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as on POSIX")
def test_the_command_says_where_it_is_and_ends_cleanly_at_ctrl_c(folder: Path) -> None:
    command = [*COUNTERCLAIM, "serve", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:") and "Ctrl-C" in process.stdout.readline()
        transport = httpx.HTTPTransport(retries=5)
        with httpx.Client(transport=transport) as client:
            assert client.get(address).status_code == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, "", "")
    assert not list(folder.glob("workspace.sqlite-*")), "the database was left open"


def test_what_cannot_be_served_is_one_plain_sentence(tmp_path: Path) -> None:
    done = subprocess.run([*COUNTERCLAIM, "serve", str(tmp_path)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and done.stderr.startswith("counterclaim: there is no ledger at ")


def test_two_servers_share_one_postgresql_database(folder: Path, new_database: str) -> None:
    decision = {"action": "reject", "mentions": [LEDGER.mentions[0].id]}
    with (
        served(folder, database=new_database) as here, served(folder, database=new_database) as there,
        httpx.Client(base_url=here) as ana, httpx.Client(base_url=there) as ben,
    ):  # fmt: skip
        number = ben.get("/api/news").json()["number"]
        assert ana.post("/api/decisions", json={**decision, "user": "Ana"}).status_code == 201
        assert until_new(ben, number)["decisions"][0]["user"] == "Ana"
        assert ben.get(f"/api/mentions/{LEDGER.mentions[0].id}").status_code == 404
        assert ben.get("/api/search", params={"q": "barracks"}).json()
        assert ben.post("/api/decisions", json={"user": "Ben", "action": "undo", "value": 1}).json()["id"] == 2
