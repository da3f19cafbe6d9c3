"""What a round costs, in counts that no machine changes: commands to the store, messages and bytes to the phones.

A second call of the store per answer, or a message to everybody per answer, is found here before it is felt in a hall.
"""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from redis import Redis

from server.devtools.bench.hall import Hall
from server.devtools.bench.sitting import Sitting
from server.devtools.bots.door import HostDoor
from tests.play.conftest import ENGINES, stopped_at_the_end
from tests.play.server_under_test import TOKEN, ServerUnderTest
from tests.support.plain_threads import eventually

PLAYERS = 120
log = logging.getLogger(__name__)
DECK = "village-square"
CARDS = ("baker-broken-oven", "two-tomato-plants", "wedding-above-the-village")
"""Shipped cards that are asked on three axes."""
CLOCK = {"time", "client|id", "ping", "config|get"}
TAIL_AND_FILE = {"xread", "client|unblock", "info"}
"""What the store is asked as time goes by, whoever answers; the second as often as its file is slow."""


class Round:
    """A class that has answered one card and seen its reveal, and the store's own counts of before and after."""

    def __init__(self, server: ServerUnderTest, store: Redis) -> None:
        self.hall = Hall()
        self.sitting = Sitting(self.hall, HostDoor(f"{server.url}/host?token={TOKEN}"), PLAYERS, 3)
        self.store = store
        self.sitting.open(deck=DECK, cards=list(CARDS))
        self.sitting.step_to("answering")
        self.hall.rest(1.2)  # the list of people goes out once a second

    def calls(self) -> dict[str, int]:
        """What the store was asked so far, by command, but for the tail and the look at its file."""
        told: Any = self.store.info("commandstats")
        counts = {name.removeprefix("cmdstat_"): int(line["calls"]) for name, line in told.items()}
        return {name: count for name, count in counts.items() if name not in TAIL_AND_FILE}

    def asked_meanwhile(self, before: dict[str, int]) -> dict[str, int]:
        """What it was asked since then."""
        return {
            name: count - before.get(name, 0) for name, count in self.calls().items() if count > before.get(name, 0)
        }


@pytest.fixture(params=ENGINES)
def own_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerUnderTest]:
    """A server of this test alone, on each engine."""
    yield from stopped_at_the_end(ServerUnderTest(tmp_path, request.param))


@pytest.fixture
def store(own_server: ServerUnderTest) -> Iterator[Redis]:
    """The private store of a server that runs."""
    own_server.start()
    note = json.loads((Path(own_server.folder) / "data" / "store.json").read_text("utf-8"))
    with Redis(unix_socket_path=note["socket"]) as client:
        yield client


@pytest.fixture
def played(own_server: ServerUnderTest, store: Redis) -> Iterator[Round]:
    """The class, with the first card open."""
    one = Round(own_server, store)
    yield one
    one.hall.hang_up()


def test_answers_that_come_together_go_to_the_store_together(played: Round) -> None:
    before = played.calls()
    played.sitting.answer_all()
    asked = played.asked_meanwhile(before)
    by_the_clock = sum(asked.pop(name, 0) for name in CLOCK)
    assert by_the_clock <= PLAYERS / 4, asked
    assert 0 < asked.get("evalsha", 0) <= PLAYERS / 8, asked
    assert sum(asked.values()) - asked.get("xadd", 0) - asked.get("expire", 0) <= PLAYERS / 4, asked
    assert asked["xadd"] == PLAYERS


def test_an_answer_is_told_to_its_own_phone_alone(played: Round) -> None:
    heard, bytes_before = played.sitting.messages, played.sitting.bytes_to_phones
    played.sitting.answer_all()
    played.hall.rest(1.2)
    assert played.sitting.messages - heard == 2 * PLAYERS  # its acknowledgement, and its own view
    assert (played.sitting.bytes_to_phones - bytes_before) / PLAYERS < 600


def test_a_whole_round_is_eight_messages_a_phone_and_says_each_thing_once(played: Round) -> None:
    """From the press that shows the second card to its leaderboard; the first one brought what stays the same.

    Five views of the room, the answer's acknowledgement, two own views. Beside the card's own words in both languages,
    which go out once, a round fits in 3.1 kB a player; and what the host has of it, in 20 kB and 0.1 kB a player.
    """
    sitting = played.sitting
    play_on(sitting)
    played.hall.rest(1.2)
    messages, to_phones, to_host = sitting.messages, sitting.bytes_to_phones, sitting.bytes_to_host
    words = play_on(sitting)
    played.hall.rest(1.2)
    eventually(lambda: sitting.host_view["phase"] == "leaderboard", what="the host's leaderboard")
    assert (sitting.messages - messages) / PLAYERS == 8
    per_phone, host = (sitting.bytes_to_phones - to_phones) / PLAYERS, sitting.bytes_to_host - to_host
    log.info("A round: %.0f bytes a phone, %s of them the card's words; %s to the host", per_phone, words, host)
    assert words > 2_000  # the measure of words finds some
    assert per_phone <= words + 3_100
    assert host <= 20_000 + 100 * PLAYERS


def play_on(sitting: Sitting) -> int:
    """From the press that shows a card to its leaderboard; returns how many bytes its own words are."""
    sitting.step_to("answering")
    sitting.answer_all()
    sitting.step_to("closed")
    sitting.reveal_all()
    card, reveal = sitting.room_view["round"], sitting.room_view["reveal"]
    story = {name: card[name] for name in ("title", "person", "story")}
    truth = [{name: axis[name] for name in ("accepted", "cue", "why", "traps")} for axis in reveal["axes"]]
    sitting.step_to("leaderboard")
    return len(json.dumps([story, truth, reveal["debate"]], ensure_ascii=False, separators=(",", ":")).encode())
