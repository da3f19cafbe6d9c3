"""How full a core may be: many rooms on one process, simulated from what their rounds cost.

One core serves its rooms' work in the order in which it comes (a green thread does not interrupt another). Rooms go
their own ways; within a round, answers come as people think: a logarithmic normal around ten seconds.
"""

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass

from server.devtools.bench.capacity import Model

ROUND_SECONDS = 120.0
"""From card to card: reading, answering, looking at the truth, talking about it."""
READ_SECONDS, ANSWER_SECONDS = 15.0, 45.0
THINKING = (2.3, 0.5)
"""Mean and deviation of the logarithm of the seconds until an answer: half within ten seconds."""


@dataclass(frozen=True, slots=True)
class Waited:
    """How long openings took on a core, in ms: from the press until the last phone was written to."""

    rooms: int
    busy: float
    """The part of the time that the core worked (0..1)."""
    median: float
    p99: float
    worst: float


def simulate(model: Model, rooms: int, players: int, minutes: int, seed: int = 1) -> Waited:
    """Plays so many rooms on one core. The same seed gives the same figures."""
    chance = random.Random(seed)
    free_at = busy = 0.0
    took: list[float] = []
    for at, phase, cost in _work(model, rooms, players, minutes * 60.0, chance):
        begins = max(at, free_at)
        free_at = begins + cost
        busy += cost
        if phase == "open":
            took.append((free_at - at) * 1000)
    took.sort()
    return Waited(
        rooms, busy / max(minutes * 60.0, free_at), took[len(took) // 2], took[int(len(took) * 0.99)], took[-1]
    )


def _work(
    model: Model, rooms: int, players: int, seconds: float, chance: random.Random
) -> Iterator[tuple[float, str, float]]:
    """All work of all rooms by the moment it comes: when, what, and how many seconds of the core it takes."""
    starts = [(chance.uniform(0, ROUND_SECONDS), room) for room in range(rooms)]
    heapq.heapify(starts)
    coming: list[tuple[float, str, float]] = []
    idle = model.idle.at(rooms * players) / 1000
    for tick in range(int(seconds * 10)):
        heapq.heappush(coming, (tick / 10, "idle", idle / 10))
    while starts:
        start, room = heapq.heappop(starts)
        if start < seconds:
            for one in _round(model, players, start, chance):
                heapq.heappush(coming, one)
            heapq.heappush(starts, (start + ROUND_SECONDS * chance.uniform(0.8, 1.2), room))
        while coming and (not starts or coming[0][0] < starts[0][0]):
            one = heapq.heappop(coming)
            if one[0] < seconds:
                yield one
        if start >= seconds:
            return


def _round(model: Model, players: int, start: float, chance: random.Random) -> Iterator[tuple[float, str, float]]:
    opens = start + READ_SECONDS
    closes = opens + ANSWER_SECONDS
    yield start, "show", model.lines["show"].at(players) / 1000
    yield opens, "open", model.lines["open"].at(players) / 1000
    answer = model.lines["answers"].at(players) / 1000 / players
    for _ in range(players):
        yield opens + min(ANSWER_SECONDS, chance.lognormvariate(*THINKING)), "answer", answer
    yield closes, "close", model.lines["close"].at(players) / 1000
    yield closes + 2, "reveal", model.lines["reveal"].at(players) / 1000


def fullest(model: Model, players: int, most_millis: float, minutes: int = 8) -> Waited:
    """The most rooms on one core with which 99 of 100 openings are out within so many milliseconds."""
    a_round = model.of_round(players) / 1000 + players * ROUND_SECONDS * model.idle.each / 1000
    low, high = 1, max(2, int(ROUND_SECONDS / a_round))  # with more the core would have more to do than it can
    while high - low > max(1, low // 25):
        middle = (low + high) // 2
        if simulate(model, middle, players, minutes).p99 <= most_millis:
            low = middle
        else:
            high = middle
    return simulate(model, low, players, minutes)
