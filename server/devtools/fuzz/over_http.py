"""HTTP: methods, paths, headers and bodies of every kind. A status below 500 with a code, or a clean end."""

import json
import re
import socket
from random import Random
from secrets import token_hex

from server.devtools.fuzz.finds import Finds
from server.devtools.fuzz.values import strange, written

PART = "http"
WAIT_SECONDS = 5.0
METHODS = ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "G\x00T", "X" * 300)
PATHS = (
    "/", "/host", "/join/{odd}", "/api/host", "/api/rooms", "/api/rooms/{room}", "/api/rooms/{odd}/replay",
    "/api/rooms/{room}/replay/{odd}/{odd}", "/api/rooms/{room}/lead", "/api/rooms/{room}/keys/{odd}",
    "/api/rooms/{room}/log?after={odd}", "/api/rooms/{room}/export/{odd}?lang={odd}&table={odd}",
    "/api/rooms/{room}/mine", "/api/rooms/{room}/forget-me", "/api/rooms/{room}/ghosts/{odd}", "/api/pins/{odd}",
    "/api/practice/{odd}/{odd}", "/api/exams/{odd}", "/api/homework/{odd}/answers", "/api/courses/{odd}",
    "/assets/{odd}", "/assets/../../{odd}", "//{odd}", "/%2e%2e/%2e%2e/etc/passwd", "/{odd}",
    "/socket.io/?EIO=4&transport=polling&sid={odd}", "/socket.io/?EIO={odd}&transport={odd}", "/socket.io/{odd}",
    "/host?token={odd}", "*", "http://evil.example/", "",
)  # fmt: skip
ODD = (
    "%00", "..", "%2e%2e%2f", "%ff%fe", "%", "%zz", "a" * 3_000, "a" * 9_000, "0", "-1", "9" * 30, "%F0%9F%8D%8B",
    "{room}", "?", "#", ";", "\\", "%0d%0aSet-Cookie:a=b", "\u00e9", "nl", "csv", "1", "123456",
)  # fmt: skip
KINDS = ("application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "",
         "application/json; charset=utf-16", "a" * 500)  # fmt: skip
ODD_HEADERS = {
    "Authorization": ("Seat ", "Seat x", "Seat \u00e9", "Seat " + "0" * 32, "Basic ===", "Seat " + "a" * 5_000),
    "Origin": ("http://[", "null", "://", "http://evil.example", "\u00e9", ""),
    "X-Forwarded-For": ("[", "::1%x", ",", "a" * 900, "6.6.6.6", "\u00e9"),
    "X-Forwarded-Host": ("[", ",", "a" * 900),
    "Cookie": ("trede_host=", "trede_host=\u00e9", "trede_host=;=;", "trede_host=" + "a" * 5_000, 'trede_host="'),
    "Accept-Encoding": ("gzip;q=x", "*;q=9e9", "," * 200),
    "Range": ("bytes=0-", "bytes=9-1", "x"),
    "Expect": ("100-continue", "x"),
    "If-None-Match": ("*", '"', "\u00e9"),
    "Upgrade": ("websocket", "h2c"),
}


class HttpFuzzer:
    """One request per case, written by hand: no library would send these."""

    def __init__(self, port: int, room: str, cookie: str, dice: Random, finds: Finds) -> None:
        self._port = port
        self._room = room
        self._cookie = cookie
        self._dice = dice
        self._finds = finds

    def turn(self) -> None:
        """One request."""
        self._finds.tried(PART)
        sent = self._request()
        heard = b""
        try:
            with socket.create_connection(("127.0.0.1", self._port), WAIT_SECONDS) as line:
                line.sendall(sent)
                line.shutdown(socket.SHUT_WR)
                while (chunk := line.recv(65_536)) and len(heard) < 2_000_000:
                    heard += chunk
        except TimeoutError:
            self._finds.add(PART, f"neither an answer nor an end within {WAIT_SECONDS:.0f} s", sent)
        except OSError:
            pass  # closed while more was sent
        self._judge(heard, sent)

    def _judge(self, heard: bytes, sent: bytes) -> None:
        if b"Traceback" in heard or b'File "' in heard:
            self._finds.add(PART, f"a traceback came back: {heard[-300:]!r}", sent)
        status = re.match(rb"HTTP/1\.[01] (\d{3})", heard)
        if status and status[1] in {b"500", b"502"}:
            self._finds.add(PART, f"a mistake of ours: {heard[-200:]!r}", sent)
        if re.search(rb"^Set-Cookie: ?a=b", heard, re.MULTILINE):
            self._finds.add(PART, f"a header of the sender's came back as ours: {heard[:300]!r}", sent)

    def _request(self) -> bytes:
        method, path = self._dice.choice((*METHODS, "GET", "POST", "POST", "GET")), self._dice.choice(PATHS)
        while "{odd}" in path:
            path = path.replace("{odd}", self._dice.choice(ODD), 1)
        path = path.replace("{room}", self._room)
        body = self._body()
        headers = [f"Host: 127.0.0.1:{self._port}", f"Content-Type: {self._dice.choice(KINDS)}", "Connection: close"]
        match self._dice.randrange(12):
            case 0:
                headers.append(f"Content-Length: {self._dice.choice(('-1', 'abc', '9' * 20, '99999999', '1e3', ''))}")
            case 1:
                headers += ["Transfer-Encoding: chunked", "Content-Length: 5"]
            case 2:
                headers.append("Transfer-Encoding: chunked")
                body = self._dice.choice(
                    (b"zz\r\n", b"5\r\nab", b"ffffffffff\r\n", b"-1\r\n\r\n", b"2\r\n{}\r\n0\r\n\r\n")
                )
            case _:
                headers.append(f"Content-Length: {len(body)}")
        headers += self._odd_headers()
        head = f"{method} {path} HTTP/{self._dice.choice(('1.1', '1.1', '1.1', '1.0', '9.9', 'x'))}\r\n"
        return (head + "\r\n".join(headers) + "\r\n\r\n").encode("utf-8", "replace") + body

    def _odd_headers(self) -> list[str]:
        odd = [f"Cookie: {self._cookie}"] if self._dice.random() < 0.5 else []
        if self._dice.random() < 0.1:
            odd += [f"X-Flood-{number}: {'y' * 60}" for number in range(self._dice.choice((50, 400)))]
        if self._dice.random() < 0.5:
            name = self._dice.choice(sorted(ODD_HEADERS))
            odd.append(f"{name}: {self._dice.choice(ODD_HEADERS[name])}")
        return odd

    def _body(self) -> bytes:
        match self._dice.randrange(6):
            case 0:
                return b""
            case 1:
                return b'{"token":"' + b"x" * 20_000 + b'"}'
            case 2:
                return self._dice.randbytes(self._dice.randrange(300))
            case 3:
                return json.dumps(
                    {"command_id": token_hex(12), "deck": "village-square", "cards": ["a"] * 600}
                ).encode()
            case _:
                body = {"command_id": token_hex(12), "token": strange(self._dice), "role": strange(self._dice)}
                return written(body, self._dice).encode()
