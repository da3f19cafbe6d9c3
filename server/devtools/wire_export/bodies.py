"""The bodies that HTTP answers with, in the order in which the protocol's page tells of them."""

from server.review.replay_types import Replay, ReplayPart
from server.wire.http_bodies import (
    Address,
    DeckOutline,
    KeyLine,
    Leaderboard,
    Leading,
    MadeKey,
    OpenedRoom,
    PinView,
    RoomLine,
    SignedIn,
)

HTTP_BODIES: tuple[type, ...] = (
    PinView,
    DeckOutline,
    RoomLine,
    SignedIn,
    OpenedRoom,
    MadeKey,
    KeyLine,
    Leading,
    Leaderboard,
    Address,
    Replay,
    ReplayPart,
)
