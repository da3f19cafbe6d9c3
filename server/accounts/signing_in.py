"""Sessions of lecturers: begun by a passphrase, asked for with every request, ended here or everywhere."""

from dataclasses import dataclass, replace

from server.accounts.passphrases import Passphrases, check_passphrase
from server.accounts.ports import Lecturer, LecturerBook, LecturerSession, desk_of, digest_of
from server.accounts.sign_in_guard import SignInGuard
from server.rooms.ports import Chance, Clock
from server.rules.refusals import Refusal, RefusalCode

RENEW_MILLIS = 24 * 60 * 60 * 1000
"""A session in use is kept for its whole time again, once a day: who teaches weekly is never out in mid-lecture."""
NAME_SENT_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody is in: the secrets for the browser to keep, which nobody can be told again."""

    lecturer: Lecturer
    session: str
    device: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A lecturer who is signed in, and the digest of the session by which."""

    lecturer: Lecturer
    session: str


class SigningIn:
    """Every method raises StoreUnavailable, the writing ones StoreFull."""

    def __init__(
        self, book: LecturerBook, passphrases: Passphrases, guard: SignInGuard, clock: Clock, chance: Chance
    ) -> None:
        self._book = book
        self._passphrases = passphrases
        self._guard = guard
        self._clock = clock
        self._chance = chance

    def sign_in(self, name: str, passphrase: str, address: str, device: str | None) -> Entered:
        """Changes a passphrase for a session. `device`: what an earlier one left in this browser, if anything.

        Raises Refusal FORBIDDEN, the same for a wrong name as for a wrong passphrase, and TOO_FAST.
        """
        lecturer = self._checked(desk_of(name[:NAME_SENT_LONGEST]), passphrase, address, device)
        if self._passphrases.is_weaker(lecturer.hashed):
            stronger = replace(lecturer, hashed=self._passphrases.hash(passphrase))
            lecturer = stronger if self._book.change(lecturer, stronger) else lecturer
        self._book.renew(lecturer)
        return self.enter(lecturer, device)

    def enter(self, lecturer: Lecturer, device: str | None = None) -> Entered:
        """A new session for somebody who has shown who it is."""
        session, device = self._chance.secret(), device or self._chance.secret()
        self._begin(lecturer, digest_of(session))
        self._book.know_device(digest_of(device), lecturer.desk)
        return Entered(lecturer, session, device)

    def standing(self, secret: str) -> Standing | None:
        """Whose session a secret opens, while it stands."""
        digest = digest_of(secret)
        lecturer = self._lecturer_of(digest, renews=True)
        return Standing(lecturer, digest) if lecturer is not None else None

    def stands(self, digest: str) -> bool:
        """Whether a session has not ended."""
        return self._lecturer_of(digest, renews=False) is not None

    def sign_out(self, standing: Standing) -> None:
        """Ends this session."""
        self._book.end(standing.session)

    def sign_out_everywhere(self, lecturer: Lecturer) -> None:
        """Ends all sessions of a lecturer, this one too. Raises StoreUnavailable where the account just changed."""
        self._change(lecturer, replace(lecturer, generation=lecturer.generation + 1))

    def change_passphrase(self, lecturer: Lecturer, old: str, new: str, address: str, device: str | None) -> Entered:
        """A new passphrase ends every session; this browser gets a new one.

        Raises Refusal FORBIDDEN where the old one is wrong, TOO_FAST, PASSPHRASE_WEAK.
        """
        check_passphrase(new, lecturer.name)
        known = self._checked(lecturer.desk, old, address, device)
        return self.enter(self.set_passphrase(known, new), device)

    def set_passphrase(self, lecturer: Lecturer, new: str) -> Lecturer:
        """The same without the old one, for whoever has shown a right to it."""
        after = replace(lecturer, hashed=self._passphrases.hash(new), generation=lecturer.generation + 1)
        self._change(lecturer, after)
        return after

    def _checked(self, desk: str, passphrase: str, address: str, device: str | None) -> Lecturer:
        now = self._clock.now()
        known = digest_of(device) if device else None
        if known is not None and self._book.device(known) != desk:
            known = None
        let = self._guard.lets_try(desk, address, known, now)
        if let is None:
            raise Refusal(RefusalCode.TOO_FAST)
        lecturer = self._book.find(desk)
        fits = self._passphrases.fits(passphrase, lecturer.hashed if lecturer else None)
        if lecturer is None or not fits:
            raise Refusal(RefusalCode.FORBIDDEN)
        let.give_back(self._clock.now())
        return lecturer

    def _lecturer_of(self, digest: str, renews: bool) -> Lecturer | None:
        session = self._book.session(digest)
        if session is None:
            return None
        lecturer = self._book.find(session.desk)
        if lecturer is None or (lecturer.id, lecturer.generation) != (session.lecturer, session.generation):
            return None
        if renews and self._clock.now() - session.renewed_at > RENEW_MILLIS:
            self._begin(lecturer, digest)
            self._book.renew(lecturer)
        return lecturer

    def _begin(self, lecturer: Lecturer, digest: str) -> None:
        self._book.begin(digest, LecturerSession(lecturer.id, lecturer.desk, lecturer.generation, self._clock.now()))

    def _change(self, before: Lecturer, after: Lecturer) -> None:
        if not self._book.change(before, after):
            raise Refusal(RefusalCode.SERVER_BUSY)
