"""The house as a test needs it: a host token, and lecturers' accounts in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from server.accounts.accounts import Accounts, make_accounts
from server.accounts.ports import Invitation, Lecturer, LecturerSession
from server.rooms.ports import Chance, Clock
from server.wire.host_key import HostKey
from server.wire.staff import Staff
from tests.support.memory_store import MemoryRegister, MemoryStore
from tests.support.plain_threads import PlainThreads


@dataclass
class MemoryLecturers:
    """LecturerBook in memory."""

    accounts: dict[str, Lecturer] = field(default_factory=dict)
    sessions: dict[str, LecturerSession] = field(default_factory=dict)
    devices: dict[str, str] = field(default_factory=dict)
    invited: dict[str, Invitation] = field(default_factory=dict)

    def add(self, lecturer: Lecturer) -> bool:
        """A new account."""
        return self.accounts.setdefault(lecturer.desk, lecturer) is lecturer

    def find(self, desk: str) -> Lecturer | None:
        """The account of a desk."""
        return self.accounts.get(desk)

    def all(self) -> Sequence[Lecturer]:
        """Every account."""
        return sorted(self.accounts.values(), key=lambda lecturer: lecturer.made_at)

    def change(self, before: Lecturer, after: Lecturer) -> bool:
        """Puts an account in place of what it was."""
        if self.accounts.get(before.desk) != before:
            return False
        self.accounts[before.desk] = after
        return True

    def remove(self, lecturer: Lecturer) -> None:
        """Forgets an account."""
        self.accounts.pop(lecturer.desk, None)

    def renew(self, lecturer: Lecturer) -> None:
        """Nothing lapses here."""

    def begin(self, digest: str, session: LecturerSession) -> None:
        """Keeps a session."""
        self.sessions[digest] = session

    def session(self, digest: str) -> LecturerSession | None:
        """The session of a secret's digest."""
        return self.sessions.get(digest)

    def end(self, digest: str) -> None:
        """Forgets a session."""
        self.sessions.pop(digest, None)

    def know_device(self, digest: str, desk: str) -> None:
        """A device is known at a desk."""
        self.devices[digest] = desk

    def device(self, digest: str) -> str | None:
        """The desk that a device is known at."""
        return self.devices.get(digest)

    def invite(self, invitation: Invitation) -> None:
        """Keeps an invitation."""
        self.invited[invitation.id] = invitation

    def invitations(self) -> Sequence[Invitation]:
        """All of them."""
        return list(self.invited.values())

    def take(self, invitation_id: str) -> bool:
        """Uses an invitation up."""
        return self.invited.pop(invitation_id, None) is not None


def accounts_in_memory(clock: Clock, chance: Chance, book: MemoryLecturers | None = None) -> Accounts:
    """Accounts over a book in memory."""
    return make_accounts(book or MemoryLecturers(), PlainThreads(), clock, chance)


def staff_of(token: str, accounts: Accounts, store: MemoryStore | None = None) -> Staff:
    """The house of a host token."""
    return Staff(HostKey(token), accounts.signing_in, MemoryRegister(store or MemoryStore()))
