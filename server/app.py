"""Puts one server together: the only place where the parts meet. Nothing here lives at module level."""

import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from flask import Flask
from redis import Redis

from server.clock import StoreClock, SystemChance
from server.content.library import SHIPPED_CONTENT, load_library
from server.engine.contract import Engine, WsgiApp
from server.engine.socket_guards import Doorkeeper, Lines, guard_messages, install
from server.engine.wsgi_edge import WsgiEdge
from server.host_token import keep_host_token
from server.review.replay import Replay, make_replay
from server.review.sitting import Sitting, read_sitting
from server.rooms.forgetting import Forgetting
from server.rooms.gone_rooms import GoneRooms
from server.rooms.ports import Concurrency, RoomLog, StoreUnavailable
from server.rooms.retention import Retention, Terms
from server.rooms.rewriting import LogRewriter
from server.rooms.room_keys import KeyRing
from server.rooms.room_service import RoomService
from server.rules.cards import Deck
from server.rules.events import Event
from server.rules.ids import RoomId, ServerMillis, Version
from server.rules.refusals import Refusal, RefusalCode
from server.settings import Settings
from server.store.connections import open_client, without_password
from server.store.embedded import EmbeddedStore
from server.store.file_cleaning import FileCleaning
from server.store.leaderboards import RedisLeaderboards
from server.store.register import RedisRegister
from server.store.rewriting import RedisRewriting
from server.store.room_keys import RedisRoomKeys
from server.store.room_log import RedisRoomLog
from server.store.server_time import redis_time
from server.store.shelves import RedisShelves
from server.store.suitability import examine_store
from server.store.tail import RedisTail
from server.taking_home import take_home
from server.wire.http import attach_http
from server.wire.http_export import ExportRoutes
from server.wire.http_log import LogRoute
from server.wire.http_privacy import PrivacyRoutes
from server.wire.join_address import JoinAddress
from server.wire.key_watch import KeyWatch
from server.wire.origins import Origins
from server.wire.pages import Pages
from server.wire.presence import Presence
from server.wire.publisher import ViewPublisher
from server.wire.services import Services
from server.wire.sessions import HostKey, Sessions, hang_up_room
from server.wire.sitting_shelf import SittingShelf
from server.wire.socket_server import make_socket_server
from server.wire.sockets import Sockets

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
        address, notes = _open_store(settings, concurrency, undo)
        client = open_client(address)
        undo.callback(client.close)
        notes += examine_store(client).warnings
        clock = StoreClock(lambda: redis_time(client))
        clock.measure()
        undo.callback(clock.keep_in_step(concurrency))
        chance = SystemChance()
        host_key = HostKey(settings.host_token or keep_host_token(settings.data_dir, chance.secret))
        origins = Origins(settings.public_url)

        app = Flask(__name__, static_folder=None)
        install()
        server = make_socket_server(app, engine.async_mode, origins)
        guard_messages(server)

        sessions, lines = Sessions(concurrency), Lines(server)
        presence = Presence(sessions, clock, concurrency)
        publisher = ViewPublisher(server, sessions, clock, concurrency, lines, presence)
        room_log, register, room_keys = RedisRoomLog(client, concurrency), RedisRegister(client), RedisRoomKeys(client)
        key_ring = KeyRing(room_keys, clock, chance)
        key_watch = KeyWatch(key_ring, sessions, lines)
        tail = RedisTail(address, client, concurrency)
        rooms = RoomService(room_log, tail, register, room_keys, publisher, clock, chance, concurrency)
        tail.set_listener(rooms)
        hang_up = partial(hang_up_room, sessions, lines)
        forgetting = _forgetting(settings, client, room_log, register, rooms, clock, chance, concurrency, hang_up, undo)
        Sockets(server, rooms, sessions, publisher, host_key, key_ring, clock, concurrency, lines, presence).attach()
        library = load_library(settings.content_dir or SHIPPED_CONTENT)
        join_address = JoinAddress(settings.public_url, settings.host, port)
        services = Services(
            rooms=rooms,
            register=register,
            leaderboards=RedisLeaderboards(client),
            decks=_playable(library.decks),
            offered_names=library.offered_names,
            blocked_words=library.blocked_words,
            trial=library.trial,
            replay_of=lambda room_id, with_names: _replay(room_log, room_id, with_names),
            read_events=lambda room_id: _events(room_log, room_id),
            host_key=host_key,
            key_ring=key_ring,
            origins=origins,
            join_address=join_address,
            is_store_ready=lambda: _answers(lambda: redis_time(client)),
            clock=clock,
            chance=chance,
            concurrency=concurrency,
        )
        attach_http(app, services, Pages(BUILT_PAGES), key_watch)
        LogRoute(room_log.read, host_key).attach(app)
        PrivacyRoutes(services, forgetting).attach(app)
        ExportRoutes(partial(take_home, services.read_events), host_key).attach(app)
        _attach_after_class(
            app, services, SittingShelf(room_log.newest_version, services.read_events, read_sitting, concurrency)
        )
        tail.start()
        undo.callback(tail.stop)
        rooms.start()
        undo.callback(rooms.stop)
        undo.callback(key_watch.start(concurrency))
        undo.callback(Doorkeeper(server, concurrency).start())
        return House(
            WsgiEdge(cast("WsgiApp", app)), host_key.token, join_address, notes, clock.now(), undo.pop_all().close
        )


