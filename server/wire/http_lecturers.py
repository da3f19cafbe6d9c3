"""The addresses of lecturers' accounts: in and out, a passphrase, invitations made, looked at and accepted.

A link's secret stands behind its #, which no browser sends and no server logs; the page at its end posts it.
"""

from flask import Flask, Response, request

from server.accounts.ports import Invitation, Purpose
from server.accounts.signing_in import Standing
from server.rooms.token_bucket import TokenBuckets
from server.rules.refusals import Refusal, RefusalCode
from server.wire.http_bodies_lecturers import InvitationLine, LecturerLine, MadeInvitation, OpenInvitation
from server.wire.http_law import answer, check_host, nothing, posted
from server.wire.lecturer_messages import (
    AcceptInvitationMessage,
    ChangePassphraseMessage,
    LecturerSignInMessage,
    LookAtInvitationMessage,
    MakeInvitationMessage,
    SignOutMessage,
)
from server.wire.senders import whence
from server.wire.services import Services
from server.wire.staff import DEVICE_COOKIE
from server.wire.staff_cookies import enter_as_lecturer, leave

GUESSES_PER_SECOND = 0.2
GUESSES_AT_ONCE = 10.0
REST_SECONDS = 1.0


class LecturerRoutes:
    """Thin: who is asking, read, ask, answer."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._accounts = services.accounts
        self._guesses = TokenBuckets(GUESSES_PER_SECOND, GUESSES_AT_ONCE)

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/api/lecturers", "lecturers", self.lecturers)
        app.add_url_rule("/api/lecturers/sign-in", "lecturer_in", self.sign_in, methods=["POST"])
        app.add_url_rule("/api/lecturers/sign-out", "lecturer_out", self.sign_out, methods=["POST"])
        app.add_url_rule("/api/lecturers/passphrase", "passphrase", self.change_passphrase, methods=["POST"])
        app.add_url_rule("/api/invitations", "invitations", self.invitations)
        app.add_url_rule("/api/invitations", "invite", self.invite, methods=["POST"])
        app.add_url_rule("/api/invitations/<invitation_id>", "uninvite", self.take_back, methods=["DELETE"])
        app.add_url_rule("/api/invitations/look", "look_at_invitation", self.look, methods=["POST"])
        app.add_url_rule("/api/invitations/accept", "accept_invitation", self.accept, methods=["POST"])

    def lecturers(self) -> Response:
        """Who has an account, for the house."""
        check_host(self._services.staff)
        return answer([LecturerLine(lecturer.name, lecturer.made_at) for lecturer in self._accounts.book.all()])

    def sign_in(self) -> Response:
        """A passphrase for a session. Refused alike for a wrong name; who guesses waits."""
        message = posted(LecturerSignInMessage)
        try:
            entered = self._accounts.signing_in.sign_in(message.name, message.passphrase, *self._sender())
        except Refusal as refusal:
            raise self._rested(refusal) from None
        return enter_as_lecturer(nothing(), entered)

    def sign_out(self) -> Response:
        """This browser is nobody's; harmless for one that was nobody's."""
        message = posted(SignOutMessage)
        member = self._services.staff.asking(request.environ)
        if member is not None and member.standing is not None:
            self._accounts.signing_in.sign_out(member.standing)
            if message.everywhere:
                self._accounts.signing_in.sign_out_everywhere(member.standing.lecturer)
        return leave(nothing())

    def change_passphrase(self) -> Response:
        """A new one, for who knows the old one."""
        standing = self._standing()
        message = posted(ChangePassphraseMessage)
        try:
            entered = self._accounts.signing_in.change_passphrase(
                standing.lecturer, message.old, message.new, *self._sender()
            )
        except Refusal as refusal:
            raise self._rested(refusal) from None
        return enter_as_lecturer(nothing(), entered)

    def invitations(self) -> Response:
        """Those that one made oneself and that still open; for the owner of the machine all."""
        member = check_host(self._services.staff)
        found = [each for each in self._accounts.invitations.open() if member.owns(each.made_by)]
        return answer([InvitationLine(each.id, each.purpose, each.made_at, each.ends_at, each.name) for each in found])

    def invite(self) -> Response:
        """A link for one more lecturer; for the first of all it is good for a week too."""
        member = check_host(self._services.staff)
        posted(MakeInvitationMessage)
        invitation, secret = self._accounts.invitations.make(Purpose.NEW, member.lecturer)
        link = f"{self._services.join_address.base_url}/invite#{secret}"
        return answer(MadeInvitation(invitation.id, invitation.ends_at, link), 201)

    def take_back(self, invitation_id: str) -> Response:
        """A link opens no more; harmless where it did not."""
        member = check_host(self._services.staff)
        for each in self._accounts.invitations.open():
            if each.id == invitation_id:
                if not member.owns(each.made_by):
                    raise Refusal(RefusalCode.FORBIDDEN)
                self._accounts.invitations.take_back(each.id)
        return nothing()

    def look(self) -> Response:
        """What a link is for."""
        invitation = self._opened(posted(LookAtInvitationMessage).secret)
        return answer(OpenInvitation(invitation.purpose, invitation.ends_at, invitation.name))

    def accept(self) -> Response:
        """An account, or a new passphrase; and this browser is signed in."""
        message = posted(AcceptInvitationMessage)
        self._opened(message.secret)
        lecturer = self._accounts.accepting.accept(message.secret, message.name, message.passphrase)
        entered = self._accounts.signing_in.enter(lecturer, request.cookies.get(DEVICE_COOKIE))
        return enter_as_lecturer(nothing(), entered)

    def _opened(self, secret: str) -> Invitation:
        """Wrong guesses are slowed down; a right secret always opens."""
        invitation = self._accounts.invitations.fitting(secret)
        if invitation is None:
            if not self._guesses.take(whence(request.environ).address, self._services.clock.now()):
                raise self._rested(Refusal(RefusalCode.TOO_FAST))
            raise Refusal(RefusalCode.LINK_GONE)
        return invitation

    def _standing(self) -> Standing:
        standing = check_host(self._services.staff).standing
        if standing is None:  # the owner of the machine has a token, and no passphrase
            raise Refusal(RefusalCode.FORBIDDEN)
        return standing

    def _sender(self) -> tuple[str, str | None]:
        return whence(request.environ).address, request.cookies.get(DEVICE_COOKIE)

    def _rested(self, refusal: Refusal) -> Refusal:
        if refusal.code is RefusalCode.TOO_FAST:
            self._services.concurrency.sleep(REST_SECONDS)
        return refusal
