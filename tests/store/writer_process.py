"""A process of its own that appends answers to a room, as another server would."""

import sys

from server.rules.ids import RoomId, Version
from server.store.connections import open_client
from server.store.room_log import RedisRoomLog
from tests.store.samples import answered
from tests.support.plain_threads import PlainThreads


def main() -> None:
    """Arguments: address, room, version to start from, how many answers."""
    address, room, version, count = sys.argv[1:]
    log = RedisRoomLog(open_client(address, 1), PlainThreads())
    for number in range(int(version), int(version) + int(count)):
        assert log.append(RoomId(room), Version(number), [answered(number)], None)


if __name__ == "__main__":
    main()
