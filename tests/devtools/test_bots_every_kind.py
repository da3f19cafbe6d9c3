"""`trede bots` against the real server on a deck that asks in every way: each mark is worked out anew by the oracle."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.devtools.oracle import judge, read_quiz
from server.devtools.oracle.quiz import KINDS_JUDGED
from tests.devtools.every_kind import content_with_every_kind
from tests.play.server_under_test import PROJECT, TOKEN, ServerUnderTest
from tests.play.simulated_class import record_of

PLAYERS = 30
RUN_SECONDS = 100


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The deck's folder."""
    return content_with_every_kind(tmp_path_factory.mktemp("every-kind"))


@pytest.fixture(scope="module")
def played(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The report of a class that played the whole deck for time, and what was kept of it."""
    folder = tmp_path_factory.mktemp("server")
    server = ServerUnderTest(folder, "eventlet", environment={"TREDE_CONTENT_DIR": str(content)})
    server.start()
    link = f"{server.url}/host?token={TOKEN}"
    command = [sys.executable, "-m", "server.cli", "bots", "--json", "--players", str(PLAYERS), "--host-link", link]
    command += ["--content", str(content), "--deck", "every-kind", "--rounds", "3", "--speed-bonus"]
    command += ["--answer-seconds", "5", "--reading-seconds", "0", "--record", str(folder / "record.json")]
    try:
        run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=RUN_SECONDS, check=False)
        kept = json.loads((folder / "record.json").read_text("utf-8"))
        yield {**json.loads(run.stdout), "status": run.returncode}, kept
    finally:
        server.stop()


def events(kept: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [entry["event"] for entry in kept["record"]["log"] if entry["event"]["type"] == kind]


def test_a_class_asked_in_every_way_is_judged_without_a_fault(played: tuple[dict[str, Any], dict[str, Any]]) -> None:
    report, _ = played
    assert (report["status"], report["faults"], report["error_kinds"]) == (0, [], {}), report
    assert (report["joined"], report["rounds"]) == (PLAYERS, 3)
    assert report["acknowledged"] == report["in_log"] > 2 * PLAYERS
    assert report["leaderboard_matches"]


def test_every_kind_of_answer_was_given_and_words_were_marked_before_and_after_the_reveal(
    played: tuple[dict[str, Any], dict[str, Any]], content: Path
) -> None:
    _, kept = played
    axes = read_quiz(content, "every-kind").axes
    answered = {axes[axis].kind for answer in events(kept, "AnswerGiven") for axis in answer["picks"]}
    assert answered == KINDS_JUDGED
    order = [entry["event"]["type"] for entry in kept["record"]["log"]]
    first_group, first_reveal = order.index("AnswersGrouped"), order.index("CardRevealed")
    assert first_group < first_reveal < len(order) - 1 - order[::-1].index("AnswersGrouped")
    shares = [group["share"] for grouping in events(kept, "AnswersGrouped") for group in grouping["groups"]]
    assert None in shares
    assert any(share for share in shares if share)


def test_a_room_played_in_every_way_has_points_on_many_steps(played: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """What is judged is a leaderboard worth judging: hardly two alike, and part marks among them."""
    _, kept = played
    points = [row["points"] for row in kept["board"]]
    assert len(set(points)) > PLAYERS / 2
    assert 0 < max(points) <= 12_000 + 3_500  # three cards of four axes, and speed on the seven of the clear two


@pytest.mark.parametrize("place", range(0, PLAYERS, 7))
def test_one_thousandth_of_a_point_amiss_is_found(
    played: tuple[dict[str, Any], dict[str, Any]], content: Path, place: int
) -> None:
    _, kept = played
    quiz, record = read_quiz(content, "every-kind"), record_of(kept)
    assert judge(record, quiz, kept["board"]).leaderboard_matches
    board = [{**row, "points": row["points"] + (number == place)} for number, row in enumerate(kept["board"])]
    assert not judge(record, quiz, board).leaderboard_matches
