"""Looks through what phones and projector are sent for anything that belongs to a key."""

from collections.abc import Collection, Iterator
from typing import Any

from server.devtools.oracle.quiz import Quiz

TELLING_FIELDS = frozenset(
    {"accepted", "accept", "key", "keys", "cue", "why", "traps", "is_contested", "status", "debate", "note"}
    | {"counts", "result", "verdict", "right_share"}
)
"""Names of fields that only a revealed card may fill in what a phone gets."""
VOTE_FIELDS = frozenset(
    {"counts", "detail", "flow", "moves", "combinations", "reached", "taps", "centre", "voters", "first_pick"}
    | {"right_share", "right_before", "right_after", "came_to_key", "left_key", "trap_counts", "words", "groups"}
    | {"advice", "agreement", "certain_wrong", "confused", "confusions", "matrix", "calibration"}
)
"""Names of fields that say how the class voted. Seeing it draws the second vote to the tallest bar."""


class SecretWatch:
    """Knows every secret text of a deck, and the names under which a key could travel."""

    def __init__(self, quiz: Quiz) -> None:
        self._card_of = {text: card.id for card in quiz.cards.values() for text in card.secrets}
        self._shortest = min(map(len, self._card_of), default=1)

    def cards_told(self, body: Any, card_on_screen: str | None) -> set[str]:
        """The cards of whose key a message tells something. A telling field speaks of the card on the screen."""
        told: set[str] = set()
        for name, leaf in _leaves("", body):
            if isinstance(leaf, str) and len(leaf) >= self._shortest:
                told |= self._cards_in(leaf)
            if name in TELLING_FIELDS and card_on_screen is not None:
                told.add(card_on_screen)
        return told

    @staticmethod
    def tells_votes(body: Any) -> bool:
        """Whether a message says anything of how the class voted; how many have answered is no secret."""
        return any(name in VOTE_FIELDS for name, _ in _leaves("", body))

    def _cards_in(self, text: str) -> set[str]:
        exact = self._card_of.get(text)
        if exact is not None:
            return {exact}
        return {card for secret, card in self._card_of.items() if secret in text}


def ids_told(body: Any, ids: Collection[str]) -> set[str]:
    """Which of some ids stand anywhere in a message."""
    return {leaf for _, leaf in _leaves("", body) if isinstance(leaf, str) and leaf in ids}


def _leaves(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Every value that is not empty, with the name of the field nearest above it, and every named list or object."""
    if isinstance(value, dict):
        for inner, part in value.items():
            if isinstance(part, dict | list) and part:
                yield inner, None
            yield from _leaves(inner, part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(name, part)
    elif value is not None:
        yield name, value
