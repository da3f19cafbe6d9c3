"""Everything that a replay sends: its head, and then part by part what was on the screen."""

from tests.play.people import HOST_COOKIE
from tests.play.server_under_test import ServerUnderTest


def whole_replay(server: ServerUnderTest, room: str, names: str = "") -> bytes:
    """Head and parts as they are sent; `names` is "" or "?names=true", which the host may ask."""
    path = f"/api/rooms/{room}/replay"
    head = server.get(path + names, Cookie=HOST_COOKIE)
    assert head.status == 200
    parts = [
        server.get(f"{path}/{head.json['version']}/{number}{names}", Cookie=HOST_COOKIE)
        for number in range(len(head.json["parts"]))
    ]
    assert [part.status for part in parts] == [200] * len(parts)
    return b"\n".join(reply.body for reply in (head, *parts))
