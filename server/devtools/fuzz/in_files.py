"""Decks and session files with wounds, bombs and other people's formats: problems with a place, never an exception."""

import gzip
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from server.content.axis_files import read_axis
from server.content.deck_files import open_deck
from server.content.kin_checks import known_cards
from server.content.library import SHIPPED_CONTENT, load_axes, load_library
from server.content.opened import open_document
from server.devtools.fuzz.finds import Finds
from server.devtools.fuzz.values import STRANGE_TEXTS, deep, wounded, written
from server.replay_command import CannotCarry, folded
from server.rules.commands import JoinRoom, OpenRoom, TakeStep
from server.rules.decide import decide
from server.rules.events import Event
from server.rules.evolve import evolve_all
from server.rules.ids import CommandId, Pin, PlayerId, RoomId, ServerMillis
from server.rules.settings import RoomSettings
from server.rules.steps import next_step
from server.store.log_file import UnreadableLogFile, log_file_bytes, read_log_file

DECKS, IMPORTS = "decks", "imports"
SECONDS_MOST = 20.0
"""No file of a few kilobytes may take longer than this to be refused."""
FLAGSHIP = "village-square.yaml"
YAML_SPLINTERS = (
    "&a [*a, *a]", "*nowhere", "!!python/object/apply:os.system ['true']", "<<: *a", "? [a, b]\n: c", "\t", "- - - -",
    "id: baker\nid: baker", "|\n", ">-", "{" * 200, "[" * 2_000, "\u0000", "\ufeff", "%YAML 9.9\n---", "---\n---",
    "2026-01-01", "0o17", "0x1F", "1_000", ".inf", ".nan", "!!binary aGk=", "~", "yes", "'", '"', ": :", "#", "\u2028",
)  # fmt: skip
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + number)}: &{chr(98 + number)} [{', '.join([f'*{chr(97 + number)}'] * 9)}]\n" for number in range(9)
)


class FileFuzzer:
    """Reads what it spoiled as the server and `trede replay import` do."""

    def __init__(self, folder: Path, dice: Random, finds: Finds) -> None:
        self._folder = folder
        self._dice = dice
        self._finds = finds
        self._axes, _ = load_axes(SHIPPED_CONTENT)
        self._deck = (SHIPPED_CONTENT / "decks" / FLAGSHIP).read_text(encoding="utf-8")
        self._axis_files = sorted((SHIPPED_CONTENT / "axes").glob("*.yaml"))
        self._log = log_file_bytes(RoomId("room-1"), _short_sitting())

    def turn(self) -> None:
        """One file."""
        if self._dice.random() < 0.5:
            self._deck_turn()
        else:
            self._import_turn()

    def _deck_turn(self) -> None:
        is_axis = self._dice.random() < 0.3
        text = self._dice.choice(self._axis_files).read_text(encoding="utf-8") if is_axis else self._deck
        content = self._spoiled_yaml(text)
        path = self._folder / "spoiled.yaml"
        path.write_bytes(content)
        with self._watched(DECKS, content):
            if is_axis:
                read_axis(path)
                return
            deck = open_deck(open_document(path), self._axes)
            deck.among(known_cards(deck.cards.values()))
            for problem in deck.document.problems:
                problem.line.__index__()

    def _spoiled_yaml(self, text: str) -> bytes:
        match self._dice.randrange(12):
            case 0:
                return BOMB.encode()
            case 1:
                return text.encode(self._dice.choice(("utf-16", "utf-32", "latin-1")), "replace")
            case 2:
                return self._dice.randbytes(self._dice.randrange(2_000))
            case 3:
                return written(
                    wounded({"id": "spoiled", "cards": [deep(300, is_list=True)]}, self._dice), self._dice
                ).encode()
            case 4:
                return (text + "\n").encode() * self._dice.choice((2, 4))
            case 5:
                return text[: self._dice.randrange(len(text))].encode()
            case _:
                for _ in range(self._dice.randrange(1, 5)):
                    place, length = self._dice.randrange(len(text)), self._dice.choice((0, 1, 8, 60))
                    splinter = self._dice.choice((*YAML_SPLINTERS, *STRANGE_TEXTS))
                    text = text[:place] + splinter + text[place + length :]
                return text.encode("utf-8", "surrogatepass")

    def _import_turn(self) -> None:
        content = self._spoiled_log()
        path = self._folder / "spoiled.trede-log"
        path.write_bytes(content)
        with self._watched(IMPORTS, content):
            try:
                file = read_log_file(path)
                folded(file, file.room, list(file.events))
            except (UnreadableLogFile, CannotCarry) as refused:
                str(refused).encode()

    def _spoiled_log(self) -> bytes:
        lines = gzip.decompress(self._log).splitlines()
        match self._dice.randrange(9):
            case 0:
                return self._log[: self._dice.randrange(len(self._log))]
            case 1:
                wound = bytearray(self._log)
                wound[self._dice.randrange(len(wound))] ^= 1 << self._dice.randrange(8)
                return bytes(wound)
            case 2:
                return gzip.compress(lines[0] + b"\n" + self._dice.choice((b"\0", b"[", b'["A",')) * 30_000_000, 1)
            case 3:
                self._dice.shuffle(lines)
            case 4:
                del lines[self._dice.randrange(len(lines))]
            case 5:
                lines.insert(self._dice.randrange(len(lines)), self._dice.choice(lines))
            case _:
                place = self._dice.randrange(len(lines))
                lines[place] = written(wounded(json.loads(lines[place]), self._dice), self._dice).encode()
        return gzip.compress(b"\n".join(lines) + b"\n", 1)

    @contextmanager
    def _watched(self, part: str, content: bytes) -> Iterator[None]:
        self._finds.tried(part)
        began = time.process_time()
        try:
            yield
        except Exception as error:  # whatever it is, it is what is looked for
            self._finds.add(part, f"{type(error).__name__}: {error}", content[:2_000])
        if time.process_time() - began > SECONDS_MOST:
            self._finds.add(part, f"took {time.process_time() - began:.1f} s", content[:200])


def _short_sitting() -> list[Event]:
    """A sitting of two people and a few steps, on a true deck."""
    deck = load_library().decks[FLAGSHIP.removesuffix(".yaml")]
    settings = RoomSettings(axes=(deck.axes[0].id,), reading_seconds=0)
    now = ServerMillis(1_796_000_000_000)
    log = decide(None, OpenRoom(CommandId("open"), Pin("123456"), deck, settings), now)
    for name in ("Noor", "Sem"):
        log += decide(evolve_all(None, log), JoinRoom(CommandId(f"join-{name}"), PlayerId(name), name), now)
    for number in range(6):
        room = evolve_all(None, log)
        step = next_step(room)
        assert step is not None
        log += decide(room, TakeStep(CommandId(f"step-{number}"), step.id), ServerMillis(now + number * 1000))
    return log
