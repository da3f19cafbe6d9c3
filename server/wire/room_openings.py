"""Rooms that are opened over HTTP: a repeat of the same command is answered as the first time."""

from collections import OrderedDict

from server.rooms.ports import Concurrency
from server.rooms.ports_after_class import Courses
from server.rooms.room_service import RoomService
from server.rules.cards import Deck
from server.rules.ids import CommandId, CourseId, LecturerId
from server.rules.refusals import Refusal, RefusalCode
from server.rules.settings import RoomSettings
from server.wire.http_bodies import OpenedRoom

OPENINGS_REMEMBERED = 200


class RoomOpenings:
    """Opens rooms, one at a time."""

    def __init__(self, rooms: RoomService, courses: Courses, concurrency: Concurrency) -> None:
        self._rooms = rooms
        self._courses = courses
        self._opened: OrderedDict[tuple[LecturerId | None, CommandId], OpenedRoom] = OrderedDict()
        self._opening = concurrency.lock()

    def open(
        self,
        command_id: CommandId,
        deck: Deck,
        settings: RoomSettings,
        course: CourseId | None,
        owner: LecturerId | None = None,
    ) -> OpenedRoom:
        """A new room, or the one that this command opened before. A course must be of the same owner's.

        Raises Refusal COURSE_NOT_FOUND or SERVER_BUSY, and StoreUnavailable or StoreFull.
        """
        with self._opening:
            opened = self._opened.get((owner, command_id))
            if opened is not None:
                return opened
            if course is not None:
                known = self._courses.find(course)
                if known is None or owner not in (None, known.owner):
                    raise Refusal(RefusalCode.COURSE_NOT_FOUND)
            room_id, room = self._rooms.open_room(deck, settings, command_id, course, owner)
            opened = self._opened[owner, command_id] = OpenedRoom(room_id, room.pin)
            if len(self._opened) > OPENINGS_REMEMBERED:
                self._opened.popitem(last=False)
            return opened
