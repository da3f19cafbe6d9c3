"""offered_names.yaml -> the names that a student may take instead of an own one."""

from collections.abc import Mapping
from pathlib import Path

from server.content.documents import Document
from server.content.name_shapes import NamesShape
from server.content.opened import open_document
from server.content.problems import Problem, Rule
from server.content.shape_check import fit
from server.content.wording import LANGUAGES
from server.rules.names import NAME_LONGEST, clean_name, same_to_the_eye
from server.rules.refusals import Refusal


def read_names(path: Path) -> tuple[Mapping[str, tuple[str, ...]], list[Problem]]:
    """The names per language, empty when the file cannot be used; and all that there is to say about the file."""
    document = open_document(path)
    shape = fit(document, NamesShape, document.value) if document.value is not None else None
    if shape is None:
        return _NONE, document.problems
    names = {"nl": tuple(shape.nl), "en": tuple(shape.en)}
    for language in LANGUAGES:
        _check_names(document, language, names[language])
    return names if document.is_sound else _NONE, document.problems


def _check_names(document: Document, language: str, names: tuple[str, ...]) -> None:
    seen: dict[str, str] = {}
    for place, name in enumerate(names):
        path = (language, place)
        try:
            usable = clean_name(name) == name
        except Refusal:
            usable = False
        if not usable:
            message = f"Nobody could join as '{name}'."
            remedy = f"Write visible characters, {NAME_LONGEST} at most."
            document.problem(path, Rule.NAME_USABLE, message, remedy)
            continue
        read = same_to_the_eye(name)
        if read in seen:
            message = f"'{name}' reads the same as '{seen[read]}'."
            document.problem(path, Rule.NAME_USABLE, message, "Remove one.")
        seen.setdefault(read, name)


_NONE: Mapping[str, tuple[str, ...]] = {language: () for language in LANGUAGES}
