"""Opening and ending a room's place in the book: its PIN on loan, its line in the host's list."""

import logging
from dataclasses import dataclass, replace

from server.rooms.ports import Chance, Register, RoomKeys, RoomLog, RoomSummary, StoreFull, StoreUnavailable
from server.rooms.ports_after_class import Courses
from server.rules.cards import Deck
from server.rules.commands import OpenRoom
from server.rules.decide import decide
from server.rules.ids import CommandId, CourseId, LecturerId, Pin, RoomId, ServerMillis, Version
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room
from server.rules.season import season_points
from server.rules.settings import RoomSettings

log = logging.getLogger(__name__)

PIN_TRIES = 100


@dataclass(frozen=True, slots=True)
class Opening:
    """What a host chose for a new room."""

    command_id: CommandId
    deck: Deck
    settings: RoomSettings
    course: CourseId | None = None
    owner: LecturerId | None = None


class Reception:
    """Lends PINs and keeps the list of rooms, and the courses that they count to."""

    def __init__(
        self, room_log: RoomLog, register: Register, room_keys: RoomKeys, courses: Courses, chance: Chance
    ) -> None:
        self._log = room_log
        self._register = register
        self._room_keys = room_keys
        self._courses = courses
        self._chance = chance

    def open(self, opening: Opening, now: ServerMillis) -> RoomId:
        """Lends a PIN, writes the first event and enters the room in the list.

        Raises Refusal SERVER_BUSY when no PIN is free, and StoreUnavailable or StoreFull.
        """
        room_id = self._chance.room_id()
        pin = self._lend_pin(room_id)
        try:
            command = OpenRoom(opening.command_id, pin, opening.deck, opening.settings, opening.course)
            events = decide(None, command, now)
            if not self._log.append(room_id, Version(0), events, None):
                raise StoreUnavailable("a room's first event was refused")
        except Exception:
            self._register.give_back(pin, room_id)
            raise
        line = RoomSummary(
            room_id, pin, opening.deck.id, opening.deck.title, now, course=opening.course, owner=opening.owner
        )
        self._register.enter(line)
        if opening.course is not None:
            self._courses.add_room(opening.course, room_id, now)
        return room_id

    def ended(self, room_id: RoomId, room: Room, at: ServerMillis) -> None:
        """Frees the PIN, forgets the keys to lead the room and marks its line.

        The log stays; a store that is away or full is logged, not raised.
        """
        line = RoomSummary(
            room_id,
            room.pin,
            room.deck.id,
            room.deck.title,
            room.opened_at,
            at,
            room.course,
            names_kept=room.knows_names,
        )
        try:
            known = self._register.line(room_id)
            self._room_keys.forget(room_id)
            self._register.give_back(room.pin, room_id)
            if self._log.newest_version(room_id):  # not deleted meanwhile
                self._register.enter(replace(line, owner=known.owner if known else None))
                self._give_to_season(room_id, room)
        except (StoreUnavailable, StoreFull):
            log.warning(
                "room %s ended, but its PIN and keys could not be given back yet; they expire by themselves", room_id
            )

    def _give_to_season(self, room_id: RoomId, room: Room) -> None:
        """What is lost here, by a kill or a store that is away, is written when the course is looked at."""
        if room.course is not None:
            self._courses.write_week(room.course, room_id, room.version, season_points(room))

    def _lend_pin(self, room_id: RoomId) -> Pin:
        for _ in range(PIN_TRIES):
            pin = self._chance.pin()
            if self._register.lend(pin, room_id):
                return pin
        raise Refusal(RefusalCode.SERVER_BUSY)
