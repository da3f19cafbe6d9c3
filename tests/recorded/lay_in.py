"""Lays a recorded session into a server that runs, as if it had been played there."""

import json

from redis import Redis

from server.rules.ids import RoomId, Version
from server.store.log_file import read_log_file
from server.store.room_log import RedisRoomLog
from tests.play.server_under_test import ServerUnderTest
from tests.recorded import FOLDER, HOUR
from tests.support.plain_threads import PlainThreads

AT_ONCE = 500


def lay_in(server: ServerUnderTest, name: str = HOUR) -> RoomId:
    """Writes a recorded log into the server's own private store; returns its room."""
    note = json.loads((server.folder / "data" / "store.json").read_text("utf-8"))
    file = read_log_file(FOLDER / name)
    with Redis(unix_socket_path=note["socket"]) as client:
        log = RedisRoomLog(client, PlainThreads())
        for start in range(0, len(file.events), AT_ONCE):
            assert log.append(file.room, Version(start), file.events[start : start + AT_ONCE], None)
    return file.room
