"""A room's exported log, as the oracle reads it: who sat where, what was asked, answered and revealed, and when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Event = Mapping[str, Any]

BOARD_WRITERS = frozenset({"CardRevealed", "AnswersGrouped", "PlayerRemoved", "PlayerLetBack"})
"""With these events the stored leaderboard is written anew."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The host put the words on an axis together; `marks` has the share of each player in a group that was marked."""

    version: int
    axis: str
    marks: Mapping[str, float]


@dataclass(slots=True)
class AskedCard:
    """One card's round. Times are server milliseconds; `revealed_version` None: never revealed."""

    card: str
    axes: tuple[str, ...]
    opened_at: int | None = None
    closes_at: int | None = None
    ends_at: int | None = None
    revealed_version: int | None = None
    last_answers: dict[str, Event] = field(default_factory=dict)
    groupings: list[Grouping] = field(default_factory=list)

    def scored_at(self) -> list[int]:
        """The versions at which the card's points were worked out: its reveal, and each grouping after it."""
        if self.revealed_version is None:
            return []
        later = [grouping.version for grouping in self.groupings if grouping.version > self.revealed_version]
        return [self.revealed_version, *later]

    def marks_of(self, player: str, version: int) -> dict[str, float]:
        """What a player's words earn as of a version, by axis. A grouping takes the place of all earlier ones."""
        newest = {grouping.axis: grouping.marks for grouping in self.groupings if grouping.version <= version}
        return {axis: marks[player] for axis, marks in newest.items() if player in marks}


@dataclass(frozen=True, slots=True)
class LoggedAnswer:
    """An answer in the log with the moments of its round as they were then."""

    version: int
    event: Event
    opened_at: int | None
    ends_at: int | None
    is_in_round: bool


@dataclass(slots=True)
class RoomFacts:
    """Everything the oracle needs from a log. `seat_changes`: version, player, whether seated from then on."""

    speed_bonus: bool = False
    rounds: list[AskedCard] = field(default_factory=list)
    answers: list[LoggedAnswer] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    seats_taken: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    seat_changes: list[tuple[int, str, bool]] = field(default_factory=list)
    by_command: dict[str, list[tuple[int, Event]]] = field(default_factory=lambda: defaultdict(list))
    boards_written: list[int] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def seated_at(self, version: int) -> set[str]:
        """The players who play at a version."""
        seated: set[str] = set()
        for changed_at, player, is_seated in self.seat_changes:
            if changed_at > version:
                break
            (seated.add if is_seated else seated.discard)(player)
        return seated

    def board_version(self, version: int | None = None) -> int | None:
        """When the leaderboard that stood at a version (None: in the end) was written; None: it never was."""
        written = [each for each in self.boards_written if version is None or each <= version]
        return written[-1] if written else None

    def revealed(self) -> list[AskedCard]:
        """The rounds whose key is known, in order."""
        return [asked for asked in self.rounds if asked.revealed_version is not None]


def read_log(entries: Iterable[Mapping[str, Any]]) -> RoomFacts:
    """The facts of an exported log. What cannot be read goes to `problems`."""
    facts = RoomFacts()
    for expected, entry in enumerate(entries, start=1):
        version, event = entry["version"], entry["event"]
        if version != expected:
            facts.problems.append(f"version {version} stands in place {expected}")
        facts.by_command[event["command_id"]].append((version, event))
        try:
            _take(facts, version, event)
        except (LookupError, TypeError) as unreadable:
            facts.problems.append(f"version {version}, {event.get('type')}: {unreadable!r}")
    return facts


def _take(facts: RoomFacts, version: int, event: Event) -> None:
    kind = event["type"]
    if kind in BOARD_WRITERS:
        facts.boards_written.append(version)
    if kind == "RoomOpened":
        facts.speed_bonus = event["settings"]["speed_bonus"]
    elif kind in {"PlayerJoined", "PlayerRemoved", "PlayerLetBack"}:
        facts.seat_changes.append((version, event["player"], kind != "PlayerRemoved"))
        if kind == "PlayerJoined":
            facts.names[event["player"]] = event["name"]
            facts.seats_taken[event["player"]].append(version)
    elif kind == "CardShown":
        facts.rounds.append(AskedCard(event["card"], tuple(event["axes"])))
    elif kind == "AnswerGiven":
        _take_answer(facts, version, event)
    elif "card" in event:
        _take_moment(facts.rounds[-1], version, event)


def _take_moment(asked: AskedCard, version: int, event: Event) -> None:
    """A round opens, is extended, closes or is revealed, or its words are put together."""
    if event["card"] != asked.card:
        raise LookupError(f"{event['card']} while {asked.card} is asked")
    match event["type"]:
        case "RoundOpened":
            asked.opened_at, asked.closes_at = event["at"], event["closes_at"]
            asked.ends_at = asked.closes_at
        case "RoundExtended":
            asked.closes_at = asked.ends_at = event["closes_at"]
        case "RoundClosed":
            asked.ends_at = min(event["at"], event["at"] if asked.closes_at is None else asked.closes_at)
        case "CardRevealed":
            asked.revealed_version = version
        case "AnswersGrouped":
            asked.groupings.append(_grouping(version, event))


def _grouping(version: int, event: Event) -> Grouping:
    placed = [player for group in event["groups"] for player in group["players"]]
    if len(placed) != len(set(placed)):
        raise LookupError("somebody stands in two groups")
    marked = [group for group in event["groups"] if group["share"] is not None]
    marks = {player: float(group["share"]) for group in marked for player in group["players"]}
    return Grouping(version, event["axis"], marks)


def _take_answer(facts: RoomFacts, version: int, event: Event) -> None:
    asked = facts.rounds[-1] if facts.rounds else AskedCard("", ())
    is_in_round = (
        event["card"] == asked.card
        and asked.opened_at is not None
        and asked.revealed_version is None
        and event["player"] in facts.names
    )
    facts.answers.append(LoggedAnswer(version, event, asked.opened_at, asked.ends_at, is_in_round))
    if is_in_round:
        asked.last_answers[event["player"]] = event
