"""The bodies that HTTP answers with, in the order in which the protocol's page tells of them."""

from server.review.replay import Replay
from server.review.report_types import Report
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
    Report,
)
