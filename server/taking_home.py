"""Makes the files that a host takes home from the log of a room: where the log file and the tables meet.

Whatever the format, who had more time never leaves, and without names no words of anybody's own do either.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from pydantic import TypeAdapter

from server.review.export_csv import csv_bytes
from server.review.export_json import ExportedSession, export_session
from server.review.export_pdf import report_pdf
from server.review.export_table import export_tables
from server.review.export_xlsx import xlsx_bytes
from server.review.sitting import Sitting, read_sitting
from server.rules.events import Event
from server.rules.forgetting import without_extra_time, without_names
from server.rules.ids import RoomId, ServerMillis
from server.rules.refusals import Refusal, RefusalCode
from server.store.log_file import log_file_bytes
from server.wire.http_export import TABLES, Taken, Wanted
from server.wire.sitting_shelf import ReadEvents

_SESSION = TypeAdapter(ExportedSession)
Making = Callable[[Sitting, Wanted], bytes]


def may_leave(events: Iterable[Event], with_names: bool) -> list[Event]:
    """A log as it may leave the house."""
    log = tuple(events)
    return list(without_extra_time(log) if with_names else without_names(log))


def take_home(read_events: ReadEvents, room: RoomId, wanted: Wanted) -> Taken:
    """The file. Raises Refusal BAD_REQUEST for a format that is none, ROOM_NOT_FOUND, and StoreUnavailable."""
    if wanted.format != "log" and wanted.format not in _MADE:
        raise Refusal(RefusalCode.BAD_REQUEST)
    events = may_leave(read_events(room), wanted.with_names)
    name = f"trede-{_day(events[0].at)}-{room[:6]}"
    if wanted.format == "log":
        return Taken(log_file_bytes(room, events), "application/gzip", f"{name}.trede-log")
    make, mimetype = _MADE[wanted.format]
    content = make(read_sitting(room, events), wanted)
    part = f"-{wanted.table}" if wanted.format == "csv" else ""
    return Taken(content, mimetype, f"{name}{part}.{wanted.format}")


def _csv(sitting: Sitting, wanted: Wanted) -> bytes:
    tables = export_tables(sitting, wanted.language, wanted.with_names)
    return csv_bytes(tables[TABLES.index(wanted.table)], wanted.reader)


def _xlsx(sitting: Sitting, wanted: Wanted) -> bytes:
    return xlsx_bytes(export_tables(sitting, wanted.language, wanted.with_names))


def _json(sitting: Sitting, wanted: Wanted) -> bytes:
    return _SESSION.dump_json(export_session(sitting, wanted.with_names), indent=1)


def _day(at: ServerMillis) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d")


_MADE: dict[str, tuple[Making, str]] = {
    "csv": (_csv, "text/csv"),
    "xlsx": (_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (_json, "application/json"),
    "pdf": (lambda sitting, wanted: report_pdf(sitting, wanted.language), "application/pdf"),
}
"""By format: how it is made of a sitting, and its type."""
