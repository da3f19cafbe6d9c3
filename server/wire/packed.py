"""A body in JSON that many ask for, or a large one: written and squeezed once, and sent as whoever asks can read it."""

import gzip
from dataclasses import dataclass

from flask import Response, request

from server.wire.strict_json import StrictJson


@dataclass(frozen=True, slots=True)
class Packed:
    """A body in JSON, plain and gzipped."""

    plain: bytes
    squeezed: bytes

    @classmethod
    def of(cls, body: object) -> "Packed":
        """Packs a body once, for all who ask."""
        plain = StrictJson.dumps(body).encode()
        return cls(plain, gzip.compress(plain, 6, mtime=0))

    def answer(self) -> Response:
        """The answer to the request that is being answered."""
        headers = {"Vary": "Accept-Encoding"}
        if request.accept_encodings["gzip"] > 0:
            headers["Content-Encoding"] = "gzip"
            return Response(self.squeezed, mimetype="application/json", headers=headers)
        return Response(self.plain, mimetype="application/json", headers=headers)
