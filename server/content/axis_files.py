"""One file of axes/ -> the axis it describes, or what is wrong with it."""

from pathlib import Path

from server.content.axis_checks import check_axis
from server.content.deck_checks import check_id_is_file_name
from server.content.documents import parse
from server.content.problems import Problem
from server.content.shape_check import fit, is_newer
from server.content.shapes import AxisShape
from server.content.sources import read_text


def read_axis(path: Path) -> tuple[AxisShape | None, list[Problem]]:
    """The axis, or None when a problem keeps it from being used; and all that there is to say about the file."""
    text = read_text(path)
    if isinstance(text, Problem):
        return None, [text]
    document = parse(str(path), text)
    if document.value is None or is_newer(document):
        return None, document.problems
    shape = fit(document, AxisShape, document.value)
    if shape is not None:
        check_id_is_file_name(document, shape.id)
        check_axis(document, shape)
    return shape if document.is_sound else None, document.problems
