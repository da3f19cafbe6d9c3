"""Each thing that a drill's oracle must see is planted in a room that was played well, and is named."""

from random import Random
from typing import Any

import pytest

from server.devtools.bots.line import Line, Place
from server.devtools.bots.notes import Notes
from server.devtools.oracle import FaultKind, SeenRoom, Sighting
from tests.devtools.played_room import BEN, CAS, PlayedRoom, played_room

OPEN = SeenRoom("process 1", 7, "answering", 3, 1, "baker")
"""The room after the first answer on the first card."""


def named(room: PlayedRoom) -> set[FaultKind]:
    return {fault.kind for fault in room.verdict().faults}


def test_a_process_that_holds_the_fold_of_the_log_is_believed() -> None:
    room = played_room()
    room.rooms_seen += [
        SeenRoom("process 1", 4, "lobby", 3, 0, None),
        OPEN,
        SeenRoom("process 2", 10, "answering", 3, 3, "baker"),
        SeenRoom("process 1", len(room.log), "reveal", 3, 2, "queue"),
    ]
    assert room.verdict().is_clean, room.verdict().faults


@pytest.mark.parametrize(
    "wrong",
    [
        SeenRoom("process 1", 7, "closed", 3, 1, "baker"),
        SeenRoom("process 1", 7, "answering", 2, 1, "baker"),
        SeenRoom("process 1", 7, "answering", 3, 2, "baker"),
        SeenRoom("process 1", 7, "answering", 3, 1, "queue"),
        SeenRoom("process 1", 999, "reveal", 3, 2, "queue"),
    ],
)
def test_a_process_that_holds_another_room_is_found(wrong: SeenRoom) -> None:
    room = played_room()
    room.rooms_seen.append(wrong)
    assert named(room) == {FaultKind.ROOM_DIFFERS}


def test_a_message_without_an_answer_in_five_seconds_is_found() -> None:
    room = played_room()
    room.unanswered.append("answer ben-1 of ben")
    assert named(room) == {FaultKind.ANSWERED_LATE}


def test_a_word_of_another_room_is_found() -> None:
    room = played_room()
    room.strangers_heard.append("room told of another-room")
    assert named(room) == {FaultKind.OTHER_ROOM_HEARD}


def test_an_older_room_after_a_new_connection_is_found() -> None:
    room = played_room()
    room.came_back_older.append("room of ben: 3 after 9")
    assert named(room) == {FaultKind.CAME_BACK_OLDER}


def test_all_that_a_drill_asks_about_is_found_in_one_room_that_went_wrong() -> None:
    """Lost, doubled, told early, fallen, foreign, late, a wrong leaderboard: each under its own name."""
    room = played_room()
    room.without("cas-1")
    room.again("ben-1")
    room.sightings.append(Sighting("room", 8, "queue"))
    room.versions_fell.append("seat of ann: 12 after 14")
    room.strangers_heard.append("seat told of somebody")
    room.unanswered.append("answer ann-1 of ann")
    room.board[0]["points"] = 1
    assert {
        FaultKind.ANSWER_LOST,
        FaultKind.ANSWER_DOUBLED,
        FaultKind.KEY_EARLY,
        FaultKind.VERSION_FELL,
        FaultKind.OTHER_ROOM_HEARD,
        FaultKind.ANSWERED_LATE,
        FaultKind.LEADERBOARD_WRONG,
    } <= named(room)


def a_line(notes: Notes) -> Line:
    return Line(Place("http://localhost", {}), BEN, Random(1), notes, lambda _event, _body: None)


def view(version: int, **more: Any) -> dict[str, Any]:
    return {"version": version, **more}


def test_a_phone_notes_a_version_that_fell_on_its_connection() -> None:
    notes = Notes()
    line = a_line(notes)
    for version in (4, 9, 7):
        line._take_view("room", view(version))
    assert notes.versions_fell == ["room of ben: 7 after 9"]
    assert notes.came_back_older == []


def test_a_phone_notes_an_older_room_after_it_came_back() -> None:
    notes = Notes()
    line = a_line(notes)
    line._take_view("room", view(9))
    line._newest.clear()  # as every new connection does
    line._take_view("room", view(7))
    line._take_view("room", view(8))
    assert notes.came_back_older == ["room of ben: 7 after 9"]
    assert notes.versions_fell == []


def test_an_id_of_another_room_is_noticed_wherever_it_stands_in_a_message() -> None:
    notes = Notes(strangers=frozenset({"room-b", CAS}))
    notes.look_for_strangers("screen", view(3, rows=[{"name": "Ann"}, {"player": "ann"}]))
    assert notes.strangers_heard == []
    notes.look_for_strangers("screen", view(3, rows=[{"deep": [{"player": CAS}]}]))
    assert notes.strangers_heard == ["screen told of cas"]
