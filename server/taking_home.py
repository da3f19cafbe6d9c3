"""Makes the files that a host takes home from the log of a room: where the log file and the tables meet.

Whatever the format, who had more time never leaves, and without names no words of anybody's own do either.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from server.review.export_csv import csv_pieces
from server.review.export_json import session_pieces
from server.review.export_pdf import report_pdf
from server.review.export_table import Table, export_tables, items_table, people_table, picks_table
from server.review.export_xlsx import xlsx_bytes
from server.review.pace import Rest, at_once, paced
from server.review.sitting import Sitting, read_sitting
from server.rules.events import Event
from server.rules.forgetting import without_extra_time, without_names
from server.rules.ids import RoomId, ServerMillis
from server.rules.refusals import Refusal, RefusalCode
from server.store.log_file import log_file_bytes
from server.wire.http_export import Taken, Wanted
from server.wire.sitting_shelf import ReadEvents

Making = Callable[[Sitting, Wanted, Rest], Sequence[bytes]]
EVENTS_AT_ONCE = 100
"""So many events between two rests."""


def may_leave(events: Iterable[Event], with_names: bool, rest: Rest = at_once) -> list[Event]:
    """A log as it may leave the house."""
    log = tuple(events)
    return list(paced(without_extra_time(log) if with_names else without_names(log), rest, EVENTS_AT_ONCE))


def take_home(read_events: ReadEvents, room: RoomId, wanted: Wanted, rest: Rest) -> Taken:
    """The file. Raises Refusal BAD_REQUEST for a format that is none, ROOM_NOT_FOUND, and StoreUnavailable.

    `rest` lets others have their turn, every few milliseconds: a class plays on while its report is made.
    """
    if wanted.format != "log" and wanted.format not in _MADE:
        raise Refusal(RefusalCode.BAD_REQUEST)
    events = may_leave(read_events(room), wanted.with_names, rest)
    name = f"trede-{_day(events[0].at)}-{room[:6]}"
    if wanted.format == "log":
        content: Sequence[bytes] = (log_file_bytes(room, paced(events, rest, EVENTS_AT_ONCE)),)
        return Taken(content, "application/gzip", f"{name}.trede-log")
    make, mimetype = _MADE[wanted.format]
    content = make(read_sitting(room, events, rest), wanted, rest)
    part = f"-{wanted.table}" if wanted.format == "csv" else ""
    return Taken(content, mimetype, f"{name}{part}.{wanted.format}")


def _csv(sitting: Sitting, wanted: Wanted, rest: Rest) -> Sequence[bytes]:
    return csv_pieces(_table(sitting, wanted, rest), wanted.reader, rest)


def _table(sitting: Sitting, wanted: Wanted, rest: Rest) -> Table:
    match wanted.table:
        case "picks":
            return picks_table(sitting, wanted.language, wanted.with_names, rest)
        case "items":
            return items_table(sitting, wanted.language, rest)
        case _:
            return people_table(sitting, wanted.language, wanted.with_names, rest)


def _xlsx(sitting: Sitting, wanted: Wanted, rest: Rest) -> Sequence[bytes]:
    return (xlsx_bytes(export_tables(sitting, wanted.language, wanted.with_names, rest), rest),)


def _json(sitting: Sitting, wanted: Wanted, rest: Rest) -> Sequence[bytes]:
    return session_pieces(sitting, wanted.with_names, rest)


def _pdf(sitting: Sitting, wanted: Wanted, rest: Rest) -> Sequence[bytes]:
    return (report_pdf(sitting, wanted.language, rest),)


def _day(at: ServerMillis) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d")


_MADE: dict[str, tuple[Making, str]] = {
    "csv": (_csv, "text/csv"),
    "xlsx": (_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (_json, "application/json"),
    "pdf": (_pdf, "application/pdf"),
}
"""By format: how it is made of a sitting, and its type."""
