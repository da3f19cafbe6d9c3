"""Puts the watch together: what app.py hands out to be called, and what looks by itself."""

import logging
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from importlib.metadata import version

from flask import Flask, Response

from server.clock import local_millis, stopwatch
from server.engine.contract import Engine
from server.engine.listener import AddressTaken, listen
from server.rules.room import Room
from server.settings import Settings
from server.watch.log_lines import tell
from server.watch.measures import Measures, NoMeasures
from server.watch.page import MetricsPage
from server.watch.watched_server import count_messages
from server.watch.watcher import Watcher

LOOPBACK = "127.0.0.1"
PORTS_TRIED = 64
"""Each process of this machine takes the first free port of so many."""


class Watch:
    """`measures` is for those who are called, `watcher` looks by itself from start() on."""

    def __init__(self, settings: Settings, engine: Engine, is_store_up: Callable[[], bool]) -> None:
        kind = Measures if settings.counts else NoMeasures
        about = {"release": version("trede"), "engine": engine.async_mode, "python": sys.version.split()[0]}
        self.measures = kind(stopwatch, str(os.getpid()), local_millis() / 1000, about)
        self.watcher = Watcher(self.measures, engine.concurrency, is_store_up)
        self._settings = settings
        self._engine = engine
        self._about: dict[str, str] = about

    def start(
        self,
        app: Flask,
        server: object,
        count_connections: Callable[[], Mapping[str, float]],
        held: Callable[[], Iterable[Room]],
        undo: ExitStack,
    ) -> None:
        """Counts from now on, opens the page, and says that a server stands. Raises AddressTaken."""
        measures = self.measures
        measures.read_too("trede_connections", "Open connections.", count_connections, "role")
        measures.read_too("trede_rooms", "Rooms in memory, by phase.", lambda: _by_phase(held()), "phase")
        measures.read_too(
            "trede_players", "Seats in rooms in memory.", lambda: {"": sum(len(room.seats) for room in held())}
        )
        if self._settings.counts:
            count_messages(server, measures)
            app.after_request(self._count_http)
            page = MetricsPage(measures.page, self._settings.metrics_token)
            page.attach(app)
            if self._settings.metrics_port is not None:
                self._open_port(page, self._settings.metrics_port, undo)
            undo.callback(self.watcher.start())
        tell("server stands", logging.INFO, **self._about)
        undo.callback(tell, "server stops")

    def _count_http(self, response: Response) -> Response:
        self.measures.http.add(str(response.status_code))
        return response

    def _open_port(self, page: MetricsPage, first: int, undo: ExitStack) -> None:
        for port in range(first, first + PORTS_TRIED) if first else (0,):
            try:
                listener = listen(LOOPBACK, port)
            except AddressTaken:
                continue
            undo.callback(listener.close)
            self._engine.serve(listener, page)
            tell("figures are read at", address=f"{LOOPBACK}:{listener.getsockname()[1]}")
            return
        raise AddressTaken(f"{LOOPBACK}:{first}")


def _by_phase(rooms: Iterable[Room]) -> Mapping[str, float]:
    counts: dict[str, float] = {}
    for room in rooms:
        counts[room.phase.value] = counts.get(room.phase.value, 0) + 1
    return counts
