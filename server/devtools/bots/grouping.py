"""How the simulated lecturer puts the words of a class together and marks them: anyhow, and again otherwise."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

MARKS = (None, 0.0, 0.25, 0.5, 0.7, 1.0)
"""What a group may be marked with; None: not yet."""
LEFT_APART = 0.05


def groups_of(words: Sequence[Mapping[str, Any]], dice: Random) -> list[dict[str, Any]]:
    """The groups of a GroupAnswersMessage from a console's `words`: who wrote the same stands together.

    Now and then somebody is left apart, so a player may have had a mark and lose it.
    """
    together: dict[str, list[str]] = defaultdict(list)
    for written in words:
        if dice.random() >= LEFT_APART:
            together[written["text"]].append(written["player"])
    return [
        {
            "title": text[:60],
            "players": players,
            "quotes": [text][: dice.randint(0, 1)],
            "share": dice.choice(MARKS),
        }
        for text, players in together.items()
    ]
