"""What the game is compared with in the same run: the same number of phones, the same bytes, no game."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from server.devtools.bench.hall import Hall, HallStuck, Phone, frame_of, in_waves
from server.devtools.bench.machine import SERVER_CORE, child
from server.devtools.bench.sitting import PING, PONG, SOCKET_PATH, call_of

PROJECT = Path(__file__).resolve().parents[3]
BARE_SOCKET_IO = PROJECT / "tools" / "yardstick"


class NoYardstick(Exception):
    """A yardstick cannot be held beside the game here. The text says what to do."""


def fan_out(port: int, phones: int, message: bytes, rounds: int) -> list[float]:
    """Seconds until the last of so many phones has these bytes from a bare `websockets` server, per round."""
    command = [sys.executable, "-m", "server.devtools.bench.bare_broadcast", str(port)]
    with _ready(command) as hall:
        address = f"http://127.0.0.1:{port}"
        heard = Count()

        def hears(_phone: Phone, _text: bytes) -> None:
            heard.so_far += 1

        (speaker,) = hall.connect(address, "/", 1, hears)
        for wave in in_waves(phones):
            hall.connect(address, "/", wave, hears)
            hall.rest(0.05)
        hall.rest(0.5)
        took, frame = [], frame_of(message)
        for _ in range(rounds):
            heard.so_far = 0
            speaker.send(frame)
            took.append(hall.run_until(lambda: heard.so_far == phones, "the bare broadcast"))
            hall.rest(0.1)
        hall.hang_up()
        return took


def answers(port: int, phones: int, body: dict[str, object], rounds: int) -> list[float]:
    """Seconds until the last of so many answers is acknowledged by a bare Socket.IO server on Node, per round."""
    if not (BARE_SOCKET_IO / "node_modules").is_dir():
        raise NoYardstick("The bare Socket.IO server is not installed: `make bench` does that.")
    command = [str(PROJECT / "tools" / "node"), "node", str(BARE_SOCKET_IO / "acks.mjs"), str(port)]
    with _ready(command) as hall:
        connected, acknowledged = Count(), Count()

        def hears(phone: Phone, text: bytes) -> None:
            if text.startswith(b"43"):
                acknowledged.so_far += 1
            elif text.startswith(b"40"):
                connected.so_far += 1
            elif text.startswith(b"0"):
                phone.send(frame_of(b"40"))
            elif text == PING:
                phone.send(PONG)

        for wave in in_waves(phones):
            hall.connect(f"http://127.0.0.1:{port}", SOCKET_PATH, wave, hears)
            due = min(phones, len(hall.phones))
            hall.run_until(lambda due=due: connected.so_far >= due, "the bare server's welcome")  # type: ignore[misc]
        took, frame = [], call_of("answer", body, 1)
        for _ in range(rounds):
            acknowledged.so_far = 0
            for phone in hall.phones:
                phone.send(frame)
            took.append(hall.run_until(lambda: acknowledged.so_far == phones, "the bare acknowledgements"))
            hall.rest(0.1)
        hall.hang_up()
        return took


@dataclass(slots=True)
class Count:
    """What phones have heard so far."""

    so_far: int = 0


@contextmanager
def _ready(command: list[str]) -> Iterator[Hall]:
    with child(command, SERVER_CORE, cwd=PROJECT) as process:
        _wait_for_ready(process)
        yield Hall()


def _wait_for_ready(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    if process.stdout.readline().strip() != "ready":
        raise HallStuck(f"a yardstick did not start: {process.args!r}")
