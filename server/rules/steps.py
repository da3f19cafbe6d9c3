"""The host's one key: which step comes next, and which one a step back would take."""

from server.rules.ids import AxisId
from server.rules.phases import Phase
from server.rules.room import Room
from server.rules.view_types import StepAction, StepView


def axis_after(room: Room) -> AxisId | None:
    """The axis whose picture follows the one on the screen; None at the last."""
    asked = room.round
    if asked is None or asked.shown_axis is None:
        return None
    place = asked.axes.index(asked.shown_axis) + 1
    return asked.axes[place] if place < len(asked.axes) else None


def axis_before(room: Room) -> AxisId | None:
    """The axis whose picture came before the one on the screen; None at the first."""
    asked = room.round
    if asked is None or asked.shown_axis is None:
        return None
    place = asked.axes.index(asked.shown_axis)
    return asked.axes[place - 1] if place else None


def next_action(room: Room) -> StepAction | None:
    """What the one key does now; None once the room has ended."""
    match room.phase:
        case Phase.LOBBY:
            return StepAction.SHOW_CARD
        case Phase.READING:
            return StepAction.OPEN_ROUND
        case Phase.ANSWERING:
            return StepAction.CLOSE_ROUND
        case Phase.CLOSED:
            return StepAction.REVEAL
        case Phase.REVEAL:
            return StepAction.SHOW_AXIS if axis_after(room) else StepAction.SHOW_LEADERBOARD
        case Phase.LEADERBOARD:
            is_last = len(room.rounds) == len(room.deck.cards)
            return StepAction.SHOW_PODIUM if is_last else StepAction.SHOW_CARD
        case Phase.PODIUM:
            return StepAction.END_ROOM
        case Phase.ENDED:
            return None


def _step_id(room: Room, action: StepAction, direction: str) -> str:
    """Names a step by where the room stands, so that a press meant for another moment is recognised."""
    asked = room.round
    shown = asked.shown_axis if asked and asked.shown_axis else "-"
    return f"{direction}.{len(room.rounds)}.{room.phase.value}.{shown}.{action.value}"


def next_step(room: Room) -> StepView | None:
    """The step that the one key takes, with the id that goes back with the press."""
    action = next_action(room)
    return StepView(_step_id(room, action, "on"), action) if action else None


def back_step(room: Room) -> StepView | None:
    """The step that the left arrow takes: the picture before this one, within a card's reveal."""
    if room.phase is Phase.LEADERBOARD or (room.phase is Phase.REVEAL and axis_before(room)):
        return StepView(_step_id(room, StepAction.SHOW_AXIS, "back"), StepAction.SHOW_AXIS)
    return None
