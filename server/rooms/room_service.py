"""The path of one command: into the room's queue, decided and kept by the committer, answered by its reply.

This is all that wire/ knows of rooms, and the listener of the tail.
"""

import logging
from collections.abc import Callable, Mapping, Sequence

from server.rooms.committer import Committer
from server.rooms.deadlines import Deadlines
from server.rooms.held_room import HeldRoom, Waiting
from server.rooms.opening import Opening, Reception
from server.rooms.outcomes import Outcome, Refused, Reply
from server.rooms.ports import (
    Chance,
    Clock,
    Concurrency,
    Publisher,
    Register,
    RoomKeys,
    RoomLog,
    StoreUnavailable,
    Tail,
)
from server.rooms.ports_after_class import Courses
from server.rules.cards import Deck
from server.rules.commands import Command
from server.rules.due import due_at
from server.rules.events import Event, PlayersForgotten, RoomEnded
from server.rules.ids import CommandId, CourseId, LecturerId, RoomId, Version
from server.rules.phases import Phase
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room
from server.rules.settings import RoomSettings

log = logging.getLogger(__name__)

FOLD_AGAIN_SECONDS = 0.5
"""The rest between two attempts to fold a room anew while the store is away."""


class RoomService:
    """The rooms that this process holds."""

    def __init__(
        self,
        room_log: RoomLog,
        tail: Tail,
        register: Register,
        room_keys: RoomKeys,
        courses: Courses,
        publisher: Publisher,
        clock: Clock,
        chance: Chance,
        concurrency: Concurrency,
    ) -> None:
        self._log = room_log
        self._tail = tail
        self._publisher = publisher
        self._clock = clock
        self._concurrency = concurrency
        self._reception = Reception(room_log, register, room_keys, courses, chance)
        self._committer = Committer(room_log, clock, concurrency)
        self._deadlines = Deadlines(clock, chance, concurrency, self._room_of, self._give_due)
        self._rooms: dict[RoomId, HeldRoom] = {}
        self._lock = concurrency.lock()
        self._tell_of_forgotten: Callable[[RoomId], None] = lambda _room: None

    def set_forgotten_listener(self, tell: Callable[[RoomId], None]) -> None:
        """Whom to tell, at once and without waiting, that a log holds a name that it should not. Before start()."""
        self._tell_of_forgotten = tell

    def start(self) -> None:
        """Begins to watch deadlines."""
        self._concurrency.spawn(self._deadlines.run)

    def stop(self) -> None:
        """Stops watching deadlines. Commands that are being carried out end by themselves."""
        self._deadlines.stop()

    def open_room(
        self,
        deck: Deck,
        settings: RoomSettings,
        command_id: CommandId,
        course: CourseId | None = None,
        owner: LecturerId | None = None,
    ) -> tuple[RoomId, Room]:
        """A new room, in its lobby; it counts to a course if one is given. `owner`: a lecturer, or the machine's.

        Raises Refusal (no PIN free), StoreUnavailable or StoreFull.
        """
        room_id = self._reception.open(Opening(command_id, deck, settings, course, owner), self._clock.now())
        return room_id, self.hold(room_id)

    def hold(self, room_id: RoomId) -> Room:
        """The room as this process knows it, loaded from its log if need be and heard from then on.

        Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable.
        """
        with self._lock:
            held = self._held(room_id)
        try:
            room = held.load()
        except Refusal:
            self._forget_if_empty(held)
            raise
        self._tail.watch(room_id, held.version)
        return room

    def keep(self, room_id: RoomId) -> Room:
        """Holds the room for one more socket. Raises as hold."""
        with self._lock:
            self._held(room_id).keepers += 1
        try:
            return self.hold(room_id)
        except Exception:
            self.let_go(room_id)
            raise

    def let_go(self, room_id: RoomId) -> None:
        """One socket less. A room without sockets, deadlines and waiting commands is forgotten; its log stays."""
        with self._lock:
            held = self._rooms.get(room_id)
            if held is None:
                return
            held.keepers = max(0, held.keepers - 1)
        self._forget_if_idle(held)

    def drop(self, room_id: RoomId) -> None:
        """The room was deleted: nothing of it stays in memory. What waits in it is answered ROOM_NOT_FOUND."""
        with self._lock:
            held = self._rooms.pop(room_id, None)
        if held is not None:
            with held.lock:
                held.room = None
        self._deadlines.room_changed(room_id, None)
        self._tail.unwatch(room_id)

    def held(self) -> Mapping[RoomId, Room]:
        """The rooms in memory."""
        return {room_id: held.room for room_id, held in list(self._rooms.items()) if held.room is not None}

    def submit(self, room_id: RoomId, command: Command, reply: Reply) -> None:
        """Puts a command in the room's queue and returns at once; `reply` is called exactly once, later."""
        with self._lock:
            held = self._held(room_id)
            with held.lock:
                held.pending.append(Waiting(command, reply))
                if held.is_committing:
                    return
                held.is_committing = True
        self._concurrency.spawn(self._commit, held)

    def known(self, room: RoomId) -> Version:
        """How far the room is folded here, or will be in a moment: what an append of ours brings need not be heard.

        Should it not bring it, the committer reads the log itself, or the tail goes back once all is decided.
        """
        held = self._rooms.get(room)
        return Version(max(held.version, held.appending)) if held else Version(0)

    def heard(self, room: RoomId, first_version: int, events: Sequence[Event]) -> None:
        """The tail brings events; those that this process wrote itself are known already."""
        held = self._rooms.get(room)
        if held is None or held.room is None:
            return
        try:
            if not held.apply(first_version, events):
                held.catch_up()
        except StoreUnavailable:
            log.warning("room %s: a gap before version %s could not be read yet", room, first_version)

    def connection_lost(self) -> None:
        """The store was away: it may have gone back in time, so every room is folded anew."""
        for held in list(self._rooms.values()):
            self._concurrency.spawn(self._fold_anew, held)

    def _commit(self, held: HeldRoom) -> None:
        self._committer.commit_until_quiet(held)
        if held.room is not None:
            self._tail.watch(held.room_id, held.version)
        self._forget_if_idle(held)

    def _fold_anew(self, held: HeldRoom) -> None:
        while self._rooms.get(held.room_id) is held:
            try:
                held.fold_anew()
                self._tail.unwatch(held.room_id)  # its place in the log may lie beyond the store's end
                self._tail.watch(held.room_id, held.version)
                return
            except StoreUnavailable:
                self._concurrency.sleep(FOLD_AGAIN_SECONDS)

    def _held(self, room_id: RoomId) -> HeldRoom:
        """The room's place in memory, made if need be. Called under the lock, so that nobody forgets it meanwhile."""
        held = self._rooms.get(room_id)
        if held is None:
            held = HeldRoom(room_id, self._log, self._publisher, self._concurrency, self._room_changed)
            self._rooms[room_id] = held
        return held

    def _room_changed(self, held: HeldRoom, events: Sequence[Event]) -> None:
        self._deadlines.room_changed(held.room_id, held.room)
        for event in events:
            if isinstance(event, PlayersForgotten) or (isinstance(event, RoomEnded) and _has_forgotten(held.room)):
                self._tell_of_forgotten(held.room_id)
            if isinstance(event, RoomEnded) and held.room is not None:
                self._concurrency.spawn(self._reception.ended, held.room_id, held.room, event.at)

    def _room_of(self, room_id: RoomId) -> Room | None:
        held = self._rooms.get(room_id)
        return held.room if held else None

    def _give_due(self, room_id: RoomId, command: Command) -> None:
        self.submit(room_id, command, _note_refusal)

    def _forget_if_empty(self, held: HeldRoom) -> None:
        """A room that was asked for and does not exist leaves no trace."""
        with self._lock, held.lock:
            if held.room is None and not held.pending and not held.is_committing and not held.keepers:
                self._rooms.pop(held.room_id, None)

    def _forget_if_idle(self, held: HeldRoom) -> None:
        with self._lock, held.lock:
            if held.keepers or held.pending or held.is_committing:
                return
            if held.room is not None and held.room.phase is not Phase.ENDED and due_at(held.room) is not None:
                return
            self._rooms.pop(held.room_id, None)
        self._deadlines.room_changed(held.room_id, None)
        self._tail.unwatch(held.room_id)


def _has_forgotten(room: Room | None) -> bool:
    """Whether the host may have quoted somebody again who was forgotten while the room was open."""
    return room is not None and any(person.is_forgotten for person in room.people)


def _note_refusal(outcome: Outcome) -> None:
    """Another process was quicker, or the host was: both are fine. A store that is away is tried again by the loop."""
    if isinstance(outcome, Refused) and outcome.code is RefusalCode.SERVER_ERROR:
        log.error("a deadline could not be kept: %s", outcome.code)
