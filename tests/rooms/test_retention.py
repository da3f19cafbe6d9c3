"""What is too old goes, by a clock that a test moves: unfinished rooms, then names, then everything."""

import pytest

from server.rooms.outcomes import Accepted
from server.rooms.retention import DAY_MILLIS, Retention, Terms
from server.rules.commands import EndRoom
from server.rules.events import PlayerJoined, RoomEnded
from server.rules.ids import CommandId, RoomId
from server.rules.phases import Phase
from tests.support.memory_store import MemoryRegister, MemoryShelves, MemoryStore
from tests.support.rooms_bench import HandClock, Process

START = 1_790_000_000_000


class Night:
    """A process with its sweep."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.clock = HandClock(START)
        self.process = Process(self.store, self.clock)
        self.retention = Retention(
            Terms(),
            MemoryShelves(self.store),
            MemoryRegister(self.store),
            self.process.forgetting,
            self.process.rewriter,
            self.clock,
        )

    def play(self, ends: bool = True) -> RoomId:
        """A class that somebody ended, or forgot to."""
        room_id = self.process.open_room()
        self.process.join(room_id, "Noor", "Sem")
        if ends:
            assert isinstance(self.process.ask(room_id, EndRoom(CommandId("end")))[0], Accepted)
        self.process.rooms.let_go(room_id)
        self.process.threads.join()
        return room_id

    def after(self, days: float) -> None:
        """That many days after the start, the sweep comes, and the logs that it found are written anew."""
        self.clock.millis = START + round(days * DAY_MILLIS)
        self.retention.sweep()
        for room in self.process.to_rewrite:
            assert self.process.rewriter.rewrite(room)
        self.process.threads.join()

    def names(self, room_id: RoomId) -> list[str]:
        """The names that are kept."""
        return [event.name for event in self.store.logs[room_id] if isinstance(event, PlayerJoined)]


@pytest.fixture
def night() -> Night:
    """One house, by night."""
    return Night()


def test_names_stay_thirty_days_and_then_no_view_and_no_log_has_them(night: Night) -> None:
    room_id = night.play()
    night.after(29.9)
    assert night.names(room_id) == ["Noor", "Sem"]
    night.after(30)
    assert night.names(room_id) == ["P1", "P2"]
    assert [seat.name for seat in night.process.rooms.hold(room_id).seats.values()] == ["P1", "P2"]
    assert not night.store.lines[room_id].names_kept


def test_a_second_sweep_finds_nothing_to_do(night: Night) -> None:
    room_id = night.play()
    night.after(31)
    events = list(night.store.logs[room_id])
    night.after(32)
    assert night.store.logs[room_id] == events


def test_after_half_a_year_nothing_is_left(night: Night) -> None:
    night.play()
    night.after(31)
    night.after(179.9)
    assert night.store.logs
    night.after(180)
    assert not night.store.logs
    assert not night.store.lines


def test_a_room_that_nobody_ended_is_ended_a_day_after_its_last_event(night: Night) -> None:
    room_id = night.play(ends=False)
    night.after(0.9)
    assert not any(isinstance(event, RoomEnded) for event in night.store.logs[room_id])
    night.after(1)
    assert isinstance(night.store.logs[room_id][-1], RoomEnded)
    assert night.process.rooms.hold(room_id).phase is Phase.ENDED
    assert night.store.lines[room_id].ended_at is not None
    assert not night.store.pins


def test_a_room_whose_end_was_never_entered_in_the_list_is_entered(night: Night) -> None:
    room_id = night.play()
    line = night.store.lines[room_id]
    night.store.lines[room_id] = type(line)(line.room, line.pin, line.deck, line.title, line.opened_at)
    night.after(1)
    assert night.store.lines[room_id].ended_at == START


def test_a_room_that_is_in_no_list_is_found_all_the_same(night: Night) -> None:
    room_id = night.play()
    del night.store.lines[room_id]
    night.after(0.04)  # the next sweep
    assert night.store.lines[room_id].ended_at == START
    night.after(31)
    assert night.names(room_id) == ["P1", "P2"]
    night.after(181)
    assert not night.store.logs


def test_a_line_without_a_log_goes(night: Night) -> None:
    room_id = night.play()
    del night.store.logs[room_id]
    night.after(0)
    assert not night.store.lines


def test_an_imported_room_stays_half_a_year_from_then_and_its_names_no_longer_than_ever(night: Night) -> None:
    room_id = night.play()
    line = night.store.lines[room_id]
    night.store.lines[room_id] = type(line)(
        line.room, line.pin, line.deck, line.title, line.opened_at, line.ended_at,
        imported_at=START + 300 * DAY_MILLIS,  # type: ignore[arg-type]
    )  # fmt: skip
    night.after(301)
    assert night.names(room_id) == ["P1", "P2"]
    night.after(480)
    assert not night.store.logs


def test_one_process_looks_at_a_time(night: Night) -> None:
    room_id = night.play()
    night.store.turn_taken = True
    night.after(31)
    assert night.names(room_id) == ["Noor", "Sem"]


def test_a_room_that_cannot_be_read_keeps_no_other_s_names(night: Night, caplog: pytest.LogCaptureFixture) -> None:
    good = night.play()
    broken = night.play()
    night.store.logs[broken] = night.store.logs[broken][1:]
    night.after(31)
    assert night.names(good) == ["P1", "P2"]
    assert broken in caplog.text
