"""`trede replay ...`: a session leaves as a file, and comes back on any server, beside a running one or without."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from redis import Redis

from server.clock import SystemChance
from server.engine.threading_engine import Threads
from server.review.sitting import Sitting, read_sitting
from server.rooms.ports import RoomSummary
from server.rules.events import Event, RoomEnded
from server.rules.forgetting import NO_WORDS
from server.rules.ids import CommandId, RoomId, Version
from server.rules.standings import scores_for_leaderboard
from server.store.log_file import LogFile, UnreadableLogFile, read_log_file, write_log_file
from server.store.register import RedisRegister
from server.store.room_log import BrokenLog, RedisRoomLog
from server.store.server_time import redis_time
from server.store_command import at_the_store
from server.taking_home import may_leave

IMPORTED = CommandId("imported")
"""What ends a session whose file was written while it went on."""
_ROOM = re.compile(r"[A-Za-z0-9_-]{1,64}")


class CannotCarry(Exception):
    """Why a session does not leave or does not come in: one line, with what to do."""


def main(arguments: Sequence[str], out: TextIO = sys.stdout) -> int:
    """Runs one command; returns the exit status. Raises SystemExit for wrong usage."""
    chosen = _parser().parse_args(arguments)
    carry: Callable[[Redis, argparse.Namespace], str] = chosen.carry
    refusals = (CannotCarry, UnreadableLogFile, BrokenLog)
    return at_the_store(lambda client, _settings: carry(client, chosen), out, refusals, otherwise="The file")


def export_room(client: Redis, chosen: argparse.Namespace) -> str:
    """Writes a room's log to a file; returns what to say. Raises CannotCarry, BrokenLog and what the store raises."""
    room, path = _room_of(chosen.room), Path(chosen.to)
    if path.exists():
        raise CannotCarry(f"{path} is there already: take another name, so that nothing is written over.")
    events = _kept(client, room)
    if not events:
        raise CannotCarry(f"There is no room {room} here. Its id stands in the address of its replay: /replay/<id>.")
    count = write_log_file(path, room, may_leave(events, chosen.names))
    named = "with the names in it" if chosen.names else "with P1, P2, ... for names"
    return f"{path}: {count} events, {named}."


def import_room(client: Redis, chosen: argparse.Namespace) -> str:
    """Puts a file's session among those that have ended; returns what to say. A second time changes nothing.

    Raises CannotCarry, UnreadableLogFile and what the store raises.
    """
    file = read_log_file(Path(chosen.file))
    room = RoomId(SystemChance().room_id()) if chosen.as_new else _checked(file.room)
    events = _ended(file.events)
    sitting = folded(file, room, events)
    kept = _kept(client, room)
    if kept and kept != events:
        raise CannotCarry(
            f"Room {room} is here already and holds something else: `--as-new` gives the file's session another id."
        )
    if not kept:
        scores = scores_for_leaderboard(sitting.room)
        if not RedisRoomLog(client, Threads()).append(room, Version(0), events, scores):
            raise CannotCarry(f"Room {room} has come in at this very moment by another way: try again.")
    register = RedisRegister(client)
    if register.line(room) is None:
        register.enter(_line(client, sitting))
    where = f"/replay/{room}"
    return f"{where}: was here already." if kept else f"{where}: {len(events)} events, {len(sitting.players)} people."


def _line(client: Redis, sitting: Sitting) -> RoomSummary:
    """Its line in the list. No PIN is lent: nobody can come in any more."""
    room = sitting.room
    return RoomSummary(
        sitting.id,
        room.pin,
        room.deck.id,
        room.deck.title,
        room.opened_at,
        sitting.ended_at,
        names_kept=any(seat.name != sitting.pseudonym(seat.player) for seat in room.seats.values())
        or any(caller.name != NO_WORDS for player, caller in room.callers.items() if player not in room.seats),
        imported_at=redis_time(client),
    )


def folded(file: LogFile, room: RoomId, events: list[Event]) -> Sitting:
    """What the log comes to. Raises CannotCarry for events that do not follow from each other."""
    try:
        return read_sitting(room, events)
    except (LookupError, AssertionError, TypeError, ValueError) as error:
        raise CannotCarry(f"The events of room {file.room} do not follow from each other: {error!r}.") from error


def _ended(events: Sequence[Event]) -> list[Event]:
    if any(isinstance(event, RoomEnded) for event in events):
        return list(events)
    return [*events, RoomEnded(events[-1].at, IMPORTED)]


def _kept(client: Redis, room: RoomId) -> list[Event]:
    return [event for chunk in RedisRoomLog(client, Threads()).read(room, Version(0)) for event in chunk]


def _room_of(text: str) -> RoomId:
    """A room's id, also as the end of a link."""
    return _checked(text.rstrip("/").rsplit("/", 1)[-1])


def _checked(room: str) -> RoomId:
    if not _ROOM.fullmatch(room):
        raise CannotCarry(f"{room!r} is no room's id: it stands in the address of its replay, /replay/<id>.")
    return RoomId(room)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="trede replay", description="Carries sessions as files between servers.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    leave = commands.add_parser("export", help="write a session to a file")
    leave.add_argument("room", help="the room's id, or the link of its replay")
    leave.add_argument("--to", required=True, metavar="FILE", help="a file that is not there yet")
    leave.add_argument("--names", action="store_true", help="with the people's names, instead of P1, P2, ...")
    leave.set_defaults(carry=export_room)
    come = commands.add_parser("import", help="put a file's session among those that have ended")
    come.add_argument("file", metavar="FILE")
    come.add_argument("--as-new", action="store_true", help="under an id of its own, beside the one it was")
    come.set_defaults(carry=import_room)
    return parser
