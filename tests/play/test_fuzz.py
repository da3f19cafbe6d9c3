"""A short run of the fuzzer: a class plays beside it and loses nothing. The long run is `trede fuzz --seconds 600`."""

from random import Random
from typing import Any

import pytest

from server.devtools.fuzz.finds import Finds
from server.devtools.fuzz.in_messages import SCHEMAS, MessageFuzzer
from server.devtools.fuzz.over_http import HttpFuzzer
from server.devtools.fuzz.run import FuzzOptions, fuzz
from server.devtools.fuzz.values import sample, wounded, written
from server.wire.client_messages import HOST_COMMANDS, PLAYER_COMMANDS
from server.wire.reading import read_message

SECONDS = 12.0
GROWTH_MOST = 20.0
"""Megabytes."""


def test_a_class_plays_on_beside_all_that_is_bad(engine: str) -> None:
    report = fuzz(FuzzOptions(SECONDS, seed=7, engine=engine, bots=8), lambda _line: None)
    assert report["finds"] == []
    assert report["lines_logged"] == 0
    assert {"messages", "bytes", "http", "witnesses"} <= set(report["cases"])
    assert report["answers_acknowledged"] > 0
    assert report["memory_mb"]["after"] - report["memory_mb"]["before"] < GROWTH_MOST


def test_the_same_seed_throws_the_same() -> None:
    def thrown(seed: int) -> list[str]:
        dice = Random(seed)
        return [
            written(wounded(sample(SCHEMAS[name], dice), dice), dice) for name in sorted(SCHEMAS) for _ in range(20)
        ]

    assert thrown(1) == thrown(1) != thrown(2)


@pytest.mark.parametrize("name", [*PLAYER_COMMANDS, *HOST_COMMANDS])
def test_a_sample_without_a_wound_gets_past_the_reading_now_and_then(name: str) -> None:
    dice, model = Random(3), {**PLAYER_COMMANDS, **HOST_COMMANDS}[name]
    read = 0
    for _ in range(50):
        said: Any = sample(SCHEMAS[name], dice)
        try:
            read += read_message(model, said) is not None
        except Exception:
            continue
    assert read, "a fuzzer whose messages are all refused at the door tries nothing behind it"


def test_what_it_looks_for_it_finds() -> None:
    finds = Finds()
    http = HttpFuzzer(0, "room", "", Random(1), finds)
    http._judge(b"HTTP/1.1 404 NOT FOUND\r\n\r\n{}", b"GET /")
    assert finds.found == []
    http._judge(b"HTTP/1.1 500 INTERNAL SERVER ERROR\r\n\r\n", b"GET /500")
    http._judge(b"HTTP/1.1 200 OK\r\n\r\nTraceback (most recent call last)", b"GET /traceback")
    http._judge(b"HTTP/1.1 303 SEE OTHER\r\nSet-Cookie: a=b\r\n\r\n", b"GET /cookie")
    messages = MessageFuzzer.__new__(MessageFuzzer)
    messages._finds, messages._room = finds, "room"
    messages._judge('[{"ok":true,"version":3}]', "fine")
    messages._judge('[{"ok":false,"code":"SERVER_ERROR","retry":false}]', "a mistake of ours")
    messages._judge('[{"ok":false,"code":"NO_SUCH_CODE","retry":false}]', "an unknown code")
    messages._judge("[]", "no answer in the answer")
    messages._look('42["room",{"x":NaN}]', "NaN")
    assert len(finds.found) == 7
