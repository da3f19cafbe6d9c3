"""One run of a class: open a room (or come into one), play, read the log and the leaderboard back, judge."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from secrets import token_hex
from typing import Any

from server.devtools.bots.class_names import class_names
from server.devtools.bots.door import DoorShut, HostDoor
from server.devtools.bots.habits import Habits
from server.devtools.bots.lecturer import Lecturer, Plan, Stuck
from server.devtools.bots.mind import Mind
from server.devtools.bots.notes import Notes
from server.devtools.bots.projector import Projector
from server.devtools.bots.report import make_report
from server.devtools.bots.student import Student
from server.devtools.oracle import NotJudged, Quiz, Record, SecretWatch, Verdict, judge, read_quiz

CONTENT = Path(__file__).resolve().parents[3] / "game_content"
FLAGSHIP = "village-square"
GO_HOME_SECONDS = 30.0
JOINS_PER_SECOND = 100.0


@dataclass(frozen=True, slots=True)
class ClassOptions:
    """How to play. `room` (a PIN or an id): come into that room and let its own host lead; None: open one and lead.

    `is_one_process`: the server is, so nobody may come back to an older room.
    `teams`: how many, 0 for none. `extra_time`: how many students get more time. `slips`: some steps are taken back.
    """

    host_link: str
    players: int = 30
    rounds: int = 3
    seed: int = 1
    deck: str | None = None
    room: str | None = None
    reading_seconds: int = 1
    answer_seconds: int = 10
    speed_bonus: bool = False
    asks_confidence: bool = False
    talks: bool = False
    first_vote_counts: bool = False
    teams: int = 0
    extra_time: int = 0
    trial: bool = False
    names_off: bool = False
    hides_standings: bool = False
    slips: bool = False
    is_burst: bool = False
    content: Path = CONTENT
    record_file: Path | None = None
    is_one_process: bool = False

    def wish(self, deck: str) -> dict[str, Any]:
        """The room to open, as an OpenRoomMessage."""
        return {
            "command_id": token_hex(12),
            "deck": deck,
            "reading_seconds": self.reading_seconds,
            "answer_seconds": self.answer_seconds,
            "speed_bonus": self.speed_bonus,
            "asks_confidence": self.asks_confidence,
            "counting_vote": "first" if self.first_vote_counts else "second",
            "leaderboard": "hidden" if self.hides_standings else "full",
            "scoring": "teams" if self.teams else "solo",
            "teams": [f"Team {number}" for number in range(1, self.teams + 1)],
            "trial": self.trial,
            "names_off": self.names_off,
        }

    def plan(self) -> Plan:
        """What the lecturer does in it."""
        return Plan(
            self.rounds,
            self.players,
            self.reading_seconds + self.answer_seconds,
            self.talks,
            self.slips,
            min(self.extra_time, self.players),
            self.trial,
        )


@dataclass(slots=True)
class ClassRun:
    """A class on its way. `say` is told a line whenever something happened that a person would want to see."""

    options: ClassOptions
    say: Callable[[str], None]
    notes: Notes = field(default_factory=Notes)
    students: list[Student] = field(default_factory=list)
    room: str = ""
    verdict: Verdict | None = None

    async def play(self) -> dict[str, Any]:
        """Plays and judges; returns the report. Raises DoorShut when the server cannot be played on."""
        began = time.monotonic()
        options = self.options
        door = await asyncio.to_thread(HostDoor, options.host_link)
        deck, room = await asyncio.to_thread(self._find_room, door)
        try:
            quiz = await asyncio.to_thread(read_quiz, options.content, deck)
        except NotJudged as unfit:
            raise DoorShut(str(unfit)) from None
        if options.rounds > len(quiz.cards):
            raise DoorShut(f"The deck {deck} has {len(quiz.cards)} cards; {options.rounds} rounds cannot be played.")
        self.notes.watch = SecretWatch(quiz)
        students = await asyncio.to_thread(self.make_students, door, room, quiz)
        self.students, self.room = students, room
        self.say(f"room {room}")
        async with self._in_class(door, room, students) as attending:
            await self._lead(door, room, attending)
        report = await asyncio.to_thread(self._judge, door, room, quiz, students)
        return report | {"seconds": round(time.monotonic() - began, 1)}

    def _find_room(self, door: HostDoor) -> tuple[str, str]:
        """The deck and the id of the room to play in."""
        options = self.options
        if options.room is not None:
            is_pin = options.room.isdigit() and len(options.room) == 6
            room = door.room_of_pin(options.room) if is_pin else options.room
            decks = [line["deck"] for line in door.rooms() if line["room"] == room]
            if not decks:
                raise DoorShut(f"This server's list of rooms does not have {room}.")
            return decks[0], room
        shelf = [deck["id"] for deck in door.decks()]
        deck = options.deck or (FLAGSHIP if FLAGSHIP in shelf else "".join(shelf[:1]))
        if deck not in shelf:
            raise DoorShut(f"The server has no deck {deck!r}; it has {', '.join(shelf) or 'none'}.")
        return deck, door.open_room(options.wish(deck))

    def make_students(self, door: HostDoor, room: str, quiz: Quiz) -> list[Student]:
        """The class, still outside."""
        options, pin = self.options, door.pin_of(room)
        habits = Habits(is_burst=options.is_burst)
        names = class_names(options.players, Random(f"{options.seed}/names"))
        return [
            Student(
                door.address,
                room,
                name,
                Mind(quiz, options.seed, number),
                habits,
                Random(f"{options.seed}/{number}/habits"),
                self.notes,
                lambda: door.offered_names(pin),
            )
            for number, name in enumerate(names)
        ]

    @contextlib.asynccontextmanager
    async def _in_class(
        self, door: HostDoor, room: str, students: list[Student]
    ) -> AsyncIterator[list[asyncio.Task[None]]]:
        """The students come in, and the projector looks on; whoever is left in the end is sent home."""
        dice = Random(f"{self.options.seed}/arrivals")
        span = self.options.players / JOINS_PER_SECOND

        async def come(student: Student) -> None:
            await asyncio.sleep(dice.uniform(0, span))
            await student.attend()

        projector = asyncio.create_task(Projector(door.address, room, dice, self.notes).line.keep())
        attending = [asyncio.create_task(come(student)) for student in students]
        try:
            yield attending
        finally:
            for task in (*attending, projector):
                task.cancel()
            ended = await asyncio.gather(*attending, projector, return_exceptions=True)
            for outcome in ended:
                if isinstance(outcome, Exception):
                    self.notes.errors[f"BOT_{type(outcome).__name__}"] += 1
                    self.say(f"a simulated student broke: {outcome!r}")

    async def _lead(self, door: HostDoor, room: str, attending: list[asyncio.Task[None]]) -> None:
        """Plays the rounds, or lets the room's own host do so; then waits until everybody has seen the end."""
        options = self.options
        if options.room is not None:
            await asyncio.wait(attending)
            return
        lecturer = Lecturer(door, room, Random(f"{options.seed}/lecturer"), self.notes, self.say)
        keeping = asyncio.create_task(lecturer.line.keep())
        try:
            await lecturer.lead(options.plan())
        except (Stuck, DoorShut) as problem:
            self.notes.errors[type(problem).__name__.upper()] += 1
            self.say(str(problem))
            return
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
        _, late = await asyncio.wait(attending, timeout=GO_HOME_SECONDS)
        if late:
            self.notes.errors["NEVER_SAW_THE_END"] += len(late)

    def _judge(self, door: HostDoor, room: str, quiz: Quiz, students: list[Student]) -> dict[str, Any]:
        notes = self.notes
        log = door.log(room)
        board = door.board(room, len(log)).rows
        record = Record(
            room,
            tuple(student.player for student in students),
            tuple(notes.commands),
            tuple(notes.sightings),
            tuple(notes.points_seen),
            tuple(notes.boards_seen),
            tuple(notes.versions_fell),
            tuple(log),
            tuple(notes.votes_seen),
            tuple(notes.teams_seen),
            tuple(notes.rooms_seen),
            tuple(notes.unanswered),
            tuple(notes.strangers_heard),
            tuple(notes.came_back_older) if self.options.is_one_process else (),
        )
        if self.options.record_file is not None:
            written = json.dumps({"record": record.to_json(), "board": board, "deck": quiz.id}, ensure_ascii=False)
            self.options.record_file.write_text(written, encoding="utf-8")
        facts = {
            "room": room,
            "deck": quiz.id,
            "seed": self.options.seed,
            "players": self.options.players,
            "joined": sum(student.has_seat for student in students),
            "rounds": len({entry["event"]["card"] for entry in log if entry["event"]["type"] == "CardRevealed"}),
            "events": len(log),
        }
        self.verdict = judge(record, quiz, board)
        return make_report(facts, notes, self.verdict)
