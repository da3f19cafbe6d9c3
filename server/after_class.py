"""The second half of app.py: where the parts meet that the evening and the weeks after are made of.

What class, students and lecturer find afterwards is worked out by review from a log, once for all who ask; and what is
too old, or is not wanted any more, goes. What works it out is loaded late: a class that comes back needs none of it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from flask import Flask

from server.ground import Ground
from server.live import Live
from server.loaded_later import LoadedLater
from server.rooms.forgetting import Forgetting
from server.rooms.gone_rooms import GoneRooms
from server.rooms.ports import Concurrency, Register, RoomLog
from server.rooms.ports_after_class import Courses, Homework, HomeworkAnswer
from server.rooms.retention import Retention, Terms
from server.rooms.rewriting import LogRewriter
from server.rooms.skimmed_log import SkimmedLog
from server.rules.cards import Deck
from server.rules.events import Event
from server.rules.ids import RoomId, Version
from server.rules.refusals import Refusal, RefusalCode
from server.store.file_cleaning import FileCleaning
from server.store.rewriting import RedisRewriting
from server.store.shelves import RedisShelves
from server.wire.beside_sitting import BesideSitting
from server.wire.course_book import CourseBook
from server.wire.http_courses import CourseRoutes
from server.wire.http_export import ExportRoutes
from server.wire.http_mine import MineRoutes, MineSource
from server.wire.http_privacy import PrivacyRoutes
from server.wire.http_replay import ReplayRoutes
from server.wire.http_report import ReportRoutes
from server.wire.packed import Packed
from server.wire.replay_shelf import ReplayShelf
from server.wire.services import Services
from server.wire.sitting_shelf import SittingShelf
from server.wire.writing_desk import Rest, WritingDesk

_EVENING = LoadedLater("server.evening", before=("server.review",))
if TYPE_CHECKING:
    from server import evening
    from server.review import replay
else:
    evening = _EVENING
    replay = LoadedLater("server.review.replay")  # whoever opens its link first waits for no spreadsheets

COURSE_SITTINGS_KEPT = 200
"""What a course keeps of a sitting is small: a hundred names and points."""


def load_in_peace(concurrency: Concurrency) -> Callable[[], None]:
    """Loads what works it out, once a class had time to come back; returns what stops that."""
    return _EVENING.load_in_peace(concurrency)


def report_homework(homework: Homework, deck: Deck | None, answers: Sequence[HomeworkAnswer]) -> object:
    """What came back of a homework, for the lecturer."""
    return evening.report_homework(homework, deck, answers)


def events_of(room_log: RoomLog, room_id: RoomId) -> list[Event]:
    """A room's whole log. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
    events = [event for chunk in room_log.read(room_id, Version(0)) for event in chunk]
    if not events:
        raise Refusal(RefusalCode.ROOM_NOT_FOUND)
    return events


def skim_of(room_log: RoomLog, room_id: RoomId) -> SkimmedLog:
    """A room's whole log, its answers not read yet. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
    log = room_log.skim(room_id)
    if not len(log):
        raise Refusal(RefusalCode.ROOM_NOT_FOUND)
    return log


def make_course_book(
    courses: Courses, register: Register, room_log: RoomLog, concurrency: Concurrency
) -> "CourseBook[evening.CourseSitting]":
    """The courses as their pages show them."""
    read = partial(events_of, room_log)
    shelf = SittingShelf(
        room_log.newest_version,
        read,
        lambda room_id, events: evening.read_course_sitting(room_id, events, partial(concurrency.sleep, 0)),
        concurrency,
        COURSE_SITTINGS_KEPT,
    )
    return CourseBook(courses, register, shelf, lambda *about: evening.view_course(*about))


def attach_after_class(app: Flask, services: Services, room_log: RoomLog, forgetting: Forgetting) -> None:
    """Puts the addresses of afterwards on an app, each with what review makes for it."""
    staff, read, concurrency = services.staff, services.read_events, services.concurrency
    newest = room_log.newest_version
    desk = WritingDesk(concurrency)
    sittings = SittingShelf(newest, read, lambda room, log: evening.read_sitting(room, log, desk.rest), concurrency)
    skim = partial(skim_of, room_log)
    replays = ReplayShelf(newest, skim, lambda *log: replay.make_replay(*log), concurrency, services.clock)
    ReplayRoutes(replays, staff).attach(app)
    ReportRoutes(lambda room, names, rest: evening.make_report(sittings.get(room), names, rest), staff, desk).attach(
        app
    )
    MineRoutes(services, _mine(sittings, concurrency, desk.rest)).attach(app)
    CourseRoutes(services, lambda room_id: _warm_up(services, sittings.get(room_id))).attach(app)
    ExportRoutes(lambda *asked: evening.take_home(read, *asked), staff, desk).attach(app)
    PrivacyRoutes(services, forgetting).attach(app)


def _warm_up(services: Services, sitting: "evening.Sitting") -> "evening.WarmUp":
    course = sitting.room.course
    known = services.course_book.cards(course) if course is not None else frozenset()
    return evening.warm_up_of(sitting, services.decks, known)


def _mine(sittings: "SittingShelf[evening.Sitting]", concurrency: Concurrency, rest: Rest) -> MineSource:
    """What every student finds afterwards: worked out once for a class, and only the own part for each."""
    cards = BesideSitting(
        sittings.get, lambda held: Packed.of(evening.make_class_session(held, rest), rest), concurrency
    )
    ghosts = BesideSitting(sittings.get, lambda sitting: evening.raise_ghosts(sitting, rest), concurrency)
    races = BesideSitting(ghosts.get, lambda raised: Packed.of(raised.race, rest), concurrency)
    return MineSource(
        cards_of=cards.get,
        own_session_of=lambda room, player: evening.make_own_session(sittings.get(room), player),
        race_of=races.get,
        place_after=lambda room, number, answers: ghosts.get(room).after(number, answers),
    )


def start_forgetting(ground: Ground, live: Live) -> Forgetting:
    """What forgets when it is asked to; beside it, running, what writes logs and the file anew and what sweeps."""
    settings, client, undo = ground.settings, ground.client, ground.undo
    clock, chance, concurrency = ground.clock, ground.chance, ground.concurrency
    room_log, register, courses, rooms = live.room_log, live.register, live.courses, live.rooms
    cleaning = FileCleaning(client, concurrency)
    # A given Redis is somebody else's: when its file is written anew is for them to say.
    clean_file: Callable[[], None] = cleaning.ask if settings.redis_url is None else _leave_alone
    rewriter = LogRewriter(room_log, RedisRewriting(client, concurrency), chance, concurrency, clean_file)
    rooms.set_forgotten_listener(rewriter.want)
    shelves = RedisShelves(client)
    leaving = partial(_leave_course, register, courses)
    forgetting = Forgetting(rooms, register, shelves, chance, concurrency, live.hang_up, clean_file, leaving)
    terms = Terms(settings.names_days, settings.sessions_days)
    retention = Retention(terms, shelves, register, forgetting, rewriter, clock)
    for worker in (cleaning, rewriter):
        worker.start()
        undo.callback(worker.stop)
    undo.callback(GoneRooms(rooms, room_log, forgetting.let_go).start(concurrency))
    undo.callback(retention.start(concurrency, chance.share(), clean_file))
    return forgetting


def _leave_course(register: Register, courses: Courses, room_id: RoomId) -> None:
    """What a room gave to its season goes with it; where its line is gone too, when the course is next looked at."""
    line = register.line(room_id)
    if line is not None and line.course is not None:
        courses.drop_room(line.course, room_id)


def _leave_alone() -> None:
    """Nothing to do."""
