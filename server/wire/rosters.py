"""The list of people, said by what has changed: a thousand rows, and a second later most are as they were.

Each list has a number. A whole one stands by itself; a change names the number of the list that it is laid over, and
who has another asks `again`.
"""

from collections.abc import Mapping
from itertools import count

from server.rooms.ports import Concurrency
from server.rules.host_view_types import RosterRow, RosterView
from server.rules.ids import RoomId
from server.wire.strict_json import field_names

Body = Mapping[str, object]


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
        return {"version": roster.version, "number": number, "after": last[0], "rows": changes}

    def forget(self, room: RoomId) -> None:
        """Nobody listens there any more."""
        with self._lock:
            self._last.pop(room, None)


def _whole(number: int, roster: RosterView) -> Body:
    return {"version": roster.version, "number": number, "rows": roster.rows}


def _changes(before: RosterView, after: RosterView) -> Mapping[int, Mapping[str, object]] | None:
    """By its place in the list, of each row what it has now and had not before. None when people have gone from it."""
    if len(after.rows) < len(before.rows):
        return None
    changes: dict[int, Mapping[str, object]] = {}
    for place, row in enumerate(after.rows):
        was = before.rows[place] if place < len(before.rows) else None
        if was is not None and was.player != row.player:
            return None
        if row != was:
            changes[place] = _changed_fields(was, row)
    return changes


def _changed_fields(was: RosterRow | None, row: RosterRow) -> Mapping[str, object]:
    named = {name: getattr(row, name) for name in field_names(RosterRow)}
    return {name: value for name, value in named.items() if was is None or getattr(was, name) != value}
