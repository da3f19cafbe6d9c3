"""The one JSON of the wire: what JavaScript could not read back does not come in and does not go out."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError, from_json, to_json

from server.rules.view_types import ResultView, SeatView

DEEPEST = 8
"""How far values may nest; nothing in the protocol goes deeper than four."""
LONGEST_NUMBER = 25

_ODD_NUMBER = re.compile(rf"[:,\[][\s\-]*+[0-9.](?:[0-9.]{{{LONGEST_NUMBER - 1}}}|[0-9.]*[eE])")
"""Where a value begins that the quick reader may take for a number, and we do not; in a text it does no harm.

It is looked for in each message that comes in: that it begins with a sign, and never steps back, makes it four times
as quick.
"""
_BRACKETS_OUTSIDE_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


class BadNumber(ValueError):
    """A number that is not finite, or absurdly long."""


@dataclass(frozen=True, slots=True)
class Written:
    """JSON that was written before."""

    text: str


class StrictJson:
    """What python-socketio takes for a JSON module. Dataclasses go out field by field, mappings as objects."""

    @staticmethod
    def dumps(value: object, **_options: Any) -> str:
        """Compact JSON; what stands written in a list goes out as it is.

        Raises ValueError for NaN and Infinity, TypeError for what is no value of the wire.
        """
        if isinstance(value, list) and any(isinstance(part, Written) for part in value):
            parts = (part.text if isinstance(part, Written) else StrictJson.dumps(part) for part in value)
            return f"[{','.join(parts)}]"
        try:
            if type(value) is SeatView:
                return _written_seat(value)
            quick = to_json(value, fallback=as_plain).decode()
        except PydanticSerializationError:
            return _carefully(value)
        # Perhaps only as a word in a text: the careful one knows.
        return _carefully(value) if "NaN" in quick or "Infinity" in quick else quick

    @staticmethod
    def loads(text: str, **_options: Any) -> Any:
        """The value. Raises BadNumber, or ValueError for anything else that is not plain JSON."""
        _check_depth(text)
        if text[:1] in "[{" and not _ODD_NUMBER.search(text):
            try:
                return from_json(text, allow_inf_nan=False, cache_strings="keys")
            except ValueError:
                pass  # the careful one says what is wrong with it, or takes it
        return _DECODER.decode(text)


_SEAT = TypeAdapter(SeatView).serializer
"""What every phone is sent of its own; by its schema it is written in half the time. It would write NaN as null, but a
seat has no numbers that could be: those in its picks were checked when they came in."""


RESULTS_LATELY_MOST = 1_000
_RESULT = TypeAdapter(ResultView).serializer
_RESULTS: dict[int, tuple[ResultView, str]] = {}
"""By its identity, and kept with it: no other result gets that identity meanwhile."""


def _written_seat(seat: SeatView) -> str:
    """Who said the same shares one result (rules/views_of_seat.py), of which a hall has few: each is written once.

    It is the last field of a seat's view, so what is put together here is what the schema would write.
    """
    if seat.result is None:
        return _SEAT.to_json(seat, warnings="error").decode()
    known = _RESULTS.get(id(seat.result))
    if known is None:
        if len(_RESULTS) >= RESULTS_LATELY_MOST:
            _RESULTS.clear()
        known = _RESULTS[id(seat.result)] = seat.result, _RESULT.to_json(seat.result, warnings="error").decode()
    others = _SEAT.to_json(seat, exclude={"result"}, warnings="error").decode()
    return f'{others[:-1]},"result":{known[1]}}}'


def _carefully(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=as_plain)


def as_plain(value: object) -> Mapping[str, object]:
    """What json cannot write itself, one level down."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in field_names(type(value))}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} does not cross the wire")


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields, in order."""
    return tuple(field.name for field in fields(kind))


def _check_depth(text: str) -> None:
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth = 0
    for found in _BRACKETS_OUTSIDE_STRINGS.finditer(text):
        sign = found[0][0]
        depth += sign in "[{"
        depth -= sign in "]}"
        if depth > DEEPEST:
            raise ValueError("nested too deep")


def _refuse_number(text: str) -> float:
    raise BadNumber(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number) or len(text) > LONGEST_NUMBER:
        raise BadNumber(text)
    return number


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise BadNumber(text)
    return int(text)


_DECODER = json.JSONDecoder(parse_constant=_refuse_number, parse_float=_finite, parse_int=_whole)
