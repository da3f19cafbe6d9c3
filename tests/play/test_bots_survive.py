"""`trede bots` against the real server: a class plays, the server and its store are killed, and an oracle judges."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis

from tests.play.server_under_test import PROJECT, ServerUnderTest
from tests.play.simulated_class import PLAYERS, assert_nothing_lost, play


@pytest.fixture
def eventlet_server(tmp_path: Path) -> Iterator[ServerUnderTest]:
    """A server that the test may kill and start again."""
    server = ServerUnderTest(tmp_path, "eventlet")
    server.start()
    yield server
    server.stop()


def test_a_class_that_answers_all_at_once_loses_nothing(eventlet_server: ServerUnderTest) -> None:
    status, report = play(eventlet_server, "--rounds", "1", "--burst", "--speed-bonus")
    assert_nothing_lost(status, report)
    assert report["acknowledged"] == PLAYERS
    assert set(report["ack_ms"]) == {"p50", "p99", "max"}


def test_killing_the_server_and_then_the_store_in_open_rounds_loses_nothing(eventlet_server: ServerUnderTest) -> None:
    killed = []

    def nemesis(line: str) -> None:
        if line == "round 2 open, half answered":
            eventlet_server.kill()
            killed.append("server")
            eventlet_server.start()
        elif line == "round 3 open, half answered":
            note = json.loads((eventlet_server.folder / "data" / "store.json").read_text(encoding="utf-8"))
            with Redis(unix_socket_path=note["socket"]) as store:
                os.kill(store.info("server")["process_id"], signal.SIGKILL)
            killed.append("store")

    status, report = play(eventlet_server, "--rounds", "3", on_line=nemesis)
    assert killed == ["server", "store"]
    assert_nothing_lost(status, report)
    assert report["rounds"] == 3
    assert report["reconnects"] >= PLAYERS


def test_a_host_link_that_opens_nothing_is_said_plainly(eventlet_server: ServerUnderTest) -> None:
    link = f"{eventlet_server.url}/host?token=wrong-token"
    command = [sys.executable, "-m", "server.cli", "bots", "--host-link", link]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=30, check=False)
    assert run.returncode == 2
    assert run.stdout == ""
    assert "does not sign in" in run.stderr
