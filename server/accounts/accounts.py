"""The parts of accounts, put together over one book."""

from dataclasses import dataclass

from server.accounts.invitations import Accepting, Invitations
from server.accounts.passphrases import Passphrases
from server.accounts.ports import LecturerBook
from server.accounts.sign_in_guard import SignInGuard
from server.accounts.signing_in import SigningIn
from server.rooms.ports import Chance, Clock, Concurrency


@dataclass(frozen=True, slots=True)
class Accounts:
    """What addresses and commands ask."""

    book: LecturerBook
    signing_in: SigningIn
    invitations: Invitations
    accepting: Accepting


def make_accounts(book: LecturerBook, concurrency: Concurrency, clock: Clock, chance: Chance) -> Accounts:
    """Puts them together."""
    passphrases = Passphrases(concurrency)
    signing_in = SigningIn(book, passphrases, SignInGuard(), clock, chance)
    invitations = Invitations(book, clock, chance)
    accepting = Accepting(invitations, book, signing_in, passphrases, clock)
    return Accounts(book, signing_in, invitations, accepting)
