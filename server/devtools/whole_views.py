"""Puts views together again, as a client does: what is on sheets, and lists of people that say what has changed.

By docs/protocol.md alone; the server's own code for taking them apart is in another house.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

REFERENCE = "="

_RECENT: "deque[tuple[Any, set[str], Any]]" = deque(maxlen=8)


class SheetUnknown(Exception):
    """A view needs a sheet, or the list before it, that this connection does not have: time to ask `again`."""


@dataclass(slots=True)
class WholeViews:
    """What one connection was told and needs to read on. A new connection begins with nothing."""

    _sheets: dict[str, Any] = field(default_factory=dict)
    _roster: dict[str, Any] | None = None

    def take(self, event: str, body: Any, sheets: Mapping[str, Any] | None = None) -> Any:
        """The whole view. Raises SheetUnknown; the sheets that came with it are kept all the same."""
        self._sheets.update(sheets or {})
        view = self._read_before(body)
        return self._take_roster(view) if event == "roster" else view

    def _read_before(self, body: Any) -> Any:
        """What a thousand connections get alike is put together once."""
        for read, needed, whole in tuple(_RECENT):  # many threads may read at once
            if read is body:
                self._check(needed)
                return whole
        needed = set()
        whole = self._whole(body, needed)
        if needed:
            _RECENT.append((body, needed, whole))
        return whole

    def _check(self, needed: set[str]) -> None:
        unknown = needed - self._sheets.keys()
        if unknown:
            raise SheetUnknown(", ".join(sorted(unknown)))

    def _whole(self, value: Any, needed: set[str]) -> Any:
        if isinstance(value, list):
            return [self._whole(part, needed) for part in value]
        if not isinstance(value, dict):
            return value
        own = {name: self._whole(part, needed) for name, part in value.items() if name != REFERENCE}
        if REFERENCE not in value:
            return own
        ids = value[REFERENCE].split(" ")
        needed.update(ids)
        self._check(set(ids))
        parts = [self._whole(self._sheets[name], needed) for name in ids]
        if isinstance(parts[0], list):
            return [{**row, **{name: column[at] for name, column in own.items()}} for at, row in enumerate(parts[0])]
        return {name: part for whole in (*parts, own) for name, part in whole.items()}

    def _take_roster(self, view: dict[str, Any]) -> dict[str, Any]:
        lists = {name: view[name] for name in ("rows", "callers")}
        if "after" in view:
            known = self._roster
            if known is None or known["number"] != view["after"]:
                raise SheetUnknown(f"list of people {view['after']}")
            lists = {name: _laid_over(known[name], changes) for name, changes in lists.items()}
        self._roster = {"version": view["version"], "number": view["number"], **lists}
        return {"version": view["version"], **lists}


def _laid_over(rows: list[dict[str, Any]], changes: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    laid = [*rows]
    for place, change in sorted(changes.items(), key=lambda entry: int(entry[0])):
        if int(place) == len(laid):
            laid.append(change)
        else:
            laid[int(place)] = {**laid[int(place)], **change}
    return laid
