"""What this process tells the others of its own rooms, and hears of theirs, once a second and all together.

Told is only what has changed: a class that arrives costs one write a second, not one per phone. Read are only the rooms
that a host is connected to here. So a process pays for its own rooms alone, and one without rooms pays nothing.
"""

from collections.abc import Callable, Set

from server.rooms.looking import look_now_and_then
from server.rooms.ports import Clock, Concurrency, StoreFull, StoreUnavailable
from server.rooms.ports_between import Board, BoardOf, Notices, board_of_card, board_of_room
from server.rules.ids import CardId, RoomId, ServerMillis
from server.wire.presence import Elsewhere, Presence

LOOK_SECONDS = 1.0
RENEW_MILLIS = 8_000
"""A third of what a notice is good for: two signs of life may fail."""
ASKED = "asked"


class Whereabouts:
    """Keeps this process's notices up to date, and Presence told of the other processes."""

    def __init__(
        self, notices: Notices, presence: Presence, cards_asked: Callable[[], Set[CardId]], clock: Clock
    ) -> None:
        """`cards_asked`: those that rooms of this process ask now and have not revealed."""
        self._notices = notices
        self._presence = presence
        self._cards_asked = cards_asked
        self._clock = clock
        self._up: dict[Board, str] = {}
        self._renewed_at = ServerMillis(0)
        self._on_change: Callable[[RoomId], None] = lambda _room: None

    def set_listener(self, on_change: Callable[[RoomId], None]) -> None:
        """Whom to tell that somebody came or went at another process. Before start()."""
        self._on_change = on_change

    def start(self, concurrency: Concurrency) -> Callable[[], None]:
        """Looks each second beside the caller; returns what stops it, and takes the notices down."""
        away = "What the other processes know could not be read; the lists of people stay as they are until it can."
        stop = look_now_and_then(concurrency, LOOK_SECONDS, self.look, away)

        def leave() -> None:
            stop()
            self.leave()

        return leave

    def look(self) -> None:
        """Tells and hears. Raises StoreUnavailable."""
        self._tell()
        self._hear()

    def meet(self, room: RoomId) -> None:
        """Hears of one room at once, for a host who has just come; without the store, at the next look."""
        try:
            self._take(board_of_room(room), room)
        except StoreUnavailable:
            return

    def is_asked_elsewhere(self, card: CardId) -> bool:
        """Whether another process asks a card that is not revealed. Raises StoreUnavailable."""
        board = board_of_card(card)
        return bool(self._notices.of_others([board])[board])

    def keys_elsewhere(self, room: RoomId) -> Set[str]:
        """The keys by which somebody leads a room at another process. Raises StoreUnavailable."""
        board = board_of_room(room)
        return Elsewhere.read(self._notices.of_others([board])[board]).keys

    def leave(self) -> None:
        """This process has no more rooms."""
        if self._up:
            try:
                self._notices.put(dict.fromkeys(self._up), ())
            except (StoreUnavailable, StoreFull):
                return
            self._up.clear()

    def _tell(self) -> None:
        now = self._clock.now()
        is_due = now - self._renewed_at >= RENEW_MILLIS
        rooms = self._presence.take_changed()
        if is_due:  # looked at anew, since an old break of a line counts no more after a while
            rooms |= {RoomId(board.id) for board in self._up if board.kind is BoardOf.ROOM}
        changed = self._changes(rooms)
        renewed = [board for board in self._up if board not in changed] if is_due else []
        if changed or renewed:
            try:
                self._notices.put(changed, renewed)
            except (StoreUnavailable, StoreFull) as error:
                self._presence.changed(*rooms)
                raise StoreUnavailable(str(error)) from error
        if is_due:
            self._renewed_at = now
        for board, told in changed.items():
            if told is None:
                self._up.pop(board, None)
            else:
                self._up[board] = told

    def _changes(self, rooms: Set[RoomId]) -> dict[Board, str | None]:
        """What stands otherwise now than on the boards."""
        told: dict[Board, str | None] = {board_of_room(room): self._presence.notice_of(room) for room in rooms}
        told.update(dict.fromkeys(board for board in self._up if board.kind is BoardOf.CARD))
        told.update({board_of_card(card): ASKED for card in self._cards_asked()})
        return {board: text for board, text in told.items() if self._up.get(board) != text}

    def _hear(self) -> None:
        led = {board_of_room(room): room for room in self._presence.led_here()}
        if not led:
            return
        for board, said in self._notices.of_others(list(led)).items():
            if self._presence.heard(led[board], Elsewhere.read(said)):
                self._on_change(led[board])

    def _take(self, board: Board, room: RoomId) -> None:
        self._presence.heard(room, Elsewhere.read(self._notices.of_others([board])[board]))
