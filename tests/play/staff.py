"""Lecturers with accounts of their own, made over HTTP as their pages make them."""

from dataclasses import dataclass

from tests.play.people import HOST_COOKIE
from tests.play.server_under_test import Reply, ServerUnderTest

PASSPHRASE = "seven plain wooden stairs"


@dataclass(frozen=True)
class Account:
    """A lecturer who has signed in. `cookie` is what the browser then sends."""

    name: str
    cookie: str
    link: str

    @property
    def secret(self) -> str:
        """Of the session."""
        return self.cookie.removeprefix("trede_lecturer=")


def cookie_in(reply: Reply, name: str = "trede_lecturer") -> str:
    """A cookie that an answer sets, as a browser sends it back."""
    return next(value.split(";")[0] for key, value in reply.pairs if key == "set-cookie" and value.startswith(name))


def invite(server: ServerUnderTest, cookie: str = HOST_COOKIE) -> str:
    """A link for one more lecturer."""
    made = server.post("/api/invitations", {}, Cookie=cookie)
    assert made.status == 201, made
    link: str = made.json["link"]
    return link


def accept(server: ServerUnderTest, link: str, name: str, passphrase: str = PASSPHRASE, **headers: str) -> Reply:
    """What the page at the end of a link does."""
    message = {"secret": link.split("#")[1], "name": name, "passphrase": passphrase}
    return server.post("/api/invitations/accept", message, **headers)


def make_account(server: ServerUnderTest, name: str) -> Account:
    """A new lecturer, by an invitation of the owner of the machine."""
    link = invite(server)
    accepted = accept(server, link, name)
    assert accepted.status == 204, accepted
    return Account(name, cookie_in(accepted), link)


def sign_in(server: ServerUnderTest, name: str, passphrase: str = PASSPHRASE, **headers: str) -> Reply:
    """What the sign-in page does."""
    return server.post("/api/lecturers/sign-in", {"name": name, "passphrase": passphrase}, **headers)
