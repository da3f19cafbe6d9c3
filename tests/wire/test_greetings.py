"""Phones that come back to a room as it is get one text, each with its own time; one that moved on has another."""

import json

import pytest

from server.rules.ids import PlayerId, RoomId, ServerMillis
from server.rules.room import Room
from server.rules.view_types import RoomView
from server.rules.views import room_view, seat_view
from server.wire import greetings
from server.wire.greetings import Greetings
from server.wire.sheets import WrittenLately, taken_apart
from tests.support.classroom import ROOM, Classroom

NOW = ServerMillis(1_790_000_000_123)


def test_a_greeting_is_the_view_of_that_moment_in_every_phase() -> None:
    classroom, known, lately = Classroom(), Greetings(), WrittenLately()
    classroom.join("noor", '"server_now":0')  # a name that looks like the place where the time stands
    for _ in range(12):
        for now in (NOW, ServerMillis(NOW + 7)):
            greeting = known.of(ROOM, classroom.room, lately)
            asked = taken_apart(room_view(classroom.room, ROOM, now))
            assert json.loads(greeting.view_at(now).text) == json.loads(asked.view.text)
            assert greeting.sheets == asked.sheets
            assert greeting.seats.of(PlayerId("noor"), now) == seat_view(classroom.room, PlayerId("noor"), now)
        classroom.step()


def test_a_class_that_comes_back_costs_one_view(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[RoomView] = []

    def counted(room: Room, room_id: RoomId, now: ServerMillis) -> RoomView:
        made.append(room_view(room, room_id, now))
        return made[-1]

    monkeypatch.setattr(greetings, "room_view", counted)
    classroom, known, lately = Classroom(), Greetings(), WrittenLately()
    for _phone in range(200):
        known.of(ROOM, classroom.room, lately)
    assert len(made) == 1
    classroom.join("noor")
    known.of(ROOM, classroom.room, lately)
    assert len(made) == 2
    known.forget(ROOM)
    known.of(ROOM, classroom.room, lately)
    assert len(made) == 3


def test_sheets_are_told_apart_by_what_is_on_them() -> None:
    greeting = Greetings().of(ROOM, Classroom().room, WrittenLately())
    some = {"a": '{"x":1}', "b": '{"y":2}'}
    assert json.loads(greeting.written(some).text) == {"a": {"x": 1}, "b": {"y": 2}}
    assert greeting.written(dict(some)) is greeting.written(some)
    assert json.loads(greeting.written({"b": '{"y":2}'}).text) == {"b": {"y": 2}}
    assert greeting.written({}).text == "{}"
