"""A room's log as it is, for the host: what the oracle judges by, and a backup that can be read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields

from flask import Flask, Response, request

from server.rules.events import Event
from server.rules.ids import RoomId, Version
from server.rules.refusals import Refusal, RefusalCode
from server.wire.http_law import answer, check_room
from server.wire.staff import Staff

ReadLog = Callable[[RoomId, Version], Iterator[Sequence[Event]]]
"""RoomLog.read. Raises StoreUnavailable."""


class LogRoute:
    """`GET /api/rooms/<room>/log?after=<version>`: one chunk of the events after a version; none at the end."""

    def __init__(self, read_log: ReadLog, staff: Staff) -> None:
        self._read_log = read_log
        self._staff = staff

    def attach(self, app: Flask) -> None:
        """Puts the address on an app."""
        app.add_url_rule("/api/rooms/<room_id>/log", "log_of", self.log)

    def log(self, room_id: str) -> Response:
        """The chunk as {"entries": [{"version": 1, "event": {"type": "RoomOpened", ...}}, ...]}."""
        room = check_room(self._staff, room_id)
        after = Version(whole_number(request.args.get("after", "0")))
        events: Sequence[Event] = next(self._read_log(room, after), ())
        if not events and not after:
            raise Refusal(RefusalCode.ROOM_NOT_FOUND)
        entries = [
            {"version": version, "event": _plain_event(event)} for version, event in enumerate(events, start=after + 1)
        ]
        return answer({"entries": entries})


def _plain_event(event: Event) -> dict[str, object]:
    return {"type": type(event).__name__, **{field.name: getattr(event, field.name) for field in fields(event)}}


def whole_number(text: str) -> int:
    """A number in an address. Raises Refusal BAD_NUMBER."""
    if not text.isascii() or not text.isdigit() or len(text) > 12:
        raise Refusal(RefusalCode.BAD_NUMBER)
    return int(text)
