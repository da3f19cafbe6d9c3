"""`trede bots` through a class hour on the real server: certainty, talks, teams, own time, steps back, a kill -9."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from server.devtools.oracle import FaultKind, Quiz, Record, judge, read_quiz
from tests.play.server_under_test import ServerUnderTest
from tests.play.simulated_class import assert_nothing_lost, play, record_of

PLAYERS = 30
CONTENT = Path(__file__).parents[2] / "game_content"
WHOLE_HOUR = (
    *("--rounds", "2", "--confidence", "--talk", "--teams", "3", "--speed-bonus", "--extra-time", "3"),
    *("--trial", "--names-off", "--slips"),
)


class Hour(NamedTuple):
    """A class that was played: what it came to, and what was kept of it."""

    status: int
    report: dict[str, Any]
    record: Record
    board: list[dict[str, Any]]

    def events(self, kind: str) -> list[dict[str, Any]]:
        return [entry["event"] for entry in self.record.log if entry["event"]["type"] == kind]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerUnderTest]:
    """A server that the test may kill and start again."""
    server = ServerUnderTest(tmp_path, "eventlet")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hour]:
    """The whole hour, played once."""
    folder = tmp_path_factory.mktemp("hour")
    server = ServerUnderTest(folder, "eventlet")
    server.start()
    try:
        status, report = play(server, *WHOLE_HOUR, "--record", str(folder / "record.json"), players=PLAYERS)
        kept = json.loads((folder / "record.json").read_text("utf-8"))
        yield Hour(status, report, record_of(kept), kept["board"])
    finally:
        server.stop()


@pytest.fixture(scope="module")
def village() -> Quiz:
    return read_quiz(CONTENT, "village-square")


def test_a_class_hour_with_everything_in_it_is_judged_without_a_fault(hour: Hour) -> None:
    assert_nothing_lost(hour.status, hour.report, PLAYERS)
    assert hour.report["rounds"] == 3  # the trial and two cards


def test_all_of_it_was_really_played(hour: Hour) -> None:
    talks, answers = hour.events("TalkStarted"), hour.events("AnswerGiven")
    assert [opened["vote"] for opened in hour.events("RoundOpened")] == [1, 1, 2, 1]
    assert len(talks) == len(hour.events("StepUndone")) == 1
    assert {given["allowance"] for given in hour.events("ExtraTimeGiven")} == {"half_more", "double", "unlimited"}
    assert {answer.get("confidence") for answer in answers} == {None, "guess", "fairly_sure", "certain"}
    assert {joined["team"] for joined in hour.events("PlayerJoined")} == {0, 1, 2}
    assert hour.report["refusals"]["NAME_NOT_OFFERED"] == PLAYERS
    assert hour.record.teams_seen
    assert len({row["points"] for row in hour.board}) > PLAYERS / 2
    assert any(shown["flow"] for shown in hour.events("AxisShown"))


def test_after_the_talk_some_changed_their_mind_and_some_did_not(hour: Hour) -> None:
    first: dict[tuple[str, str], Any] = {}
    said: list[tuple[Any, Any]] = []
    vote = 0
    for entry in hour.record.log:
        event = entry["event"]
        vote = event["vote"] if event["type"] == "RoundOpened" else vote
        if event["type"] == "AnswerGiven" and vote == 1:
            first[event["player"], event["card"]] = event["picks"]
        elif event["type"] == "AnswerGiven":
            before = first.get((event["player"], event["card"]), {})
            said += [(before[axis], pick) for axis, pick in event["picks"].items() if axis in before]
    assert 0 < sum(before != after for before, after in said) < len(said)


@pytest.mark.parametrize(
    ("setting", "other"), [("counting_vote", "first"), ("asks_confidence", False), ("speed_bonus", False)]
)
def test_a_server_that_marked_by_another_setting_would_be_found(
    hour: Hour, village: Quiz, setting: str, other: Any
) -> None:
    log = deepcopy(hour.record.log)
    log[0]["event"]["settings"][setting] = other
    assert not judge(replace(hour.record, log=log), village, hour.board).leaderboard_matches


def test_a_server_that_forgot_an_undo_or_gave_no_extra_time_would_be_found(hour: Hour, village: Quiz) -> None:
    revealed_at = next(entry["version"] for entry in hour.record.log if entry["event"]["type"] == "StepUndone")
    seen = [board for board in hour.record.boards_seen if board.version == revealed_at]
    assert [row["points"] for row in seen[0].rows] == [0] * PLAYERS  # only the trial is revealed then
    log = deepcopy(hour.record.log)
    for entry in log:
        if entry["event"]["type"] == "ExtraTimeGiven":
            entry["event"]["allowance"] = "usual"
    verdict = judge(replace(hour.record, log=log), village, hour.board)
    assert verdict.count(FaultKind.LEADERBOARD_WRONG, FaultKind.ANSWER_MISPLACED)


def test_a_kill_in_the_second_vote_loses_neither_vote(server: ServerUnderTest) -> None:
    killed = []

    def nemesis(line: str) -> None:
        if line == "round 1 second vote open, half answered":
            server.kill()
            killed.append(line)
            server.start()

    options = ("--rounds", "1", "--confidence", "--talk", "--first-vote-counts", "--teams", "2", "--hide-standings")
    status, report = play(server, *options, players=PLAYERS, on_line=nemesis)
    assert len(killed) == 1
    assert_nothing_lost(status, report, PLAYERS)
    assert report["reconnects"] >= PLAYERS
