"""What is measured: rounds of whole rooms, a server that is killed, one that is started a second time."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from server.devtools.bench import yardsticks
from server.devtools.bench.hall import Hall, HallStuck
from server.devtools.bench.own_server import OwnServer, free_port, own_server
from server.devtools.bench.rows import Row, of_rounds
from server.devtools.bench.sitting import SETTLE_SECONDS, Sitting

WARM_UP = 2
"""Rounds that are played first and not counted: caches fill, sockets' buffers grow."""
KILLED_PHONES = 2_000
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.3, 2.0
"""A phone waits so long before its first try to come back, twice as long before each further one, up to the longest
(web/src/wire/dial.ts)."""

Say = Callable[[str], None]


@dataclass(slots=True)
class Played:
    """The rounds of one room: seconds to the last phone, and what they cost the server."""

    players: int
    opened: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    revealed: list[float] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    answer_cpu_seconds: list[float] = field(default_factory=list)
    bytes_to_phones: list[int] = field(default_factory=list)
    bytes_per_phone: float = 0.0
    client_shares: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """By what was timed, which part of its core the load client used meanwhile (0..1), round by round."""
    rooms_played: list[str] = field(default_factory=list)
    """Rooms whose deck was played to its end."""
    opening: bytes = b""
    """The message that opened the last round, as each phone got it."""

    @property
    def client_share(self) -> float:
        """Which part of its core the load client used (0..1): of the median rounds the one where it had most to do."""
        return max((median(shares) for shares in self.client_shares.values()), default=0.0)

    @property
    def cpu_per_answer(self) -> float:
        """Milliseconds of the server's core per answer, with all that it causes within a short while."""
        return median(self.answer_cpu_seconds) * 1000 / self.players

    @property
    def cpu_per_player(self) -> float:
        """Milliseconds of the server's core per player and round."""
        return median(self.cpu_seconds) * 1000 / self.players


def play(servers: Sequence[OwnServer], players: int, rounds: int, say: Say) -> Played:
    """Plays a room of so many phones, spread over some processes; the host is at the first. Raises HallStuck."""
    server, addresses = servers[0], tuple(one.address for one in servers)
    hall, before = Hall(), server.memory_bytes()
    sitting = Sitting(hall, server.door(), players, min(rounds + WARM_UP, 20), addresses=addresses)
    played = Played(players)
    sitting.open()
    played.bytes_per_phone = (server.memory_bytes() - before) / players
    cards = 0
    while len(played.opened) < rounds:
        if cards == sitting.cards:  # the deck is through: another room goes on
            hall.hang_up()
            played.rooms_played.append(sitting.room)
            sitting, cards = Sitting(hall, server.door(), players, sitting.cards, addresses=addresses), 0
            sitting.open()
            hall.rest(SETTLE_SECONDS)
        _play_round(servers, sitting, played, counts=cards >= WARM_UP or len(played.opened) > 0)
        cards += 1
        if played.opened and (len(played.opened) % 5 == 0 or len(played.opened) == rounds):
            say(f"{players} phones: {len(played.opened)} of {rounds} rounds")
    if cards == sitting.cards:
        played.rooms_played.append(sitting.room)
    hall.hang_up()
    return played


def _cpu_seconds(servers: Sequence[OwnServer]) -> float:
    return sum(server.cpu_seconds() for server in servers)


def _play_round(servers: Sequence[OwnServer], sitting: Sitting, played: Played, counts: bool) -> None:
    hall = sitting.hall
    cpu, received = _cpu_seconds(servers), sitting.bytes_to_phones
    sitting.step_to("reading")
    hall.rest(SETTLE_SECONDS)
    opened, opened_share = _timed(hall, lambda: sitting.step_to("answering"))
    opening = sitting.room_message
    hall.rest(SETTLE_SECONDS)
    before = _cpu_seconds(servers)
    answered, answered_share = _timed(hall, sitting.answer_all)
    hall.rest(SETTLE_SECONDS)
    answer_cpu = _cpu_seconds(servers) - before
    sitting.step_to("closed")
    hall.rest(SETTLE_SECONDS)
    revealed, revealed_share = _timed(hall, sitting.reveal_all)
    hall.rest(SETTLE_SECONDS)
    if counts:
        played.opened.append(opened)
        played.answered.append(answered)
        played.revealed.append(revealed)
        played.cpu_seconds.append(_cpu_seconds(servers) - cpu)
        played.answer_cpu_seconds.append(answer_cpu)
        played.bytes_to_phones.append(sitting.bytes_to_phones - received)
        for what, share in ("opened", opened_share), ("answered", answered_share), ("revealed", revealed_share):
            played.client_shares[what].append(share)
        played.opening = opening


def _timed(hall: Hall, play_it: Callable[[], float]) -> tuple[float, float]:
    """How long it took, and which part of that time the client was busy: by itself, for a rest would hide it."""
    hall.forget_share()
    took = play_it()
    return took, hall.share


