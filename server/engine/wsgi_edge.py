"""The outermost layer around the app, the same for every engine."""

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from server.engine.contract import WsgiApp

log = logging.getLogger(__name__)


class DebugStream:
    """What WSGI servers and libraries write about single connections, as lines for who looks for them."""

    def write(self, text: str) -> None:
        """One remark."""
        log.debug("%s", text.strip())

    def writelines(self, texts: Iterable[str]) -> None:
        """Several."""
        self.write("".join(texts))

    def flush(self) -> None:
        """Nothing is held back."""


class WsgiEdge:
    """Takes no compressed WebSockets, and logs what no layer within has caught.

    permessage-deflate costs 92 kB per connection and half the speed, and lets a small frame grow into a large one:
    a browser that is not answered on it goes without.

    `headers` go onto every answer that has not said them itself, also those that the sockets' library makes.
    """

    def __init__(self, app: WsgiApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["wsgi.errors"] = DebugStream()
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)

        def start(status: str, said: list[tuple[str, str]], *rest: Any) -> Any:
            names = {name.lower() for name, _ in said}
            missing = [(name, value) for name, value in self._headers.items() if name.lower() not in names]
            return start_response(status, [*said, *missing], *rest)

        if _is_no_upgrade(environ):
            start("400 Bad Request", [("Content-Type", "text/plain"), ("Content-Length", "0")])
            return [b""]
        try:
            return self._app(environ, start)
        except ConnectionError:
            # How werkzeug's server is told that a WebSocket has ended.
            raise
        except Exception:
            log.exception("A request failed: %s %s", environ.get("REQUEST_METHOD"), environ.get("PATH_INFO"))
            raise


def _is_no_upgrade(environ: Mapping[str, Any]) -> bool:
    """Whether a WebSocket is named and not, or badly, asked for: the libraries open a session and have no answer."""
    if "transport=websocket" not in environ.get("QUERY_STRING", "") or not _is_for_sockets(environ):
        return False
    connection = {part.strip() for part in environ.get("HTTP_CONNECTION", "").lower().split(",")}
    is_asked = "upgrade" in connection and environ.get("HTTP_UPGRADE", "").lower() == "websocket"
    is_well = environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13" and len(environ.get("HTTP_SEC_WEBSOCKET_KEY", "")) == 24
    return not (is_asked and is_well)


def _is_for_sockets(environ: Mapping[str, Any]) -> bool:
    path: str = environ.get("PATH_INFO", "")
    return path.startswith("/socket.io")
