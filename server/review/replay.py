"""A log shown again: the screen's own views at every moment that a hall could have told apart.

A frame holds only the fields of the ScreenView that changed since the frame before; the first holds them all. Arrivals
and answers between two moments are taken together as on the live screen, four times a second.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from server.rules.cards import Text
from server.rules.events import AnswerGiven, CardShown, Event, PlayerJoined, RoomEnded, RoomOpened
from server.rules.evolve import Draft
from server.rules.ids import CardId, PlayerId, RoomId, ServerMillis, Version
from server.rules.room import Room
from server.rules.view_types import (
    ScreenView,
)
from server.rules.views import screen_view
from server.rules.views_of_standings import Naming

FRAME_MILLIS = 250
"""The shortest time between two frames that differ only by arrivals or answers."""

_SCREEN_FIELDS = tuple(each.name for each in fields(ScreenView))


@dataclass(frozen=True, slots=True)
class Frame:
    """The screen at a version. `at` never falls from frame to frame; `change` maps field names to their new values."""

    at: ServerMillis
    version: Version
    change: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CardMark:
    """Where a card came up, for the timeline. `number` counts from 1."""

    number: int
    id: CardId
    title: Text
    at: ServerMillis


@dataclass(frozen=True, slots=True)
class Replay:
    """A room played back. `ended_at` is None and `is_live` true while the sitting goes on."""

    room: RoomId
    deck_title: Text
    opened_at: ServerMillis
    ended_at: ServerMillis | None
    is_live: bool
    players: int
    cards: tuple[CardMark, ...]
    frames: tuple[Frame, ...]


def make_replay(room_id: RoomId, events: Iterable[Event], with_names: bool) -> Replay:
    """The replay of a log. Without names the players are P1, P2, ... in order of arrival.

    Raises LookupError for a log that does not begin with RoomOpened, an empty one among them.
    """
    log = tuple(events)
    if not log or not isinstance(log[0], RoomOpened):
        raise LookupError("a log begins with RoomOpened")
    draft = Draft(None)
    frames = tuple(_frames(room_id, log, draft, with_names))
    room = draft.room
    ended = next((event.at for event in log if isinstance(event, RoomEnded)), None)
    return Replay(
        room=room_id,
        deck_title=room.deck.title,
        opened_at=room.opened_at,
        ended_at=ended,
        is_live=ended is None,
        players=len(room.seats),
        cards=_card_marks(log, room),
        frames=frames,
    )


def _frames(room_id: RoomId, log: tuple[Event, ...], draft: Draft, with_names: bool) -> Iterator[Frame]:
    at, shown_at = log[0].at, None
    before: ScreenView | None = None
    numbers: dict[PlayerId, int] = {}
    for place, event in enumerate(log):
        draft.apply(event)
        at = max(at, event.at)  # a round that closed while the server was away bears its deadline
        if isinstance(event, PlayerJoined):
            numbers[event.player] = len(numbers) + 1
        waits = _is_coalesced(event) and place + 1 < len(log) and _is_coalesced(log[place + 1])
        if waits and shown_at is not None and at - shown_at < FRAME_MILLIS:
            continue
        shown_at = at
        naming: Naming | None = None if with_names else _pseudonyms(numbers)
        view = screen_view(draft.room, room_id, at, naming)
        yield Frame(at, view.version, _change(before, view))
        before = view


def _is_coalesced(event: Event) -> bool:
    return isinstance(event, PlayerJoined | AnswerGiven)


def _pseudonyms(numbers: Mapping[PlayerId, int]) -> Callable[[PlayerId], str]:
    return lambda player: f"P{numbers[player]}"


def _change(before: ScreenView | None, view: ScreenView) -> dict[str, object]:
    return {
        name: getattr(view, name)
        for name in _SCREEN_FIELDS
        if before is None or getattr(before, name) != getattr(view, name)
    }


def _card_marks(log: tuple[Event, ...], room: Room) -> tuple[CardMark, ...]:
    shown = (event for event in log if isinstance(event, CardShown))
    return tuple(
        CardMark(number, event.card, room.card_of(event.card).title, event.at)
        for number, event in enumerate(shown, start=1)
    )
