"""Every kind of event, as a version of the past wrote it, is still read: open rooms go on under a new version."""

import json

import pytest

from server.store.event_codec import UPGRADES, decode_event, encode_event
from tests.recorded import EVENTS, FOLDER
from tests.store.test_event_codec import KINDS

LINES = (FOLDER / EVENTS).read_bytes().splitlines()


def test_every_kind_of_event_is_among_them() -> None:
    recorded = {json.loads(line)[0] for line in LINES}
    lacking = {kind.__name__ for kind in KINDS} - recorded
    assert not lacking, "a new kind is recorded once: python -m tests.recorded.record_events"


@pytest.mark.parametrize("number", range(len(LINES)), ids=lambda number: f"{json.loads(LINES[number])[0]}-{number}")
def test_an_event_of_the_past_is_read_and_says_what_it_said(number: int) -> None:
    event = decode_event(LINES[number])

    name, fields = json.loads(LINES[number])
    name_now, fields_now = json.loads(encode_event(event))
    if name not in UPGRADES:
        assert name_now == name
        assert says(fields_now, fields)


def says(now: object, then: object) -> bool:
    """Whether all that was said then is said now; what came later has been added, what was empty may be left away."""
    if isinstance(then, dict) and isinstance(now, dict):
        return all(says(now.get(name), value) for name, value in then.items())
    if isinstance(then, list) and isinstance(now, list):
        return len(now) == len(then) and all(map(says, now, then))
    return now == then
