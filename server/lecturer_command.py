"""`trede lecturer ...`: who may host beside the owner of the machine; beside a running server or without one."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TextIO

from redis import Redis

from server.accounts.invitations import Invitations
from server.accounts.ports import Lecturer, Purpose, desk_of
from server.clock import StoreClock, SystemChance
from server.rules.refusals import Refusal
from server.settings import Settings
from server.store.lecturers import RedisLecturers
from server.store.server_time import redis_time
from server.store_command import at_the_store
from server.wire.join_address import JoinAddress


class CannotDo(Exception):
    """Why not: one line, with what to do."""


class Office:
    """What the commands work with: the book in a store, and the address that links begin with."""

    def __init__(self, client: Redis, settings: Settings) -> None:
        clock = StoreClock(lambda: redis_time(client))
        clock.measure()
        self.book = RedisLecturers(client)
        self.invitations = Invitations(self.book, clock, SystemChance())
        self.base_url = JoinAddress(settings.public_url, settings.host, settings.port).base_url

    def known(self, name: str) -> Lecturer:
        """The lecturer of a name. Raises CannotDo."""
        lecturer = self.book.find(desk_of(name))
        if lecturer is None:
            raise CannotDo(f"There is no lecturer {name!r}: `trede lecturer list` shows them.")
        return lecturer

    def link(self, purpose: Purpose, name: str | None = None) -> str:
        """A link, and until when it opens. Raises CannotDo where there are too many."""
        try:
            invitation, secret = self.invitations.make(purpose, name=name)
        except Refusal:
            raise CannotDo("There are too many invitations: a lecturer takes some back on /account.") from None
        return f"{self.base_url}/invite#{secret}\nOpens once, until {_day(invitation.ends_at)} UTC."


def main(arguments: Sequence[str], out: TextIO = sys.stdout) -> int:
    """Runs one command; returns the exit status. Raises SystemExit for wrong usage."""
    chosen = _parser().parse_args(arguments)
    do: Callable[[Office, argparse.Namespace], str] = chosen.do
    return at_the_store(
        lambda client, settings: do(Office(client, settings), chosen), out, (CannotDo,), otherwise="The store"
    )


def show(office: Office, _chosen: argparse.Namespace) -> str:
    """Everybody who has an account."""
    lines = [f"{_day(lecturer.made_at)}  {lecturer.name}" for lecturer in office.book.all()]
    return "\n".join(lines) if lines else "No lecturer has an account yet: `trede lecturer invite` makes a link."


def invite(office: Office, _chosen: argparse.Namespace) -> str:
    """A link for one more."""
    return office.link(Purpose.NEW)


def reset(office: Office, chosen: argparse.Namespace) -> str:
    """A link by which a lecturer gets a new passphrase; the old one goes on until then."""
    return office.link(Purpose.RESET, office.known(chosen.name).name)


def remove(office: Office, chosen: argparse.Namespace) -> str:
    """An account goes; what it hosted stays, for the owner of the machine."""
    lecturer = office.known(chosen.name)
    office.invitations.remove_lecturer(lecturer)
    return f"{lecturer.name} is no lecturer any more. The host link still opens what this one hosted."


def _day(millis: int) -> str:
    return datetime.fromtimestamp(millis / 1000, UTC).strftime("%Y-%m-%d %H:%M")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="trede lecturer", description="Who may host, beside the host link's owner.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("list", help="who has an account").set_defaults(do=show)
    commands.add_parser("invite", help="a link for one more lecturer").set_defaults(do=invite)
    for verb, what, do in (("reset", "a link for a new passphrase", reset), ("remove", "end an account", remove)):
        command = commands.add_parser(verb, help=what)
        command.add_argument("name", metavar="NAME", help="as `trede lecturer list` shows it")
        command.set_defaults(do=do)
    return parser
