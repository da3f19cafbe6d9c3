"""All views leave through here. `publish` only notes what is due; one worker per busy room sends it.

Phones get room and seat views at once; screens and hosts 4 times a second, but at once when the phase changes; the
roster goes out once a second. Nothing goes to the whole room per answer, and what stays the same goes once (`sheets`).
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from server.rooms.ports import Clock, Concurrency, Signal
from server.rules.audiences import Audience, audience_of
from server.rules.cards import Deck
from server.rules.events import Event
from server.rules.ids import AxisId, PlayerId, RoomId, Version
from server.rules.room import Room
from server.rules.views import SeatViews, axis_view, host_view, room_view, roster_view, screen_view
from server.wire import channels
from server.wire.due_views import Batch, DueViews
from server.wire.greetings import Greetings
from server.wire.presence import Presence
from server.wire.rosters import Rosters
from server.wire.server_messages import ViewEvent
from server.wire.sessions import HostAsking, Lines, PlayerAsking, ScreenAsking, Session, Sessions
from server.wire.sheets import TakenApart, WrittenLately, taken_apart, written_sheets
from server.wire.told import Sheets, Told

SEATS_AT_A_TIME = 50
"""After so many seat views the other rooms get their turn."""

EVERYBODY = Audience(room=True, all_seats=True, seats=frozenset(), staff_at_once=True)


class Emitter(Protocol):
    """What the publisher needs of a Socket.IO server."""

    def emit(self, event: str, data: Any, to: str) -> None:
        """Sends one event to everybody in a channel, encoded once."""
        ...

    def written(self, event: str, data: Any) -> str:
        """The text of an event, encoded once, for `emit_to_line` to send ahead of what each connection alone gets."""
        ...

    def emit_to_line(self, event: str, data: Any, eio_sid: str, ahead: str = "") -> None:
        """Sends one event to one connection, by the shortest way; what was written `ahead` goes first."""
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
        self._told = Told(concurrency)
        self._axes: dict[RoomId, tuple[Deck, tuple[AxisId, ...], Sheets]] = {}
        self._written: dict[RoomId, WrittenLately] = {}
        self._greetings = Greetings()
        self._rosters = Rosters(concurrency)

    def publish(self, room_id: RoomId, before: Room | None, after: Room, events: Sequence[Event]) -> None:
        """Notes what is due. Called under the room's lock, in order of version."""
        with self._lock:
            went_back = after.version < self._newest.get(room_id, 0)
            self._newest[room_id] = after.version
            due, wake = self._account(room_id, after)
            if went_back:
                due.begin_anew(after)
            else:
                due.owe(after, audience_of(events, after) if events else EVERYBODY, self._clock.now())
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
        """The first views of a connection, or of one that begins anew since it lacks a sheet."""
        room_id = session.asker.room
        now = self._clock.now()
        match session.asker:
            case PlayerAsking(_, player):
                greeting = self._greetings.of(room_id, room, self._written_in(room_id))
                if (account := self._accounts.get(room_id)) is not None:
                    account[0].greeted.add(session.eio_sid)
                axes = self._axes_of(room_id, room)
                sheets = self._told.greeting(channels.phones_of(room_id), greeting.sheets, axes)
                body = greeting.view_at(now), greeting.written(sheets)
                self._emitter.emit_to_line(ViewEvent.ROOM, body, session.eio_sid)
                self._emitter.emit_to_line(ViewEvent.SEAT, greeting.seats.of(player, now), session.eio_sid)
            case ScreenAsking():
                parts = self._taken_apart(screen_view(room, room_id, now), room_id)
                self._greet(session, room, ViewEvent.SCREEN, parts, channels.screens_of(room_id))
            case HostAsking():
                parts = self._taken_apart(host_view(room, room_id, now), room_id)
                self._greet(session, room, ViewEvent.HOST, parts, channels.hosts_of(room_id))
                roster = roster_view(room, self._presence.lines_of(room_id))
                whole = self._rosters.for_newcomer(room_id, roster)
                self._emitter.emit_to_line(ViewEvent.ROSTER, whole, session.eio_sid)

    def _greet(self, session: Session, room: Room, event: ViewEvent, parts: TakenApart, channel: str) -> None:
        sheets = self._told.greeting(channel, parts.sheets, self._axes_of(session.asker.room, room))
        self._emitter.emit_to_line(event, (parts.view, written_sheets(sheets)), session.eio_sid)

    def _axes_of(self, room_id: RoomId, room: Room) -> Sheets:
        """The axes that card after card is asked on, as sheets; worked out once for a hall that comes in."""
        known = self._axes.get(room_id)
        if known is None or known[0] is not room.deck or known[1] != room.asked_axes:
            views = [axis_view(room.deck.axis(axis)) for axis in room.asked_axes]
            known = self._axes[room_id] = room.deck, room.asked_axes, self._taken_apart(views, room_id).sheets
        return known[2]

    def _taken_apart(self, view: object, room_id: RoomId) -> TakenApart:
        return taken_apart(view, self._written_in(room_id))

    def _written_in(self, room_id: RoomId) -> WrittenLately:
        return self._written.setdefault(room_id, WrittenLately())

    def _tell(self, room_id: RoomId, event: ViewEvent, view: object, channel: str) -> None:
        """A view to all in a channel, with the sheets that are news there."""
        self._emitter.emit(event, self._with_news(room_id, view, channel), to=channel)

    def _with_news(self, room_id: RoomId, view: object, channel: str) -> Any:
        parts = self._taken_apart(view, room_id)
        news = self._told.news_for(channel, parts.sheets)
        return (parts.view, written_sheets(news)) if news else parts.view

    def _work(self, room_id: RoomId, due: DueViews, wake: Signal) -> None:
        """Pays until nothing is owed and the room has been quiet long enough."""
        while True:
            with self._lock:
                batch = due.take(self._clock.now())
            if not batch.is_empty:
                self._send(room_id, due, batch)
            with self._lock:
                millis = due.millis_until_due(self._clock.now())
                if millis is None:
                    del self._accounts[room_id]
                    if self._sessions.is_empty(room_id):
                        self._forget(room_id)
                    return
            if millis:
                wake.wait(millis / 1000)

    def _send(self, room_id: RoomId, due: DueViews, batch: Batch) -> None:
        if batch.anew:  # here, where all sending is: nothing older goes out on a connection that stands
            self._begin_anew(room_id)
        now = self._clock.now()
        ahead = ""
        if batch.phones:  # first of all: a hall waits for it
            view, channel = room_view(batch.room, room_id, now), channels.phones_of(room_id)
            if batch.all_seats:  # each gets its own with it, as one write
                due.greeted.clear()
                ahead = self._emitter.written(ViewEvent.ROOM, self._with_news(room_id, view, channel))
            else:
                self._tell(room_id, ViewEvent.ROOM, view, channel)
        present = self._sessions.present_in(room_id)
        if batch.staff and present.screens:
            self._tell(room_id, ViewEvent.SCREEN, screen_view(batch.room, room_id, now), channels.screens_of(room_id))
        self._send_seats(due, present.players if batch.all_seats else _those(present.players, batch.seats), ahead)
        if due.has_gone_back():  # it went back meanwhile: what is newest now must not reach who has seen newer
            return
        if batch.staff and present.hosts:  # after the seats: it takes the longest to make, and the hall looks elsewhere
            self._tell(room_id, ViewEvent.HOST, host_view(due.room, room_id, now), channels.hosts_of(room_id))
        if batch.roster and present.hosts:
            roster = roster_view(batch.room, self._presence.lines_of(room_id))
            self._emitter.emit(ViewEvent.ROSTER, self._rosters.for_all(room_id, roster), to=channels.hosts_of(room_id))

    def _send_seats(self, due: DueViews, players: Mapping[PlayerId, Sequence[str]], ahead: str) -> None:
        """Each its own view, with what all get ahead of it; who was greeted meanwhile has that, or what is newer.

        A long row of them goes on from the newest room, else it would trail behind the others.
        """
        if not players or due.has_gone_back():
            return
        views = SeatViews(due.room)
        for number, (player, lines) in enumerate(players.items(), start=1):
            view = views.of(player, self._clock.now())
            for line in lines:
                self._emitter.emit_to_line(ViewEvent.SEAT, view, line, "" if line in due.greeted else ahead)
            if number % SEATS_AT_A_TIME == 0:
                self._concurrency.sleep(0)
                if due.has_gone_back():
                    return
                if views.room is not due.room:
                    views = SeatViews(due.room)

    def emptied(self, room_id: RoomId) -> None:
        """The last connection to a room has ended: what is known of it goes, with its account if one is open."""
        with self._lock:
            if room_id not in self._accounts and self._sessions.is_empty(room_id):
                self._forget(room_id)

    def _forget(self, room_id: RoomId) -> None:
        """Nobody listens any more: who comes is greeted. Called under the lock."""
        self._newest.pop(room_id, None)
        self._axes.pop(room_id, None)
        self._written.pop(room_id, None)
        self._greetings.forget(room_id)
        self._told.forget(channels.phones_of(room_id), channels.screens_of(room_id), channels.hosts_of(room_id))
        self._rosters.forget(room_id)

    def _begin_anew(self, room_id: RoomId) -> None:
        """What the clients have seen is newer than what the store says is true. They come back anew."""
        for session in self._sessions.in_room(room_id):
            self._lines.hang_up(session.eio_sid)


def _those(present: Mapping[PlayerId, Sequence[str]], wanted: Collection[PlayerId]) -> Mapping[PlayerId, Sequence[str]]:
    return {player: present[player] for player in wanted if player in present}