def _forgetting(
    settings: Settings,
    client: Redis,
    room_log: RedisRoomLog,
    register: RedisRegister,
    rooms: RoomService,
    clock: StoreClock,
    chance: SystemChance,
    concurrency: Concurrency,
    hang_up: Callable[[RoomId], None],
    undo: contextlib.ExitStack,
) -> Forgetting:
    """What forgets when it is asked to; beside it, running, what writes logs and the file anew and what sweeps."""
    cleaning = FileCleaning(client, concurrency)
    # A given Redis is somebody else's: when its file is written anew is for them to say.
    clean_file: Callable[[], None] = cleaning.ask if settings.redis_url is None else _leave_alone
    rewriter = LogRewriter(room_log, RedisRewriting(client, concurrency), chance, concurrency, clean_file)
    rooms.set_forgotten_listener(rewriter.want)
    shelves = RedisShelves(client)
    forgetting = Forgetting(rooms, register, shelves, chance, concurrency, hang_up, clean_file)
    terms = Terms(settings.names_days, settings.sessions_days)
    retention = Retention(terms, shelves, register, forgetting, rewriter, clock)
    for worker in (cleaning, rewriter):
        worker.start()
        undo.callback(worker.stop)
    undo.callback(GoneRooms(rooms, room_log, forgetting.let_go).start(concurrency))
    undo.callback(retention.start(concurrency, chance.share(), clean_file))
    return forgetting


def _leave_alone() -> None:
    """Nothing to do."""


def _attach_after_class(app: Flask, services: Services, sittings: SittingShelf[Sitting]) -> None:
    """Puts the addresses of the evening and the week after on an app, each with what review makes for it."""


def _open_store(
    settings: Settings, concurrency: Concurrency, undo: contextlib.ExitStack
) -> tuple[str, tuple[str, ...]]:
    """The store's address and what to say of it; a private store is started, and stopped with the rest."""
    if settings.redis_url is not None:
        return settings.redis_url, (f"Store: {without_password(settings.redis_url)}",)
    private = EmbeddedStore(settings.data_dir, concurrency)
    address = private.start()
    undo.callback(private.stop)
    private.watch()
    return address, (f"Store: {private.describe()}",)


def _playable(decks: Mapping[str, Deck]) -> Mapping[str, Deck]:
    if not decks:
        log.error("There is no deck that can be played: `trede deck check` says why.")
    return decks


def _replay(room_log: RoomLog, room_id: RoomId, with_names: bool) -> tuple[Replay, bool]:
    """The replay, and whether it is final. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
    replay = make_replay(room_id, _events(room_log, room_id), with_names)
    return replay, not replay.is_live


def _events(room_log: RoomLog, room_id: RoomId) -> list[Event]:
    """A room's whole log. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
    events = [event for chunk in room_log.read(room_id, Version(0)) for event in chunk]
    if not events:
        raise Refusal(RefusalCode.ROOM_NOT_FOUND)
    return events


def _answers(ask: Callable[[], object]) -> bool:
    try:
        ask()
    except StoreUnavailable:
        return False
    return True
