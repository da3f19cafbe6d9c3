"""The memory of a room: what evolve builds from the log. Values only; nothing here changes in place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from server.rules.cards import Card, Deck
from server.rules.ids import (
    AxisId,
    CardId,
    CommandId,
    MilliPoints,
    Pin,
    PlayerId,
    ServerMillis,
    Version,
)
from server.rules.phases import Phase
from server.rules.picks import AnswerGroup, Pick
from server.rules.settings import RoomSettings

COMMANDS_REMEMBERED = 8
"""How many of a seat's last command ids are kept to recognise a repeat."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A player's place in the room. `joined_at_card` is the number of the card on the screen then (0: lobby)."""

    player: PlayerId
    name: str
    joined_at_card: int
    is_removed: bool = False
    last_commands: tuple[CommandId, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A player's newest whole answer in a round."""

    picks: Mapping[AxisId, Pick]
    at: ServerMillis
    thinking_millis: int


@dataclass(frozen=True, slots=True)
class Score:
    """What a player earned on one card: accuracy per asked axis, and the speed bonus of the whole card."""

    by_axis: Mapping[AxisId, MilliPoints]
    bonus: MilliPoints

    @property
    def total(self) -> MilliPoints:
        """Accuracy and bonus together."""
        return MilliPoints(sum(self.by_axis.values()) + self.bonus)


@dataclass(frozen=True, slots=True)
class Round:
    """One card asked along its axes. `opened_at` is None while it is being read; `closed_at` until it is closed.

    `marks` are what the groups say of each player, kept beside them so that a large class is not searched for each.
    """

    card: CardId
    axes: tuple[AxisId, ...]
    opens_at: ServerMillis
    opened_at: ServerMillis | None = None
    closes_at: ServerMillis | None = None
    closed_at: ServerMillis | None = None
    answers: Mapping[PlayerId, Answer] = field(default_factory=dict)
    scores: Mapping[PlayerId, Score] | None = None
    shown_axis: AxisId | None = None
    groups: Mapping[AxisId, tuple[AnswerGroup, ...]] = field(default_factory=dict)
    marks: Mapping[AxisId, Mapping[PlayerId, float]] = field(default_factory=dict)

    def mark_of(self, axis: AxisId, player: PlayerId) -> float | None:
        """The share that a player's open answer was marked with; None while it is not."""
        return self.marks.get(axis, {}).get(player)


@dataclass(frozen=True, slots=True)
class Room:
    """Everything a log says, folded."""

    version: Version
    phase: Phase
    pin: Pin
    deck: Deck
    settings: RoomSettings
    rules: int
    opened_at: ServerMillis
    asked_axes: tuple[AxisId, ...]
    is_locked: bool = False
    seats: Mapping[PlayerId, Seat] = field(default_factory=dict)
    names: Mapping[str, PlayerId] = field(default_factory=dict)
    rounds: tuple[Round, ...] = ()
    points: Mapping[PlayerId, MilliPoints] = field(default_factory=dict)
    previous_points: Mapping[PlayerId, MilliPoints] | None = None
    host_commands: tuple[CommandId, ...] = ()

    @property
    def round(self) -> Round | None:
        """The newest round, or None in the lobby."""
        return self.rounds[-1] if self.rounds else None

    @property
    def card(self) -> Card | None:
        """The card of the newest round."""
        return self.card_of(self.rounds[-1].card) if self.rounds else None

    def card_of(self, card_id: CardId) -> Card:
        """The deck's card of that id. Raises KeyError."""
        for card in self.deck.cards:
            if card.id == card_id:
                return card
        raise KeyError(card_id)

    @property
    def active_seats(self) -> tuple[Seat, ...]:
        """The seats that play, in order of arrival."""
        return tuple(seat for seat in self.seats.values() if not seat.is_removed)
