"""Who sends a request: TREDE_PROXIES says how many addresses of X-Forwarded-For are ours, and no more is believed."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from server.wire.senders import SenderEdge, Whence, whence


def passed(edge_of: int, **environ: str | None) -> dict[str, Any]:
    """A request as the app gets it, with so many proxies of ours before it."""
    got: dict[str, Any] = {}

    def app(environ: dict[str, Any], _start: Callable[..., Any]) -> Iterable[bytes]:
        got.update(environ)
        return []

    SenderEdge(app, edge_of)(dict(environ), lambda *_: None)
    return got


FORWARDED = "HTTP_X_FORWARDED_FOR"


@pytest.mark.parametrize(
    ("proxies", "peer", "said", "sender"),
    [
        (0, "192.0.2.1", None, Whence("192.0.2.1")),
        (0, "::ffff:192.0.2.1", None, Whence("192.0.2.1")),
        (0, "2001:db8:1:2:3:4:5:6", None, Whence("2001:db8:1:2::/64")),
        (0, None, None, Whence("")),
        (0, "192.0.2.1", "6.6.6.6", Whence("192.0.2.1", is_sure=False)),
        (0, "127.0.0.1", "6.6.6.6, 192.0.2.1", Whence("127.0.0.1", is_sure=False)),
        (1, "10.0.0.9", "6.6.6.6, 192.0.2.1", Whence("192.0.2.1")),
        (1, "10.0.0.9", "192.0.2.1", Whence("192.0.2.1")),
        (1, "10.0.0.9", "6.6.6.6,,192.0.2.1, ", Whence("192.0.2.1")),
        (2, "10.0.0.9", "6.6.6.6, 192.0.2.1, 10.0.0.7", Whence("192.0.2.1")),
        (1, "10.0.0.9", "no address", Whence("no address")),
        (1, "10.0.0.9", "x" * 5_000, Whence("x" * 100)),
        (1, "192.0.2.1", None, Whence("192.0.2.1")),
        (2, "192.0.2.1", "6.6.6.6", Whence("192.0.2.1")),
        (1, "10.0.0.9", "2001:db8:1:2::9%eth0", Whence("2001:db8:1:2::/64")),
    ],
)
def test_where_a_request_comes_from(proxies: int, peer: str | None, said: str | None, sender: Whence) -> None:
    environ = {"REMOTE_ADDR": peer} | ({} if said is None else {FORWARDED: said})
    assert whence(passed(proxies, **environ)) == sender


def test_whoever_asks_for_the_address_gets_the_sender_s() -> None:
    assert passed(1, REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR="6.6.6.6, 192.0.2.1")["REMOTE_ADDR"] == "192.0.2.1"
    assert passed(0, REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR="192.0.2.1")["REMOTE_ADDR"] == "10.0.0.9"


def test_a_proxy_that_nobody_told_us_of_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    edge = SenderEdge(lambda _environ, _start: [], 0)
    with caplog.at_level(logging.WARNING):
        for number in range(3):
            edge({"REMOTE_ADDR": "127.0.0.1", FORWARDED: f"192.0.2.{number}"}, lambda *_: None)
    (record,) = caplog.records
    assert "TREDE_PROXIES" in record.getMessage()
    assert "192.0.2" not in record.getMessage()
