"""Text as an author writes it: tidied, counted, searched. Nothing here knows cards."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

LANGUAGES = ("nl", "en")
NEAR = 0.6
"""How alike two phrases are, from 0 to 1, to be taken for each other."""

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&[a-zA-Z]+;|javascript:", re.IGNORECASE)


def tidy(text: str) -> str:
    """The text in composed Unicode, on one line, without spaces at its ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def odd_character(text: str) -> str | None:
    """The first control character or half of a broken pair, by its number; None when there is none."""
    if text.isprintable():
        return None
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in "\t\n\r":
            return f"U+{ord(character):04X}"
    return None


def word_count(text: str) -> int:
    """How many words a reader counts."""
    return sum(word[0].isalnum() or any(character.isalnum() for character in word) for word in text.split())


def has_markup(text: str) -> bool:
    """Whether something in the text looks like HTML."""
    return bool(_MARKUP.search(text))


def places(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where the phrase stands literally in the text: (from, to) of each place, overlapping ones too."""
    found = []
    start = text.find(phrase)
    while start >= 0:
        found.append((start, start + len(phrase)))
        start = text.find(phrase, start + 1)
    return found


def nearest_phrase(phrase: str, text: str) -> str | None:
    """The words of the text that come closest to the phrase; None when nothing is like it."""
    words = text.split()
    wanted = phrase.lower()
    length = len(wanted.split())
    best, likeness = "", 0.0
    for size in range(max(1, length - 1), length + 3):
        for start in range(len(words) - size + 1):
            window = " ".join(words[start : start + size]).strip(".,;:!?")
            ratio = SequenceMatcher(None, wanted, window.lower()).ratio()
            if ratio > likeness:
                best, likeness = window, ratio
    return best if likeness > NEAR else None


def nearest_name(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant; None when none is like it."""
    close = get_close_matches(name.lower(), list(names), n=1, cutoff=NEAR)
    return close[0] if close else None


def one_of(names: Iterable[str], meant: str | None = None) -> str:
    """A remedy that offers names: the one that was probably meant, then all."""
    listed = ", ".join(names)
    return f"Did you mean '{meant}'? There are: {listed}." if meant else f"Choose one of: {listed}."
