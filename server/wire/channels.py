"""The names of the Socket.IO rooms that views are sent to. The blank keeps them apart from the ids of sockets."""

from server.rules.ids import RoomId


def phones_of(room: RoomId) -> str:
    """All phones in a room."""
    return f"phones {room}"


def screens_of(room: RoomId) -> str:
    """The projectors of a room."""
    return f"screens {room}"


def hosts_of(room: RoomId) -> str:
    """The host's devices."""
    return f"hosts {room}"
