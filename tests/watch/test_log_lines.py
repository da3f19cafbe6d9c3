"""One line of the log: its fields, and what never stands in it."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from server.settings import LogStyle
from server.watch.log_lines import set_up_log, tell, without_secrets

ROOM = "de86f650f52a2e1a2956fe7326d93a72"
TOKEN = "0123456789abcdef0123456789abcdef"


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    """The log of the tests themselves is put back."""
    root, watch = logging.getLogger(), logging.getLogger("server.watch")
    handlers, level, watch_level = root.handlers[:], root.level, watch.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    watch.setLevel(watch_level)


def logged(style: LogStyle | None = LogStyle.JSON) -> io.StringIO:
    stream = io.StringIO()
    set_up_log(style, stream)
    return stream


def the_line(stream: io.StringIO) -> dict[str, Any]:
    (line,) = stream.getvalue().splitlines()
    told: dict[str, Any] = json.loads(line)
    return told


def test_a_line_says_when_how_bad_what_and_where() -> None:
    stream = logged()
    tell("room opened", room=ROOM, version=1)
    line = the_line(stream)
    assert (line["what"], line["level"], line["room"], line["version"]) == ("room opened", "info", ROOM, 1)
    assert line["time"].endswith("+00:00")
    assert line["where"] == "server.watch"
    assert isinstance(line["process"], int)


def test_what_is_not_a_terminal_gets_json_and_what_is_well_is_left_out_of_text() -> None:
    stream = logged(None)
    tell("server stands")
    assert the_line(stream)["what"] == "server stands"
    stream = logged(LogStyle.TEXT)
    tell("server stands")
    tell("slow append", logging.WARNING, room=ROOM, seconds=0.7)
    assert stream.getvalue().endswith(f"WARNING server.watch: slow append room={ROOM} seconds=0.7\n")
    assert len(stream.getvalue().splitlines()) == 1


def test_room_and_version_of_a_sentence_become_fields() -> None:
    stream = logged()
    logging.getLogger("server.rooms").error("room %s at version %s: a batch could not be decided", ROOM, 41)
    line = the_line(stream)
    assert (line["room"], line["version"]) == (ROOM, 41)


def test_an_error_keeps_to_one_line_and_tells_where_it_was_but_no_token_and_nothing_of_a_message() -> None:
    stream = logged()
    try:
        try:
            raise KeyError(TOKEN)
        except KeyError as error:
            raise ValueError("name\n  bad [type=string, input_value='Noor de Wit', input_type=str]") from error
    except ValueError:
        logging.getLogger("server.wire").exception("Room %s: it failed", ROOM)
    line = the_line(stream)
    assert "test_log_lines.py" in line["traceback"]
    assert "ValueError" in line["traceback"]
    assert line["room"] == ROOM
    assert TOKEN not in stream.getvalue()
    assert "Noor" not in stream.getvalue()


def test_a_message_of_strange_letters_stays_one_line() -> None:
    stream = logged()
    logging.getLogger("server").warning("a\nb\u2028\x00 %r", "\ud800")
    (line,) = stream.getvalue().split("\n")[:-1]
    assert json.loads(line)["what"].startswith("a\nb")


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        (f"room {ROOM}: late", f"room {ROOM}: late"),
        (f"GET /api/rooms/{ROOM}/log failed", f"GET /api/rooms/{ROOM}/log failed"),
        (f"seat {TOKEN} is odd", "seat (hidden) is odd"),
        ("/host?token=my-own-word&next=1", "/host?token=(hidden)&next=1"),
    ],
)
def test_ids_of_rooms_stay_and_tokens_go(text: str, stays: str) -> None:
    assert without_secrets(text) == stays
