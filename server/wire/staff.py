"""Who of the house is asking: the owner of the machine, by the host token, or a lecturer who has signed in.

What a lecturer opens is that lecturer's own: nobody else leads it, reads its report or throws it away but the owner of
the machine, and whoever was handed a key of it (rights.py). What has no lecturer is the owner's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.http import parse_cookie

from server.accounts.signing_in import SigningIn, Standing
from server.rooms.ports import Register
from server.rules.ids import LecturerId, RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.host_key import HOST_COOKIE, HostKey

LECTURER_COOKIE = "trede_lecturer"
"""The secret of a lecturer's session."""
DEVICE_COOKIE = "trede_known"
"""Says that a lecturer has signed in on this device before: then nobody else's wrong tries count against it."""

__all__ = ["DEVICE_COOKIE", "HOST_COOKIE", "LECTURER_COOKIE", "Staff", "StaffMember"]


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Who asks. `standing` is None for the owner of the machine."""

    standing: Standing | None = None

    @property
    def lecturer(self) -> LecturerId | None:
        """Whose it is what this one opens."""
        return self.standing.lecturer.id if self.standing else None

    @property
    def session(self) -> str | None:
        """By which session, where it is by one."""
        return self.standing.session if self.standing else None

    def owns(self, owner: LecturerId | None) -> bool:
        """Whether what has this owner is this one's to use."""
        return self.lecturer in (None, owner)


OWNER = StaffMember()
"""Whoever holds the host token."""


class Staff:
    """Asked with every request and every connection."""

    def __init__(self, host_key: HostKey, signing_in: SigningIn, register: Register) -> None:
        self.host_key = host_key
        self._signing_in = signing_in
        self._register = register

    def asking(self, environ: Mapping[str, Any]) -> StaffMember | None:
        """Who asks by the cookies of a request; None for nobody of the house. Raises StoreUnavailable."""
        cookies = parse_cookie(environ.get("HTTP_COOKIE", ""))
        if self.host_key.fits(cookies.get(HOST_COOKIE)):
            return OWNER
        secret = cookies.get(LECTURER_COOKIE)
        standing = self._signing_in.standing(secret) if secret else None
        return StaffMember(standing) if standing is not None else None

    def check(self, environ: Mapping[str, Any]) -> StaffMember:
        """The same. Raises Refusal FORBIDDEN for nobody, and StoreUnavailable."""
        member = self.asking(environ)
        if member is None:
            raise Refusal(RefusalCode.FORBIDDEN)
        return member

    def owns_room(self, member: StaffMember, room: RoomId) -> bool:
        """Whether a room is one's own. A room that is not on the list is nobody's but the owner's of the machine.

        Raises Refusal ROOM_NOT_FOUND for a lecturer who asks for that, and StoreUnavailable.
        """
        if member.lecturer is None:
            return True
        line = self._register.line(room)
        if line is None:
            raise Refusal(RefusalCode.ROOM_NOT_FOUND)
        return member.owns(line.owner)

    def stands(self, session: str) -> bool:
        """Whether a lecturer's session, by its digest, has not ended. Raises StoreUnavailable."""
        return self._signing_in.stands(session)
