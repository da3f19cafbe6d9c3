"""blocked_names.yaml -> the words that may stand in no student's name."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from server.content.documents import Document
from server.content.name_shapes import BLOCKED_MOST, BlockedShape
from server.content.opened import open_document
from server.content.problems import FieldPath, Problem, Rule
from server.content.shape_check import fit
from server.content.wording import LANGUAGES
from server.rules.names import NAME_LONGEST, SHORT_WORD, stands_in

LETTERS_LEAST = 3


def read_blocked(path: Path, offered: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], list[Problem]]:
    """The words of both languages, each once; none when there is no such file or it cannot be used; and what is wrong.

    `offered` are the names on offer: whoever takes one must get in with it.
    """
    if not path.exists():
        return (), []
    document = open_document(path)
    shape = fit(document, BlockedShape, document.value) if document.value is not None else None
    if shape is None:
        return (), document.problems
    named = [((language, place), word) for language in LANGUAGES for place, word in enumerate(getattr(shape, language))]
    if len(named) > BLOCKED_MOST:
        message = f"There are {len(named)} here; {BLOCKED_MOST} is the most."
        document.problem((), Rule.LENGTH, message, "Keep the beginnings that many words share.")
    sound = [(place, word) for place, word in named if _is_word(document, place, word)]
    _check_each_once(document, sound)
    _check_offered(document, sound, [name for names in offered.values() for name in names])
    return tuple(word for _, word in named) if document.is_sound else (), document.problems


def _is_word(document: Document, path: FieldPath, word: str) -> bool:
    if LETTERS_LEAST <= len(word) <= NAME_LONGEST and word.isalpha() and word == word.lower():
        return True
    message = f"'{word}' is not a word that can be looked for."
    remedy = f"Write {LETTERS_LEAST} to {NAME_LONGEST} small letters, without spaces or signs."
    document.problem(path, Rule.BLOCKED_WORD, message, remedy)
    return False


def _check_each_once(document: Document, words: Sequence[tuple[FieldPath, str]]) -> None:
    """A word in which another is found anyway need not be there; the same word of the other language neither."""
    for place, (path, word) in enumerate(words):
        others = [other for number, (_, other) in enumerate(words) if number != place and _holds(word, other)]
        earlier = [other for _, other in words[:place] if other == word]
        found = [other for other in others if other != word] or earlier
        if found:
            message = f"Where '{word}' stands, '{found[0]}' is found already."
            document.problem(path, Rule.BLOCKED_WORD, message, "Remove the longer one, or the second.")


def _check_offered(document: Document, words: Sequence[tuple[FieldPath, str]], names: Sequence[str]) -> None:
    for path, word in words:
        for name in names:
            if stands_in(word, name):
                message = f"The offered name '{name}' holds it."
                document.problem(path, Rule.BLOCKED_WORD, message, "Remove the name or the word.")


def _holds(text: str, word: str) -> bool:
    return text == word or (len(word) > SHORT_WORD and word in text)
