"""The class hour put together: rooms, the sockets of those who are in them, and what both know of other processes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import socketio
from flask import Flask
from redis import Redis

from server.engine.socket_guards import Doorkeeper, Lines, guard_messages, install
from server.ground import Ground
from server.rooms.ports import Concurrency, RoomLog
from server.rooms.room_keys import KeyRing
from server.rooms.room_service import RoomService
from server.rules.ids import CardId, RoomId
from server.rules.practice import secret_card_of
from server.settings import Settings
from server.store.connections import as_cluster
from server.store.courses import RedisCourses
from server.store.notices import RedisNotices
from server.store.register import RedisRegister
from server.store.room_keys import RedisRoomKeys
from server.store.room_log import RedisRoomLog
from server.store.suitability import UnsuitableStore
from server.store.tails import open_tail
from server.watch.watched_log import WatchedRoomLog
from server.watch.watched_server import WatchedEmitter, WatchedLines
from server.watching import Watch
from server.wire.key_watch import KeyWatch
from server.wire.lecturer_watch import LecturerWatch
from server.wire.origins import Origins
from server.wire.pin_guard import PinGuard
from server.wire.presence import Presence
from server.wire.publisher import ViewPublisher
from server.wire.senders import SenderEdge
from server.wire.sessions import Sessions, hang_up_room
from server.wire.socket_server import Emitter, make_socket_server
from server.wire.sockets import Sockets
from server.wire.whereabouts import Whereabouts


@dataclass(frozen=True, slots=True)
class Live:
    """What the addresses and the time after class need of it. `start` begins to hear, to watch and to close rounds."""

    app: Flask
    origins: Origins
    rooms: RoomService
    room_log: RoomLog
    register: RedisRegister
    courses: RedisCourses
    key_ring: KeyRing
    key_watch: KeyWatch
    pin_guard: PinGuard
    whereabouts: Whereabouts
    hang_up: Callable[[RoomId], None]
    start: Callable[[], None]


def make_live(ground: Ground) -> Live:
    """Puts it together; only `start` sets it going. Raises UnsuitableStore."""
    settings, client, clock, chance = ground.settings, ground.client, ground.clock, ground.chance
    concurrency = ground.concurrency
    origins = Origins(settings.public_url)
    app, server = _make_server(ground, origins)
    watch = Watch(settings, ground.engine, ground.is_store_ready)
    measures = watch.measures
    sessions, lines = Sessions(concurrency), WatchedLines(Lines(server), measures)
    presence = Presence(sessions, clock, concurrency)
    emitter = WatchedEmitter(Emitter(server), measures)
    publisher = ViewPublisher(emitter, sessions, clock, concurrency, lines, presence)
    register, room_keys, courses = RedisRegister(client), RedisRoomKeys(client), RedisCourses(client)
    kept_log = _open_log(settings, client, concurrency)
    room_log = WatchedRoomLog(kept_log, measures, clock, watch.watcher.ask_after_store)
    tail = open_tail(ground.address, client, concurrency)
    rooms = RoomService(room_log, tail, register, room_keys, courses, publisher, clock, chance, concurrency)
    tail.set_listener(rooms)
    notices = RedisNotices(client, clock, chance.command_id())
    whereabouts = Whereabouts(notices, presence, partial(_cards_asked, rooms), clock)
    whereabouts.set_listener(partial(_tell_of_lines, rooms, publisher))
    key_ring, pin_guard = KeyRing(room_keys, clock, chance), PinGuard(settings.processes)
    lecturer_watch = LecturerWatch(ground.staff.stands, sessions, lines)
    key_watch = KeyWatch(key_ring, sessions, lines, whereabouts.keys_elsewhere)
    sockets = Sockets(
        server, rooms, sessions, publisher, ground.staff, key_ring, clock, concurrency, lines, presence,
        measures, whereabouts, pin_guard,
    )  # fmt: skip
    sockets.attach()
    guard_messages(server, sockets.hear)

    def start() -> None:
        undo = ground.undo
        tail.start()
        undo.callback(tail.stop)
        rooms.start()
        undo.callback(rooms.stop)
        for begins in (key_watch.start, lecturer_watch.start, whereabouts.start):
            undo.callback(begins(concurrency))
        undo.callback(Doorkeeper(server, concurrency).start())
        watch.start(app, server, sessions.by_role, lambda: rooms.held().values(), undo)

    hang_up = partial(hang_up_room, sessions, lines)
    return Live(
        app, origins, rooms, room_log, register, courses, key_ring, key_watch, pin_guard, whereabouts, hang_up, start
    )


def _make_server(ground: Ground, origins: Origins) -> tuple[Flask, socketio.Server]:
    settings, engine = ground.settings, ground.engine
    app = Flask(__name__, static_folder=None)
    install()
    engine.quicken(settings.speedups)
    server = make_socket_server(app, engine.async_mode, origins, settings.websocket_only)
    app.wsgi_app = SenderEdge(app.wsgi_app, settings.proxies)  # type: ignore[method-assign]
    return app, server


def _open_log(settings: Settings, client: Redis, concurrency: Concurrency) -> RedisRoomLog:
    if settings.store_replicas and as_cluster(client) is not None:
        raise UnsuitableStore(
            "TREDE_STORE_REPLICAS is not for a cluster: set min-replicas-to-write on its nodes, and leave it out here."
        )
    return RedisRoomLog(client, concurrency, settings.store_replicas)


def _cards_asked(rooms: RoomService) -> frozenset[CardId]:
    """What rooms of this process ask now and have not revealed."""
    asked = (secret_card_of(room) for room in rooms.held().values())
    return frozenset(card for card in asked if card is not None)


def _tell_of_lines(rooms: RoomService, publisher: ViewPublisher, room_id: RoomId) -> None:
    """Somebody came or went at another process: the hosts here are to know."""
    room = rooms.held().get(room_id)
    if room is not None:
        publisher.line_changed(room_id, room)
