"""Puts one server together: here, and in after_class.py, the parts meet. Nothing here lives at module level."""

import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from flask import Flask
from redis import Redis
from werkzeug.middleware.proxy_fix import ProxyFix

from server.after_class import attach_after_class, events_of, make_course_book, start_forgetting
from server.clock import StoreClock, SystemChance
from server.content.library import SHIPPED_CONTENT, load_library
from server.engine.contract import Engine, WsgiApp
from server.engine.socket_guards import Doorkeeper, Lines, guard_messages, install
from server.engine.wsgi_edge import WsgiEdge
from server.host_token import keep_host_token
from server.review.homework_report import report_homework
from server.rooms.ports import Concurrency, StoreUnavailable
from server.rooms.room_keys import KeyRing
from server.rooms.room_service import RoomService
from server.rules.cards import Deck
from server.rules.ids import CardId, RoomId, ServerMillis
from server.rules.practice import secret_card_of
from server.settings import Settings
from server.store.addresses import without_password
from server.store.connections import as_cluster
from server.store.courses import RedisCourses
from server.store.embedded import EmbeddedStore
from server.store.homework import RedisHomework
from server.store.leaderboards import RedisLeaderboards
from server.store.notices import RedisNotices
from server.store.promises import read_promise
from server.store.register import RedisRegister
from server.store.room_keys import RedisRoomKeys
from server.store.room_log import RedisRoomLog
from server.store.server_time import redis_time
from server.store.suitability import UnsuitableStore, open_given_store
from server.store.tails import open_tail
from server.watch.watched_log import WatchedRoomLog
from server.watch.watched_server import WatchedEmitter, WatchedLines
from server.watching import Watch
from server.wire.http import attach_http
from server.wire.http_law import KEEP_OUT_BARE
from server.wire.http_log import LogRoute
from server.wire.join_address import JoinAddress
from server.wire.key_watch import KeyWatch
from server.wire.origins import Origins
from server.wire.pages import Pages
from server.wire.pin_guard import PinGuard
from server.wire.presence import Presence
from server.wire.publisher import ViewPublisher
from server.wire.room_openings import RoomOpenings
from server.wire.services import Services
from server.wire.sessions import HostKey, Sessions, hang_up_room
from server.wire.socket_server import Emitter, make_socket_server
from server.wire.sockets import Sockets
from server.wire.whereabouts import Whereabouts

COURSE_SITTINGS_KEPT = 200
"""What a course keeps of a sitting is small: a hundred names and points."""
BUILT_PAGES = Path(__file__).resolve().parents[1] / "web" / "dist"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """A server that stands. `notes` are lines for whoever started it; `stop` ends all that it started.

    `began_at` is when it began, by the store's clock: no room of its own is older.
    """

    wsgi_app: WsgiApp
    host_token: str
    join_address: JoinAddress
    notes: tuple[str, ...]
    began_at: ServerMillis
    stop: Callable[[], None]


