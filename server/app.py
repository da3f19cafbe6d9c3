"""Puts one server together: the ground it stands on, the class hour, the addresses, and what comes after class.

Nothing here lives at module level.
"""

import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from server.accounts.invitations import Invitations
from server.after_class import (
    attach_after_class,
    events_of,
    load_in_peace,
    make_course_book,
    report_homework,
    start_forgetting,
)
from server.content.stock import SHIPPED_CONTENT, load_stock
from server.engine.contract import Engine, WsgiApp
from server.engine.wsgi_edge import WsgiEdge
from server.ground import Ground, stand
from server.live import Live, make_live
from server.rules.cards import Deck
from server.rules.ids import ServerMillis
from server.settings import Settings
from server.store.homework import RedisHomework
from server.store.leaderboards import RedisLeaderboards
from server.store.promises import read_promise
from server.wire.http import attach_http
from server.wire.http_law import KEEP_OUT_BARE
from server.wire.http_log import LogRoute
from server.wire.join_address import JoinAddress
from server.wire.pages import Pages
from server.wire.room_openings import RoomOpenings
from server.wire.services import Services

BUILT_PAGES = Path(__file__).resolve().parents[1] / "web" / "dist"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """A server that stands. `notes` are lines for whoever started it; `stop` ends all that it started.

    `invitations` are those of lecturers. `began_at`: when it began, by the store's clock; no room of its own is older.
    """

    wsgi_app: WsgiApp
    host_token: str
    join_address: JoinAddress
    invitations: Invitations
    notes: tuple[str, ...]
    began_at: ServerMillis
    stop: Callable[[], None]


def create_app(settings: Settings, engine: Engine, port: int) -> House:
    """A server for `port`, its store and background work running; only requests are not yet let in.

    Raises StoreStartError or UnsuitableStore, with a line for whoever started it, StoreUnavailable for a given store
    that does not answer, and OSError for a data folder that cannot be used.
    """
    with contextlib.ExitStack() as undo:
        ground = stand(settings, engine, undo)
        live = make_live(ground)
        forgetting = start_forgetting(ground, live)
        services = _services(ground, live, JoinAddress(settings.public_url, settings.host, port))
        attach_http(live.app, services, Pages(BUILT_PAGES, settings.websocket_only), live.key_watch)
        LogRoute(live.room_log.read, ground.staff).attach(live.app)
        attach_after_class(live.app, services, live.room_log, forgetting)
        live.start()
        undo.callback(load_in_peace(ground.concurrency))
        return House(
            WsgiEdge(cast("WsgiApp", live.app), KEEP_OUT_BARE),
            ground.staff.host_key.token,
            services.join_address,
            ground.accounts.invitations,
            ground.notes,
            ground.clock.now(),
            undo.pop_all().close,
        )


def _services(ground: Ground, live: Live, join_address: JoinAddress) -> Services:
    """What the addresses ask."""
    stock = load_stock(ground.settings.content_dir or SHIPPED_CONTENT)
    concurrency = ground.concurrency
    return Services(
        rooms=live.rooms,
        openings=RoomOpenings(live.rooms, live.courses, concurrency),
        courses=live.courses,
        course_book=make_course_book(live.courses, live.register, live.room_log, concurrency),
        register=live.register,
        leaderboards=RedisLeaderboards(ground.client),
        decks=_playable(stock.decks),
        exams=stock.exams,
        homework=RedisHomework(ground.client),
        homework_report=report_homework,
        offered_names=stock.offered_names,
        blocked_words=stock.blocked_words,
        trial=stock.trial,
        read_events=partial(events_of, live.room_log),
        staff=ground.staff,
        accounts=ground.accounts,
        key_ring=live.key_ring,
        origins=live.origins,
        join_address=join_address,
        pin_guard=live.pin_guard,
        is_store_ready=ground.is_store_ready,
        kept=partial(read_promise, ground.client),
        is_asked_elsewhere=live.whereabouts.is_asked_elsewhere,
        clock=ground.clock,
        chance=ground.chance,
        concurrency=concurrency,
    )


def _playable(decks: Mapping[str, Deck]) -> Mapping[str, Deck]:
    if not decks:
        log.error("There is no deck that can be played: `trede deck check` says why.")
    return decks
