"""Every key that Trede keeps in Redis, with its lifetime. The only place that spells a key.

All keys of a room share the hash tag {room}, and all keys of a course {course}, so that in a cluster each lives on one
shard and one script may touch all of them. No key is without a lifetime: what nobody renews goes by itself.
"""

from dataclasses import dataclass

from server.rules.ids import CardId, CourseId, Pin, RoomId

DAY_SECONDS = 24 * 60 * 60

ROOM_SECONDS = 180 * DAY_SECONDS
"""How long a sitting is kept after its last event, for the replay and the analysis."""
PIN_SECONDS = DAY_SECONDS
"""How long a PIN is lent at most: a room that nobody ends gives it back by itself."""
KEYS_SECONDS = DAY_SECONDS
"""How long the keys to lead a room are kept after the last was made; each has an end of its own."""
HOMEWORK_SECONDS = 180 * DAY_SECONDS
"""How long a homework and what came back are kept after the last of it was written."""

LECTURER_SECONDS = 730 * DAY_SECONDS
"""How long an account is kept after its lecturer was last seen."""
SESSION_SECONDS = 30 * DAY_SECONDS
"""How long a lecturer stays signed in without using it."""
DEVICE_SECONDS = 365 * DAY_SECONDS
"""How long it is known that a lecturer has signed in on a device."""
INVITATION_SECONDS = 7 * DAY_SECONDS
"""How long invitations are kept after the last was made; each has an end of its own."""

COURSE_SECONDS = ROOM_SECONDS
"""How long a course is kept after its last room. What a room gave to its season goes after the room's own time."""
DRAFT_SECONDS = 600
"""How long a log that is being written anew may take to take its place; what is left of one goes by itself."""
REHEARSAL_SECONDS = 60
"""How long what a starting server tries out may lie about, if it is killed over it."""
SWEEP_SECONDS = 600
"""How long one process alone looks after what is too old."""

NOTICE_SECONDS = 25
"""How long what one process tells the others holds without a sign of life from it."""


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


def room_here(room: RoomId) -> Key:
    """Hash: by process, who is connected to the room there, as JSON; and by `@process`, when it last said so."""
    return Key(f"trede:{{{room}}}:here", NOTICE_SECONDS)


def card_asked(card: CardId) -> Key:
    """Hash: the processes that ask a card which is not revealed; and by `@process`, when each last said so."""
    return Key(f"trede:asked:{{{card}}}", NOTICE_SECONDS)


def room_draft(room: RoomId, name: str) -> Key:
    """Stream: the room's log being written anew without names, until it takes the log's place."""
    return Key(f"trede:{{{room}}}:draft:{name}", DRAFT_SECONDS)


def pin_loan(pin: Pin) -> Key:
    """String: the id of the open room that has the PIN."""
    return Key(f"trede:pin:{pin}", PIN_SECONDS)


def rooms_by_age() -> Key:
    """Sorted set: room ids by the moment they were opened, in milliseconds. Entries past ROOM_SECONDS are cut off."""
    return Key("trede:rooms", ROOM_SECONDS)


def courses_by_use() -> Key:
    """Sorted set: course ids by when each was made or last had a room, in milliseconds."""
    return Key("trede:courses", COURSE_SECONDS)


def course_line(course: CourseId) -> Key:
    """String: what the course is called and when it was made, as JSON."""
    return Key(f"trede:{{{course}}}:course", COURSE_SECONDS)


def course_rooms(course: CourseId) -> Key:
    """Sorted set: the course's rooms by the moment they were opened, in milliseconds."""
    return Key(f"trede:{{{course}}}:rooms", COURSE_SECONDS)


def course_week(course: CourseId, room: RoomId) -> Key:
    """Sorted set: thousandths of a point by member, that a room gave to the season."""
    return Key(f"trede:{{{course}}}:week:{room}", ROOM_SECONDS)


def course_written(course: CourseId) -> Key:
    """Hash: the version of each room's log that the season was written from, by room."""
    return Key(f"trede:{{{course}}}:written", COURSE_SECONDS)


def course_season(course: CourseId) -> Key:
    """Sorted set: thousandths of a point by member, over all weeks."""
    return Key(f"trede:{{{course}}}:season", COURSE_SECONDS)


def homework_sheet(homework_id: str) -> Key:
    """String: what was set, as JSON. All keys of a homework share the hash tag {homework id}."""
    return Key(f"trede:homework:{{{homework_id}}}:sheet", HOMEWORK_SECONDS)


def homework_devices(homework_id: str) -> Key:
    """Set: the random ids of the devices that have handed in."""
    return Key(f"trede:homework:{{{homework_id}}}:devices", HOMEWORK_SECONDS)


def homework_answers(homework_id: str) -> Key:
    """Hash: the marks of a device's first answer to a card, as JSON by `<device>/<card>`."""
    return Key(f"trede:homework:{{{homework_id}}}:answers", HOMEWORK_SECONDS)


def homework_by_age() -> Key:
    """Sorted set: homework ids by when they were set, in milliseconds. Those past HOMEWORK_SECONDS are cut off."""
    return Key("trede:homework", HOMEWORK_SECONDS)


def lecturer(desk: str) -> Key:
    """String: a lecturer's account as JSON, by the hash of the name; of the passphrase its argon2id hash."""
    return Key(f"trede:lecturer:{desk}", LECTURER_SECONDS)


def lecturers() -> Key:
    """Sorted set: the desks of all lecturers by when each account was made, in milliseconds."""
    return Key("trede:lecturers", LECTURER_SECONDS)


def lecturer_session(digest: str) -> Key:
    """String: one browser in which a lecturer has signed in, as JSON, by the hash of its secret."""
    return Key(f"trede:lecturer-session:{digest}", SESSION_SECONDS)


def lecturer_device(digest: str) -> Key:
    """String: the desk at which a device is known, by the hash of the device's secret."""
    return Key(f"trede:lecturer-device:{digest}", DEVICE_SECONDS)


def invitations() -> Key:
    """Hash: invitations as JSON by their ids. Of their secrets only a hash."""
    return Key("trede:invitations", INVITATION_SECONDS)


def rooms_to_forget() -> Key:
    """Set: the rooms whose logs say that somebody is forgotten, and may still hold a name."""
    return Key("trede:forgetting", ROOM_SECONDS)


def sweep_lock() -> Key:
    """String: which process looks after what is too old, just now."""
    return Key("trede:sweep", SWEEP_SECONDS)


def rehearsal(part: str, start: str = "start") -> Key:
    """Whatever a starting server tries out, to see whether it may. Those of one start share a hash tag."""
    return Key(f"trede:rehearsal:{{{start}}}:{part}", REHEARSAL_SECONDS)


def all_of_room(room: RoomId) -> str:
    """The pattern of every key of a room, whoever wrote it."""
    return f"trede:{{{room}}}:*"


EVERY_KEY = "trede:*"
"""The pattern of all of them."""
SHARD_OF_THE_CLOCK = "trede:clock"
"""No key; a name that falls on one shard of a cluster, whose clock counts."""
ALL_ROOMS = ("trede:{*}:log", "trede:{*}:line")
"""The patterns by which rooms are found, listed or not."""


def room_of_key(name: str) -> RoomId:
    """The room of a key that fits one of ALL_ROOMS."""
    return RoomId(name[name.index("{") + 1 : name.index("}")])
