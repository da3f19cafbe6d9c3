"""The secrets by which another device may lead one room: the lecturer's own phone, or a colleague who takes over.

Only a hash of a secret is kept. A key ends by itself, with its room, or when the owner takes it back; whatever a key
has made goes with it.
"""

import hmac
from collections.abc import Sequence
from hashlib import sha256

from server.rooms.ports import Chance, Clock, KeyRole, RoomKey, RoomKeys
from server.rules.ids import RoomId, ServerMillis
from server.rules.phases import Phase
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room

KEY_MILLIS = 24 * 60 * 60 * 1000
"""How long a key is good: made the evening before, it still opens in the morning."""
KEYS_MOST = 20
ID_LENGTH = 16


class KeyRing:
    """Makes, tries and takes back the keys of rooms. Every method raises StoreUnavailable, the making one StoreFull."""

    def __init__(self, kept: RoomKeys, clock: Clock, chance: Chance) -> None:
        self._kept = kept
        self._clock = clock
        self._chance = chance

    def make(self, room: RoomId, role: KeyRole, made_by: str | None) -> tuple[RoomKey, str]:
        """A new key and its secret, which nobody can be told again. Raises Refusal ROOM_FULL for one too many."""
        if len(self.all(room)) >= KEYS_MOST:
            raise Refusal(RefusalCode.ROOM_FULL)
        secret, now = self._chance.secret(), self._clock.now()
        digest = _digest(secret)
        key = RoomKey(digest[:ID_LENGTH], role, digest, now, ServerMillis(now + KEY_MILLIS), made_by)
        self._kept.add(room, key)
        return key, secret

    def fitting(self, room: RoomId, secret: str) -> RoomKey | None:
        """The key that a secret opens, while it is good; how long a wrong one takes says nothing about any."""
        digest = _digest(secret)
        key = self._kept.find(room, digest[:ID_LENGTH])
        if key is None or not hmac.compare_digest(key.digest, digest):
            return None
        return key if self._is_good(key) else None

    def stands(self, room: RoomId, key_id: str) -> bool:
        """Whether a key is still good."""
        key = self._kept.find(room, key_id)
        return key is not None and self._is_good(key)

    def all(self, room: RoomId) -> Sequence[RoomKey]:
        """The good keys of a room, the oldest first."""
        return sorted((key for key in self._kept.all(room) if self._is_good(key)), key=lambda key: key.made_at)

    def take_back(self, room: RoomId, key_id: str) -> frozenset[str]:
        """Ends a key and all that it made; returns their ids. Harmless for one that is gone."""
        keys, gone = self._kept.all(room), {key_id}
        while made := {key.id for key in keys if key.made_by in gone} - gone:
            gone |= made
        self._kept.remove(room, frozenset(gone))
        return frozenset(gone)

    def _is_good(self, key: RoomKey) -> bool:
        return self._clock.now() < key.ends_at


def can_be_led(room: Room) -> bool:
    """Whether a room takes keys: not after its end, when they are being forgotten."""
    return room.phase is not Phase.ENDED


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
