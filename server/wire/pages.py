"""The built pages and their files, from one folder. Files with a hash in their name are kept by browsers for ever."""

import gzip
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

from server.rules.refusals import Refusal
from server.wire.lobby import read_pin

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
SQUEEZED = frozenset({".css", ".html", ".js", ".json", ".svg", ".webmanifest"})
FOR_EVER = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"
WEBSOCKET_ONLY = b'<meta name="transports" content="websocket">'
"""For web/src/wire/dial.ts: long-polling would reach another process with each request."""
NOT_BUILT = "The pages have not been built yet: run `make setup` in the project's folder."


@dataclass(frozen=True, slots=True)
class _File:
    content: bytes
    squeezed: bytes | None
    kind: str


class Pages:
    """Serves the files of a folder as the web build makes it: *.html at its top, the rest in assets/."""

    def __init__(self, folder: Path, websocket_only: bool = False) -> None:
        self._folder = folder.resolve()
        self._websocket_only = websocket_only
        self._kept: dict[str, _File] = {}

    def attach(self, app: Flask) -> None:
        """Puts the pages' addresses on an app."""
        app.add_url_rule("/", "play", lambda: self.page("play.html"))
        app.add_url_rule("/join/<pin>", "join", self.join)
        app.add_url_rule("/account", "account", lambda: self.page("host.html"))
        app.add_url_rule("/invite", "invite_page", lambda: self.page("host.html"))
        app.add_url_rule("/host/<room>", "host_room", lambda room: self.page("host.html"))
        app.add_url_rule("/screen/<room>", "screen", lambda room: self.page("screen.html"))
        app.add_url_rule("/remote/<room>", "remote", lambda room: self.page("remote.html"))
        app.add_url_rule("/replay/<room>", "replay", lambda room: self.page("replay.html"))
        app.add_url_rule("/course/<course>", "course_page", lambda course: self.page("course.html"))
        app.add_url_rule("/mine/<room>", "mine", lambda room: self.page("mine.html"))
        app.add_url_rule("/ghost/<room>", "ghost", lambda room: self.page("ghost.html"))
        app.add_url_rule("/practice", "practice", lambda: self.page("practice.html"))
        app.add_url_rule("/exam/<exam>", "exam", lambda exam: self.page("practice.html"))
        app.add_url_rule("/homework", "homework", lambda: self.page("practice.html"))
        app.add_url_rule("/homework/<homework>", "homework_of", lambda homework: self.page("practice.html"))
        app.add_url_rule("/report/<room>", "report", lambda room: self.page("report.html"))
        app.add_url_rule("/assets/<path:name>", "assets", lambda name: self.file(f"assets/{name}", FOR_EVER))
        app.add_url_rule("/<name>", "top", self.top_file)

    def page(self, name: str, status: int = 200) -> Response:
        """A page, never kept by a browser. Read anew each time: it is small, and a new build shows at once."""
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            return Response(NOT_BUILT, 503, mimetype="text/plain")
        if self._websocket_only:
            content = content.replace(b"</head>", WEBSOCKET_ONLY + b"</head>", 1)
        return Response(content, status, content_type=TYPES[".html"])

    def join(self, pin: str) -> Response:
        """The play page; with a PIN that cannot be one it is still the page, which asks for another."""
        try:
            read_pin(pin)
        except Refusal:
            return self.page("play.html", 404)
        return self.page("play.html")

    def top_file(self, name: str) -> Response:
        """A file beside the pages, such as the icon."""
        return self.file(name, FOR_AN_HOUR)

    def file(self, name: str, cache: str) -> Response:
        """A file of the folder. Raises NotFound for any other, and for the pages, which have their own addresses."""
        found = self._kept.get(name) or self._read(name)
        is_squeezed = found.squeezed is not None and request.accept_encodings["gzip"] > 0
        response = Response(found.squeezed if is_squeezed else found.content, content_type=found.kind)
        if is_squeezed:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = cache
        return response

    def _read(self, name: str) -> _File:
        try:
            path = (self._folder / name).resolve()
            if not path.is_relative_to(self._folder) or path.suffix not in TYPES or path.suffix == ".html":
                raise NotFound
            content = path.read_bytes()
        except (OSError, ValueError):
            raise NotFound from None
        squeezed = gzip.compress(content, 9, mtime=0) if path.suffix in SQUEEZED else None
        file = _File(content, squeezed, TYPES[path.suffix])
        self._kept[name] = file
        return file
