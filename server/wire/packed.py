"""A body in JSON that many ask for, or a large one: written and squeezed once, and sent as whoever asks can read it."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from flask import Response, request

from server.wire.strict_json import StrictJson

ITEMS_AT_ONCE = 25
"""So many items of a list are written between two rests: people with their misses, or cards."""
SQUEEZED_AT_ONCE = 64 * 1024
"""Bytes: about two milliseconds."""
_GZIP = 31
"""What zlib calls its own format with the heading and the ending of a gzip file."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A body in JSON, plain and gzipped."""

    plain: bytes
    squeezed: bytes

    @classmethod
    def of(cls, body: object, rest: Callable[[], None] = lambda: None) -> "Packed":
        """Packs a body once, for all who ask. `rest` lets others have their turn, often where the body is large."""
        pieces = []
        for piece in _pieces(body):
            pieces.append(piece)
            rest()
        plain = "".join(pieces).encode()
        squeezer = zlib.compressobj(6, wbits=_GZIP)
        squeezed = []
        for start in range(0, len(plain), SQUEEZED_AT_ONCE):
            squeezed.append(squeezer.compress(plain[start : start + SQUEEZED_AT_ONCE]))
            rest()
        return cls(plain, b"".join([*squeezed, squeezer.flush()]))

    def answer(self) -> Response:
        """The answer to the request that is being answered."""
        headers = {"Vary": "Accept-Encoding"}
        if request.accept_encodings["gzip"] > 0:
            headers["Content-Encoding"] = "gzip"
            return Response(self.squeezed, mimetype="application/json", headers=headers)
        return Response(self.plain, mimetype="application/json", headers=headers)


def _pieces(body: object) -> Iterator[str]:
    """The JSON of a body in pieces; only what is long within it is parted."""
    if not is_dataclass(body) or isinstance(body, type):
        yield StrictJson.dumps(body)
        return
    opening = "{"
    for field in fields(body):
        value = getattr(body, field.name)
        yield f"{opening}{StrictJson.dumps(field.name)}:"
        opening = ","
        if isinstance(value, list | tuple) and len(value) > ITEMS_AT_ONCE:
            yield from _items(value)
        else:
            yield StrictJson.dumps(value)
    yield "{}" if opening == "{" else "}"


def _items(values: Sequence[object]) -> Iterator[str]:
    opening = "["
    for start in range(0, len(values), ITEMS_AT_ONCE):
        yield opening + StrictJson.dumps(list(values[start : start + ITEMS_AT_ONCE]))[1:-1]
        opening = ","
    yield "]"
