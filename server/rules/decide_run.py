"""What the rules allow of the run of a sitting: rounds and talks, the order of the cards, boards, settings, undo."""

from server.rules import commands as c
from server.rules import events as e
from server.rules.boards import BoardKind
from server.rules.class_review import matrix_axes
from server.rules.ids import AxisId, CardId, CommandId, ServerMillis
from server.rules.phases import AFTER_REVEAL, Phase
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room, Round
from server.rules.settings import (
    ANSWER_SECONDS_LEAST,
    ANSWER_SECONDS_MOST,
    BLOCKED_WORDS_MOST,
    READING_SECONDS_MOST,
    TALK_SECONDS_LEAST,
    TALK_SECONDS_MOST,
    RoomSettings,
)
from server.rules.steps import undo_step
from server.rules.undoing import undone_until
from server.rules.votes import talk_axes

EXTEND_SECONDS_MOST = 600


def round_of(room: Room, card: CardId) -> Round:
    """The newest round, if it is of this card. Raises Refusal WRONG_CARD."""
    asked = room.round
    if asked is None or asked.card != card:
        raise Refusal(RefusalCode.WRONG_CARD)
    return asked


def known_axes(room: Room, axes: tuple[AxisId, ...]) -> tuple[AxisId, ...]:
    """These axes in the deck's order. Raises Refusal BAD_PICK for none, one twice, or one that the deck lacks."""
    known = tuple(axis.id for axis in room.deck.axes if axis.id in axes)
    if not known or len(known) != len(set(axes)):
        raise Refusal(RefusalCode.BAD_PICK)
    return known


def show_next(room: Room, queue: tuple[CardId, ...], command_id: CommandId, now: ServerMillis) -> list[e.Event]:
    """The next card comes up, and opens at once where no reading time is given. Without any: the podium."""
    if not queue:
        return [e.PodiumShown(now, command_id)]
    card = room.card_of(queue[0])
    axes = tuple(axis for axis in room.asked_axes if axis in card.keys)
    axes = axes or tuple(axis.id for axis in room.deck.axes if axis.id in card.keys)
    axes = axes or tuple(card.keys)  # a trial has axes of its own
    reading = room.settings.reading_seconds * 1000
    shown: list[e.Event] = [e.CardShown(now, command_id, card.id, axes, ServerMillis(now + reading))]
    if not reading:
        shown.append(open_round(room.settings, card.id, command_id, now))
    return shown


def open_round(
    settings: RoomSettings, card: CardId, command_id: CommandId, now: ServerMillis, vote: int = 1
) -> e.RoundOpened:
    """A vote opens now."""
    seconds = settings.answer_seconds
    closes_at = None if seconds is None else ServerMillis(now + seconds * 1000)
    return e.RoundOpened(now, command_id, card, closes_at, vote)


def extend(room: Room, command: c.ExtendRound, now: ServerMillis) -> e.RoundExtended | e.TalkExtended:
    """More time for the open vote, or for the talk."""
    asked = round_of(room, command.card)
    is_talk = room.phase is Phase.TALK
    end = asked.talk_ends_at if is_talk else asked.closes_at
    if end is None:
        raise Refusal(RefusalCode.NOT_NOW)
    if not 0 < command.seconds <= EXTEND_SECONDS_MOST:
        raise Refusal(RefusalCode.BAD_NUMBER)
    later = ServerMillis(max(end, now) + command.seconds * 1000)
    if is_talk:
        return e.TalkExtended(now, command.command_id, command.card, later)
    return e.RoundExtended(now, command.command_id, command.card, later)


def start_talk(room: Room, command: c.StartTalk, now: ServerMillis) -> e.TalkStarted:
    """The class talks about some axes of the closed round, before it votes on them again."""
    asked = round_of(room, command.card)
    can_be_asked = talk_axes(room, asked)
    axes = tuple(axis for axis in can_be_asked if axis in command.axes) if command.axes else can_be_asked
    if not can_be_asked:
        raise Refusal(RefusalCode.NOT_NOW)
    if len(axes) != len(set(command.axes or can_be_asked)):
        raise Refusal(RefusalCode.BAD_PICK)
    if command.seconds is not None and not TALK_SECONDS_LEAST <= command.seconds <= TALK_SECONDS_MOST:
        raise Refusal(RefusalCode.BAD_NUMBER)
    ends_at = None if command.seconds is None else ServerMillis(now + command.seconds * 1000)
    return e.TalkStarted(now, command.command_id, asked.card, axes, ends_at)


