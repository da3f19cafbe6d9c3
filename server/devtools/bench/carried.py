"""What was measured here, carried to 10,000 rooms of 100 phones: fitted lines, one simulated core, and arithmetic."""

import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from server.devtools.bench.arrivals import ROUND_SECONDS, Waited, fullest, simulate
from server.devtools.bench.capacity import PHASES, STORE, Counted, Model, error, fit
from server.devtools.bench.capacity_run import count

FITTED: tuple[tuple[int, int], ...] = ((1, 30), (1, 100), (1, 400), (1, 1000))
HELD_AGAINST: tuple[tuple[int, int], ...] = ((1, 250), (10, 60))
"""Rooms and phones: what the lines are fitted to, and runs that they have not seen."""
ROOMS, PLAYERS = 10_000, 100
SLOWEST_MILLIS = 250.0
"""99 of 100 rounds must be open on the last phone within so long."""
CONNECTIONS_MOST = 20_000
"""What one process accepts (server/engine)."""
ROUNDS_AN_HOUR = 3600 / ROUND_SECONDS
ROOM_HOURS_KEPT = 4_320
"""Hours in the 180 days that a session is kept."""
HOURS_A_WEEK = 10
"""So many hours a week a room's place is used, over which its kept sessions gather."""
CORE_EUR, STORE_GB_EUR = 0.02, 0.006
"""Assumed prices an hour: of one core with 2 to 4 GB at a large European provider, and of a GB of memory for Redis."""
STORE_CORE_MOST = 0.6
"""How busy a shard's core may be."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Carried:
    """What so many rooms at once need."""

    rooms: int
    players: int
    rooms_per_core: int
    cores: int
    connections_per_core: int
    memory_gb_per_core: float
    store_calls_per_second: float
    store_cores: float
    shards: int
    network_mbit_per_shard: float
    log_gb_per_hour: float
    eur_per_student_hour: float


@dataclass(frozen=True, slots=True)
class Study:
    """Everything that was measured, fitted, simulated and worked out."""

    fitted: tuple[Counted, ...]
    model: Model
    checked: tuple[tuple[Counted, Mapping[str, float]], ...]
    cores: tuple[Waited, ...]
    carried: Carried

    def as_json(self) -> dict[str, object]:
        """The whole study."""
        return asdict(self)


def study(say: Say) -> Study:
    """Plays, fits, holds against, simulates and carries on. Some minutes. Raises HallStuck."""
    fitted = tuple(_counted(rooms, players, say) for rooms, players in FITTED)
    model = fit(fitted)
    checked = tuple((run, error(model, run)) for run in (_counted(*shape, say) for shape in HELD_AGAINST))
    say("simulating one core")
    best = fullest(model, PLAYERS, SLOWEST_MILLIS)
    steps = sorted({max(1, best.rooms * eighths // 8) for eighths in (2, 4, 6, 8, 9, 10)})
    cores = tuple(best if rooms == best.rooms else simulate(model, rooms, PLAYERS, 8) for rooms in steps)
    rooms_per_core = min(best.rooms, CONNECTIONS_MOST // PLAYERS)
    return Study(fitted, model, checked, cores, carry(model, rooms_per_core, ROOMS, PLAYERS))


def _counted(rooms: int, players: int, say: Say) -> Counted:
    say(f"{rooms} x {players} phones")
    return count(rooms, players)


def carry(model: Model, rooms_per_core: int, rooms: int, players: int) -> Carried:
    """The arithmetic from one core to all of them."""
    cores = -(-rooms // rooms_per_core)
    rounds_per_second = rooms / ROUND_SECONDS
    store_ms = model.lines["store_ms"].at(players) * rounds_per_second
    shards = max(3, -(-int(store_ms) // int(1000 * STORE_CORE_MOST)))
    bits = (model.lines["bytes_in"].at(players) + model.lines["bytes_out"].at(players)) * 8 * rounds_per_second
    log_gb = model.lines["stream_bytes"].at(players) * rooms * ROUNDS_AN_HOUR / 1e9
    kept_gb = log_gb * HOURS_A_WEEK * ROOM_HOURS_KEPT / (24 * 7)
    store_eur = shards * 2 * CORE_EUR + kept_gb * STORE_GB_EUR * (24 * 7 / HOURS_A_WEEK)
    return Carried(
        rooms=rooms,
        players=players,
        rooms_per_core=rooms_per_core,
        cores=cores,
        connections_per_core=rooms_per_core * players,
        memory_gb_per_core=rooms_per_core * players * model.connection_bytes / 1e9,
        store_calls_per_second=model.lines["calls"].at(players) * rounds_per_second,
        store_cores=store_ms / 1000,
        shards=shards,
        network_mbit_per_shard=bits / shards / 1e6,
        log_gb_per_hour=log_gb,
        eur_per_student_hour=(cores * CORE_EUR + store_eur) / (rooms * players),
    )


def as_markdown(told: Study) -> str:
    """The tables of docs/scale.md."""
    lines = [
        f"Measured on one core of {os.cpu_count()}.",
        "",
        "| of a room's round | fixed | for each phone |",
        "|---|---|---|",
    ]
    for name in (*PHASES, *STORE):
        line = told.model.lines[name]
        lines.append(f"| {_NAMES[name]} | {line.fixed:.3g} | {line.each:.3g} |")
    idle = told.model.idle
    lines += [
        f"| a second of a process in which nothing happens, CPU ms | {idle.fixed:.3g} | {idle.each:.3g} |",
        f"| a connection, kB of memory | | {told.model.connection_bytes / 1000:.3g} |",
        "", "| a run | " + " | ".join(["CPU", *STORE]) + " |", "|---|" + "---|" * (1 + len(STORE)),
    ]  # fmt: skip
    for run, off in told.checked:
        lines.append(f"| {run.rooms} x {run.players} | " + " | ".join(f"{value:+.0%}" for value in off.values()) + " |")
    lines += ["", "| rooms of 100 on a core | busy | opening, median | 99 of 100 | worst |", "|---|---|---|---|---|"]
    for core in told.cores:
        lines.append(
            f"| {core.rooms} | {core.busy:.0%} | {core.median:.0f} ms | {core.p99:.0f} ms | {core.worst:.0f} ms |"
        )
    lines += ["", "| carried on | |", "|---|---|"]
    lines += [f"| {name.replace('_', ' ')} | {value:,.4g} |" for name, value in asdict(told.carried).items()]
    return "\n".join(lines)


_NAMES = {
    "show": "a card comes up, CPU ms",
    "open": "it opens, CPU ms",
    "answers": "everybody answers, CPU ms",
    "close": "it closes, CPU ms",
    "reveal": "the reveal, CPU ms",
    "calls": "commands of the store",
    "store_ms": "CPU ms of the store",
    "bytes_in": "bytes to the store",
    "bytes_out": "bytes from the store",
    "stream_bytes": "bytes of the room's log in memory",
}
