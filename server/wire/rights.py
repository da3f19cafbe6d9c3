"""Who leads a room, and what each may do: the owner of the server, a colleague, or the lecturer's own phone.

The reasons stand in server/decisions/0018-keys-to-lead-a-room.md. A command that is named nowhere is the owner's alone.
"""

from collections.abc import Mapping
from enum import StrEnum

from server.rooms.ports import KeyRole
from server.wire.host_messages import HOST_COMMANDS


class Leader(StrEnum):
    """In what quality somebody leads a room."""

    OWNER = "owner"
    COLLEAGUE = "colleague"
    REMOTE = "remote"


RUN = frozenset(
    {"step", "back", "undo", "talk", "extend", "skip", "arrange", "earlier", "board", "lock", "podium"}
)  # fmt: skip
"""Leading the run of the cards: what somebody does while walking through the hall."""
HOUSE = frozenset(
    {"choose_axes", "change_settings", "remove", "remove_since", "let_back", "rename", "put_in_team", "extra_time"}
    | {"let_all_back", "approve_entry", "let_in", "let_in_until", "turn_away", "turn_away_since", "group", "end"}
)
"""What bears on persons and marks, changes how the room is played, or ends it out of turn."""

COMMANDS_OF: Mapping[Leader, frozenset[str]] = {
    Leader.OWNER: frozenset(HOST_COMMANDS),
    Leader.COLLEAGUE: RUN | HOUSE,
    Leader.REMOTE: RUN,
}
KEYS_MADE_BY: Mapping[Leader, frozenset[KeyRole]] = {
    Leader.OWNER: frozenset(KeyRole),
    Leader.COLLEAGUE: frozenset({KeyRole.REMOTE}),
    Leader.REMOTE: frozenset({KeyRole.REMOTE}),
}
"""Nobody gives away more than is theirs."""


def leader_of(role: KeyRole) -> Leader:
    """In what quality the holder of a key leads."""
    return Leader(role.value)


def may(leader: Leader, command: str) -> bool:
    """Whether somebody may give this command of the host's."""
    return command in COMMANDS_OF[leader]
