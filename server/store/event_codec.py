"""Events <-> compact JSON: ["AnswerGiven",{"at":1,...}]. The only place that knows a shape of the past.

The fields are read off the dataclasses of rules/events.py, strictly: an unknown field, a missing one or a wrong type is
an error, never a guess. A new field needs a default there; any other change of shape needs a line in UPGRADES.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from server.rules.events import AnswerGiven, Event
from server.rules.ids import ServerMillis

Fields = dict[str, Any]
"""An event's fields as JSON has them."""

UPGRADES: Mapping[str, Callable[[Fields], tuple[str, Fields]]] = {}
"""By the event's name in the log: its fields, old or new, to the name and fields of today. Empty: none has changed."""

_KINDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Event)}


class _Adapters(dict[str, TypeAdapter[Any]]):
    """Made when an event of their kind is first met: a server starts without most of them."""

    def __missing__(self, name: str) -> TypeAdapter[Any]:
        adapter = self[name] = TypeAdapter(_KINDS[name])
        return adapter


_ADAPTERS = _Adapters()
_NAME_FROM = len(b'["')
_ANSWER_OF_TODAY = re.compile(rb'\["AnswerGiven",\{"at":(\d+),')
_ANSWERS_ARE_OF_TODAY = AnswerGiven.__name__ not in UPGRADES
_LEFT_AWAY: Mapping[str, tuple[str, ...]] = {
    kind.__name__: tuple(field.name for field in fields(kind) if field.default is None) for kind in get_args(Event)
}
"""Fields that are not written while they are None: an answer, of which a log holds thousands, stays short."""


class UnreadableEvent(Exception):
    """The log holds something that is no event of this version of the program, or of any before it."""


def encode_event(event: Event) -> bytes:
    """One event as it stands in the log.

    Raises ValueError, naming the field, for what could not be read back: a wrong type, a mapping that is no dict,
    text that is no Unicode (a lone surrogate).
    """
    name = type(event).__name__
    try:
        empty = {field for field in _LEFT_AWAY[name] if getattr(event, field) is None}
        written = _ADAPTERS[name].serializer.to_json(event, warnings="error", exclude=empty or None)
        return b'["%b",%b]' % (name.encode(), written)
    except PydanticSerializationError as error:
        raise ValueError(f"{name} cannot be written: {error}") from error


def decode_event(raw: bytes, upgrades: Mapping[str, Callable[[Fields], tuple[str, Fields]]] = UPGRADES) -> Event:
    """The event that `encode_event`, of this version or an older one, wrote. Raises UnreadableEvent."""
    # Thousands of answers are read when a room is folded: the name is cut off by hand, so that the fields go through
    # JSON only once, straight into the dataclass.
    name_to = raw.find(b'",', _NAME_FROM)
    if not raw.startswith(b'["') or name_to < 0 or not raw.endswith(b"]"):
        raise UnreadableEvent(f"not an event: {raw[:80]!r}")
    name, fields = raw[_NAME_FROM:name_to].decode(errors="replace"), raw[name_to + 2 : -1]
    if name in upgrades:
        name, fields = _upgraded(name, fields, upgrades[name])
    if name not in _KINDS:
        raise UnreadableEvent(f"unknown event {name!r}: was it written by a newer version?")
    try:
        event: Event = _ADAPTERS[name].validate_json(fields, strict=True, extra="forbid")
    except ValidationError as error:
        raise UnreadableEvent(f"{name}: {error}") from error
    return event


def answered_at(raw: bytes) -> ServerMillis | None:
    """When an answer came, without reading it: a tenth of the work. None for any other event, and for old answers."""
    answer = _ANSWER_OF_TODAY.match(raw)
    return ServerMillis(int(answer[1])) if answer and _ANSWERS_ARE_OF_TODAY else None


def _upgraded(name: str, fields: bytes, upgrade: Callable[[Fields], tuple[str, Fields]]) -> tuple[str, bytes]:
    try:
        new_name, new_fields = upgrade(json.loads(fields))
    except (ValueError, LookupError, TypeError) as error:
        raise UnreadableEvent(f"{name} cannot be upgraded: {error!r}") from error
    return new_name, json.dumps(new_fields).encode()
