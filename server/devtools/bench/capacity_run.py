"""Plays rooms to count what they cost: at the server by its core's clock, at the store by the store's own counts."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from redis import Redis

from server.devtools.bench.capacity import PHASES, STORE, Counted
from server.devtools.bench.hall import Hall
from server.devtools.bench.own_server import OwnServer, own_server
from server.devtools.bench.sitting import SETTLE_SECONDS, Sitting
from server.rules.ids import RoomId
from server.store import keys

ROUNDS = 5
WARM_UP = 1
IDLE_SECONDS = 12.0
"""A little more than the time between two pings of a phone."""
ANSWER_SECONDS = 6.0
"""Answers that come one by one cost more than those of one instant, which are kept together."""


def count(rooms: int, players: int) -> Counted:
    """What one of so many rooms of so many phones costs a round, on a server of its own. Raises HallStuck."""
    with own_server() as server, Redis.from_url(server.store_address) as store:
        hall, before = Hall(), server.memory_bytes()
        sittings = [Sitting(hall, server.door(), players, ROUNDS + WARM_UP) for _ in range(rooms)]
        for sitting in sittings:
            sitting.open()
        memory = (server.memory_bytes() - before) / (rooms * players)
        idle_ms = _idle_ms(server, hall)
        counts = _Counts(server, store, sittings, idle_ms)
        for number in range(ROUNDS + WARM_UP):
            _play(hall, sittings, counts if number >= WARM_UP else None)
        hall.hang_up()
        per_round = {name: spent / (rooms * ROUNDS) for name, spent in counts.spent.items()}
        return Counted(rooms, players, per_round, idle_ms, memory)


def _idle_ms(server: OwnServer, hall: Hall) -> float:
    """CPU of the server in a second in which nothing happens."""
    hall.rest(SETTLE_SECONDS)
    before = server.cpu_seconds()
    hall.rest(IDLE_SECONDS)
    return (server.cpu_seconds() - before) * 1000 / IDLE_SECONDS


@dataclass(slots=True)
class _Counts:
    """Adds up what was spent. `idle_ms_a_second` is taken off: it is a line of its own."""

    server: OwnServer
    store: "Redis"
    sittings: list[Sitting]
    idle_ms_a_second: float
    spent: dict[str, float]

    def __init__(self, server: OwnServer, store: "Redis", sittings: list[Sitting], idle_ms_a_second: float) -> None:
        self.server, self.store, self.sittings, self.idle_ms_a_second = server, store, sittings, idle_ms_a_second
        self.spent = dict.fromkeys((*PHASES, *STORE), 0.0)

    def phase(self, name: str, work: Callable[[], object]) -> None:
        """Adds the server's CPU of a phase."""
        began, cpu = time.perf_counter(), self.server.cpu_seconds()
        work()
        idle = self.idle_ms_a_second * (time.perf_counter() - began)
        self.spent[name] += max(0.0, (self.server.cpu_seconds() - cpu) * 1000 - idle)

    def at_store(self) -> dict[str, float]:
        """What the store has counted so far."""
        told: Any = self.store.info("everything")
        streams = sum(
            int(self.store.memory_usage(keys.room_log(RoomId(one.room)).name, samples=0) or 0) for one in self.sittings
        )
        return {
            "calls": float(sum(line["calls"] for name, line in told.items() if name.startswith("cmdstat_"))),
            "store_ms": (told["used_cpu_user"] + told["used_cpu_sys"]) * 1000,
            "bytes_in": float(told["total_net_input_bytes"]),
            "bytes_out": float(told["total_net_output_bytes"]),
            "stream_bytes": float(streams),
        }


def _play(hall: Hall, sittings: list[Sitting], counts: _Counts | None) -> None:
    """A round in every room; each phase in all of them, then the next."""
    phases: dict[str, Callable[[Sitting], object]] = {
        "show": lambda one: one.step_to("reading"),
        "open": lambda one: one.step_to("answering"),
        "answers": lambda one: one.answer_within(ANSWER_SECONDS),
        "close": lambda one: one.step_to("closed"),
        "reveal": Sitting.reveal_all,
    }
    before = counts.at_store() if counts else {}
    for name, step in phases.items():

        def work(step: Callable[[Sitting], object] = step) -> None:
            for sitting in sittings:
                step(sitting)
            hall.rest(SETTLE_SECONDS)

        if counts:
            counts.phase(name, work)
        else:
            work()
    if counts:
        for name, now in counts.at_store().items():
            counts.spent[name] += now - before[name]
