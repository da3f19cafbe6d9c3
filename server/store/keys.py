"""Every key that Trede keeps in Redis, with its lifetime. The only place that spells a key.

All keys of a room share the hash tag {room}, so that in a cluster a room lives on one shard and one script may
touch all of them. No key is without a lifetime: what nobody renews goes by itself.
"""

from dataclasses import dataclass

from server.rules.ids import Pin, RoomId

DAY_SECONDS = 24 * 60 * 60

ROOM_SECONDS = 180 * DAY_SECONDS
"""How long a sitting is kept after its last event, for the replay and the analysis."""
PIN_SECONDS = DAY_SECONDS
"""How long a PIN is lent at most: a room that nobody ends gives it back by itself."""
KEYS_SECONDS = DAY_SECONDS
"""How long the keys to lead a room are kept after the last was made; each has an end of its own."""
DRAFT_SECONDS = 600
"""How long a log that is being written anew may take to take its place; what is left of one goes by itself."""
SWEEP_SECONDS = 600
"""How long one process alone looks after what is too old."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key's name and how many seconds it is kept after each write."""

    name: str
    seconds: int


def room_log(room: RoomId) -> Key:
    """Stream: the room's events, entry id <version>-0, field `e` the encoded event."""
    return Key(f"trede:{{{room}}}:log", ROOM_SECONDS)


def room_standings(room: RoomId) -> Key:
    """Sorted set: thousandths of a point by player id, as of the last reveal."""
    return Key(f"trede:{{{room}}}:standings", ROOM_SECONDS)


def room_line(room: RoomId) -> Key:
    """String: the room's line in the list of sessions, as JSON."""
    return Key(f"trede:{{{room}}}:line", ROOM_SECONDS)


def room_keys(room: RoomId) -> Key:
    """Hash: the keys by which other devices may lead the room, as JSON by key id. Of their secrets only a hash."""
    return Key(f"trede:{{{room}}}:keys", KEYS_SECONDS)


def room_draft(room: RoomId, name: str) -> Key:
    """Stream: the room's log being written anew without names, until it takes the log's place."""
    return Key(f"trede:{{{room}}}:draft:{name}", DRAFT_SECONDS)


def pin_loan(pin: Pin) -> Key:
    """String: the id of the open room that has the PIN."""
    return Key(f"trede:pin:{pin}", PIN_SECONDS)


def rooms_by_age() -> Key:
    """Sorted set: room ids by the moment they were opened, in milliseconds. Entries past ROOM_SECONDS are cut off."""
    return Key("trede:rooms", ROOM_SECONDS)


def rooms_to_forget() -> Key:
    """Set: the rooms whose logs say that somebody is forgotten, and may still hold a name."""
    return Key("trede:forgetting", ROOM_SECONDS)


def sweep_lock() -> Key:
    """String: which process looks after what is too old, just now."""
    return Key("trede:sweep", SWEEP_SECONDS)


def all_of_room(room: RoomId) -> str:
    """The pattern of every key of a room, whoever wrote it."""
    return f"trede:{{{room}}}:*"


ALL_ROOMS = ("trede:{*}:log", "trede:{*}:line")
"""The patterns by which rooms are found, listed or not."""


def room_of_key(name: str) -> RoomId:
    """The room of a key that fits one of ALL_ROOMS."""
    return RoomId(name[name.index("{") + 1 : name.index("}")])
