"""A replay read back as a page reads it: changes laid over each other, each part alone."""

from server.review.replay import Playback
from server.review.replay_types import Frame, ReplayPart
from server.rules.view_types import (
    ScreenView,
)


def no_rest() -> None:
    """Nobody else is waiting here."""


def parts_of(playback: Playback) -> list[ReplayPart]:
    """All parts, in order."""
    return [playback.part(number, no_rest) for number in range(len(playback.head.parts))]


def all_frames(playback: Playback) -> list[Frame]:
    """The frames of all parts."""
    return [frame for part in parts_of(playback) for frame in part.frames]


def views_of(part: ReplayPart) -> list[ScreenView]:
    """The screen at each frame of a part: every frame's changes laid over what came before in it."""
    whole: dict[str, object] = {}
    views = []
    for frame in part.frames:
        whole |= frame.change
        views.append(ScreenView(**whole))  # type: ignore[arg-type]
    return views
