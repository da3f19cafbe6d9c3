"""How long a text may be: words for what is read on a phone, characters for what has a line of the projector."""

from server.content.documents import Document
from server.content.problems import FieldPath, Rule
from server.content.shapes import TextShape
from server.content.wording import LANGUAGES, word_count


def check_words(document: Document, path: FieldPath, text: TextShape, most: int) -> None:
    """Notes each language in which the text has too many words."""
    for language in LANGUAGES:
        count = word_count(text.in_language(language))
        if count > most:
            message = f"{count} words stand here; {most} is the most."
            document.problem((*path, language), Rule.LENGTH, message, f"Leave out {count - most}.")


def check_characters(document: Document, path: FieldPath, text: TextShape, most: int) -> None:
    """Notes each language in which the text has too many characters."""
    for language in LANGUAGES:
        count = len(text.in_language(language))
        if count > most:
            message = f"{count} characters stand here; {most} is the most."
            document.problem((*path, language), Rule.LENGTH, message, f"Shorten it by {count - most}.")
