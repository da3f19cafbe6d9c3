"""The standings of each room, as the log's append wrote them: read only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redis import Redis

from server.rules.ids import MilliPoints, PlayerId, RoomId
from server.store import keys
from server.store.connections import store_errors
from server.store.scripts import RANK


@dataclass(frozen=True, slots=True)
class RedisLeaderboards:
    """Leaderboards on Redis's sorted sets. Scores are whole thousandths, far below where a double is inexact."""

    client: Redis

    def top(self, room: RoomId, count: int) -> Sequence[tuple[PlayerId, MilliPoints]]:
        """The highest `count` players, highest first; ties in backward order of their ids. Raises StoreUnavailable."""
        if count < 1:
            return []
        with store_errors():
            rows: Any = self.client.zrevrange(keys.room_standings(room).name, 0, count - 1, withscores=True)
        return [(PlayerId(player.decode()), MilliPoints(int(points))) for player, points in rows]

    def rank(self, room: RoomId, player: PlayerId) -> int | None:
        """A player's rank from 1, ties shared; None for a player without a place. Raises StoreUnavailable."""
        with store_errors():
            rank: int | None = RANK.run(self.client, (keys.room_standings(room),), player)
        return rank
