"""A small room that was played without a fault, to plant faults in: two cards, three players, log and record."""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from server.devtools.oracle import (
    Fate,
    Quiz,
    QuizAxis,
    QuizCard,
    QuizKey,
    Record,
    SeenBoard,
    SeenPoints,
    SeenRoom,
    SeenTeams,
    SeenVotes,
    SentCommand,
    Sighting,
    Verdict,
    judge,
)

STAGE = QuizAxis(
    "stage", "ordinal", ("prospect", "customer", "client"), 0.5, frozenset({frozenset({"prospect", "customer"})})
)
FORM = QuizAxis("form", "single", ("personal", "moral"))
WHY = QuizAxis("why", "open", ())

BAKER = QuizCard(
    "baker",
    False,
    {"stage": QuizKey({"client": 1.0}), "form": QuizKey({"moral": 1.0}), "why": QuizKey()},
    {"stage": ("customer",), "form": ()},
    ("Wie terugkomt, is client.", "Who returns is a client."),
)
QUEUE = QuizCard(
    "queue",
    True,
    {"stage": QuizKey({"customer": 1.0}), "form": QuizKey({"moral": 1.0, "personal": 0.5}), "why": QuizKey()},
    {"stage": (), "form": ()},
    ("Beide zijn te verdedigen.", "Both can be defended."),
)
QUIZ = Quiz("small", {"stage": STAGE, "form": FORM, "why": WHY}, {"baker": BAKER, "queue": QUEUE})

ANN, BEN, CAS = "ann", "ben", "cas"


@dataclass
class PlayedRoom:
    """Log, record and leaderboard of one room; change any of them, then ask for the verdict."""

    log: list[dict[str, Any]] = field(default_factory=list)
    commands: list[SentCommand] = field(default_factory=list)
    board: list[dict[str, Any]] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    points_seen: list[SeenPoints] = field(default_factory=list)
    boards_seen: list[SeenBoard] = field(default_factory=list)
    versions_fell: list[str] = field(default_factory=list)
    votes_seen: list[SeenVotes] = field(default_factory=list)
    teams_seen: list[SeenTeams] = field(default_factory=list)
    rooms_seen: list[SeenRoom] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    strangers_heard: list[str] = field(default_factory=list)
    came_back_older: list[str] = field(default_factory=list)

    def happens(self, kind: str, command_id: str, at: int, **fields: Any) -> int:
        """An event in the log; returns its version."""
        version = len(self.log) + 1
        self.log.append({"version": version, "event": {"type": kind, "at": at, "command_id": command_id, **fields}})
        return version

    def joins(self, player: str) -> None:
        """A seat is taken and acknowledged."""
        version = self.happens("PlayerJoined", f"join-{player}", 1_000, player=player, name=player.title())
        self.commands.append(
            SentCommand("join", f"join-{player}", player, {"name": player.title()}, Fate.ACKNOWLEDGED, version=version)
        )

    def answers(
        self,
        player: str,
        card: str,
        at: int,
        command_id: str,
        shown_millis: int,
        *,
        vote: int = 1,
        sure: str | None = None,
        **picks: Any,
    ) -> None:
        """An answer is kept and acknowledged; the phone's claim is taken as it is."""
        said = {} if sure is None else {"confidence": sure}
        kept = {"player": player, "card": card, "picks": picks, "thinking_millis": shown_millis, **said}
        version = self.happens("AnswerGiven", command_id, at, **kept)
        body = {"card": card, "picks": picks, "shown_millis": shown_millis, "vote": vote, **said}
        self.commands.append(SentCommand("answer", command_id, player, body, Fate.ACKNOWLEDGED, version=version))

    def steps(self, kind: str, command_id: str, at: int, **fields: Any) -> int:
        """The host's one key is pressed and acknowledged."""
        version = self.happens(kind, command_id, at, **fields)
        self.commands.append(SentCommand("step", command_id, None, {}, Fate.ACKNOWLEDGED, version=version))
        return version

    def groups(self, command_id: str, card: str, axis: str, groups: list[dict[str, Any]]) -> int:
        """The host puts open answers together, which is acknowledged."""
        body = {"command_id": command_id, "card": card, "axis": axis, "groups": groups}
        version = self.happens("AnswersGrouped", command_id, 50_500, card=card, axis=axis, groups=deepcopy(groups))
        self.commands.append(SentCommand("group", command_id, None, body, Fate.ACKNOWLEDGED, version=version))
        return version

    def entry(self, command_id: str) -> dict[str, Any]:
        """The first log entry of a command."""
        return next(entry for entry in self.log if entry["event"]["command_id"] == command_id)

    def without(self, command_id: str) -> None:
        """The log loses what a command caused, and closes the gap."""
        kept = [entry["event"] for entry in self.log if entry["event"]["command_id"] != command_id]
        self.log = [{"version": version, "event": event} for version, event in enumerate(kept, start=1)]

    def again(self, command_id: str) -> None:
        """The log has what a command caused a second time, just after the first."""
        place = self.log.index(self.entry(command_id))
        events = [entry["event"] for entry in self.log]
        events.insert(place + 1, deepcopy(events[place]))
        self.log = [{"version": version, "event": event} for version, event in enumerate(events, start=1)]

    def told(self, command_id: str, fate: Fate, code: str | None = None) -> None:
        """The sender of a command came to know something else of it."""
        self.commands = [
            replace(command, fate=fate, code=code) if command.command_id == command_id else command
            for command in self.commands
        ]

    def verdict(self) -> Verdict:
        """What the oracle says."""
        record = Record(
            "room",
            (ANN, BEN, CAS),
            tuple(self.commands),
            tuple(self.sightings),
            tuple(self.points_seen),
            tuple(self.boards_seen),
            tuple(self.versions_fell),
            tuple(self.log),
            tuple(self.votes_seen),
            tuple(self.teams_seen),
            tuple(self.rooms_seen),
            tuple(self.unanswered),
            tuple(self.strangers_heard),
            tuple(self.came_back_older),
        )
        return judge(record, QUIZ, self.board)