def create_app(settings: Settings, engine: Engine, port: int) -> House:
    """A server for `port`, its store and background work running; only requests are not yet let in.

    Raises StoreStartError or UnsuitableStore, with a line for whoever started it, StoreUnavailable for a given store
    that does not answer, and OSError for a data folder that cannot be used.
    """
    concurrency = engine.concurrency
    with contextlib.ExitStack() as undo:
        address, notes = open_store(settings, concurrency, undo)
        client, facts = open_given_store(address, settings.is_store_network_trusted)
        undo.callback(client.close)
        notes += facts.warnings
        clock = StoreClock(lambda: redis_time(client))
        clock.measure()
        undo.callback(clock.keep_in_step(concurrency))
        chance = SystemChance()
        host_key = HostKey(settings.host_token or keep_host_token(settings.data_dir, chance.secret))
        origins = Origins(settings.public_url)

        app = Flask(__name__, static_folder=None)
        install()
        engine.quicken(settings.speedups)
        server = make_socket_server(app, engine.async_mode, origins, settings.websocket_only)
        guard_messages(server)
        if settings.proxies:  # who guesses codes is slowed down by address, and that of a proxy is everybody's
            behind = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=0, x_host=0, x_port=0, x_prefix=0)
            app.wsgi_app = behind  # type: ignore[method-assign]

        watch = Watch(settings, engine, lambda: _answers(lambda: redis_time(client)))
        measures = watch.measures
        sessions, lines = Sessions(concurrency), WatchedLines(Lines(server), measures)
        presence = Presence(sessions, clock, concurrency)
        emitter = WatchedEmitter(Emitter(server), measures)
        publisher = ViewPublisher(emitter, sessions, clock, concurrency, lines, presence)
        kept_log = _open_log(settings, client, concurrency)
        register, room_keys = RedisRegister(client), RedisRoomKeys(client)
        room_log = WatchedRoomLog(kept_log, measures, clock, watch.watcher.ask_after_store)
        key_ring = KeyRing(room_keys, clock, chance)
        tail = open_tail(address, client, concurrency)
        courses = RedisCourses(client)
        rooms = RoomService(room_log, tail, register, room_keys, courses, publisher, clock, chance, concurrency)
        tail.set_listener(rooms)
        notices = RedisNotices(client, clock, chance.command_id())
        whereabouts = Whereabouts(notices, presence, partial(_cards_asked, rooms), clock)
        whereabouts.set_listener(partial(_tell_of_lines, rooms, publisher))
        key_watch = KeyWatch(key_ring, sessions, lines, whereabouts.keys_elsewhere)
        hang_up = partial(hang_up_room, sessions, lines)
        forgetting = start_forgetting(
            settings, client, room_log, register, courses, rooms, clock, chance, concurrency, hang_up, undo
        )
        pin_guard = PinGuard()
        Sockets(
            server,
            rooms,
            sessions,
            publisher,
            host_key,
            key_ring,
            clock,
            concurrency,
            lines,
            presence,
            measures,
            whereabouts,
            pin_guard,
        ).attach()
        library = load_library(settings.content_dir or SHIPPED_CONTENT)
        join_address = JoinAddress(settings.public_url, settings.host, port)
        services = Services(
            rooms=rooms,
            openings=RoomOpenings(rooms, courses, concurrency),
            courses=courses,
            course_book=make_course_book(courses, register, room_log, concurrency),
            register=register,
            leaderboards=RedisLeaderboards(client),
            decks=_playable(library.decks),
            exams=library.exams,
            homework=RedisHomework(client),
            homework_report=report_homework,
            offered_names=library.offered_names,
            blocked_words=library.blocked_words,
            trial=library.trial,
            read_events=partial(events_of, room_log),
            host_key=host_key,
            key_ring=key_ring,
            origins=origins,
            join_address=join_address,
            pin_guard=pin_guard,
            is_store_ready=lambda: _answers(lambda: redis_time(client)),
            kept=partial(read_promise, client),
            is_asked_elsewhere=whereabouts.is_asked_elsewhere,
            clock=clock,
            chance=chance,
            concurrency=concurrency,
        )
        attach_http(app, services, Pages(BUILT_PAGES, settings.websocket_only), key_watch)
        LogRoute(room_log.read, host_key).attach(app)
        attach_after_class(app, services, room_log, forgetting)
        tail.start()
        undo.callback(tail.stop)
        rooms.start()
        undo.callback(rooms.stop)
        undo.callback(key_watch.start(concurrency))
        undo.callback(whereabouts.start(concurrency))
        undo.callback(Doorkeeper(server, concurrency).start())
        watch.start(app, server, sessions.by_role, lambda: rooms.held().values(), undo)
        return House(
            WsgiEdge(cast("WsgiApp", app), KEEP_OUT_BARE),
            host_key.token,
            join_address,
            notes,
            clock.now(),
            undo.pop_all().close,
        )


def open_store(settings: Settings, concurrency: Concurrency, undo: contextlib.ExitStack) -> tuple[str, tuple[str, ...]]:
    """The store's address and what to say of it; a private store is started, and stopped with the rest.

    Raises StoreStartError and OSError.
    """
    if settings.kept_store is not None:
        return settings.kept_store, ()
    if settings.redis_url is not None:
        return settings.redis_url, (f"Store: {without_password(settings.redis_url)}",)
    private = EmbeddedStore(settings.data_dir, concurrency)
    address = private.start()
    undo.callback(private.stop)
    private.watch()
    return address, (f"Store: {private.describe()}",)


def _open_log(settings: Settings, client: Redis, concurrency: Concurrency) -> RedisRoomLog:
    if settings.store_replicas and as_cluster(client) is not None:
        raise UnsuitableStore(
            "TREDE_STORE_REPLICAS is not for a cluster: set min-replicas-to-write on its nodes, and leave it out here."
        )
    return RedisRoomLog(client, concurrency, settings.store_replicas)


def _playable(decks: Mapping[str, Deck]) -> Mapping[str, Deck]:
    if not decks:
        log.error("There is no deck that can be played: `trede deck check` says why.")
    return decks


def _cards_asked(rooms: RoomService) -> frozenset[CardId]:
    """What rooms of this process ask now and have not revealed."""
    asked = (secret_card_of(room) for room in rooms.held().values())
    return frozenset(card for card in asked if card is not None)


def _tell_of_lines(rooms: RoomService, publisher: ViewPublisher, room_id: RoomId) -> None:
    """Somebody came or went at another process: the hosts here are to know."""
    room = rooms.held().get(room_id)
    if room is not None:
        publisher.line_changed(room_id, room)


def _answers(ask: Callable[[], object]) -> bool:
    try:
        ask()
    except StoreUnavailable:
        return False
    return True
