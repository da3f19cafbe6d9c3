"""The bodies that HTTP answers with, in the order in which the protocol's page tells of them."""

from server.review.class_session import ClassSession
from server.review.course_view import CourseView
from server.review.ghosts import GhostRace, RacedCard
from server.review.homework_report import HomeworkReport
from server.review.own_session import OwnSession
from server.review.replay_types import Replay, ReplayPart
from server.review.report_types import Report
from server.review.warm_up import WarmUpView
from server.rules.practice import PracticeResult
from server.wire.http_bodies import (
    Address,
    CourseLine,
    DeckOutline,
    KeyLine,
    Leaderboard,
    Leading,
    MadeKey,
    OpenedRoom,
    PinView,
    RoomLine,
    StoreLine,
)
from server.wire.http_bodies_lecturers import (
    InvitationLine,
    LecturerLine,
    MadeInvitation,
    OpenInvitation,
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
    LecturerLine,
    InvitationLine,
    MadeInvitation,
    OpenInvitation,
    StoreLine,
    OpenedRoom,
    MadeKey,
    KeyLine,
    Leading,
    Leaderboard,
    Address,
    Replay,
    ReplayPart,
    CourseLine,
    CourseView,
    WarmUpView,
    ClassSession,
    OwnSession,
    GhostRace,
    RacedCard,
    PracticeShelf,
    PracticeResult,
    ExamSheet,
    ExamResult,
    HomeworkView,
    HomeworkLine,
    HomeworkReport,
    WorstCards,
    Report,
)
