"""The memory of a room: what evolve builds from the log. Values only; nothing here changes in place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter

from server.rules.allowances import Allowance
from server.rules.boards import Board
from server.rules.callers import Caller, DoorState
from server.rules.cards import Card, Deck
from server.rules.ids import (
    AxisId,
    CardId,
    CommandId,
    CourseId,
    MemberId,
    MilliPoints,
    Pin,
    PlayerId,
    ServerMillis,
    Version,
)
from server.rules.phases import Phase
from server.rules.picks import AnswerGroup, Confidence, Pick
from server.rules.quickly_made import quickly_made
from server.rules.settings import RoomSettings

COMMANDS_REMEMBERED = 8
"""How many of a seat's last command ids are kept to recognise a repeat."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Seat:
    """A player's place in the room. `joined_at_card` is how many rounds there had been then, the one on the screen too.

    `team` is the place of the player's team in the room's list; `member` the device in the room's course, a secret.
    `is_forgotten`: the name is a pseudonym, for good. `removed_by` is the command that took the player
    out, at `removed_at`.
    """

    player: PlayerId
    name: str
    joined_at_card: int
    joined_at: ServerMillis
    is_removed: bool = False
    team: int | None = None
    allowance: Allowance = Allowance.USUAL
    last_commands: tuple[CommandId, ...] = ()
    member: MemberId | None = None
    is_forgotten: bool = False
    removed_by: CommandId | None = None
    removed_at: ServerMillis | None = None

    def having_sent(self, command_id: CommandId) -> "Seat":
        """The same seat, which remembers one command more; `replace` would take three times as long."""
        values = list(_VALUES(self))
        values[_LAST_COMMANDS] = (*self.last_commands, command_id)[-COMMANDS_REMEMBERED:]
        return Seat(*values)


_SEAT_FIELDS = [one.name for one in fields(Seat)]
_VALUES = attrgetter(*_SEAT_FIELDS)
_LAST_COMMANDS = _SEAT_FIELDS.index("last_commands")


@quickly_made
@dataclass(frozen=True, slots=True)
class Answer:
    """A player's newest whole answer in a round; `vote` is the one in which it was last said."""

    picks: Mapping[AxisId, Pick]
    at: ServerMillis
    thinking_millis: int
    confidence: Confidence | None = None
    vote: int = 1


@quickly_made
@dataclass(frozen=True, slots=True)
class Score:
    """What a player earned on one card: points per asked axis, and the speed bonus of the whole card.

    `shares` (0..1) say how right each pick was, whatever it earned; an open answer has none until it is marked.
    """

    by_axis: Mapping[AxisId, MilliPoints]
    bonus: MilliPoints
    shares: Mapping[AxisId, float]

    @property
    def total(self) -> MilliPoints:
        """Accuracy and bonus together."""
        return MilliPoints(sum(self.by_axis.values()) + self.bonus)


@dataclass(frozen=True, slots=True)
class Round:
    """One card asked along its axes. `opened_at` is None while it is being read; `closed_at` until it is closed.

    `settings` are those of the moment the card came up. `answers` are what everybody says by now; once the class talks
    `first_answers` are what was said before, in a vote that gave `first_limit_millis`, and `revote_axes` what is asked
    again. Times and `vote` are of the newest vote. `marks` are what the groups say of each player, kept beside them so
    that a large class need not be searched.
    """

    card: CardId
    axes: tuple[AxisId, ...]
    settings: RoomSettings
    opens_at: ServerMillis
    opened_at: ServerMillis | None = None
    closes_at: ServerMillis | None = None
    closed_at: ServerMillis | None = None
    answers: Mapping[PlayerId, Answer] = field(default_factory=dict)
    scores: Mapping[PlayerId, Score] | None = None
    vote: int = 1
    revote_axes: tuple[AxisId, ...] = ()
    first_answers: Mapping[PlayerId, Answer] | None = None
    first_limit_millis: int | None = None
    talk_ends_at: ServerMillis | None = None
    is_skipped: bool = False
    shown_axis: AxisId | None = None
    shows_flow: bool = False
    groups: Mapping[AxisId, tuple[AnswerGroup, ...]] = field(default_factory=dict)
    marks: Mapping[AxisId, Mapping[PlayerId, float]] = field(default_factory=dict)

    def mark_of(self, axis: AxisId, player: PlayerId) -> float | None:
        """The share that a player's open answer was marked with; None while it is not."""
        return self.marks.get(axis, {}).get(player)

    def has_answered(self, player: PlayerId) -> bool:
        """Whether somebody has answered the newest vote."""
        answer = self.answers.get(player)
        return answer is not None and answer.vote == self.vote

    @property
    def untalked_answers(self) -> Mapping[PlayerId, Answer]:
        """What was said before any talk: of two votes the first."""
        return self.first_answers or self.answers

    @property
    def open_axes(self) -> tuple[AxisId, ...]:
        """What the newest vote asks."""
        return self.revote_axes if self.vote > 1 else self.axes


