"""What the host may say at the door: who comes in, who is turned away, and who comes back at one press."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from server.rules import commands as c
from server.rules.ids import CommandId, PlayerId, ServerMillis
from server.wire.message_base import HostMessage, ShortText


class LetAllBackMessage(HostMessage):
    """Undoes a removal of many at once. `removal` is the id of DoorView.removal."""

    removal: Annotated[CommandId, ShortText]

    def to_command(self) -> c.LetAllBack:
        """The order."""
        return c.LetAllBack(self.command_id, self.removal)


class ApproveEntryMessage(HostMessage):
    """Whether who is new waits at the door until the host lets them in. Who waits already goes on waiting."""

    approves: bool

    def to_command(self) -> c.ApproveEntry:
        """The order."""
        return c.ApproveEntry(self.command_id, self.approves)


class LetInMessage(HostMessage):
    """Gives somebody a seat who waits at the door, or was turned away there."""

    player: Annotated[PlayerId, ShortText]

    def to_command(self) -> c.LetIn:
        """The order."""
        return c.LetIn(self.command_id, self.player)


class LetInUntilMessage(HostMessage):
    """Gives seats to all who wait and asked up to a moment, by the server's clock in milliseconds."""

    until: Annotated[ServerMillis, Field(ge=0)]

    def to_command(self) -> c.LetInUntil:
        """The order."""
        return c.LetInUntil(self.command_id, self.until)


class TurnAwayMessage(HostMessage):
    """Tells somebody who waits at the door that there is no seat for them."""

    player: Annotated[PlayerId, ShortText]

    def to_command(self) -> c.TurnAway:
        """The order."""
        return c.TurnAway(self.command_id, self.player)


class TurnAwaySinceMessage(HostMessage):
    """Tells so to all who wait and asked from a moment on, by the server's clock in milliseconds."""

    since: Annotated[ServerMillis, Field(ge=0)]

    def to_command(self) -> c.TurnAwaySince:
        """The order."""
        return c.TurnAwaySince(self.command_id, self.since)


DOOR_COMMANDS: Mapping[str, type[HostMessage]] = {
    "let_all_back": LetAllBackMessage,
    "approve_entry": ApproveEntryMessage,
    "let_in": LetInMessage,
    "let_in_until": LetInUntilMessage,
    "turn_away": TurnAwayMessage,
    "turn_away_since": TurnAwaySinceMessage,
}
