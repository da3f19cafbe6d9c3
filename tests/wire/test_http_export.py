"""A file over HTTP, without a store: it is whole however many pieces it came in, and a crowd is told to ask again."""

import threading

from flask import Flask
from flask.testing import FlaskClient

from server.rules.ids import RoomId
from server.wire import http_law
from server.wire.http_export import ExportRoutes, Taken, Wanted
from server.wire.http_report import ReportRoutes
from server.wire.origins import Origins
from server.wire.writing_desk import AT_DESK_MOST, Rest, WritingDesk
from tests.support.plain_threads import PlainThreads, eventually

ROOM = "ab" * 16


class AnyHost:
    """Staff who lets everybody in."""

    def check(self, environ: object) -> object:
        """Somebody."""
        return environ

    def owns_room(self, member: object, room: RoomId) -> bool:
        """Everybody's."""
        return bool(member and room)


class House:
    """Reports and files that are made as soon as they may be."""

    def __init__(self) -> None:
        self.may_write = threading.Event()
        self.threads = PlainThreads()
        self.desk = WritingDesk(self.threads)
        app = Flask(__name__, static_folder=None)
        http_law.lay_down(app, Origins(None))
        ExportRoutes(self._take_home, AnyHost(), self.desk).attach(app)  # type: ignore[arg-type]
        ReportRoutes(self._report, AnyHost(), self.desk).attach(app)  # type: ignore[arg-type]
        self.app = app
        self.told: list[int] = []

    @property
    def client(self) -> FlaskClient:
        """A browser."""
        return self.app.test_client()

    def ask(self) -> None:
        """Asks for a file and waits for it."""
        self.told.append(self.client.get(f"/api/rooms/{ROOM}/export/csv").status_code)

    def _take_home(self, room: RoomId, wanted: Wanted, rest: Rest) -> Taken:
        assert self.may_write.wait(30)
        rest()
        return Taken((b"a;b\r\n", b"", b"1;2\r\n"), "text/csv", f"{room[:2]}.{wanted.format}")

    def _report(self, room: RoomId, with_names: bool, rest: Rest) -> object:
        assert self.may_write.wait(30)
        rest()
        return {"room": room, "with_names": with_names}


def test_a_file_in_pieces_is_sent_whole_with_its_length() -> None:
    house = House()
    house.may_write.set()
    reply = house.client.get(f"/api/rooms/{ROOM}/export/csv")
    assert reply.data == b"a;b\r\n1;2\r\n"
    assert reply.content_length == len(reply.data)
    assert reply.headers["Content-Disposition"] == 'attachment; filename="ab.csv"'


def test_who_comes_when_twelve_wait_is_told_to_ask_again_and_the_twelve_are_served() -> None:
    house = House()
    for _ in range(AT_DESK_MOST):
        house.threads.spawn(house.ask)
    eventually(lambda: len(house.desk.here) == AT_DESK_MOST, what="twelve are there")
    for address in ("export/pdf", "report"):
        refused = house.client.get(f"/api/rooms/{ROOM}/{address}")
        assert (refused.status_code, refused.json) == (503, {"code": "SERVER_BUSY", "retry": True})
    house.may_write.set()
    house.threads.join()
    assert house.told == [200] * AT_DESK_MOST
    assert house.client.get(f"/api/rooms/{ROOM}/report").json == {"room": ROOM, "with_names": False}
