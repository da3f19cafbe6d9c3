"""What the host takes home of a session: `GET /api/rooms/<room>/export/<format>`. No names unless asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Flask, Response, request

from server.rules.ids import RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.http_law import check_room
from server.wire.staff import Staff
from server.wire.writing_desk import Rest, WritingDesk

LANGUAGES = frozenset({"nl", "en"})
TABLES = ("picks", "items", "people")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for. `language` is that of the labels, `reader` that of the spreadsheet, `table` one of TABLES."""

    format: str
    language: str
    reader: str
    table: str
    with_names: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A file, in pieces: that of a hall has twenty megabytes, which nobody need put together at one breath.

    `name` is what it is called on the host's device, in plain letters.
    """

    content: Sequence[bytes]
    mimetype: str
    name: str


TakeHome = Callable[[RoomId, Wanted, Rest], Taken]
"""Makes the file; the rest is called often.

Raises Refusal BAD_REQUEST for a format that is none, ROOM_NOT_FOUND, and StoreUnavailable.
"""


class ExportRoutes:
    """Thin: is this the host, read, ask, answer."""

    def __init__(self, take_home: TakeHome, staff: Staff, desk: WritingDesk) -> None:
        self._take_home = take_home
        self._staff = staff
        self._desk = desk

    def attach(self, app: Flask) -> None:
        """Puts the address on an app."""
        app.add_url_rule("/api/rooms/<room_id>/export/<format_id>", "export", self.export)

    def export(self, room_id: str, format_id: str) -> Response:
        """The file, as one to be kept and not shown. `lang` and `for` are nl or en; what is neither is Dutch."""
        room = check_room(self._staff, room_id)
        language = _language("lang", "nl")
        table = request.args.get("table", TABLES[0])
        if table not in TABLES:
            raise Refusal(RefusalCode.BAD_REQUEST)
        wanted = Wanted(format_id, language, _language("for", language), table, request.args.get("names") == "true")
        with self._desk.turn() as rest:
            taken = self._take_home(room, wanted, rest)
        response = Response(taken.content, mimetype=taken.mimetype)
        response.headers["Content-Disposition"] = f'attachment; filename="{taken.name}"'
        return response


def _language(argument: str, usual: str) -> str:
    asked = request.args.get(argument, usual)
    return asked if asked in LANGUAGES else usual
