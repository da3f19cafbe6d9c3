"""The notices of processes: a hash per board, with each process's text and when it last gave a sign of life."""

import contextlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from redis import Redis

from server.rooms.ports import Clock, StoreFull
from server.rooms.ports_between import Board, BoardOf
from server.rules.ids import CardId, RoomId
from server.store import keys
from server.store.connections import store_errors

FRESH_MILLIS = keys.NOTICE_SECONDS * 1000
SIGN_OF_LIFE = "@"
"""Before a process's name: its last sign of life. Short, since it is written again and again."""


class RedisNotices:
    """Notices on Redis. `process` is a name that no other process has."""

    def __init__(self, client: Redis, clock: Clock, process: str) -> None:
        self._client = client
        self._clock = clock
        self._process = process

    def put(self, changed: Mapping[Board, str | None], renewed: Collection[Board]) -> None:
        """Writes all in one round trip."""
        sign: dict[Any, Any] = {SIGN_OF_LIFE + self._process: self._clock.now()}
        with store_errors():
            pipeline = self._client.pipeline(transaction=False)
            for board, text in changed.items():
                key = _key(board)
                if text is None:
                    pipeline.hdel(key.name, self._process, SIGN_OF_LIFE + self._process)
                else:
                    pipeline.hset(key.name, mapping={**sign, self._process: text})
                    pipeline.expire(key.name, key.seconds)
            for board in renewed:
                key = _key(board)
                pipeline.hset(key.name, mapping=sign)
                pipeline.expire(key.name, key.seconds)
            pipeline.execute()

    def of_others(self, boards: Collection[Board]) -> Mapping[Board, Sequence[str]]:
        """Reads all in one round trip, and clears away what the dead have left."""
        with store_errors():
            pipeline = self._client.pipeline(transaction=False)
            for board in boards:
                pipeline.hgetall(_key(board).name)
            found: Any = pipeline.execute()
            since = self._clock.now() - FRESH_MILLIS
            read = {board: self._fresh(board, fields, since) for board, fields in zip(boards, found, strict=True)}
        return read

    def _fresh(self, board: Board, fields: Mapping[bytes, bytes], since: int) -> Sequence[str]:
        mark = SIGN_OF_LIFE.encode()
        dead = [name[1:] for name, value in fields.items() if name.startswith(mark) and int(value) < since]
        if dead:
            with contextlib.suppress(StoreFull), store_errors():  # they go by themselves, too
                self._client.hdel(_key(board).name, *dead, *(mark + name for name in dead))
        return [
            text.decode()
            for name, text in sorted(fields.items())
            if not name.startswith(mark) and name not in dead and name != self._process.encode()
        ]


def _key(board: Board) -> keys.Key:
    if board.kind is BoardOf.ROOM:
        return keys.room_here(RoomId(board.id))
    return keys.card_asked(CardId(board.id))
