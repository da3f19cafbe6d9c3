"""Passphrases: what one must be, and its argon2id hash, worked out in a thread that keeps no socket waiting."""

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from server.rooms.ports import Concurrency
from server.rules.names import same_to_the_eye
from server.rules.refusals import Refusal, RefusalCode

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MEMORY_KIB, PASSES, LANES = 19 * 1024, 2, 1
"""The least that OWASP's Password Storage Cheat Sheet asks of argon2id: some 50 ms on a laptop's core that is busy."""
SHORTEST, LONGEST = 12, 200
FEWEST_DIFFERENT = 5
NOBODYS = f"$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${'A' * 22}${'A' * 43}"
"""A hash that fits nothing: who gives a name that is nobody's waits as long as who gives a wrong passphrase."""


class Passphrases:
    """Hashes and tries, one at a time: a flood of tries takes one core and 19 MiB, not the house."""

    def __init__(self, concurrency: Concurrency) -> None:
        self._concurrency = concurrency
        self._turn = concurrency.lock()

    @cached_property
    def _hasher(self) -> "PasswordHasher":
        from argon2 import PasswordHasher  # here, so that a house without lecturers does not wait for it at its start

        return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)

    def hash(self, passphrase: str) -> str:
        """What is kept of a passphrase."""
        with self._turn:
            hasher = self._hasher
            return self._concurrency.in_thread(lambda: hasher.hash(_same(passphrase)))

    def fits(self, passphrase: str, hashed: str | None) -> bool:
        """Whether a passphrase is the one; None, for nobody's, takes as long."""
        with self._turn:
            hasher = self._hasher
            return self._concurrency.in_thread(lambda: _verify(hasher, _same(passphrase), hashed or NOBODYS))

    def is_weaker(self, hashed: str) -> bool:
        """Whether a hash was made with other figures than those of today."""
        return self._hasher.check_needs_rehash(hashed)


def check_passphrase(passphrase: str, name: str) -> None:
    """Raises Refusal PASSPHRASE_WEAK. Length counts, not the kinds of characters."""
    said = _same(passphrase)
    if len(said) < SHORTEST:
        raise Refusal(RefusalCode.PASSPHRASE_WEAK)
    if len(set(said)) < FEWEST_DIFFERENT or same_to_the_eye(said) in same_to_the_eye(name) * 2:
        raise Refusal(RefusalCode.PASSPHRASE_WEAK)


def _same(passphrase: str) -> str:
    """Whatever keyboard it was typed on. Spaces around it come from a clipboard."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def _verify(hasher: "PasswordHasher", passphrase: str, hashed: str) -> bool:
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return hasher.verify(hashed, passphrase)
    except (Argon2Error, InvalidHashError):
        return False
