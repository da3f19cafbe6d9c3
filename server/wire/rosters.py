"""The lists of people, in the room and at its door, said by what has changed: of a thousand rows most are as they were.

Each pair of lists has a number. A whole one stands by itself; a change names the number of the pair that it is laid
over, and who has another asks `again`.
"""

from collections.abc import Mapping, Sequence
from itertools import count

from server.rooms.ports import Concurrency
from server.rules.host_view_types import CallerRow, RosterRow, RosterView
from server.rules.ids import RoomId
from server.wire.strict_json import field_names

Body = Mapping[str, object]
Rows = Sequence[RosterRow | CallerRow]


class Rosters:
    """The last list that went to all hosts of each room of this process. Numbers begin anew with every process."""

    def __init__(self, concurrency: Concurrency) -> None:
        self._lock = concurrency.lock()
        self._numbers = count(1)
        self._last: dict[RoomId, tuple[int, RosterView]] = {}

    def for_newcomer(self, room: RoomId, roster: RosterView) -> Body:
        """The whole list, for one host who has none. The next for all is whole as well: they now differ."""
        with self._lock:
            self._last.pop(room, None)
            return _whole(next(self._numbers), roster)

    def for_all(self, room: RoomId, roster: RosterView) -> Body:
        """The list for all hosts of a room, by what has changed since the last one that went to them all."""
        with self._lock:
            number, last = next(self._numbers), self._last.get(room)
            self._last[room] = number, roster
        changes = None if last is None else _changes(last[1], roster)
        if last is None or changes is None:
            return _whole(number, roster)
        return {"version": roster.version, "number": number, "after": last[0], **changes}

    def forget(self, room: RoomId) -> None:
        """Nobody listens there any more."""
        with self._lock:
            self._last.pop(room, None)


def _whole(number: int, roster: RosterView) -> Body:
    return {"version": roster.version, "number": number, "rows": roster.rows, "callers": roster.callers}


def _changes(before: RosterView, after: RosterView) -> Body | None:
    """Of both lists what has changed. None when people have gone from one."""
    rows, callers = _changed_rows(before.rows, after.rows), _changed_rows(before.callers, after.callers)
    return None if rows is None or callers is None else {"rows": rows, "callers": callers}


def _changed_rows(before: Rows, after: Rows) -> Mapping[int, Body] | None:
    """By its place in the list, of each row what it has now and had not before. None when people have gone from it."""
    if len(after) < len(before):
        return None
    changes: dict[int, Body] = {}
    for place, row in enumerate(after):
        was = before[place] if place < len(before) else None
        if was is not None and was.player != row.player:
            return None
        if row != was:
            changes[place] = _changed_fields(was, row)
    return changes


def _changed_fields(was: RosterRow | CallerRow | None, row: RosterRow | CallerRow) -> Body:
    named = {name: getattr(row, name) for name in _fields_of(row)}
    return {name: value for name, value in named.items() if was is None or getattr(was, name) != value}


def _fields_of(row: RosterRow | CallerRow) -> tuple[str, ...]:
    return field_names(RosterRow if isinstance(row, RosterRow) else CallerRow)
