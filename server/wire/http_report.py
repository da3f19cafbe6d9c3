"""The lecturer's report of a room, for the host of that room alone."""

from collections.abc import Callable

from flask import Flask, Response, request

from server.rules.ids import RoomId
from server.wire.http_law import check_room
from server.wire.packed import Packed
from server.wire.staff import Staff
from server.wire.writing_desk import Rest, WritingDesk

ReportOf = Callable[[RoomId, bool, Rest], object]
"""A room's report as of now, with or without names; the rest is called often.

Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable.
"""


class ReportRoutes:
    """`GET /api/rooms/<room>/report`; with `?names=true` the people bear their own names, else P1, P2, ..."""

    def __init__(self, report_of: ReportOf, staff: Staff, desk: WritingDesk) -> None:
        self._report_of = report_of
        self._staff = staff
        self._desk = desk

    def attach(self, app: Flask) -> None:
        """Puts the address on an app."""
        app.add_url_rule("/api/rooms/<room_id>/report", "report_of", self.report)

    def report(self, room_id: str) -> Response:
        """The report as of now; of a sitting that goes on, of what has been revealed so far."""
        room = check_room(self._staff, room_id)
        with_names = request.args.get("names") == "true"
        with self._desk.turn() as rest:
            packed = Packed.of(self._report_of(room, with_names, rest), rest)
        return packed.answer()
