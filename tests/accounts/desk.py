"""Accounts over a book in memory, with a clock by hand, and a lecturer or two."""

from dataclasses import dataclass, field

from server.accounts.ports import Lecturer, Purpose
from server.accounts.signing_in import Entered
from server.rules.refusals import Refusal, RefusalCode
from tests.support.house import MemoryLecturers, accounts_in_memory
from tests.support.rooms_bench import HandClock, NextInLine

PASSPHRASE = "seven plain wooden stairs"
OFFICE, HALL = "192.0.2.1", "198.51.100.7"


@dataclass
class Desk:
    """The house's accounts as a test asks them."""

    clock: HandClock = field(default_factory=HandClock)
    book: MemoryLecturers = field(default_factory=MemoryLecturers)

    def __post_init__(self) -> None:
        self.accounts = accounts_in_memory(self.clock, NextInLine(), self.book)
        self.invitations, self.signing_in = self.accounts.invitations, self.accounts.signing_in

    def invited(self, name: str, passphrase: str = PASSPHRASE) -> Lecturer:
        """A lecturer who has accepted an invitation."""
        secret = self.invitations.make(Purpose.NEW)[1]
        return self.accept(secret, name, passphrase)

    def accept(self, secret: str, name: str = "", passphrase: str = PASSPHRASE) -> Lecturer:
        """What the page at the end of a link does."""
        return self.accounts.accepting.accept(secret, name, passphrase)

    def sign_in(
        self, name: str, passphrase: str = PASSPHRASE, address: str = OFFICE, device: str | None = None
    ) -> Entered:
        """What the sign-in page does."""
        return self.signing_in.sign_in(name, passphrase, address, device)

    def is_in(self, entered: Entered) -> bool:
        """Whether a session stands."""
        return self.signing_in.standing(entered.session) is not None

    def told(self, name: str, passphrase: str, address: str = OFFICE, device: str | None = None) -> RefusalCode | None:
        """With which code somebody is kept out."""
        try:
            self.sign_in(name, passphrase, address, device)
        except Refusal as refusal:
            return refusal.code
        return None
