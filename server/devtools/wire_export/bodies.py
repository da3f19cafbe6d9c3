"""The bodies that HTTP answers with."""

from dataclasses import dataclass

from server.rules.cards import Text
from server.rules.ids import CardId, MilliPoints, Pin, PlayerId, RoomId, ServerMillis, Version
from server.rules.view_types import AxisView


@dataclass(frozen=True, slots=True)
class OfferedNames:
    """Three names that are free to take, per language."""

    nl: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PinView:
    """What a PIN leads to."""

    room: RoomId
    deck_title: Text
    is_locked: bool
    offered_names: OfferedNames


@dataclass(frozen=True, slots=True)
class DeckOutline:
    """A deck on the host's shelf. `cards` and `contested` are counts."""

    id: str
    title: Text
    about: Text
    cards: int
    contested: int
    axes: tuple[AxisView, ...]


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A line of the host's list of sessions. `ended_at` is None while it is live."""

    room: RoomId
    pin: Pin
    deck: str
    title: Text
    opened_at: ServerMillis
    ended_at: ServerMillis | None


@dataclass(frozen=True, slots=True)
class OpenedRoom:
    """A room that was just opened."""

    room: RoomId
    pin: Pin


@dataclass(frozen=True, slots=True)
class LeaderboardRow:
    """A place in the stored standings. Ties share a rank."""

    player: PlayerId
    name: str
    rank: int
    points: MilliPoints


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """The stored standings of a room, as of its last reveal."""

    rows: tuple[LeaderboardRow, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """Where phones join. `join_host` is `join_url` without scheme and path."""

    join_url: str
    join_host: str
    pin: Pin


@dataclass(frozen=True, slots=True)
class ReplayCard:
    """A card that was played and when it came up."""

    number: int
    id: CardId
    title: Text
    at: ServerMillis


@dataclass(frozen=True, slots=True)
class ScreenChange:
    """Part of a ScreenView: the fields that changed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What changed on the screen at a moment. The first frame's change is the whole ScreenView."""

    at: ServerMillis
    version: Version
    change: ScreenChange


@dataclass(frozen=True, slots=True)
class Replay:
    """A room played back: its frames in order of time."""

    room: RoomId
    deck_title: Text
    opened_at: ServerMillis
    ended_at: ServerMillis | None
    is_live: bool
    players: int
    cards: tuple[ReplayCard, ...]
    frames: tuple[Frame, ...]


HTTP_BODIES: tuple[type, ...] = (
    PinView,
    DeckOutline,
    RoomLine,
    OpenedRoom,
    Leaderboard,
    Address,
    ScreenChange,
    Replay,
)
