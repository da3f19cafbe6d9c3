"""The rules on every text of a file, whatever it is for: nothing in it looks like HTML."""

from collections.abc import Iterator

from server.content.documents import Document, Value
from server.content.problems import FieldPath, Rule
from server.content.wording import LANGUAGES, has_markup


def check_markup(document: Document) -> None:
    """Notes each text in both languages that looks like HTML."""
    for path, text in _texts(document.value, ()):
        if has_markup(text):
            message = "This looks like HTML; the class will see it as it stands."
            document.warning(path, Rule.MARKUP, message, "Write plain text.")


def _texts(value: Value, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in LANGUAGES and isinstance(inner, str):
                yield (*path, name), inner
            else:
                yield from _texts(inner, (*path, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, (*path, place))
