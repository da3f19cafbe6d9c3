"""The bodies that HTTP answers with. Those of a replay are review's."""

from dataclasses import dataclass

from server.rooms.ports import Kept, KeyRole
from server.rules.cards import CardStatus, Text
from server.rules.ids import CardId, CourseId, MilliPoints, Pin, PlayerId, RoomId, ServerMillis
from server.rules.view_types import (
    AxisView,
)
from server.wire.rights import Leader


@dataclass(frozen=True, slots=True)
class OfferedNames:
    """Three names that are free to take, per language."""

    nl: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PinView:
    """What a PIN leads to. `names_off`: only a name on offer can be taken; `course`: the season that it counts to."""

    room: RoomId
    deck_title: Text
    is_locked: bool
    offered_names: OfferedNames
    names_off: bool
    course: CourseId | None


@dataclass(frozen=True, slots=True)
class ShelfCard:
    """A card as the shelf knows it."""

    id: CardId
    title: Text
    status: CardStatus
    difficulty: int


@dataclass(frozen=True, slots=True)
class DeckOutline:
    """A deck on the host's shelf. `cards` and `contested` are counts; `shelf_cards` are the cards in their order."""

    id: str
    title: Text
    about: Text
    cards: int
    contested: int
    axes: tuple[AxisView, ...]
    shelf_cards: tuple[ShelfCard, ...]


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A line of the host's list of sessions. `ended_at` is None while it is live, `course` where it stands alone.

    `names_kept`: until they are forgotten.
    """

    room: RoomId
    pin: Pin
    deck: str
    title: Text
    opened_at: ServerMillis
    ended_at: ServerMillis | None
    course: CourseId | None
    names_kept: bool


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course to choose."""

    id: CourseId
    title: str
    made_at: ServerMillis


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
class StoreLine:
    """What an acknowledged answer survives, by the store's settings now."""

    kept: Kept


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A key to lead a room that was just made. `link` holds its secret, which is told this once."""

    id: str
    role: KeyRole
    ends_at: ServerMillis
    link: str


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key to lead a room, without its secret. `made_by` is a key; `is_here`: a device of it is connected."""

    id: str
    role: KeyRole
    made_at: ServerMillis
    ends_at: ServerMillis
    made_by: str | None
    is_here: bool


@dataclass(frozen=True, slots=True)
class Leading:
    """In what quality this browser leads a room, which commands it may give, and which keys it may make."""

    room: RoomId
    leader: Leader
    commands: tuple[str, ...]
    keys: tuple[KeyRole, ...]
