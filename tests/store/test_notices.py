"""What processes tell each other: each its own, none its own again, and nothing of one that has died."""

import pytest
from redis import Redis

from server.rooms.ports import StoreUnavailable
from server.rooms.ports_between import board_of_card, board_of_room
from server.rules.ids import CardId
from server.store import keys
from server.store.notices import FRESH_MILLIS, RedisNotices
from tests.store.samples import OTHER_ROOM, ROOM
from tests.support.rooms_bench import HandClock

HERE, THERE = board_of_room(ROOM), board_of_room(OTHER_ROOM)
CARD = board_of_card(CardId("baker"))


def test_a_notice_is_read_by_the_others_and_on_its_own_board_alone(client: Redis) -> None:
    clock = HandClock()
    one, other = RedisNotices(client, clock, "one"), RedisNotices(client, clock, "other")
    one.put({HERE: "Noor", CARD: "asked"}, ())
    assert other.of_others([HERE, THERE, CARD]) == {HERE: ["Noor"], THERE: [], CARD: ["asked"]}
    assert one.of_others([HERE]) == {HERE: []}
    other.put({HERE: "Sem"}, ())
    one.put({HERE: "Noor and Bo"}, ())
    assert RedisNotices(client, clock, "third").of_others([HERE]) == {HERE: ["Noor and Bo", "Sem"]}
    one.put({HERE: None, CARD: None}, ())
    assert other.of_others([HERE, CARD]) == {HERE: [], CARD: []}
    assert not client.exists(keys.card_asked(CardId("baker")).name)


def test_who_gives_no_sign_of_life_counts_no_more_and_is_cleared_away(client: Redis) -> None:
    clock = HandClock()
    dead, living = RedisNotices(client, clock, "dead"), RedisNotices(client, clock, "living")
    for process in (dead, living):
        process.put({HERE: "somebody"}, ())
    clock.millis += FRESH_MILLIS
    living.put({}, [HERE])
    reader = RedisNotices(client, clock, "reader")
    assert reader.of_others([HERE]) == {HERE: ["somebody", "somebody"]}
    clock.millis += 1
    assert reader.of_others([HERE]) == {HERE: ["somebody"]}
    assert set(client.hkeys(keys.room_here(ROOM).name)) == {b"living", b"@living"}


def test_a_board_that_nobody_renews_goes_by_itself(client: Redis) -> None:
    one = RedisNotices(client, HandClock(), "one")
    one.put({HERE: "Noor"}, ())
    client.expire(keys.room_here(ROOM).name, 3)
    one.put({}, [HERE])
    assert 3 < client.ttl(keys.room_here(ROOM).name) <= keys.NOTICE_SECONDS


def test_a_store_that_is_away_is_said_in_the_words_of_the_rooms() -> None:
    with Redis(unix_socket_path="/nonexistent/store.sock") as away:
        notices = RedisNotices(away, HandClock(), "one")
        with pytest.raises(StoreUnavailable):
            notices.put({HERE: "Noor"}, ())
        with pytest.raises(StoreUnavailable):
            notices.of_others([HERE])
