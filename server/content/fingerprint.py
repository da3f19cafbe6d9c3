"""What a blind reading is a reading of: a short print of what is read and of its key, the same for the same card."""

import json
from hashlib import sha256

from server.content.exams import Case, ChoiceItem, OpenItem
from server.rules.cards import Card, Key, Text

CHARACTERS = 12


def content_of(card: Card) -> str:
    """Twelve hexadecimal digits that change with what a reader reads (the story, the items) and with the keys.

    Title, reasons and traps may change without it: no blind reader has seen them.
    """
    return _print({"story": _both(card.story), "keys": {axis: _key(key) for axis, key in card.keys.items()}})


def content_of_item(item: ChoiceItem | OpenItem, case: Case | None) -> str:
    """The same for an item of a mock exam: its question, its options with the key, and the case that it is about."""
    said: dict[str, object] = {"question": _both(item.question)}
    if isinstance(item, ChoiceItem):
        said |= {"options": {option.id: _both(option.text) for option in item.options}, "key": item.key}
    if case is not None:
        said["case"] = [_both(paragraph) for paragraph in case.paragraphs]
    return _print(said)


def _print(said: dict[str, object]) -> str:
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
