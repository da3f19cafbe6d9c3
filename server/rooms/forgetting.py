"""Forgetting as it is asked for: one person, all names of a room, or the whole room."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from server.rooms.outcomes import Outcome, Refused
from server.rooms.ports import Chance, Concurrency, Register, RoomSummary, StoreUnavailable
from server.rooms.ports_after_class import Shelves
from server.rooms.room_service import RoomService
from server.rules.commands import Command, EndRoom, ForgetMe, ForgetNames
from server.rules.ids import CommandId, PlayerId, RoomId
from server.rules.phases import Phase
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room

PATIENCE_SECONDS = 10.0


class Forgetting:
    """Every method raises Refusal, StoreUnavailable or StoreFull. Logs follow within seconds: see rewriting.

    `leaving` is told of a room that is about to be thrown away, for what was made of it elsewhere; again of one that
    was half deleted. `hang_up` ends its connections, `erased` is told when it is gone.
    """

    def __init__(
        self,
        rooms: RoomService,
        register: Register,
        shelves: Shelves,
        chance: Chance,
        concurrency: Concurrency,
        hang_up: Callable[[RoomId], None],
        erased: Callable[[], None] = lambda: None,
        leaving: Callable[[RoomId], None] = lambda _room: None,
    ) -> None:
        self._rooms = rooms
        self._register = register
        self._shelves = shelves
        self._chance = chance
        self._concurrency = concurrency
        self._hang_up = hang_up
        self._erased = erased
        self._leaving = leaving

    def forget_me(self, room: RoomId, player: PlayerId) -> None:
        """A person is nobody in a room from now on. Raises Refusal NO_SEAT."""
        self._carry_out(room, ForgetMe(self._command_id(), player))

    def forget_names(self, room: RoomId) -> None:
        """Nobody in an ended room has a name any more. Raises Refusal NOT_NOW for one that is open."""
        self._carry_out(room, ForgetNames(self._command_id()))
        line = self._register.line(room)
        if line is not None and line.names_kept:
            self._register.enter(replace(line, names_kept=False))

    def has_ended(self, room: RoomId) -> bool:
        """Whether the room's log says so, whatever the list does."""
        with self._room(room) as known:
            return known.phase is Phase.ENDED

    def list_again(self, room: RoomId) -> RoomSummary:
        """Enters a room in the list whose line is not there; as one that is open, until it is looked at."""
        with self._room(room) as known:
            line = RoomSummary(room, known.pin, known.deck.id, known.deck.title, known.opened_at, course=known.course)
        self._register.enter(line)
        return line

    def end(self, room: RoomId) -> None:
        """Ends a room that nobody ended. Raises Refusal ROOM_ENDED."""
        self._carry_out(room, EndRoom(self._command_id()))

    def delete(self, room: RoomId) -> None:
        """Throws away all of a room, also one that is open: its people are told that there is no such room.

        Raises Refusal ROOM_NOT_FOUND. Other processes let go of it when they next look (see gone_rooms).
        """
        line = self._register.line(room) or self.list_again(room)
        self._register.give_back(line.pin, room)
        self.erase(room)

    def erase(self, room: RoomId) -> None:
        """The same for what is left of a room that nobody can open any more."""
        self._leaving(room)
        self._shelves.erase(room)
        self.let_go(room)
        self._erased()

    def let_go(self, room: RoomId) -> None:
        """The room is gone from the store: nothing of it stays in this process."""
        self._rooms.drop(room)
        self._hang_up(room)

    @contextmanager
    def _room(self, room: RoomId) -> Iterator[Room]:
        known = self._rooms.keep(room)
        try:
            yield known
        finally:
            self._rooms.let_go(room)

    def _carry_out(self, room: RoomId, command: Command) -> None:
        done, outcomes = self._concurrency.signal(), list[Outcome]()

        def reply(outcome: Outcome) -> None:
            outcomes.append(outcome)
            done.set()

        self._rooms.submit(room, command, reply)
        done.wait(PATIENCE_SECONDS)
        if not outcomes:
            raise StoreUnavailable("a command was not answered in time")
        (outcome,) = outcomes
        if isinstance(outcome, Refused):
            if outcome.code is RefusalCode.SERVER_BUSY:
                raise StoreUnavailable("the store is away")
            raise Refusal(outcome.code, outcome.suggestion)

    def _command_id(self) -> CommandId:
        return CommandId(self._chance.command_id())
