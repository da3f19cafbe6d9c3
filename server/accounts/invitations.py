"""Links by which somebody becomes a lecturer, or gets a new passphrase: each opens once, for some days."""

import hmac
from collections.abc import Sequence

from server.accounts.passphrases import Passphrases, check_passphrase
from server.accounts.ports import (
    Invitation,
    Lecturer,
    LecturerBook,
    Purpose,
    desk_of,
    digest_of,
    lecturer_name,
)
from server.accounts.signing_in import SigningIn
from server.rooms.ports import Chance, Clock
from server.rules.ids import LecturerId, ServerMillis
from server.rules.refusals import Refusal, RefusalCode

DAY_MILLIS = 24 * 60 * 60 * 1000
LASTS_MILLIS = {Purpose.FIRST: DAY_MILLIS, Purpose.NEW: 7 * DAY_MILLIS, Purpose.RESET: DAY_MILLIS}
INVITATIONS_MOST = 50
ID_LENGTH = 16


class Invitations:
    """Makes, lists and takes back. Every method raises StoreUnavailable, the writing ones StoreFull."""

    def __init__(self, book: LecturerBook, clock: Clock, chance: Chance) -> None:
        self._book = book
        self._clock = clock
        self._chance = chance

    def offer_first(self) -> str | None:
        """The secret of a link for the first lecturer of all, in place of any earlier one; None where there is one."""
        if self._book.all():
            return None
        for earlier in self._book.invitations():
            if earlier.purpose is Purpose.FIRST:
                self._book.take(earlier.id)
        return self.make(Purpose.FIRST)[1]

    def make(
        self, purpose: Purpose, made_by: LecturerId | None = None, name: str | None = None
    ) -> tuple[Invitation, str]:
        """A new one and its secret, which nobody can be told again. Raises Refusal TOO_LARGE for one too many."""
        if len(self.open()) >= INVITATIONS_MOST:
            raise Refusal(RefusalCode.TOO_LARGE)
        secret, now = self._chance.secret(), self._clock.now()
        digest = digest_of(secret)
        ends_at = ServerMillis(now + LASTS_MILLIS[purpose])
        invitation = Invitation(digest[:ID_LENGTH], digest, purpose, now, ends_at, made_by, name)
        self._book.invite(invitation)
        return invitation, secret

    def open(self) -> Sequence[Invitation]:
        """Those that still open, the oldest first. What is too old is thrown away on the way."""
        now, still = self._clock.now(), []
        for invitation in self._book.invitations():
            if invitation.ends_at <= now:
                self._book.take(invitation.id)
            else:
                still.append(invitation)
        return sorted(still, key=lambda invitation: invitation.made_at)

    def take_back(self, invitation_id: str) -> None:
        """It opens no more; harmless where it is gone."""
        self._book.take(invitation_id)

    def remove_lecturer(self, lecturer: Lecturer) -> None:
        """An account goes, with its sessions and the invitations that it made. What it hosted stays the owner's."""
        self._book.remove(lecturer)
        for invitation in self._book.invitations():
            if invitation.made_by == lecturer.id or invitation.name == lecturer.name:
                self._book.take(invitation.id)

    def fitting(self, secret: str) -> Invitation | None:
        """The invitation that a secret opens, while it does."""
        digest = digest_of(secret)
        for invitation in self.open():
            if hmac.compare_digest(invitation.digest, digest):
                return invitation if invitation.purpose is not Purpose.FIRST or not self._book.all() else None
        return None


class Accepting:
    """Makes of an invitation an account, or a new passphrase. Raises as above."""

    def __init__(
        self,
        invitations: Invitations,
        book: LecturerBook,
        signing_in: SigningIn,
        passphrases: Passphrases,
        clock: Clock,
    ) -> None:
        self._invitations = invitations
        self._book = book
        self._signing_in = signing_in
        self._passphrases = passphrases
        self._clock = clock

    def accept(self, secret: str, name: str, passphrase: str) -> Lecturer:
        """The lecturer who may sign in from now on. `name` counts for a new one only.

        Raises Refusal LINK_GONE, NAME_TAKEN, those of names, PASSPHRASE_WEAK;
        the invitation is used up only where all is well.
        """
        invitation = self._invitations.fitting(secret)
        if invitation is None:
            raise Refusal(RefusalCode.LINK_GONE)
        if invitation.purpose is Purpose.RESET:
            return self._reset(invitation, passphrase)
        wanted = lecturer_name(name)
        check_passphrase(passphrase, wanted)
        if self._book.find(desk_of(wanted)) is not None:
            raise Refusal(RefusalCode.NAME_TAKEN)
        hashed = self._passphrases.hash(passphrase)
        self._use_up(invitation)
        # From the invitation, so that it makes one lecturer at most and no earlier one comes back under this id.
        lecturer = Lecturer(LecturerId(digest_of(f"lecturer {secret}")[:24]), wanted, hashed, self._clock.now())
        if not self._book.add(lecturer):  # another invitation took the name at this very moment
            self._book.invite(invitation)
            raise Refusal(RefusalCode.NAME_TAKEN)
        return lecturer

    def _reset(self, invitation: Invitation, passphrase: str) -> Lecturer:
        lecturer = self._book.find(desk_of(invitation.name or ""))
        if lecturer is None:
            raise Refusal(RefusalCode.LINK_GONE)
        check_passphrase(passphrase, lecturer.name)
        self._use_up(invitation)
        return self._signing_in.set_passphrase(lecturer, passphrase)

    def _use_up(self, invitation: Invitation) -> None:
        if not self._book.take(invitation.id):
            raise Refusal(RefusalCode.LINK_GONE)