def played_room(speed_bonus: bool = False) -> PlayedRoom:
    """Ann is right on both cards, Ben nearly, Cas changes an answer on the first and is silent on the second."""
    room = PlayedRoom()
    room.happens("RoomOpened", "open", 500, settings={"speed_bonus": speed_bonus})
    for player in (ANN, BEN, CAS):
        room.joins(player)
    room.steps("CardShown", "show-1", 9_000, card="baker", axes=["stage", "form"], opens_at=10_000)
    room.happens("RoundOpened", "due-1", 10_000, card="baker", closes_at=20_000)
    room.answers(ANN, "baker", 12_000, "ann-1", 1_900, stage="client", form="moral")
    room.answers(BEN, "baker", 15_000, "ben-1", 4_900, stage="customer", form="moral")
    room.answers(CAS, "baker", 16_000, "cas-1", 5_900, stage="client", form="moral")
    room.answers(CAS, "baker", 18_000, "cas-2", 7_900, stage="prospect", form="personal")
    room.happens("RoundClosed", "due-2", 20_000, card="baker")
    first = room.steps("CardRevealed", "reveal-1", 21_000, card="baker")
    room.points_seen += [SeenPoints(ANN, first - 1, 0, None), SeenPoints(BEN, first, 1500, 2)]
    room.boards_seen.append(SeenBoard(first, tuple(_rows((ANN, 1, 2000), (BEN, 2, 1500), (CAS, 3, 0)))))
    room.steps("CardShown", "show-2", 22_000, card="queue", axes=["stage", "form"], opens_at=22_000)
    room.happens("RoundOpened", "show-2", 22_000, card="queue", closes_at=32_000)
    room.answers(ANN, "queue", 23_000, "ann-2", 900, stage="customer", form="personal")
    room.answers(BEN, "queue", 30_000, "ben-2", 7_900, stage="customer", form="moral")
    room.happens("RoundClosed", "due-3", 32_000, card="queue")
    second = room.steps("CardRevealed", "reveal-2", 33_000, card="queue")
    room.sightings.append(Sighting("room", second, "queue"))
    room.board = _rows((ANN, 1, 3500), (BEN, 1, 3500), (CAS, 3, 0))
    return room


def rows(**points: int) -> list[dict[str, Any]]:
    """A leaderboard with these points, ranked."""
    return _rows(
        *((player, 1 + sum(other > mine for other in points.values()), mine) for player, mine in points.items())
    )


def _rows(*places: tuple[str, int, int]) -> list[dict[str, Any]]:
    return [
        {"player": player, "name": player.title(), "rank": rank, "points": points} for player, rank, points in places
    ]
