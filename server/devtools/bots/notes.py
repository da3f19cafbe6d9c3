"""What a class notes while it plays, for its own report and as the record that the oracle judges."""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from server.devtools.oracle import (
    SecretWatch,
    SeenBoard,
    SeenPoints,
    SeenRoom,
    SeenTeams,
    SeenVotes,
    SentCommand,
    Sighting,
    ids_told,
)

AUDIENCE_EVENTS = frozenset({"room", "screen"})


@dataclass(slots=True)
class Notes:
    """Shared by all devices of a class.

    `errors` by kind: what a server must never do to a client. `retries` by code: "not now, send it again". `refusals`
    by code: final answers, which honest play may get. `round_trips` and `settled` are milliseconds:
    of each answered message, and from a command's first sending to its final answer. `asked_again`: how often somebody
    lacked a sheet.
    """

    watch: SecretWatch | None = None
    commands: list[SentCommand] = field(default_factory=list)
    sightings: dict[Sighting, None] = field(default_factory=dict)
    votes_seen: dict[SeenVotes, None] = field(default_factory=dict)
    teams_seen: list[SeenTeams] = field(default_factory=list)
    points_seen: list[SeenPoints] = field(default_factory=list)
    boards_seen: list[SeenBoard] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    retries: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    round_trips: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    reconnects: int = 0
    repeats: int = 0
    asked_again: int = 0
    versions_fell: list[str] = field(default_factory=list)
    came_back_older: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    strangers_heard: list[str] = field(default_factory=list)
    rooms_seen: list[SeenRoom] = field(default_factory=list)
    strangers: frozenset[str] = frozenset()
    """Ids of other rooms and of their players: in no message to a device of this room may one of them stand."""

    _looked_at: deque[Any] = field(default_factory=lambda: deque(maxlen=4))

    def look_for_secrets(self, event: str, body: Mapping[str, Any], card_on_screen: str | None) -> None:
        """Looks through what a phone or projector was sent. What many get alike is looked through once."""
        if self.watch is None or any(seen is body for seen in self._looked_at):
            return
        self._looked_at.append(body)
        self.look_for_strangers(event, body)
        for card in self.watch.cards_told(body, card_on_screen):
            self.sightings[Sighting(event, body["version"], card)] = None
        if self.watch.tells_votes(body):
            self.votes_seen[SeenVotes(event, body["version"])] = None

    def look_at_sheets(self, event: str, body: Mapping[str, Any], sheets: Mapping[str, Any]) -> None:
        """Looks through the sheets beside a view of a phone or projector, also those that it does not show yet."""
        if self.watch is None or event not in AUDIENCE_EVENTS or any(seen is sheets for seen in self._looked_at):
            return
        self._looked_at.append(sheets)
        for card in self.watch.cards_told(sheets, None):
            self.sightings[Sighting(event, body["version"], card)] = None

    def look_for_strangers(self, event: str, body: Any) -> None:
        """Looks through a message for anything of another room."""
        for stranger in ids_told(body, self.strangers) if self.strangers else ():
            self.strangers_heard.append(f"{event} told of {stranger}")
