"""What sheets for blind readers share: words in the languages of the sheet, and an order that is nobody's choice."""

from collections.abc import Callable, Sequence
from hashlib import sha256

from server.rules.cards import Text

Lot = Callable[[str], str]
"""What each name draws: sorted by it, names stand in another order per seed, and always in the same for one seed."""


def lots_of(seed: str) -> Lot:
    """The lots that belong to a seed."""
    return lambda name: sha256(f"{seed}/{name}".encode()).hexdigest()


def in_language(text: Text, language: str) -> str:
    """The text in "nl" or "en"."""
    return text.nl if language == "nl" else text.en


def in_languages(text: Text, languages: Sequence[str]) -> str:
    """The text in each of the languages, once where both say the same."""
    return " / ".join(dict.fromkeys(in_language(text, language) for language in languages))
