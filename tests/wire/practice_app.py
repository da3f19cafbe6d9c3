"""Practice and homework on an app of their own: the shipped content, a book in memory, a clock by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

from flask import Flask
from werkzeug.test import TestResponse

from server.content.library import load_library
from server.review.homework_report import report_homework
from server.rules.ids import RoomId, ServerMillis
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room
from server.wire import http_law
from server.wire.http_homework import HomeworkRoutes
from server.wire.http_practice import PracticeRoutes
from server.wire.join_address import JoinAddress
from server.wire.origins import Origins
from server.wire.services import Services
from server.wire.staff import HOST_COOKIE
from tests.support.house import accounts_in_memory, staff_of
from tests.support.memory_store import MemoryHomework, MemoryStore
from tests.support.rooms_bench import NextInLine

TOKEN = "the-host"
NOW = ServerMillis(1_796_000_000_000)
LIBRARY = load_library()


@dataclass
class HandClock:
    """A clock that a test turns."""

    millis: int = NOW

    def now(self) -> ServerMillis:
        """What it stands at."""
        return ServerMillis(self.millis)


@dataclass
class PracticeApp:
    """Asks the addresses as phones and a lecturer do."""

    clock: HandClock = field(default_factory=HandClock)
    store: MemoryStore = field(default_factory=MemoryStore)
    devices_most: int = 2_000
    rooms: list[Room] = field(default_factory=list)
    """The rooms that are being played."""

    asked_elsewhere: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.book = MemoryHomework(self.store, self.devices_most)
        services = SimpleNamespace(
            decks=LIBRARY.decks,
            exams=LIBRARY.exams,
            homework=self.book,
            homework_report=report_homework,
            staff=staff_of(TOKEN, accounts_in_memory(self.clock, NextInLine())),
            join_address=JoinAddress("https://trede.example", "127.0.0.1", 5000),
            clock=self.clock,
            rooms=SimpleNamespace(held=lambda: dict(enumerate(self.rooms))),
            is_asked_elsewhere=lambda card: card in self.asked_elsewhere,
            room=self._room,
        )
        services.check_no_room_asks = lambda card: Services.check_no_room_asks(cast("Services", services), card)
        app = Flask("practice", static_folder=None)
        http_law.lay_down(app, Origins(None))
        PracticeRoutes(cast("Services", services)).attach(app)
        HomeworkRoutes(cast("Services", services)).attach(app)
        self._client = app.test_client(use_cookies=False)

    def get(self, path: str, as_host: bool = False, encoding: str = "identity") -> TestResponse:
        """A GET."""
        return self._client.get(path, headers={**self._cookie(as_host), "Accept-Encoding": encoding})

    def post(self, path: str, body: object, as_host: bool = False) -> TestResponse:
        """A POST of JSON."""
        return self._client.post(path, json=body, headers=self._cookie(as_host))

    def delete(self, path: str, as_host: bool = False) -> TestResponse:
        """A DELETE."""
        return self._client.delete(path, headers=self._cookie(as_host))

    @contextmanager
    def _room(self, text: str) -> Iterator[tuple[RoomId, Room]]:
        if not self.rooms:
            raise Refusal(RefusalCode.ROOM_NOT_FOUND)
        yield RoomId(text), self.rooms[0]

    def _cookie(self, as_host: bool) -> dict[str, str]:
        return {"Cookie": f"{HOST_COOKIE}={TOKEN}"} if as_host else {}


def code_of(response: TestResponse) -> tuple[int, Any]:
    """How it was refused."""
    assert response.json is not None
    return response.status_code, response.json["code"]
