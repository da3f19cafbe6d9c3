"""What is made of a whole sitting and asked by many: made once, and again when the sitting is another."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from server.rooms.ports import Concurrency
from server.rules.ids import RoomId

Read = TypeVar("Read")
Made = TypeVar("Made")

KEPT = 8


class BesideSitting(Generic[Read, Made]):
    """Keeps what was made of a sitting as long as the shelf gives that same sitting."""

    def __init__(
        self, sitting_of: Callable[[RoomId], Read], make: Callable[[Read], Made], concurrency: Concurrency
    ) -> None:
        self._sitting_of = sitting_of
        self._make = make
        self._making = concurrency.lock()
        self._kept: OrderedDict[RoomId, tuple[Read, Made]] = OrderedDict()

    def get(self, room: RoomId) -> Made:
        """What is made of a room's sitting of now. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
        sitting = self._sitting_of(room)
        with self._making:
            found = self._kept.get(room)
            if found is None or found[0] is not sitting:
                found = self._kept[room] = (sitting, self._make(sitting))
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(room)
            return found[1]
