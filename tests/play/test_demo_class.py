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
    first.see_connection(2, START_SECONDS)
    first.see("host", lambda host: host["phase"] == "closed")
    board = first.step_to("leaderboard")["leaderboard"]
    assert len(board) == STUDENTS  # those who were there came back; the new class waits for a room of its own
    assert max(row["points"] for row in board) > 0
    assert first.ask("end")["ok"]  # and the old class goes home

    second = present(Lecturer(demo_server), leaving)
    second.see("host", lambda host: host["players"] == STUDENTS)


def test_the_class_takes_names_on_offer_tries_the_trial_talks_and_votes_again(
    demo_server: ServerUnderTest, leaving: ExitStack
) -> None:
    choices = {
        "names_off": True,
        "trial": True,
        "asks_confidence": True,
        "scoring": "teams",
        "teams": ["Stair", "Square"],
    }
    host = present(Lecturer(demo_server, answer_seconds=5, **choices), leaving)
    host.see("host", lambda view: view["players"] == STUDENTS)
    host.step_to("answering")
    trial = host.see("host", lambda view: view["answered"] >= 1)
    assert trial["round"]["is_trial"]
    host.step_to("leaderboard")
    host.step_to("answering")
    host.see("host", lambda view: view["answered"] >= 2)
    closed = host.step_to("closed")
    asked = closed["talk_axes"][0]
    assert host.ask("talk", card=closed["round"]["card"], axes=[asked], seconds=60)["ok"]
    host.see("host", lambda view: view["phase"] == "talk")
    host.step_to("answering")
    again = host.see("host", lambda view: view["answered"] >= 1)
    assert (again["round"]["vote"], again["round"]["open_axes"]) == (2, [asked])
    host.step_to("reveal")
    teams = host.step_to("leaderboard")["teams"]
    assert sum(team["members"] for team in teams) >= 2
