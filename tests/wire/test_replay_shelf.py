"""A finished room's replay is made once; a live one each time it is asked for."""

import gzip
import json

from server.rules.ids import RoomId
from server.wire.replay_shelf import KEPT, ReplayShelf
from tests.support.plain_threads import PlainThreads


class Maker:
    """Makes replays and counts them."""

    def __init__(self, is_final: bool) -> None:
        self.is_final = is_final
        self.made: list[tuple[str, bool]] = []

    def __call__(self, room: RoomId, with_names: bool) -> tuple[object, bool]:
        self.made.append((room, with_names))
        return {"room": room, "names": with_names, "number": len(self.made)}, self.is_final


def test_a_finished_room_is_made_once_with_names_and_once_without() -> None:
    maker = Maker(is_final=True)
    shelf = ReplayShelf(maker, PlainThreads())
    for with_names in (False, True, False, True):
        packed = shelf.get(RoomId("a"), with_names)
        assert json.loads(packed.plain)["names"] is with_names
        assert gzip.decompress(packed.squeezed) == packed.plain
    assert maker.made == [("a", False), ("a", True)]


def test_a_live_room_is_made_anew() -> None:
    shelf = ReplayShelf(Maker(is_final=False), PlainThreads())
    assert [json.loads(shelf.get(RoomId("a"), False).plain)["number"] for _ in range(2)] == [1, 2]


def test_only_the_last_few_are_kept() -> None:
    maker = Maker(is_final=True)
    shelf = ReplayShelf(maker, PlainThreads())
    for number in range(KEPT + 1):
        shelf.get(RoomId(f"room-{number}"), False)
    shelf.get(RoomId(f"room-{KEPT}"), False)
    assert len(maker.made) == KEPT + 1
    shelf.get(RoomId("room-0"), False)
    assert len(maker.made) == KEPT + 2
