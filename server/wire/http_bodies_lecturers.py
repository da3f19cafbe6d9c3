"""The bodies that HTTP answers lecturers with. In none stands a passphrase, and a secret in one link alone."""

from dataclasses import dataclass

from server.accounts.ports import Purpose
from server.rules.ids import ServerMillis


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who this browser is in the house; about a room, who it is there. Not a refusal: a page may ask it of anybody.

    `lecturer` is the name of who has signed in, None for the owner of the machine and for nobody. `has_lecturers`:
    there are accounts to sign in to.
    """

    is_host: bool
    lecturer: str | None
    has_lecturers: bool


@dataclass(frozen=True, slots=True)
class LecturerLine:
    """A lecturer of the house."""

    name: str
    made_at: ServerMillis


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation that still opens, without its secret. `name`: whose passphrase it renews."""

    id: str
    purpose: Purpose
    made_at: ServerMillis
    ends_at: ServerMillis
    name: str | None


@dataclass(frozen=True, slots=True)
class MadeInvitation:
    """An invitation that was just made. `link` holds its secret, which is told this once."""

    id: str
    ends_at: ServerMillis
    link: str


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """What a link is for, for whoever holds it. `name`: whose passphrase it renews."""

    purpose: Purpose
    ends_at: ServerMillis
    name: str | None
