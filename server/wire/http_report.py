"""The lecturer's report of a room, for the host alone."""

import gzip
from collections.abc import Callable

from flask import Flask, Response, request

from server.rules.ids import RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.sessions import HostKey, room_of
from server.wire.strict_json import StrictJson

ReportOf = Callable[[RoomId, bool], object]
"""A room's report as of now, with or without names. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""


class ReportRoutes:
    """`GET /api/rooms/<room>/report`; with `?names=true` the people bear their own names, else P1, P2, ..."""

    def __init__(self, report_of: ReportOf, host_key: HostKey) -> None:
        self._report_of = report_of
        self._host_key = host_key

    def attach(self, app: Flask) -> None:
        """Puts the address on an app."""
        app.add_url_rule("/api/rooms/<room_id>/report", "report_of", self.report)

    def report(self, room_id: str) -> Response:
        """The report as of now; of a sitting that goes on, of what has been revealed so far."""
        if not self._host_key.is_in(request.environ):
            raise Refusal(RefusalCode.FORBIDDEN)
        with_names = request.args.get("names") == "true"
        body = StrictJson.dumps(self._report_of(room_of(room_id), with_names)).encode()
        if request.accept_encodings["gzip"] > 0:
            headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
            return Response(gzip.compress(body, 6, mtime=0), mimetype="application/json", headers=headers)
        return Response(body, mimetype="application/json", headers={"Vary": "Accept-Encoding"})
