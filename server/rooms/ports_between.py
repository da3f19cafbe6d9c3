"""What processes tell each other that stands in no log: who is here, which cards are asked. It goes by itself.

Each process has one notice of its own on a board, and looks only at the boards that it needs: those of rooms that it
leads a host in, and that of a card which somebody wants to practise.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from server.rules.ids import CardId, RoomId


class BoardOf(StrEnum):
    """What a board is for."""

    ROOM = "room"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Board:
    """Where processes put up notices about one room, or one card."""

    kind: BoardOf
    id: str


def board_of_room(room: RoomId) -> Board:
    """Who is connected to a room."""
    return Board(BoardOf.ROOM, room)


def board_of_card(card: CardId) -> Board:
    """Who asks a card that is not revealed."""
    return Board(BoardOf.CARD, card)


class Notices(Protocol):
    """The boards. Every method raises StoreUnavailable, the writing ones StoreFull; each is one round trip."""

    def put(self, changed: Mapping[Board, str | None], renewed: Collection[Board]) -> None:
        """Puts this process's notices up, or takes down those that are None; tells that others still hold.

        A notice that is not renewed for half a minute counts no more: its process has died.
        """
        ...

    def of_others(self, boards: Collection[Board]) -> Mapping[Board, Sequence[str]]:
        """What the other processes say on each of these."""
        ...
