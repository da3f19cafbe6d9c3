"""Scripts are called as their file says, and check everything before they write."""

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from server.store import keys
from server.store.scripts import APPEND, GIVE_BACK, RANK, load_script
from tests.store.samples import ROOM

LOG, BOARD = keys.room_log(ROOM), keys.room_standings(ROOM)


def test_the_verb_and_the_number_of_keys_come_from_the_file_name() -> None:
    assert [(script.verb, script.key_count) for script in (APPEND, RANK, GIVE_BACK)] == [
        ("append", 2),
        ("rank", 1),
        ("give_back", 1),
    ]


@pytest.mark.parametrize("name", ["append.lua", "append-two.lua", "../append-2.lua", "append-2.py", "week-3-.lua"])
def test_a_file_without_verb_and_key_count_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is named <verb>-<number of keys>"):
        load_script(name)


def test_a_script_that_is_not_there_fails_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        load_script("drop-1.lua")


def test_a_wrong_number_of_keys_never_reaches_redis(client: Redis) -> None:
    with pytest.raises(ValueError, match="append takes 2 keys, not 1"):
        APPEND.run(client, [LOG], 0, 60, 60, 1, "x", "keep")


def test_a_script_that_redis_does_not_know_is_sent_once_and_then_run_by_hash(client: Redis) -> None:
    client.config_resetstat()
    for _ in range(3):
        RANK.run(client, [BOARD], "p1")

    calls = client.info("commandstats")
    assert calls["cmdstat_eval"]["calls"] == 1
    assert calls["cmdstat_evalsha"]["calls"] == 3


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("none", 60, 60, 1, "e", "keep"), "a number is missing"),
        ((0, 60, 60, 0, "keep"), "a number is missing"),
        ((0, "", 60, 1, "e", "keep"), "a number is missing"),
        ((0, 60, 60, 2, "e"), "do not add up"),
        ((0, 60, 60, 1, "e", "replace", 1), "do not add up"),
        ((0, 60, 60, 1, "e", "replace", 1, "p1", "much", "p2"), "a score is no number"),
    ],
)
def test_an_append_that_breaks_its_contract_writes_nothing(
    client: Redis, arguments: tuple[int | str, ...], complaint: str
) -> None:
    with pytest.raises(ResponseError, match=complaint):
        APPEND.run(client, [LOG, BOARD], *arguments)

    assert client.dbsize() == 0


def test_an_append_to_a_log_with_a_foreign_entry_writes_nothing(client: Redis) -> None:
    client.xadd(LOG.name, {"e": "foreign"}, id="5-1")

    with pytest.raises(ResponseError, match="BADLOG"):
        APPEND.run(client, [LOG, BOARD], 5, 60, 60, 1, "e", "replace", 1, "p1")

    assert client.xlen(LOG.name) == 1
    assert client.dbsize() == 1
