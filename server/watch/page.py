"""`/metrics`: on the server's own port for who holds the token, and on a port of this machine's own, one per process.

Never by where a request seems to come from: behind a proxy on the same machine all of them come from it.
"""

import hmac
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, Response, request

from server.watch.counts import CONTENT_TYPE

PATH = "/metrics"
BEARER = "Bearer "


class MetricsPage:
    """`token` None: the server's own port does not have the page, and the machine's own port gives it to all."""

    def __init__(self, page: Callable[[], str], token: str | None) -> None:
        self._page = page
        self._token = token

    def attach(self, app: Flask) -> None:
        """Puts the address on an app, if there is a token to guard it."""
        if self._token is not None:
            app.add_url_rule(PATH, "metrics", self._answer)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """The same as a WSGI app of its own, for the machine's own port."""
        if environ.get("PATH_INFO") != PATH:
            status, body = "404 Not Found", b""
        elif not self._may_read(environ.get("HTTP_AUTHORIZATION", "")):
            status, body = "401 Unauthorized", b""
        else:
            status, body = "200 OK", self._page().encode()
        start_response(status, [("Content-Type", CONTENT_TYPE), ("Content-Length", str(len(body)))])
        return [body]

    def _answer(self) -> Response:
        if not self._may_read(request.headers.get("Authorization", "")):
            return Response(status=401, headers={"WWW-Authenticate": "Bearer"})
        return Response(self._page(), content_type=CONTENT_TYPE)

    def _may_read(self, said: str) -> bool:
        if self._token is None:
            return True
        given = said.removeprefix(BEARER) if said.startswith(BEARER) else ""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._token.encode())