def skip(room: Room, command: c.SkipCard, now: ServerMillis) -> list[e.Event]:
    """The card on the screen is left, and the next comes up."""
    asked = round_of(room, command.card)
    return [
        e.CardSkipped(now, command.command_id, asked.card),
        *show_next(room, room.queue, command.command_id, now),
    ]


def arrange(room: Room, command: c.ArrangeCards, now: ServerMillis) -> e.CardsArranged:
    """The cards to come, in another order, fewer of them, or some that were set aside."""
    done = {asked.card for asked in room.rounds}
    can_come = {card.id for card in room.deck.cards} - done
    if room.deck.trial is not None and room.deck.trial.card.id not in done:
        can_come.add(room.deck.trial.card.id)
    if len(set(command.cards)) != len(command.cards) or not can_come.issuperset(command.cards):
        raise Refusal(RefusalCode.BAD_PICK)
    return e.CardsArranged(now, command.command_id, command.cards)


def show_earlier(room: Room, command: c.ShowEarlier, now: ServerMillis) -> e.EarlierShown:
    """The reveal of an earlier card is on the screen again."""
    asked = next((one for one in room.rounds if one.card == command.card), None)
    if asked is None or asked.scores is None:
        raise Refusal(RefusalCode.WRONG_CARD)
    return e.EarlierShown(now, command.command_id, command.card)


def show_board(room: Room, command: c.ShowBoard, now: ServerMillis) -> list[e.Event]:
    """A board comes or goes. All but the way in tell of the class, and so wait until no vote is open."""
    kind = command.board
    shown = room.board
    if (shown.kind if shown else None) is kind and (shown.axis if shown else None) == command.axis:
        return []
    if kind is not None and kind is not BoardKind.JOIN and room.phase not in AFTER_REVEAL:
        raise Refusal(RefusalCode.NOT_NOW)
    if kind is BoardKind.MATRIX and command.axis not in matrix_axes(room):
        raise Refusal(RefusalCode.BAD_PICK)
    if kind is BoardKind.TEAMS and not room.settings.teams:
        raise Refusal(RefusalCode.NOT_NOW)
    if kind is BoardKind.DEBATE and not _has_debate(room):
        raise Refusal(RefusalCode.NOT_NOW)
    axis = command.axis if kind is BoardKind.MATRIX else None
    return [e.BoardShown(now, command.command_id, kind, axis)]


def _has_debate(room: Room) -> bool:
    asked = room.round_on_screen
    return asked is not None and room.phase is Phase.REVEAL and room.card_of(asked.card).debate is not None


def change_settings(command: c.ChangeSettings, now: ServerMillis) -> e.SettingsChanged:
    """Other choices from now on. Raises Refusal BAD_NUMBER or TOO_LARGE for what lies outside of its bounds."""
    wanted = command.settings
    seconds = (
        (wanted.reading_seconds, 0, READING_SECONDS_MOST),
        (wanted.answer_seconds, ANSWER_SECONDS_LEAST, ANSWER_SECONDS_MOST),
        (wanted.talk_seconds, TALK_SECONDS_LEAST, TALK_SECONDS_MOST),
    )
    if any(value is not None and not least <= value <= most for value, least, most in seconds):
        raise Refusal(RefusalCode.BAD_NUMBER)
    if not 0 <= wanted.talk_from <= wanted.talk_to <= 1:
        raise Refusal(RefusalCode.BAD_NUMBER)
    if len(wanted.blocked_words) > BLOCKED_WORDS_MOST:
        raise Refusal(RefusalCode.TOO_LARGE)
    return e.SettingsChanged(now, command.command_id, wanted)


def undo(room: Room, command: c.UndoStep, now: ServerMillis) -> e.StepUndone:
    """The last step is taken back, unless that would lose an answer."""
    step = undo_step(room)
    if step is None:
        raise Refusal(RefusalCode.NOT_NOW)
    if step.id != command.step:
        raise Refusal(RefusalCode.STALE_STEP)
    return e.StepUndone(now, command.command_id, undone_until(room, now))
