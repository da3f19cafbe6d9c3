"""What a simulated class writes down while it plays: the one witness that the oracle believes about the class."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Fate(StrEnum):
    """What the sender of a command came to know about it."""

    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"
    UNSURE = "unsure"
    """No final answer came before the class went home."""


@dataclass(frozen=True, slots=True)
class SentCommand:
    """One command with its fate. `player` is None for the host's; `version` is that of the acknowledgement."""

    event: str
    command_id: str
    player: str | None
    body: Mapping[str, Any]
    fate: Fate
    code: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A message to a phone or the projector that told something of a card's key. `event` is the message's name."""

    event: str
    version: int
    card: str


@dataclass(frozen=True, slots=True)
class SeenPoints:
    """What a phone showed as its own points and rank, at a version of the room."""

    player: str
    version: int
    points: int
    rank: int | None


@dataclass(frozen=True, slots=True)
class SeenBoard:
    """The leaderboard as the server told it at a version of the room, before anything else changed it."""

    version: int
    rows: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class SeenVotes:
    """A message to a phone or the projector that told something of how the class voted."""

    event: str
    version: int


@dataclass(frozen=True, slots=True)
class SeenTeams:
    """The teams as the projector showed them at a version of the room."""

    version: int
    rows: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class SeenRoom:
    """A room as one process of the server held it: what its host's view said. `card` is the one on the screen."""

    process: str
    version: int
    phase: str
    players: int
    answered: int
    card: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """All that a class wrote down. Commands stand in the order in which each sender gave them."""

    room: str
    players: tuple[str, ...]
    commands: tuple[SentCommand, ...]
    sightings: tuple[Sighting, ...] = ()
    points_seen: tuple[SeenPoints, ...] = ()
    boards_seen: tuple[SeenBoard, ...] = ()
    versions_fell: tuple[str, ...] = ()
    """What was seen of each view that was older than the one before it on the same connection."""
    log: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)
    """The room's log, as the server exported it: {"version": 1, "event": {"type": "RoomOpened", ...}}."""

    votes_seen: tuple[SeenVotes, ...] = ()
    teams_seen: tuple[SeenTeams, ...] = ()
    rooms_seen: tuple[SeenRoom, ...] = ()
    unanswered: tuple[str, ...] = ()
    """Messages on a connection that stood, without an answer within the time that is promised."""

    strangers_heard: tuple[str, ...] = ()
    """What a device was told of another room, or of another's seat."""

    came_back_older: tuple[str, ...] = ()
    """Views after a new connection that were older than what the device had seen; where there is but one process."""

    def to_json(self) -> dict[str, Any]:
        """Plain values, for a file."""
        return asdict(self)
