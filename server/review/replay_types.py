"""What a replay is made of: a head that tells of the whole sitting, and frames in parts. Times are the server's."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from server.rules.boards import BoardKind
from server.rules.cards import Text
from server.rules.ids import CardId, RoomId, ServerMillis, Version


@dataclass(frozen=True, slots=True)
class Frame:
    """The screen at a version. `at` never falls from frame to frame; `change` maps field names to their new values."""

    at: ServerMillis
    version: Version
    change: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReplayPart:
    """Some of the frames, in order; the first of them is whole, so that a part can be read alone."""

    number: int
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class PartMark:
    """How a part lies in the whole: its first frame, counted from 0, with the moment and the version of it."""

    frame: int
    at: ServerMillis
    version: Version


@dataclass(frozen=True, slots=True)
class CardMark:
    """Where a card came up. `number` counts from 1 as it did in the hall; a trial card has that of the card before."""

    number: int
    id: CardId
    title: Text
    is_trial: bool
    at: ServerMillis


class MomentKind(StrEnum):
    """What the screen was about."""

    SQUARE = "square"
    READ = "read"
    VOTE = "vote"
    CLOSED = "closed"
    TALK = "talk"
    SECOND_VOTE = "second_vote"
    REVEAL = "reveal"
    FLOW = "flow"
    EARLIER = "earlier"
    RANKS = "ranks"
    PODIUM = "podium"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Moment:
    """From here on the screen showed something else. `card` is what it was about; `number` how many had come up.

    `axis_label` names the axis of a reveal.
    """

    at: ServerMillis
    version: Version
    kind: MomentKind
    number: int
    card: CardId | None
    title: Text | None
    is_trial: bool
    axis_label: Text | None
    board: BoardKind | None


class ActionKind(StrEnum):
    """What the host did beside going on. What was done about one person is not told."""

    TIME_ADDED = "time_added"
    SKIPPED = "skipped"
    UNDONE = "undone"
    EARLIER = "earlier"
    BOARD = "board"
    LOCKED = "locked"
    UNLOCKED = "unlocked"


@dataclass(frozen=True, slots=True)
class HostAction:
    """Something that the host did. `seconds` were added; `board` was laid over the slide."""

    at: ServerMillis
    version: Version
    kind: ActionKind
    seconds: int | None = None
    board: BoardKind | None = None


@dataclass(frozen=True, slots=True)
class AnswersIn:
    """How many answers came in, for every `every_millis` from `at` on: the opening of this vote on this card."""

    card: CardId
    vote: int
    at: ServerMillis
    every_millis: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """The head of a replay: everything but its frames, which come in `parts`.

    `version` names this replay. `ended_at` is None and `is_live` true while the sitting goes on; `last_at` is the
    moment of the last frame. `cards_played` leaves out what was skipped, and the trial card.
    """

    room: RoomId
    version: Version
    with_names: bool
    deck_title: Text
    opened_at: ServerMillis
    ended_at: ServerMillis | None
    last_at: ServerMillis
    is_live: bool
    players: int
    cards_played: int
    cards: tuple[CardMark, ...]
    moments: tuple[Moment, ...]
    actions: tuple[HostAction, ...]
    answers: tuple[AnswersIn, ...]
    parts: tuple[PartMark, ...]
