"""What a phone is asked at a moment: one vote on one card, with the time that this person has for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A vote that takes answers now. `opened_at` tells it from the same vote opened again after an undo.

    `seconds` are what is left of it; None without an end.
    """

    card: str
    vote: int
    opened_at: int
    axes: Sequence[Mapping[str, Any]]
    asks_confidence: bool
    seconds: float | None

    @property
    def key(self) -> tuple[str, int, int]:
        """Which vote it is."""
        return self.card, self.vote, self.opened_at


def asked_of(room: View | None, seat: View | None) -> Asked | None:
    """What these views (a RoomView and a SeatView) ask of the phone; None: nothing now.

    Who has time of his own may go on after the round has closed for the others.
    """
    if room is None or seat is None or seat["is_removed"] or room["round"] is None:
        return None
    asked, own = room["round"], seat.get("own_time")
    seconds = _left(asked if own is None else own, room["server_now"])
    goes_on = room["phase"] == "closed" and own is not None and (seconds is None or seconds > 0)
    if room["phase"] != "answering" and not goes_on:
        return None
    axes = [axis for axis in asked["axes"] if axis["id"] in asked["open_axes"]]
    return Asked(asked["card"], asked["vote"], asked["opens_at"], axes, asked["asks_confidence"], seconds)


def _left(time: View, now: int) -> float | None:
    """The seconds that are left; all of them where the view is from before the vote opened."""
    closes_at: int | None = time["closes_at"]
    limit: int | None = time["limit_millis"]
    if closes_at is not None:
        return (closes_at - now) / 1000
    return None if limit is None else limit / 1000
