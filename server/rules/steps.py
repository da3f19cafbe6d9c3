"""The host's one key: which step comes next, which one a step back would take, and what an undo takes back."""

from server.rules.host_view_types import (
    StepAction,
    StepView,
)
from server.rules.ids import AxisId
from server.rules.phases import Phase
from server.rules.room import Room
from server.rules.undoing import can_undo

RevealPicture = tuple[AxisId, bool]
"""An axis, and whether it is shown who moved on it between two votes, in place of where the class stood."""


def pictures(room: Room) -> tuple[RevealPicture, ...]:
    """What a reveal shows, one after the other: every axis, and after each that was voted on twice who moved."""
    asked = room.round_on_screen
    if asked is None:
        return ()
    twice = asked.revote_axes if asked.vote > 1 else ()
    return tuple((axis, flow) for axis in asked.axes for flow in ((False, True) if axis in twice else (False,)))


def _picture_beside(room: Room, distance: int) -> RevealPicture | None:
    asked = room.round_on_screen
    if asked is None or asked.shown_axis is None:
        return None
    row = pictures(room)
    place = row.index((asked.shown_axis, asked.shows_flow)) + distance
    return row[place] if 0 <= place < len(row) else None


def picture_after(room: Room) -> RevealPicture | None:
    """The picture that follows the one on the screen; None at the last."""
    return _picture_beside(room, 1)


def picture_before(room: Room) -> RevealPicture | None:
    """The picture that came before the one on the screen; None at the first."""
    return _picture_beside(room, -1)


def next_action(room: Room) -> StepAction | None:
    """What the one key does now; None once the room has ended."""
    match room.phase:
        case Phase.LOBBY:
            return StepAction.SHOW_CARD if room.queue else StepAction.SHOW_PODIUM
        case Phase.READING:
            return StepAction.OPEN_ROUND
        case Phase.ANSWERING:
            return StepAction.CLOSE_ROUND
        case Phase.CLOSED:
            return StepAction.REVEAL
        case Phase.TALK:
            return StepAction.OPEN_SECOND_VOTE
        case Phase.REVEAL:
            return _after_picture(room)
        case Phase.LEADERBOARD:
            return StepAction.SHOW_CARD if room.queue else StepAction.SHOW_PODIUM
        case Phase.PODIUM:
            return StepAction.END_ROOM
        case Phase.ENDED:
            return None


def _after_picture(room: Room) -> StepAction:
    following = picture_after(room)
    if following is not None:
        return StepAction.SHOW_FLOW if following[1] else StepAction.SHOW_AXIS
    if shows_leaderboard(room):
        return StepAction.SHOW_LEADERBOARD
    return StepAction.SHOW_CARD if room.queue else StepAction.SHOW_PODIUM


def shows_leaderboard(room: Room) -> bool:
    """Whether the standings come after a reveal: where there are points, the host lets them be seen, and any exist."""
    return room.settings.shows_standings and room.card_number > 0


def _step_id(room: Room, action: StepAction, direction: str) -> str:
    """Names a step by where the room stands, so that a press meant for another moment is recognised."""
    asked = room.round_on_screen
    shown = asked.shown_axis if asked and asked.shown_axis else "-"
    picture = f"{asked.vote}{'-flow' if asked.shows_flow else ''}.{shown}" if asked else shown
    place = room.rounds.index(asked) + 1 if asked else 0
    return f"{direction}.{len(room.rounds)}.{room.phase.value}.{place}.{picture}.{action.value}"


def next_step(room: Room) -> StepView | None:
    """The step that the one key takes, with the id that goes back with the press."""
    action = next_action(room)
    return StepView(_step_id(room, action, "on"), action) if action else None


def back_step(room: Room) -> StepView | None:
    """The step that the left arrow takes: the picture before this one, within a card's reveal."""
    if room.phase is Phase.LEADERBOARD or (room.phase is Phase.REVEAL and picture_before(room)):
        return StepView(_step_id(room, StepAction.SHOW_AXIS, "back"), StepAction.SHOW_AXIS)
    return None


def undo_step(room: Room) -> StepView | None:
    """What an undo takes back, named by the version at which the step was taken: pressed twice it is one."""
    if not can_undo(room) or room.before_step is None:
        return None
    action = next_action(room.before_step)
    return StepView(f"undo.{room.before_step.version}.{room.phase.value}", action) if action else None
