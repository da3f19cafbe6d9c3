"""One thread pings everybody in turn.

engineio has a green thread per connection sleep until its next ping, a new one after every pong. In a hall that came in
together those all wake at one moment. Here the turns of all connections stand in one list, one thread works it off, all
get one and the same packet, and no two turns of a connection lie equally far apart, so that a crowd spreads.

Leans on private names of engineio, which pyproject.toml pins; tests/engine/test_one_pinger.py holds them.
"""

import heapq
import itertools
import logging
from typing import Any

import engineio
import eventlet
from engineio import packet
from engineio.exceptions import SocketIsClosedError

from server.clock import local_millis

SOONER_AT_MOST = 0.2
"""By what share of the interval a turn may come sooner. Later it never comes: clients reckon with the interval."""
LOOK_MILLIS_MOST = 500
GOLDEN = 0.618034
"""Multiples of it, without what stands before the point, lie evenly between 0 and 1, however many there are."""

log = logging.getLogger(__name__)


def install() -> None:
    """Pings in turn from now on, for every engineio server of this process."""
    pinger = Pinger()
    engineio.socket.Socket.schedule_ping = lambda self: pinger.schedule(self)


class Pinger:
    """The turns of all connections of a process."""

    def __init__(self) -> None:
        self._turns: list[tuple[int, int, Any]] = []
        self._count = itertools.count()
        self._ping = packet.Packet(packet.PING)
        self._is_at_work = False

    def schedule(self, socket: Any) -> None:
        """A connection has begun, or has answered its ping; an answer to no ping changes nothing."""
        if socket.last_ping:
            socket.last_ping = None
            self._add(socket)

    def _add(self, socket: Any) -> None:
        number = next(self._count)
        wait = int(socket.server.ping_interval * 1000 * (1 - SOONER_AT_MOST * (number * GOLDEN % 1)))
        heapq.heappush(self._turns, (local_millis() + wait, number, socket))
        if not self._is_at_work:
            self._is_at_work = True
            eventlet.spawn_n(self._work)

    def _work(self) -> None:
        while self._turns:
            wait = self._turns[0][0] - local_millis()
            if wait > 0:  # somebody new may be due sooner
                eventlet.sleep(min(wait, LOOK_MILLIS_MOST) / 1000)
                continue
            _, _, socket = heapq.heappop(self._turns)
            self._ping_one(socket)
        self._is_at_work = False

    def _ping_one(self, socket: Any) -> None:
        if socket.closing or socket.closed:
            return
        socket.last_ping = local_millis() / 1000
        try:
            socket.send(self._ping)
        except SocketIsClosedError:
            log.debug("A connection closed before its ping.")
        except Exception:
            log.exception("A connection could not be pinged.")
