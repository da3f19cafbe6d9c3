"""The bodies that HTTP answers with, in the order in which the protocol's page tells of them."""

from server.review.homework_report import HomeworkReport
from server.review.replay import Replay
from server.rules.practice import PracticeResult
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
from server.wire.http_bodies_practice import (
    ExamResult,
    ExamSheet,
    HomeworkLine,
    HomeworkView,
    PracticeShelf,
    WorstCards,
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
    PracticeShelf,
    PracticeResult,
    ExamSheet,
    ExamResult,
    HomeworkView,
    HomeworkLine,
    HomeworkReport,
    WorstCards,
)
