"""A large body is written in pieces, with rests between; together they are what one breath would have written."""

import gzip
import json
from dataclasses import dataclass

import pytest

from server.wire.packed import ITEMS_AT_ONCE, SQUEEZED_AT_ONCE, Packed
from server.wire.strict_json import StrictJson


@dataclass(frozen=True, slots=True)
class Line:
    """One of many."""

    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Body:
    """A report in small."""

    title: str
    lines: tuple[Line, ...]
    few: tuple[int, ...]
    nobody: None = None


@dataclass(frozen=True, slots=True)
class Empty:
    """Of nothing."""


def lines(count: int) -> tuple[Line, ...]:
    """So many lines, with signs that JSON must write in another way."""
    return tuple(Line(f'"Noor" \u20ac \\ {number}', number) for number in range(count))


@pytest.mark.parametrize("count", [0, 1, ITEMS_AT_ONCE, ITEMS_AT_ONCE + 1, 10 * ITEMS_AT_ONCE + 3])
def test_the_pieces_are_the_whole(count: int) -> None:
    body = Body("t", lines(count), (1, 2))
    packed = Packed.of(body)
    assert packed.plain == StrictJson.dumps(body).encode()
    assert gzip.decompress(packed.squeezed) == packed.plain


@pytest.mark.parametrize("body", [Empty(), {}, [], {"cards": [1, 2]}, list(lines(3)), None])
def test_what_has_no_long_list_is_written_as_ever(body: object) -> None:
    assert Packed.of(body).plain == StrictJson.dumps(body).encode()


def test_a_number_that_does_not_cross_the_wire_does_not_cross_it_in_pieces() -> None:
    with pytest.raises(ValueError, match=r"NaN|Out of range"):
        Packed.of(Body("t", (*lines(40), Line("x", float("nan"))), ()))  # type: ignore[arg-type]


def test_others_get_their_turn_while_it_is_written_and_while_it_is_squeezed() -> None:
    rests: list[None] = []
    packed = Packed.of(Body("t", lines(4_000), ()), lambda: rests.append(None))
    assert json.loads(packed.plain)["lines"][-1]["points"] == 3_999
    assert len(rests) >= 4_000 // ITEMS_AT_ONCE + len(packed.plain) // SQUEEZED_AT_ONCE
