"""What a lecturer's pages send over HTTP: signing in and out, a passphrase, an invitation."""

from typing import Annotated

from pydantic import StringConstraints

from server.accounts.passphrases import LONGEST
from server.wire.message_base import ClientMessage, ShortText

SaidPassphrase = Annotated[str, StringConstraints(max_length=LONGEST)]
SaidName = Annotated[str, ShortText]


class LecturerSignInMessage(ClientMessage):
    """Signs a lecturer in. A wrong name and a wrong passphrase are refused alike."""

    name: SaidName
    passphrase: SaidPassphrase


class SignOutMessage(ClientMessage):
    """Ends this browser's session; `everywhere`: also those of all other browsers."""

    everywhere: bool = False


class ChangePassphraseMessage(ClientMessage):
    """A new passphrase. All other browsers are signed out."""

    old: SaidPassphrase
    new: SaidPassphrase


class MakeInvitationMessage(ClientMessage):
    """Makes a link for one more lecturer."""


class LookAtInvitationMessage(ClientMessage):
    """What an invitation is for, by its secret as the link carries it."""

    secret: Annotated[str, ShortText]


class AcceptInvitationMessage(ClientMessage):
    """Makes an account of an invitation, or gives a lecturer a new passphrase; then `name` does not count."""

    secret: Annotated[str, ShortText]
    name: SaidName
    passphrase: SaidPassphrase
