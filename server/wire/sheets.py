"""Takes a view apart for the wire: what stays the same over a round goes to a connection once, on a sheet of its own.

An object with the member `=` has, beside its own members, those of the sheets that are named there; where its sheet is
a list it is itself a list of rows, and its own members are columns. An id is the hash of what its sheet says: equal
texts are one sheet, and a sheet never changes. Nothing here knows who has which sheet: see `told`.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from functools import cache
from hashlib import blake2b
from typing import Any

from server.rules.cards import Picture, Scale, Text
from server.rules.host_view_types import CardOutline, HostAxis, HostView, PlayerWords
from server.rules.reveal_types import AxisReveal, KindDetail, OptionCount
from server.rules.view_types import AxisView, RoomView, RoundView, ScreenView
from server.wire.strict_json import Written, as_plain, field_names

REFERENCE = "="
"""No id of the game's looks like this, and no field does: no object of a view has such a member by itself."""
ID_BYTES = 6
"""Eight characters. A long game of 1,000 sheets has a chance of one in half a billion that two of them share an id."""

TRUTH = ("axis", "is_contested", "accepted", "cue", "why", "traps")
DECK = ("room", "deck_title", "scoring")

SHEETS: Mapping[type, Sequence[tuple[str, ...]]] = {
    AxisView: (field_names(AxisView),),
    KindDetail: (field_names(KindDetail),),
    RoundView: (
        ("card", "title", "person", "story", "axes"),
        ("is_trial", "asks_confidence", "limit_millis", "vote", "open_axes"),
    ),
    AxisReveal: (TRUTH, ("detail", "flow")),
    HostAxis: (TRUTH, ("groups",)),
    PlayerWords: (field_names(PlayerWords),),
    RoomView: (
        (
            *DECK,
            "deck_kinds",
            "leaderboard_mode",
            "offered_names_only",
            "team_names",
            "card_count",
            "podium",
            "honours",
        ),
    ),
    ScreenView: (
        (*DECK, "pin", "is_locked", "card_count"),
        ("leaderboard", "podium", "honours", "teams", "board"),
        ("newest_names",),
    ),
    HostView: (
        (*DECK[:2], "pin", "is_locked", "deck_axes", "asked_axes", "settings"),
        ("cards", "card_number", "card_count", "twin", "debate", "note"),
        ("door",),
        ("leaderboard", "podium", "honours", "teams", "confusions", "board"),
        ("shown_axis", "shows_flow", "talk_axes", "next_step", "back_step", "undo"),
    ),
}
"""The fields of each type that go on sheets, those that change together on one. All others go with every view."""

ROWS: Mapping[type, tuple[str, ...]] = {
    OptionCount: ("option",),
    CardOutline: ("id", "title", "status", "is_trial", "twin_of"),
}
"""Types that come in lists, with the fields that stand on the sheet of the whole list. The others become columns."""


@dataclass(frozen=True, slots=True)
class TakenApart:
    """A view as it is sent, and every sheet that it needs, by id; one that needs others stands after them."""

    view: Written
    sheets: Mapping[str, str]


class WrittenLately:
    """The sheets of one room that were written lately: it goes with its room, whose texts it holds on to.

    What was not asked for while as many others were written is forgotten.
    """

    def __init__(self) -> None:
        self._young: dict[Hashable, _Kept] = {}
        self._old: dict[Hashable, _Kept] = {}

    def get(self, key: Hashable) -> "_Kept | None":
        """What was written for a key, if it is still known."""
        kept = self._young.get(key) or self._old.get(key)
        if kept is not None:
            self.put(key, kept)
        return kept

    def put(self, key: Hashable, kept: "_Kept") -> None:
        """Remembers what was written for a key."""
        if len(self._young) >= WRITTEN_LATELY_MOST:
            self._young, self._old = {}, self._young
        self._young[key] = kept


