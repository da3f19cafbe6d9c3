"""Time's own commands, on a clock that the test moves."""

from server.rooms.deadlines import Deadlines
from server.rules.commands import CloseDueRound, Command, ExtendRound, OpenDueRound, TakeStep
from server.rules.ids import CommandId, RoomId, ServerMillis
from server.rules.phases import Phase
from server.rules.steps import next_step
from tests.support.classroom import START, Classroom
from tests.support.memory_store import MemoryStore
from tests.support.plain_threads import PlainThreads, eventually
from tests.support.rooms_bench import HandClock, NextInLine, Process

ROOM = RoomId("room")


class Watch:
    """Deadlines over one classroom; what it gives is noted and carried out."""

    def __init__(self, classroom: Classroom) -> None:
        self.classroom = classroom
        self.clock = HandClock(START)
        self.given: list[Command] = []
        self.deadlines = Deadlines(
            self.clock, NextInLine(), PlainThreads(), lambda room_id: classroom.room, self._carry_out
        )
        self.deadlines.room_changed(ROOM, classroom.room)

    def _carry_out(self, room_id: RoomId, command: Command) -> None:
        self.given.append(command)
        self.classroom.now = ServerMillis(self.clock.millis)
        self.classroom.do(command)
        self.deadlines.room_changed(room_id, self.classroom.room)

    def at(self, seconds: float) -> None:
        """It is now so long after the start."""
        self.clock.millis = START + round(seconds * 1000)
        self.deadlines.give_what_is_due()


def test_a_card_opens_and_closes_by_itself() -> None:
    classroom = Classroom(reading_seconds=5, answer_seconds=20)
    classroom.step()
    watch = Watch(classroom)
    watch.at(4.9)
    assert watch.given == []
    watch.at(5)
    assert isinstance(watch.given[0], OpenDueRound)
    watch.at(24.9)
    assert len(watch.given) == 1
    watch.at(25)
    assert isinstance(watch.given[1], CloseDueRound)
    watch.at(3600)
    assert len(watch.given) == 2
    assert classroom.room.phase is Phase.CLOSED


def test_what_became_due_while_the_server_was_away_is_given_at_once() -> None:
    classroom = Classroom()
    classroom.step(2)
    watch = Watch(classroom)
    watch.at(600)
    assert [type(command) for command in watch.given] == [CloseDueRound]


def test_more_time_moves_the_moment() -> None:
    classroom = Classroom(answer_seconds=20)
    classroom.step(2)
    watch = Watch(classroom)
    watch.at(10)
    classroom.now = ServerMillis(watch.clock.millis)
    classroom.do(ExtendRound(classroom.new_id(), classroom.room.rounds[-1].card, 15))
    watch.deadlines.room_changed(ROOM, classroom.room)
    watch.at(21)
    assert watch.given == []
    watch.at(35)
    assert len(watch.given) == 1


def test_a_forgotten_room_is_left_alone() -> None:
    classroom = Classroom()
    classroom.step(2)
    watch = Watch(classroom)
    watch.deadlines.room_changed(ROOM, None)
    watch.at(600)
    assert watch.given == []


def test_a_running_process_closes_a_round_on_its_stored_deadline() -> None:
    process = Process(MemoryStore())
    room_id = process.open_room()
    for press in ("first", "second"):
        step = next_step(process.room(room_id))
        assert step is not None
        process.ask(room_id, TakeStep(CommandId(press), step.id))
    process.rooms.start()
    process.clock.millis += 20_000
    eventually(lambda: process.room(room_id).phase is Phase.CLOSED, what="the round closes by itself")
    closed = process.room(room_id).rounds[-1]
    assert closed.closed_at == closed.closes_at
    process.rooms.stop()
