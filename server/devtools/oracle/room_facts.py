"""What the oracle knows of a room from its log: who sat where, what was asked, answered and revealed, and when."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from server.devtools.oracle.people import People
from server.devtools.oracle.rounds import AskedCard, Event, RoundSettings, Scoring

VOTES_ARE_OPEN = frozenset({"reading", "answering", "closed", "talk"})
"""The phases in which nobody but the host may know how the class voted."""


@dataclass(frozen=True, slots=True)
class LoggedAnswer:
    """An answer in the log, with how its round stood for its player. `ends_at` None: it had no end."""

    version: int
    event: Event
    vote: int
    asks_confidence: bool
    opened_at: int | None
    ends_at: int | None
    is_in_round: bool


@dataclass(slots=True)
class RoomFacts:
    """Everything the oracle needs from a log.

    `phases` and `settings` tell what held from a version on; `standings`, which scorings counted. `known_keys`: by card
    the spans of versions, from and before, in which its key was known. `undone` are answers that an undo took back.
    """

    rounds: list[AskedCard] = field(default_factory=list)
    answers: list[LoggedAnswer] = field(default_factory=list)
    people: People = field(default_factory=People)
    teams: tuple[str, ...] = ()
    by_command: dict[str, list[tuple[int, Event]]] = field(default_factory=lambda: defaultdict(list))
    boards_written: list[int] = field(default_factory=list)
    phases: list[tuple[int, str]] = field(default_factory=list)
    settings: list[tuple[int, RoundSettings]] = field(default_factory=lambda: [(0, RoundSettings())])
    standings: list[tuple[int, tuple[Scoring, ...]]] = field(default_factory=list)
    known_keys: dict[str, list[tuple[int, int | None]]] = field(default_factory=lambda: defaultdict(list))
    undone: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    trial: str | None = None

    def board_version(self, version: int | None = None) -> int | None:
        """When the leaderboard that stood at a version (None: in the end) was written; None: it never was."""
        written = [each for each in self.boards_written if version is None or each <= version]
        return written[-1] if written else None

    def phase_at(self, version: int) -> str | None:
        """The room's phase at a version."""
        place = bisect_right(self.phases, version, key=lambda change: change[0])
        return self.phases[place - 1][1] if place else None

    def settings_at(self, version: int) -> RoundSettings:
        """What the room chose as of a version."""
        return self.settings[bisect_right(self.settings, version, key=lambda change: change[0]) - 1][1]

    def is_key_known(self, card: str, version: int) -> bool:
        """Whether the key of a card was known at a version: revealed, and the reveal not taken back."""
        spans = self.known_keys.get(card, [])
        return any(begin <= version and (end is None or version < end) for begin, end in spans)
