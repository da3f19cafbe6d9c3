"""While somebody's report or file is made, everybody else in the process has their turn: counted on green threads.

The green engine changes a whole process, so it is tried in one of its own.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]

TURNS = """
import json
from server.engine.eventlet_engine import make_engine
concurrency = make_engine().concurrency

from server import evening
from server.store.log_file import read_log_file
from server.wire.http_export import Wanted
from server.wire.packed import Packed
from server.wire.writing_desk import WritingDesk
from tests.recorded import FOLDER, HOUR

file, turns, told = read_log_file(FOLDER / HOUR), 0, {}

def play_on():
    global turns
    while True:
        turns += 1
        concurrency.sleep(0)

concurrency.spawn(play_on)
concurrency.sleep(0)
desk = WritingDesk(concurrency)

def counted(name, make):
    before = turns
    with desk.turn() as rest:
        made = make(rest)
    told[name] = turns - before
    return made

sitting = counted("the fold", lambda rest: evening.read_sitting(file.room, file.events, rest))
report = counted("the report", lambda rest: evening.make_report(sitting, True, rest))
counted("the report on its way", lambda rest: Packed.of(report, rest))
counted("the cards", lambda rest: evening.make_class_session(sitting, rest))
counted("the ghosts", lambda rest: evening.raise_ghosts(sitting, rest))
counted("a course's part", lambda rest: evening.read_course_sitting(file.room, file.events, rest))
for kind in ("csv", "xlsx", "json", "pdf", "log"):
    wanted = Wanted(kind, "nl", "nl", "picks", False)
    counted(kind, lambda rest: evening.take_home(lambda _: file.events, file.room, wanted, rest))
told["events"], told["said"], told["people"] = len(file.events), len(sitting.said), len(sitting.players)
print(json.dumps(told))
"""


@cache
def turns() -> dict[str, int]:
    """How many turns another green thread had while each was made of a recorded hour of 120 people."""
    done = subprocess.run(
        [sys.executable, "-c", TURNS], cwd=PROJECT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, int] = json.loads(done.stdout)
    return told


def reading() -> int:
    """The least number of turns while a log is read: one after a hundred events, one after two hundred picks."""
    return turns()["events"] // 100 + turns()["said"] // 200


def test_the_hour_is_a_long_one() -> None:
    assert turns()["events"] > 2_500
    assert turns()["said"] > 3_500


@pytest.mark.parametrize("name", ["the fold", "a course's part"])
def test_others_have_their_turn_while_a_log_is_read(name: str) -> None:
    assert turns()[name] >= reading()


def test_others_have_their_turn_while_a_report_is_made() -> None:
    """It goes through what was said, twice as slowly as it is read, and then through the people."""
    assert turns()["the report"] >= 2 * (turns()["said"] // 200) + turns()["people"] // 5


@pytest.mark.parametrize(("kind", "picks_at_once"), [("csv", (200, 100)), ("xlsx", (200, 100)), ("json", (200, 200))])
def test_others_have_their_turn_while_a_file_is_made_and_written(kind: str, picks_at_once: tuple[int, int]) -> None:
    """First the log is made fit to leave and read; then each pick becomes a row, and each row is written."""
    leaving, said = turns()["events"] // 100, turns()["said"]
    assert turns()[kind] >= leaving + reading() + sum(said // at_once for at_once in picks_at_once)


def test_others_have_their_turn_while_the_paper_is_drawn() -> None:
    leaving = turns()["events"] // 100
    assert turns()["pdf"] >= leaving + reading() + 10


def test_others_have_their_turn_while_the_log_itself_is_packed() -> None:
    assert turns()["log"] >= 2 * (turns()["events"] // 100)


@pytest.mark.parametrize(("name", "least"), [("the report on its way", 10), ("the cards", 5), ("the ghosts", 10)])
def test_what_is_made_of_a_sitting_rests_too(name: str, least: int) -> None:
    assert turns()[name] >= least
