"""`trede serve --demo N`: a person who opens a room finds a class in it, and again in the next room."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.play.people import Lecturer, present
from tests.play.server_under_test import START_SECONDS, ServerUnderTest
from tests.support.plain_threads import eventually

STUDENTS = 4


@pytest.fixture
def demo_server(tmp_path: Path) -> Iterator[ServerUnderTest]:
    """A server that brings its own class."""
    server = ServerUnderTest(tmp_path, "eventlet")
    server.launch("--demo", str(STUDENTS))
    eventually(server.is_ready, START_SECONDS, "the server is ready")
    yield server
    server.stop()


def test_a_class_comes_answers_returns_and_moves_on(demo_server: ServerUnderTest, leaving: ExitStack) -> None:
    first = present(Lecturer(demo_server, answer_seconds=5), leaving)
    first.see("host", lambda host: host["players"] == STUDENTS)
    first.step_to("answering")
    first.see("host", lambda host: host["answered"] >= 1)

    demo_server.kill()
    demo_server.launch("--demo", str(STUDENTS))
    first.see_connection(2)
    first.see("host", lambda host: host["phase"] == "closed")
    board = first.step_to("leaderboard")["leaderboard"]
    assert len(board) == STUDENTS  # those who were there came back; the new class waits for a room of its own
    assert max(row["points"] for row in board) > 0
    assert first.ask("end")["ok"]  # and the old class goes home

    second = present(Lecturer(demo_server), leaving)
    second.see("host", lambda host: host["players"] == STUDENTS)