def taken_apart(view: object, lately: WrittenLately | None = None) -> TakenApart:
    """The view in JSON, and apart from it its sheets. Raises ValueError for NaN and Infinity.

    `lately`: what was written for views of the same room before.
    """
    writer = _Writer(lately or WrittenLately())
    return TakenApart(Written(writer.text_of(view)), writer.found)


def written_sheets(sheets: Mapping[str, str]) -> Written:
    """Sheets as they go out beside a view."""
    return Written("{" + ",".join(f'"{name}":{text}' for name, text in sheets.items()) + "}")


class _Writer:
    """Writes one view, and collects its sheets."""

    def __init__(self, lately: WrittenLately) -> None:
        self._lately = lately
        self.found: dict[str, str] = {}

    def text_of(self, value: object) -> str:
        """Its JSON. The encoder is not kept: it knows this writer, and two that know each other stay until a walk."""
        encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=self._object)
        return encoder.encode(value)

    def _object(self, value: object) -> object:
        """What json cannot write itself, one level down."""
        kind: Any = type(value)
        groups = SHEETS.get(kind)
        if groups is None:
            return {name: self._rows(part) for name, part in as_plain(value).items()}
        ids = [self._sheet(kind, group, tuple(getattr(value, name) for name in group)) for group in groups]
        own = {name: self._rows(getattr(value, name)) for name in _own_fields(kind)}
        return {REFERENCE: " ".join(ids), **own}

    def _rows(self, value: object) -> object:
        """A list of rows as columns beside their sheet; anything else as it is."""
        if type(value) is not tuple or not value or type(value[0]) not in ROWS:
            return value
        kind: Any = type(value[0])
        on_sheet = ROWS[kind]
        sheet = self._sheet(kind, on_sheet, tuple(getattr(row, name) for row in value for name in on_sheet))
        columns = [name for name in field_names(kind) if name not in on_sheet]
        return {REFERENCE: sheet, **{name: [getattr(row, name) for row in value] for name in columns}}

    def _sheet(self, kind: type, names: tuple[str, ...], values: tuple[object, ...]) -> str:
        """The id of the sheet with these fields, or rows of them; what was written lately is not written again."""
        key = (kind, names, *map(_sameness, values))
        known = self._lately.get(key)
        if known is None:
            known = values, _written(kind, names, values, self._lately)
            self._lately.put(key, known)
        sheets = known[1]
        self.found.update(sheets)
        return sheets[-1][0]


WRITTEN_LATELY_MOST = 256
"""Of one room, twice: a card of three axes needs some twenty sheets."""
_Kept = tuple[object, tuple[tuple[str, str], ...]]
"""What sheets are made of, and they with those that they need. The parts are kept: no other gets their identity."""
_AUTHORED = (Text, Picture, Scale)
"""What comes out of a deck: the same object in every view, and of many words."""


def _sameness(value: object) -> Hashable:
    """Equal for values that are written alike; of what is authored, and of mappings, the identity will do."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return tuple(map(_sameness, value))
    if isinstance(value, _AUTHORED) or not is_dataclass(value):
        return id(value)
    kind: Any = type(value)
    return (kind, *(_sameness(getattr(value, name)) for name in field_names(kind)))


def _written(
    kind: type, names: tuple[str, ...], values: tuple[object, ...], lately: WrittenLately
) -> tuple[tuple[str, str], ...]:
    writer = _Writer(lately)
    each = len(names)
    rows = [dict(zip(names, values[at : at + each], strict=True)) for at in range(0, len(values), each)]
    content = rows if kind in ROWS else {name: writer._rows(part) for name, part in rows[0].items()}
    text = writer.text_of(content)
    return (*writer.found.items(), (sheet_id(text), text))


def sheet_id(text: str) -> str:
    """The id of a sheet that says this."""
    return urlsafe_b64encode(blake2b(text.encode(), digest_size=ID_BYTES).digest()).decode()


@cache
def _own_fields(kind: type) -> tuple[str, ...]:
    on_sheets = {name for group in SHEETS[kind] for name in group}
    return tuple(name for name in field_names(kind) if name not in on_sheets)
