"""Whoever comes into a room that goes on is greeted with the room as it is then, not as it was just before."""

from dataclasses import dataclass, field
from typing import Any

from flask import Flask

from server.rules.ids import RoomId
from server.rules.room import Room
from server.wire.origins import Origins
from server.wire.sessions import HostAsking, Session, Sessions
from server.wire.socket_server import make_socket_server
from server.wire.sockets import Sockets
from tests.support.classroom import Classroom
from tests.support.plain_threads import PlainThreads

ROOM = RoomId("room-1")


@dataclass
class LivelyHouse:
    """A process whose room goes on whenever something waits for the store, as it does while a class answers."""

    classroom: Classroom = field(default_factory=Classroom)
    greeted: list[Room] = field(default_factory=list)

    def is_open(self, _eio_sid: str) -> bool:
        return True

    def hold(self, _room: RoomId) -> Room:
        return self.classroom.room

    def meet(self, _room: RoomId) -> None:
        self.classroom.join("Noor")

    def greet(self, _session: Session, room: Room) -> None:
        self.greeted.append(room)


def test_a_host_who_comes_while_the_class_answers_gets_no_room_from_before_the_store_was_asked() -> None:
    house = LivelyHouse()
    server = make_socket_server(Flask(__name__), "threading", Origins(None))
    sessions = Sessions(PlainThreads())
    part: Any = house
    sockets = Sockets(server, part, sessions, part, part, part, part, part, part, part, part, part, part)
    sid = server.manager.connect(server.manager.pre_connect("eio-1", "/"), "/")
    sessions.add(Session(sid, "eio-1", HostAsking(ROOM)))
    sockets.on_standing(sid)
    assert [room.version for room in house.greeted] == [house.classroom.room.version]
