"""`trede bots` as a process of its own against a server under test, and what it kept of the room."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

from server.devtools.oracle import Record, SeenBoard, SeenPoints, SeenTeams
from tests.play.server_under_test import PROJECT, TOKEN, ServerUnderTest

PLAYERS = 40
RUN_SECONDS = 150
OnLine = Callable[[str], None]


def play(
    server: ServerUnderTest, *options: str, players: int = PLAYERS, on_line: OnLine = lambda _line: None
) -> tuple[int, dict[str, Any]]:
    """A class plays; `on_line` is told each line of progress. Returns the exit status and the report."""
    link = f"{server.url}/host?token={TOKEN}"
    command = [sys.executable, "-m", "server.cli", "bots", "--json", "--players", str(players), "--host-link", link]
    command += ["--answer-seconds", "5", "--reading-seconds", "0", *options]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        try:
            for line in run.stderr:
                on_line(line.strip())
            told, _ = run.communicate(timeout=RUN_SECONDS)
        finally:
            run.kill()
    report: dict[str, Any] = json.loads(told)
    return run.returncode, report


def assert_nothing_lost(status: int, report: dict[str, Any], players: int = PLAYERS) -> None:
    """What the class was told is what the log and the leaderboard say."""
    assert (status, report["faults"], report["error_kinds"]) == (0, [], {}), report
    assert report["joined"] == players
    assert report["acknowledged"] == report["in_log"] > 0
    assert report["lost"] == report["doubled"] == report["errors"] == report["early_keys"] == 0
    assert report["leaderboard_matches"]


def record_of(kept: Mapping[str, Any]) -> Record:
    """What `--record` kept for the judging of points: the log, and all that was seen of standings."""
    written = kept["record"]
    return Record(
        written["room"],
        tuple(written["players"]),
        (),
        points_seen=tuple(SeenPoints(**seen) for seen in written["points_seen"]),
        boards_seen=tuple(SeenBoard(**seen) for seen in written["boards_seen"]),
        teams_seen=tuple(SeenTeams(**seen) for seen in written["teams_seen"]),
        log=tuple(written["log"]),
    )
