"""What the HTTP routes work with; app.py puts it together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from server.accounts.accounts import Accounts
from server.content.exams import Exam
from server.rooms.ports import Chance, Clock, Concurrency, Kept, Leaderboards, Register
from server.rooms.ports_after_class import Courses, Homework, HomeworkAnswer, HomeworkBook
from server.rooms.room_keys import KeyRing
from server.rooms.room_service import RoomService
from server.rules.cards import Deck, Trial
from server.rules.ids import CardId, RoomId
from server.rules.practice import is_secret_in
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room
from server.wire.course_book import CourseBook
from server.wire.join_address import JoinAddress
from server.wire.origins import Origins
from server.wire.pin_guard import PinGuard
from server.wire.room_openings import RoomOpenings
from server.wire.sessions import room_of
from server.wire.sitting_shelf import ReadEvents
from server.wire.staff import Staff

HomeworkReportOf = Callable[[Homework, Deck | None, Sequence[HomeworkAnswer]], object]
"""What came back of a homework, for the lecturer; without a deck where it is no longer there."""


@dataclass(frozen=True, slots=True)
class Services:
    """`is_store_ready` and `kept` ask the store, `is_asked_elsewhere` whether another process asks a card;
    `offered_names` are the names on offer per language.

    `blocked_words` may stand in no name; `trial` is the card that teaches how to answer, where there is one.
    """

    rooms: RoomService
    openings: RoomOpenings
    courses: Courses
    course_book: CourseBook[Any]
    register: Register
    leaderboards: Leaderboards
    decks: Mapping[str, Deck]
    exams: Mapping[str, Exam]
    homework: HomeworkBook
    homework_report: HomeworkReportOf
    offered_names: Mapping[str, tuple[str, ...]]
    blocked_words: tuple[str, ...]
    trial: Trial | None
    read_events: ReadEvents
    staff: Staff
    accounts: Accounts
    key_ring: KeyRing
    origins: Origins
    join_address: JoinAddress
    pin_guard: PinGuard
    is_store_ready: Callable[[], bool]
    kept: Callable[[], Kept]
    is_asked_elsewhere: Callable[[CardId], bool]
    clock: Clock
    chance: Chance
    concurrency: Concurrency

    def check_no_room_asks(self, card_id: str) -> None:
        """Raises Refusal NOT_NOW where a room of any process is asking the card, and has not revealed it.

        And StoreUnavailable. Another process is believed for a second after its round has opened or was revealed.
        """
        is_asked_here = any(is_secret_in(room, card_id) for room in self.rooms.held().values())
        if is_asked_here or self.is_asked_elsewhere(CardId(card_id)):
            raise Refusal(RefusalCode.NOT_NOW)

    @contextmanager
    def room(self, text: str) -> Iterator[tuple[RoomId, Room]]:
        """The room of an address, for the length of a request. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
        room_id = room_of(text)
        room = self.rooms.keep(room_id)
        try:
            yield room_id, room
        finally:
            self.rooms.let_go(room_id)