def fan_out_row(played: Played) -> Row:
    """A round opens: from the host's press to the last phone, beside a bare broadcast of the same bytes."""
    bare = yardsticks.fan_out(free_port(), played.players, played.opening, len(played.opened))
    return of_rounds(
        f"a round opens, {played.players} phones", played.opened, 1.2, bare, "bare websockets, the same bytes"
    )


def answers_row(played: Played) -> Row:
    """Everybody answers at once: to the last acknowledgement, beside one that keeps nothing."""
    body: dict[str, object] = {"command_id": "0" * 24, "card": "some-card", "picks": {"stage": "some-option"}}
    bare = yardsticks.answers(free_port(), played.players, {**body, "shown_millis": 1000}, len(played.answered))
    return of_rounds(
        f"{played.players} answers at one instant", played.answered, 2.0, bare, "bare Node socket.io, nothing kept"
    )


def reveal_row(played: Played) -> Row:
    """The reveal, to each phone its own result, beside the fan-out of a round's opening."""
    return of_rounds(
        f"a reveal, {played.players} phones", played.revealed, 2.5, played.opened, "a round's opening, this run"
    )


def steadiness_row(played: Played) -> Row:
    """The worst opening of many beside the median one."""
    worst = max(played.opened) * 1000
    return Row(
        f"worst of {len(played.opened)} openings, {played.players} phones",
        worst, "ms", 3.0, median(played.opened) * 1000, "the median opening, this run",
    )  # fmt: skip


def memory_row(played: Played) -> Row:
    """What a connected phone takes of the server's memory."""
    return Row("memory per connected phone", played.bytes_per_phone / 1000, "kB", 70.0)


def growth_row(large: Played, small: Played) -> Row:
    """What a player costs in a large hall beside what one costs in a small one."""
    return Row(
        f"CPU per player and round, {large.players} phones",
        large.cpu_per_player, "ms", 1.3, small.cpu_per_player, f"with {small.players} phones",
    )  # fmt: skip


def back_after_kill_row(say: Say, phones: int = KILLED_PHONES) -> Row:
    """How long until everybody has the right view again after kill -9 in an open round, the restart included.

    The phones of the bench knock after a phone's first pause, all at once, which is the worst case; where nobody
    listens by then, again after its second, and so on. Who is let into the line waits there until the server stands.
    """
    with own_server() as server:
        hall = Hall()
        sitting = Sitting(hall, server.door(), phones, 3)
        sitting.open()
        sitting.step_to("answering")
        hall.rest(SETTLE_SECONDS)
        version = sitting.room_view["version"]
        say(f"{phones} phones are in an open round; kill -9")
        began = time.perf_counter()
        server.kill()
        sitting.forget_lines()
        server.launch()
        pause = FIRST_PAUSE_SECONDS
        time.sleep(pause)
        while not server.takes_connections():
            pause = min(LONGEST_PAUSE_SECONDS, pause * 2)
            time.sleep(pause)
        sitting.come_back()
        took = time.perf_counter() - began
        if (sitting.room_view["version"], sitting.room_view["phase"]) < (version, "answering"):
            raise HallStuck("after the kill the room is not where it was")
        hall.hang_up()
    return Row(f"{phones} phones back after kill -9", took, "s", 3.5)


def two_processes_row(alone: Played, together: Played) -> Row:
    """What an answer costs with the hall spread over two processes, beside what it costs at one."""
    return Row(
        f"CPU per answer, {together.players} phones at two processes",
        together.cpu_per_answer, "ms", 1.25, alone.cpu_per_answer, "at one process, this run",
    )  # fmt: skip


def replay_rows(server: OwnServer, played: Played, say: Say) -> list[Row]:
    """How long until a page has what its first picture needs of a full hall's sitting, and until it has all parts.

    Asked as a page asks (web/src/replay/loading.svelte.ts): the head, then the part in which the first card comes up,
    then the others. Each room is shown once, on a server that has been up for a while; that it loads the page's own
    files, and draws, is not in it.
    """
    door = server.door()
    first, whole = [], []
    for room in played.rooms_played:
        began = time.perf_counter()
        head = door.replay(room)
        parts = _as_a_page_asks(head)
        door.replay(room, f"{head['version']}/{next(parts)}")
        first.append(time.perf_counter() - began)
        for number in parts:
            door.replay(room, f"{head['version']}/{number}")
        whole.append(time.perf_counter() - began)
    say(f"{len(first)} replays")
    name = f"replay of {played.players} people"
    return [Row(f"{name}, first picture", median(first), "s", 0.3, worst=max(first)),
            Row(f"{name}, all of it", median(whole), "s", 2.0, worst=max(whole))]  # fmt: skip


def _as_a_page_asks(head: dict[str, Any]) -> Iterator[int]:
    """The parts of a replay, from the one where the first card comes up on, then those before it."""
    marks, card = head["parts"], head["cards"][0]
    first = max(number for number, mark in enumerate(marks) if mark["at"] <= card["at"])
    return ((first + step) % len(marks) for step in range(len(marks)))


def start_row(say: Say) -> Row:
    """The second start on a folder, until a class can play."""
    with own_server() as server:
        server.stop()
        took = server.start()
    say("a second start")
    return Row("a second start, until ready", took, "s", 3.0)
