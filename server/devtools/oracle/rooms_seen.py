"""Whether each process holds the room that the log says: the log is read anew up to the version that was seen."""

from collections.abc import Iterator

from server.devtools.oracle.log_reader import read_log
from server.devtools.oracle.record import Record, SeenRoom
from server.devtools.oracle.room_facts import RoomFacts

WITHOUT_CARD = frozenset({"lobby", "leaderboard", "podium", "ended"})
"""The phases in which no card is on the screen."""


def room_differences(record: Record) -> Iterator[str]:
    """A line for each thing in which a process's room was not the fold of the log."""
    for seen in record.rooms_seen:
        about = f"{seen.process} at version {seen.version}"
        if seen.version > len(record.log):
            yield f"{about}: the log ends at {len(record.log)}"
            continue
        facts = read_log(record.log[: seen.version])
        wanted = _folded(facts, seen)
        for name in ("phase", "players", "answered", "card"):
            if getattr(seen, name) != getattr(wanted, name):
                yield f"{about}: {name} is {getattr(seen, name)!r}, and {getattr(wanted, name)!r} by the log"


def _folded(facts: RoomFacts, seen: SeenRoom) -> SeenRoom:
    seated = facts.people.seated_at(seen.version)
    phase = facts.phase_at(seen.version) or ""
    asked = facts.rounds[-1] if facts.rounds and phase not in WITHOUT_CARD else None
    answered = 0 if asked is None else sum(asked.said[each].vote == asked.vote for each in seated & asked.said.keys())
    return SeenRoom(seen.process, seen.version, phase, len(seated), answered, asked.card if asked else None)
