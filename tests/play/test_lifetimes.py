"""A course, its rooms, keys, homework and replays, and then every key in the store: each goes by itself one day."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from server.store import keys
from tests.play.people import HOST_COOKIE, new_command_id
from tests.play.server_under_test import Reply, ServerUnderTest
from tests.play.short_hour import NAMES, ShortHour, cards_played, right
from tests.store.given_stores import GivenStore

WITHOUT_END: dict[str, str] = {}
"""Keys that may stay for ever, each with its reason. There is none."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GivenStore]:
    """A store that can be looked into."""
    store = GivenStore(tmp_path / "store")
    store.start()
    yield store
    store.kill()


@pytest.fixture
def on_store(store: GivenStore, tmp_path: Path) -> Iterator[ServerUnderTest]:
    """A server on it."""
    server = ServerUnderTest(tmp_path / "server", "eventlet", environment={"TREDE_REDIS_URL": store.address})
    server.start()
    yield server
    server.stop()


def test_whatever_a_class_does_every_key_has_a_lifetime(
    on_store: ServerUnderTest, store: GivenStore, leaving: ExitStack
) -> None:
    course = made(host(on_store, "/api/courses", title="Klas 2B"))["id"]
    hour = ShortHour.opens(on_store, leaving, course=course)
    made(host(on_store, f"/api/rooms/{hour.room}/keys", role="remote"))
    after_setting_homework(on_store)
    still_open = ShortHour.opens(on_store, leaving, NAMES[:2])
    still_open.play_card(1)
    assert_each_has_a_lifetime(store, {"pin", "keys", "sheet", "answers"})

    hour.play()
    assert hour.ask("replay").status == 200

    assert host(on_store, f"/api/rooms/{hour.room}/forget-names").status == 204

    on_store.get(f"/api/courses/{course}", Cookie=HOST_COOKIE)
    assert_each_has_a_lifetime(store, {"log", "standings", "line", "rooms", "course", "season"})


def after_setting_homework(server: ServerUnderTest) -> None:
    """A homework that one device has handed in."""
    card = cards_played()[0]
    homework = made(host(server, "/api/homework", deck="village-square", cards=[card.id], title="Thuis", until=None))[
        "id"
    ]
    answer = {"device": "a1" * 16, "card": card.id, "axes": ["stage"], "picks": {"stage": right(card, "stage")}}
    assert server.post(f"/api/homework/{homework}/answers", answer).status in {200, 201, 204}


def assert_each_has_a_lifetime(store: GivenStore, seen_at_least: set[str]) -> None:
    """Looks at all that is there. `seen_at_least` are words of the names, so that an empty store proves nothing."""
    with closing(store.ask()) as client:
        lives = {name.decode(): client.ttl(name) for name in client.scan_iter(count=1000)}
    for word in seen_at_least:
        assert any(word in name for name in lives), (word, sorted(lives))
    longest = max(keys.ROOM_SECONDS, keys.COURSE_SECONDS, keys.HOMEWORK_SECONDS)
    wrong = {name: life for name, life in lives.items() if not 0 < life <= longest and name not in WITHOUT_END}
    assert not wrong


def host(server: ServerUnderTest, path: str, **message: object) -> Reply:
    """What the lecturer posts."""
    command = {} if path.endswith(("forget-names", "keys")) else {"command_id": new_command_id()}
    return server.post(path, {**command, **message}, Cookie=HOST_COOKIE)


def made(reply: Reply) -> dict[str, str]:
    """What came of it."""
    assert reply.status in {200, 201}, reply
    body: dict[str, str] = reply.json
    return body
