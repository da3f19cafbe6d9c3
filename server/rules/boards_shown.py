"""The board that lies over the projected slide, with what stands on it."""

from server.rules.board_types import BoardView
from server.rules.boards import BoardKind
from server.rules.class_review import calibration, matrix, worst_confusions
from server.rules.room import Room
from server.rules.teams import team_views


def board_view(room: Room) -> BoardView | None:
    """What is shown in place of the slide; None when no board was called for."""
    board = room.board
    if board is None:
        return None
    match board.kind:
        case BoardKind.CONFUSIONS:
            return BoardView(board.kind, confusions=worst_confusions(room))
        case BoardKind.MATRIX if board.axis is not None:
            return BoardView(board.kind, matrix=matrix(room, board.axis))
        case BoardKind.CALIBRATION:
            return BoardView(board.kind, calibration=calibration(room))
        case BoardKind.TEAMS:
            return BoardView(board.kind, teams=team_views(room))
        case BoardKind.DEBATE:
            shown = room.round_on_screen
            return BoardView(board.kind, debate=room.card_of(shown.card).debate if shown else None)
        case _:
            return BoardView(board.kind)
