"""Puts a log that was written down into the store of a running server, as if it had been played there."""

import json
from collections.abc import Sequence

from server.rules.events import Event
from server.rules.ids import RoomId, Version
from server.store.connections import open_client
from server.store.room_log import RedisRoomLog
from tests.play.server_under_test import ServerUnderTest
from tests.support.plain_threads import PlainThreads

CHUNK = 1000


def store_log(server: ServerUnderTest, room: RoomId, events: Sequence[Event]) -> None:
    """Writes the log of a room that is not there yet."""
    (note,) = server.folder.rglob("store.json")
    client = open_client("unix://" + json.loads(note.read_text("utf-8"))["socket"])
    log = RedisRoomLog(client, PlainThreads())
    for start in range(0, len(events), CHUNK):
        assert log.append(room, Version(start), events[start : start + CHUNK], None)
    client.close()
