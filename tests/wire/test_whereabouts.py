"""Two processes with one class between them: each knows who is at the other, at a cost that nobody notices."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from server.rooms.ports import StoreUnavailable
from server.rooms.ports_between import Board, BoardOf
from server.rules.host_view_types import LineState
from server.rules.ids import CardId, PlayerId, RoomId
from server.wire.presence import SHAKY_MILLIS, Presence
from server.wire.rights import Leader
from server.wire.sessions import HostAsking, PlayerAsking, Session, Sessions
from server.wire.whereabouts import RENEW_MILLIS, Whereabouts
from tests.support.plain_threads import PlainThreads
from tests.support.rooms_bench import HandClock

ROOM = RoomId("room-1")
NOOR, SEM = PlayerId("noor"), PlayerId("sem")
HERE, SHAKY = LineState.HERE, LineState.SHAKY


@dataclass
class Boards:
    """All boards, and how often they were asked: `writes` and `reads` are round trips."""

    texts: dict[Board, dict[str, str]] = field(default_factory=dict)
    renewals: list[Board] = field(default_factory=list)
    writes: int = 0
    reads: int = 0
    is_down: bool = False


@dataclass
class NoticesOf:
    """The port, for one process."""

    boards: Boards
    process: str

    def put(self, changed: Mapping[Board, str | None], renewed: Collection[Board]) -> None:
        """Writes."""
        if self.boards.is_down:
            raise StoreUnavailable
        self.boards.writes += 1
        self.boards.renewals += renewed
        for board, text in changed.items():
            notices = self.boards.texts.setdefault(board, {})
            notices.pop(self.process, None)
            if text is not None:
                notices[self.process] = text

    def of_others(self, boards: Collection[Board]) -> Mapping[Board, Sequence[str]]:
        """Reads."""
        if self.boards.is_down:
            raise StoreUnavailable
        self.boards.reads += 1
        return {
            board: [text for process, text in self.boards.texts.get(board, {}).items() if process != self.process]
            for board in boards
        }


@dataclass
class Process:
    """One of several over the same boards."""

    boards: Boards
    clock: HandClock
    name: str
    asked: set[CardId] = field(default_factory=set)
    told: list[RoomId] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sessions = Sessions(PlainThreads())
        self.presence = Presence(self.sessions, self.clock, PlainThreads())
        notices = NoticesOf(self.boards, self.name)
        self.whereabouts = Whereabouts(notices, self.presence, lambda: self.asked, self.clock)
        self.whereabouts.set_listener(self.told.append)

    def host_comes(self, key: str | None = None) -> None:
        """A device that leads."""
        leader = Leader.REMOTE if key else Leader.OWNER
        self.sessions.add(Session(f"host {key}", "line", HostAsking(ROOM, leader, key)))
        self.presence.changed(ROOM)
        self.whereabouts.meet(ROOM)

    def comes(self, player: PlayerId) -> None:
        """A phone."""
        self.sessions.add(Session(player, f"line of {player}", PlayerAsking(ROOM, player)))
        self.presence.changed(ROOM)

    def goes(self, player: PlayerId) -> None:
        """It is lost."""
        self.sessions.remove(player)
        self.presence.changed(ROOM)
        self.presence.line_broke(ROOM, player)

    def look(self) -> None:
        """A second goes by."""
        self.clock.millis += 1_000
        self.whereabouts.look()


@dataclass
class House:
    """The host is at `led`; at `other` are only phones."""

    boards: Boards = field(default_factory=Boards)
    clock: HandClock = field(default_factory=HandClock)

    def __post_init__(self) -> None:
        self.led = Process(self.boards, self.clock, "led")
        self.other = Process(self.boards, self.clock, "other")
        self.led.host_comes()


@pytest.fixture
def house() -> House:
    """Two processes."""
    return House()


def test_the_host_is_told_of_phones_that_come_and_go_at_another_process(house: House) -> None:
    house.led.comes(NOOR)
    house.other.comes(SEM)
    house.other.look()
    house.led.look()
    assert house.led.presence.lines_of(ROOM) == {NOOR: HERE, SEM: HERE}
    assert house.led.told == [ROOM]
    house.led.look()
    assert house.led.told == [ROOM]  # no news, no list
    house.other.goes(SEM)
    house.other.look()
    house.led.look()
    assert house.led.presence.lines_of(ROOM) == {NOOR: HERE}


def test_a_host_who_comes_later_knows_them_at_once(house: House) -> None:
    house.other.comes(SEM)
    house.other.look()
    third = Process(house.boards, house.clock, "third")
    third.host_comes()
    assert third.presence.lines_of(ROOM) == {SEM: HERE}


def test_a_line_that_breaks_now_here_and_now_there_is_shaky(house: House) -> None:
    for process in (house.led, house.other, house.led):
        process.comes(NOOR)
        process.goes(NOOR)
    house.other.comes(NOOR)
    house.other.look()
    house.led.look()
    assert house.led.presence.lines_of(ROOM) == {NOOR: SHAKY}
    house.clock.millis += SHAKY_MILLIS
    assert house.led.presence.lines_of(ROOM) == {NOOR: HERE}


def test_a_room_that_everybody_has_left_leaves_nothing_behind(house: House) -> None:
    house.other.comes(SEM)
    house.other.look()
    house.other.goes(SEM)
    for _ in range(SHAKY_MILLIS // 1_000 + RENEW_MILLIS // 1_000 + 1):
        house.other.look()
    assert house.boards.texts == {Board(BoardOf.ROOM, ROOM): {}}
    written = house.boards.writes
    house.other.look()
    assert house.boards.writes == written


def test_a_class_that_arrives_costs_one_write_a_second_and_one_that_sits_hardly_any(house: House) -> None:
    house.other.look()
    for number in range(500):
        house.other.comes(PlayerId(f"p{number}"))
    house.other.look()
    assert house.boards.writes == 1
    for _ in range(60):
        house.other.look()
    assert house.boards.writes <= 1 + 60_000 / RENEW_MILLIS + 1
    assert house.boards.reads == 1  # the host's at `led` who came in; a process without a host reads nothing


def test_a_process_without_rooms_asks_the_store_nothing(house: House) -> None:
    idle = Process(Boards(), house.clock, "idle")
    for _ in range(100):
        idle.look()
    assert (idle.boards.writes, idle.boards.reads) == (0, 0)


def test_what_was_not_told_because_the_store_was_away_is_told_later(house: House) -> None:
    house.boards.is_down = True
    house.other.comes(SEM)
    with pytest.raises(StoreUnavailable):
        house.other.look()
    house.boards.is_down = False
    house.other.look()
    house.led.look()
    assert house.led.presence.lines_of(ROOM) == {SEM: HERE}


def test_a_card_that_is_asked_is_known_everywhere_until_it_is_revealed(house: House) -> None:
    baker = CardId("baker")
    house.led.asked.add(baker)
    house.led.look()
    assert house.other.whereabouts.is_asked_elsewhere(baker)
    assert not house.other.whereabouts.is_asked_elsewhere(CardId("butcher"))
    house.led.asked.clear()
    house.led.look()
    assert not house.other.whereabouts.is_asked_elsewhere(baker)


def test_the_owner_sees_which_keys_are_in_use_anywhere(house: House) -> None:
    house.other.host_comes("key-1")
    house.other.look()
    assert house.led.whereabouts.keys_elsewhere(ROOM) == {"key-1"}


def test_who_stops_takes_all_notices_down(house: House) -> None:
    house.other.comes(SEM)
    house.other.look()
    house.other.whereabouts.leave()
    house.led.look()
    assert house.led.presence.lines_of(ROOM) == {}
