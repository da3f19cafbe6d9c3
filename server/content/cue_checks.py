"""The rules on cues: each stands once, literally, in the story of its language, and no two share a word."""

from server.content.deck_shapes import CardShape
from server.content.documents import Document
from server.content.problems import FieldPath, Rule
from server.content.wording import LANGUAGES, nearest_phrase, places

_LANGUAGE_NAMES = {"nl": "Dutch", "en": "English"}


def check_cues(document: Document, at: FieldPath, card: CardShape) -> None:
    """Notes all that is wrong with the cues of a card that stands at a place in the document."""
    for language in LANGUAGES:
        story = card.story.in_language(language)
        lit: list[tuple[int, int, str]] = []
        for axis, key in card.key.items():
            path = (*at, "key", axis, "cue", language)
            cue = key.cue.in_language(language)
            found = places(cue, story)
            if not found:
                _say_absent(document, path, cue, story, language)
            elif len(found) > 1:
                message = f"'{cue}' stands {len(found)} times in the story."
                document.problem(path, Rule.CUE_ONCE, message, "Take a word more, so that it stands there once.")
            else:
                _check_apart(document, path, (*found[0], axis), lit)
                lit.append((*found[0], axis))


def _say_absent(document: Document, path: FieldPath, cue: str, story: str, language: str) -> None:
    message = f"'{cue}' does not stand in the {_LANGUAGE_NAMES[language]} story."
    nearest = nearest_phrase(cue, story)
    remedy = "Copy the words from the story, letter by letter."
    document.problem(path, Rule.CUE_IN_STORY, message, f"{remedy} Nearest: '{nearest}'." if nearest else remedy)


def _check_apart(
    document: Document, path: FieldPath, cue: tuple[int, int, str], lit: list[tuple[int, int, str]]
) -> None:
    start, end, _ = cue
    for other_start, other_end, other_axis in lit:
        if start < other_end and other_start < end:
            message = f"This cue shares words of the story with the cue of '{other_axis}'."
            remedy = "Let each axis be decided by words of its own."
            document.problem(path, Rule.CUES_APART, message, remedy)
