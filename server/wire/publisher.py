"""All views leave through here. `publish` only notes what is due; one worker per busy room sends it.

Phones get room and seat views at once; screens and hosts 4 times a second, but at once when the phase changes; the
roster goes out once a second. Nothing goes to the whole room per answer.
"""

from collections.abc import Collection, Sequence
from typing import Any, Protocol

from server.rooms.ports import Clock, Concurrency, Signal
from server.rules.audiences import Audience, audience_of
from server.rules.events import Event
from server.rules.ids import PlayerId, RoomId, Version
from server.rules.room import Room
from server.rules.standings import Standings
from server.rules.views import host_view, room_view, roster_view, screen_view, seat_view
from server.wire import channels
from server.wire.due_views import Batch, DueViews
from server.wire.presence import Presence
from server.wire.server_messages import ViewEvent
from server.wire.sessions import HostAsking, Lines, PlayerAsking, ScreenAsking, Session, Sessions

SEATS_AT_A_TIME = 50
"""After so many seat views the other rooms get their turn."""

EVERYBODY = Audience(room=True, all_seats=True, seats=frozenset(), staff_at_once=True)


class Emitter(Protocol):
    """What the publisher needs of a Socket.IO server."""

    def emit(self, event: str, data: Any, to: str) -> None:
        """Sends one event to everybody in a channel, encoded once."""
        ...


class ViewPublisher:
    """The Publisher port over Socket.IO."""

    def __init__(
        self,
        emitter: Emitter,
        sessions: Sessions,
        clock: Clock,
        concurrency: Concurrency,
        lines: Lines,
        presence: Presence,
    ) -> None:
        self._emitter = emitter
        self._sessions = sessions
        self._presence = presence
        self._clock = clock
        self._concurrency = concurrency
        self._lines = lines
        self._lock = concurrency.lock()
        self._accounts: dict[RoomId, tuple[DueViews, Signal]] = {}
        self._newest: dict[RoomId, Version] = {}

    def publish(self, room_id: RoomId, before: Room | None, after: Room, events: Sequence[Event]) -> None:
        """Notes what is due. Called under the room's lock, in order of version."""
        with self._lock:
            went_back = after.version < self._newest.get(room_id, 0)
            self._newest[room_id] = after.version
            due, wake = self._account(room_id, after)
            if went_back:
                due.begin_anew(after)
            else:
                due.owe(after, audience_of(events, after) if events else EVERYBODY)
        wake.set()

    def gone(self, room_id: RoomId) -> None:
        """The store has no such room any more: whoever comes back is told so."""
        self._concurrency.spawn(self._begin_anew, room_id)

    def line_changed(self, room_id: RoomId, room: Room) -> None:
        """Notes that a player's connection came or went: the hosts' list of people is due."""
        with self._lock:
            due, wake = self._account(room_id, room)
            due.owe_roster(max(due.room, room, key=lambda known: known.version))
        wake.set()

    def _account(self, room_id: RoomId, room: Room) -> tuple[DueViews, Signal]:
        """The room's account, opened if need be. Called under the lock."""
        account = self._accounts.get(room_id)
        if account is None:
            account = self._accounts[room_id] = (DueViews(room), self._concurrency.signal())
            self._newest.setdefault(room_id, room.version)
            self._concurrency.spawn(self._work, room_id, *account)
        return account

    def greet(self, session: Session, room: Room) -> None:
        """The first views of a connection."""
        room_id = session.asker.room
        now = self._clock.now()
        match session.asker:
            case PlayerAsking(_, player):
                self._emitter.emit(ViewEvent.ROOM, room_view(room, room_id, now), to=session.sid)
                # In a tuple, so that "no seat" is said as null and not as an event without a body.
                self._emitter.emit(ViewEvent.SEAT, (seat_view(room, player, now),), to=session.sid)
            case ScreenAsking():
                self._emitter.emit(ViewEvent.SCREEN, screen_view(room, room_id, now), to=session.sid)
            case HostAsking():
                self._emitter.emit(ViewEvent.HOST, host_view(room, room_id, now), to=session.sid)
                self._emitter.emit(
                    ViewEvent.ROSTER, roster_view(room, self._presence.lines_of(room_id)), to=session.sid
                )

    def _work(self, room_id: RoomId, due: DueViews, wake: Signal) -> None:
        """Pays until nothing is owed and the room has been quiet long enough."""
        while True:
            with self._lock:
                batch = due.take(self._clock.now())
            self._send(room_id, due, batch)
            with self._lock:
                millis = due.millis_until_due(self._clock.now())
                if millis is None:
                    del self._accounts[room_id]
                    if self._sessions.is_empty(room_id):
                        self._newest.pop(room_id, None)
                    return
            if millis:
                wake.wait(millis / 1000)

    def _send(self, room_id: RoomId, due: DueViews, batch: Batch) -> None:
        if batch.anew:  # here, where all sending is: nothing older goes out on a connection that stands
            self._begin_anew(room_id)
        present = self._sessions.present_in(room_id)
        now = self._clock.now()
        if batch.phones:
            view = room_view(batch.room, room_id, now)
            self._emitter.emit(ViewEvent.ROOM, view, to=channels.phones_of(room_id))
        if batch.staff and present.hosts:
            self._emitter.emit(ViewEvent.HOST, host_view(batch.room, room_id, now), to=channels.hosts_of(room_id))
        if batch.staff and present.screens:
            self._emitter.emit(ViewEvent.SCREEN, screen_view(batch.room, room_id, now), to=channels.screens_of(room_id))
        if batch.roster and present.hosts:
            roster = roster_view(batch.room, self._presence.lines_of(room_id))
            self._emitter.emit(ViewEvent.ROSTER, roster, to=channels.hosts_of(room_id))
        self._send_seats(room_id, due, present.players if batch.all_seats else present.players & batch.seats)

    def _send_seats(self, room_id: RoomId, due: DueViews, players: Collection[PlayerId]) -> None:
        """Each its own view. A long row of them goes on from the newest room, else it would trail behind the others."""
        if not players:
            return
        room, standings = due.room, Standings.of(due.room)
        for number, player in enumerate(players, start=1):
            view = seat_view(room, player, self._clock.now(), standings)
            self._emitter.emit(ViewEvent.SEAT, (view,), to=channels.seat_of(room_id, player))
            if number % SEATS_AT_A_TIME == 0:
                self._concurrency.sleep(0)
                if room is not due.room:
                    room, standings = due.room, Standings.of(due.room)

    def _begin_anew(self, room_id: RoomId) -> None:
        """What the clients have seen is newer than what the store says is true. They come back anew."""
        for session in self._sessions.in_room(room_id):
            self._lines.hang_up(session.eio_sid)
