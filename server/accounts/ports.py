"""A lecturer, a session and an invitation, and the book that keeps them as a protocol; store/ has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Protocol

from server.rules.ids import LecturerId, ServerMillis
from server.rules.names import clean_name, same_to_the_eye

LECTURER_NAME_LONGEST = 60
"""Long enough for an address of the university."""


@dataclass(frozen=True, slots=True)
class Lecturer:
    """An account. `hashed` is the passphrase's argon2id hash; sessions of another `generation` do not stand."""

    id: LecturerId
    name: str
    hashed: str
    made_at: ServerMillis
    generation: int = 0

    @property
    def desk(self) -> str:
        """By what the book finds this account."""
        return desk_of(self.name)


@dataclass(frozen=True, slots=True)
class LecturerSession:
    """One browser in which a lecturer has signed in. `renewed_at` moves on while it is used."""

    lecturer: LecturerId
    desk: str
    generation: int
    renewed_at: ServerMillis


class Purpose(StrEnum):
    """What an invitation is for."""

    FIRST = "first"
    """The first account of all; void as soon as there is one."""
    NEW = "new"
    """One more lecturer."""
    RESET = "reset"
    """A new passphrase for the lecturer of `Invitation.name`."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that opens once. `made_by` is the lecturer who made it, None the owner of the machine."""

    id: str
    digest: str
    purpose: Purpose
    made_at: ServerMillis
    ends_at: ServerMillis
    made_by: LecturerId | None = None
    name: str | None = None


class LecturerBook(Protocol):
    """What is kept of lecturers. Every method raises StoreUnavailable, the writing ones StoreFull."""

    def add(self, lecturer: Lecturer) -> bool:
        """A new account; False where another has this desk."""
        ...

    def find(self, desk: str) -> Lecturer | None:
        """The account of a desk."""
        ...

    def all(self) -> Sequence[Lecturer]:
        """Every account, the oldest first."""
        ...

    def change(self, before: Lecturer, after: Lecturer) -> bool:
        """Puts an account in place of what it was; False where it is something else by now, or gone."""
        ...

    def remove(self, lecturer: Lecturer) -> None:
        """Forgets an account; harmless where it is gone."""
        ...

    def renew(self, lecturer: Lecturer) -> None:
        """The account is in use: it is kept for its whole time again."""
        ...

    def begin(self, digest: str, session: LecturerSession) -> None:
        """Keeps a session, or keeps it longer."""
        ...

    def session(self, digest: str) -> LecturerSession | None:
        """The session of a secret's digest."""
        ...

    def end(self, digest: str) -> None:
        """Forgets a session; harmless where it is gone."""
        ...

    def know_device(self, digest: str, desk: str) -> None:
        """On this device the lecturer of a desk has signed in."""
        ...

    def device(self, digest: str) -> str | None:
        """The desk that a device is known at."""
        ...

    def invite(self, invitation: Invitation) -> None:
        """Keeps an invitation."""
        ...

    def invitations(self) -> Sequence[Invitation]:
        """All that were made and neither used nor taken back, also those that are too old."""
        ...

    def take(self, invitation_id: str) -> bool:
        """Uses an invitation up; True for the one who did."""
        ...


def lecturer_name(raw: str) -> str:
    """A lecturer's name as it will be shown. Raises Refusal NAME_EMPTY or NAME_TOO_LONG."""
    return clean_name(raw, LECTURER_NAME_LONGEST)


def desk_of(name: str) -> str:
    """By what an account is found: two names that read alike are one. Also for what could be nobody's name."""
    return sha256(same_to_the_eye(name).encode("utf-8", "replace")).hexdigest()[:32]


def digest_of(secret: str) -> str:
    """What is kept of a random secret."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
