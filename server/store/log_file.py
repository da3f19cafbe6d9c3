"""A room's log as a file that can be carried: gzipped lines of JSON, a heading and then one event a line.

The events stand there as in the store, so that a file of years ago is read by the same codec, with its upgrades.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from server.rules.events import Event, RoomOpened
from server.rules.ids import RoomId
from server.store.event_codec import UnreadableEvent, decode_event, encode_event

FORMAT = "trede-log"
EDITION = 1
LONGEST_LINE = 4_000_000
"""Bytes. The first event holds a whole deck, a tenth of this at most."""
MOST_EVENTS = 2_000_000


class UnreadableLogFile(Exception):
    """A file that is no log, or one that was cut off or changed: which line, and what to do."""


@dataclass(frozen=True, slots=True)
class LogFile:
    """What a file holds: which room it was, and all that happened there, beginning with RoomOpened."""

    room: RoomId
    events: tuple[Event, ...]


def write_log_file(path: Path, room: RoomId, events: Iterable[Event]) -> int:
    """Writes a log, whole or not at all; returns how many events. Raises OSError.

    The same log gives the same bytes: nothing of the moment or of this machine is in them.
    """
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("wb") as raw:
            count = _write(raw, room, events)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return count


def log_file_bytes(room: RoomId, events: Iterable[Event]) -> bytes:
    """The same file, to be sent."""
    raw = BytesIO()
    _write(raw, room, events)
    return raw.getvalue()


def _write(raw: BinaryIO, room: RoomId, events: Iterable[Event]) -> int:
    count = 0
    with gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(json.dumps({"format": FORMAT, "edition": EDITION, "room": room}).encode() + b"\n")
        for event in events:
            file.write(encode_event(event) + b"\n")
            count += 1
        file.write(json.dumps({"events": count}).encode() + b"\n")
    return count


def read_log_file(path: Path) -> LogFile:
    """Reads a log back. Raises UnreadableLogFile, and OSError for a file that cannot be opened."""
    with path.open("rb") as raw, gzip.GzipFile(fileobj=raw) as file:
        try:
            return _read(path, _lines(path, file))
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise UnreadableLogFile(
                f"{path} is no log of Trede, or was cut off on its way ({error}): copy the file again."
            ) from error


def _lines(path: Path, file: gzip.GzipFile) -> Iterator[bytes]:
    for number in range(1, MOST_EVENTS + 3):
        line = file.readline(LONGEST_LINE + 1)
        if not line:
            return
        if len(line) > LONGEST_LINE:
            raise UnreadableLogFile(f"{path}, line {number}: longer than any event can be; this is no log of Trede.")
        yield line
    raise UnreadableLogFile(f"{path} has more than {MOST_EVENTS:,} events; this is no log of one room.")


def _read(path: Path, lines: Iterator[bytes]) -> LogFile:
    room = _heading(path, next(lines, b""))
    events: list[Event] = []
    ending: bytes | None = None
    for number, line in enumerate(lines, start=2):
        if ending is not None:
            raise UnreadableLogFile(f"{path}, line {number}: the log ended on the line before; the file was changed.")
        if line.startswith(b"{"):
            ending = line
            continue
        try:
            events.append(decode_event(line.rstrip(b"\n")))
        except UnreadableEvent as error:
            raise UnreadableLogFile(f"{path}, line {number}: {error}") from error
    if ending is None or _field(ending, "events") != len(events):
        raise UnreadableLogFile(f"{path} was cut off after {len(events)} events: copy the file again.")
    if not events or not isinstance(events[0], RoomOpened):
        raise UnreadableLogFile(f"{path}, line 2: a log begins with RoomOpened.")
    if any(isinstance(event, RoomOpened) for event in islice(events, 1, None)):
        raise UnreadableLogFile(f"{path} holds two rooms; a file holds one.")
    return LogFile(room, tuple(events))


def _heading(path: Path, line: bytes) -> RoomId:
    if _field(line, "format") != FORMAT:
        raise UnreadableLogFile(f"{path} is no log of Trede: `trede replay export` makes one.")
    edition = _field(line, "edition")
    if edition != EDITION:
        raise UnreadableLogFile(f"{path} is of edition {edition}, made by a newer Trede; this one reads {EDITION}.")
    room = _field(line, "room")
    if not isinstance(room, str) or not room:
        raise UnreadableLogFile(f"{path}, line 1: names no room.")
    return RoomId(room)


def _field(line: bytes, name: str) -> object:
    try:
        said = json.loads(line)
    except ValueError:
        return None
    return said.get(name) if isinstance(said, dict) else None
