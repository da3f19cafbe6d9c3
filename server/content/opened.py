"""A content file -> a document: the way of every file from its path to values that can be held against a shape."""

from collections.abc import Mapping
from pathlib import Path

from server.content.documents import Document, parse
from server.content.parsed_before import keep, recall
from server.content.problems import Problem, Rule
from server.content.shapes import NEWEST_FORMAT
from server.content.sources import read_text


def open_document(path: Path) -> Document:
    """The file's values with their lines; None, with the problem noted, when it cannot be read."""
    text = read_text(path)
    if isinstance(text, Problem):
        document = Document(str(path))
        document.problem((), text.rule, text.message, text.remedy, line=text.line)
        return document
    document = recall(path, text) or _parse(path, text)
    if _is_newer(document):
        document.value = None
    return document


def _parse(path: Path, text: str) -> Document:
    document = parse(str(path), text)
    keep(path, text, document)
    return document


def _is_newer(document: Document) -> bool:
    """Whether the file says that it is made for a later version of the program; if so the document says it too."""
    written = document.value.get("format") if isinstance(document.value, Mapping) else None
    if not isinstance(written, int) or isinstance(written, bool) or written <= NEWEST_FORMAT:
        return False
    message = f"This file was made with a newer version of the program (format {written})."
    document.problem(("format",), Rule.FORMAT, message, f"Update the program; this one knows format {NEWEST_FORMAT}.")
    return True
