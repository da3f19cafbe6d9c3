"""What a blind reading is a reading of: a short print of a card's story and keys, the same for the same card."""

import json
from hashlib import sha256

from server.rules.cards import Card, Key, Text

CHARACTERS = 12


def content_of(card: Card) -> str:
    """Twelve hexadecimal digits that change with what a reader reads (the story, the items) and with the keys.

    Title, reasons and traps may change without it: no blind reader has seen them.
    """
    said = {"story": _both(card.story), "keys": {axis: _key(key) for axis, key in card.keys.items()}}
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:CHARACTERS]


def _key(key: Key) -> dict[str, object]:
    return {
        "accept": dict(key.accept),
        "order": [sorted(step) for step in key.order],
        "pairs": dict(key.pairs),
        "items": {item: _both(name) for item, name in key.items.items()},
        "model_answer": _both(key.model_answer) if key.model_answer else None,
    }


def _both(text: Text) -> list[str]:
    return [text.nl, text.en]