@dataclass(frozen=True, slots=True)
class Room:
    """Everything a log says, folded.

    `queue` are the cards to come. `revisited` is an earlier card whose reveal is on the screen again. `before_step` is
    the room as it was before the host's last step, and has none itself. `course` is the season it counts to.
    `callers` came to the door, and have no seat unless they were let in.
    """

    version: Version
    phase: Phase
    pin: Pin
    deck: Deck
    settings: RoomSettings
    rules: int
    opened_at: ServerMillis
    asked_axes: tuple[AxisId, ...]
    queue: tuple[CardId, ...]
    is_locked: bool = False
    seats: Mapping[PlayerId, Seat] = field(default_factory=dict)
    names: Mapping[str, PlayerId] = field(default_factory=dict)
    callers: Mapping[PlayerId, Caller] = field(default_factory=dict)
    rounds: tuple[Round, ...] = ()
    points: Mapping[PlayerId, MilliPoints] = field(default_factory=dict)
    previous_points: Mapping[PlayerId, MilliPoints] | None = None
    board: Board | None = None
    revisited: CardId | None = None
    last_step: CommandId | None = None
    before_step: "Room | None" = None
    host_commands: tuple[CommandId, ...] = ()
    course: CourseId | None = None

    @property
    def round(self) -> Round | None:
        """The newest round, or None in the lobby."""
        return self.rounds[-1] if self.rounds else None

    @property
    def round_on_screen(self) -> Round | None:
        """The newest round, or the earlier one whose reveal is on the screen again."""
        if self.revisited is None:
            return self.round
        return next(asked for asked in self.rounds if asked.card == self.revisited)

    @property
    def is_trial(self) -> bool:
        """Whether the newest round is the one that only teaches how to answer."""
        return self.round is not None and self.is_trial_card(self.round.card)

    @property
    def card_number(self) -> int:
        """How many cards of the deck have come up, the newest too; trial and skipped cards are not counted."""
        return self.card_number_after(len(self.rounds))

    @property
    def card_count(self) -> int:
        """How many cards the sitting has by its plan of now."""
        return self.card_number + sum(not self.is_trial_card(card) for card in self.queue)

    @property
    def judged_rounds(self) -> tuple[Round, ...]:
        """The rounds that tell of the class: revealed, and neither skipped nor a trial."""
        return tuple(
            asked
            for asked in self.rounds
            if asked.scores is not None and not asked.is_skipped and not self.is_trial_card(asked.card)
        )

    def card_number_after(self, rounds: int) -> int:
        """How many cards of the deck had come up after so many rounds."""
        return sum(not asked.is_skipped and not self.is_trial_card(asked.card) for asked in self.rounds[:rounds])

    def is_trial_card(self, card_id: CardId) -> bool:
        """Whether this is the card that only teaches how to answer."""
        return self.deck.trial is not None and self.deck.trial.card.id == card_id

    def without_memory(self) -> "Room":
        """The same room, without the one before its last step."""
        return replace(self, before_step=None, last_step=None) if self.last_step else self

    @property
    def card(self) -> Card | None:
        """The card of the newest round."""
        return self.card_of(self.rounds[-1].card) if self.rounds else None

    def card_of(self, card_id: CardId) -> Card:
        """The deck's card of that id. Raises KeyError."""
        for card in self.deck.cards:
            if card.id == card_id:
                return card
        if self.deck.trial and self.deck.trial.card.id == card_id:
            return self.deck.trial.card
        raise KeyError(card_id)

    @property
    def waiting_callers(self) -> tuple[Caller, ...]:
        """Who waits at the door, in order of asking."""
        return tuple(caller for caller in self.callers.values() if caller.state is DoorState.WAITING)

    @property
    def people(self) -> tuple[Seat | Caller, ...]:
        """Everybody with a seat, and everybody who came to the door."""
        return (*self.seats.values(), *self.callers.values())

    @property
    def knows_names(self) -> bool:
        """Whether anybody's name is kept, in the room or at its door."""
        return not all(person.is_forgotten for person in self.people)

    @property
    def active_seats(self) -> tuple[Seat, ...]:
        """The seats that play, in order of arrival."""
        return tuple(seat for seat in self.seats.values() if not seat.is_removed)
