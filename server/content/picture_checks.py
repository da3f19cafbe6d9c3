"""The rules on the picture of an axis: that it can show the axis's kind, and that a grid has a cell for each option."""

from collections.abc import Mapping

from server.content.axis_shapes import AxisShape, PictureShape
from server.content.documents import Document
from server.content.problems import FieldPath, Rule
from server.content.wording import nearest_name, one_of
from server.rules.cards import AxisKind, PictureKind

PICTURES_OF: Mapping[AxisKind, tuple[PictureKind, ...]] = {
    AxisKind.ORDINAL: (PictureKind.PYRAMID, PictureKind.STAIR, PictureKind.SCALE, PictureKind.BARS),
    AxisKind.SINGLE: (PictureKind.GRID, PictureKind.SCALE, PictureKind.CARVINGS, PictureKind.BARS),
    AxisKind.GRID: (PictureKind.GRID,),
    AxisKind.MULTI: (PictureKind.STACKS, PictureKind.PILLARS, PictureKind.BARS),
    AxisKind.MAP2D: (PictureKind.PLANE,),
    AxisKind.RANK: (PictureKind.CLIMB,),
    AxisKind.SEQUENCE: (PictureKind.CLIMB, PictureKind.LEVITT),
    AxisKind.PAIR: (PictureKind.BARS,),
    AxisKind.OPEN: (PictureKind.QUOTES,),
}
"""Which of the theory's own pictures can show what a class says on an axis of a kind."""
_GRID_FIELDS = ("columns", "rows", "cells", "empty")


def check_picture(document: Document, axis: AxisShape) -> None:
    """Notes all that is wrong with the picture of an axis."""
    picture, able = axis.picture, PICTURES_OF[axis.kind]
    if picture.kind not in able:
        message = f"The picture '{picture.kind.value}' cannot show an axis of the kind {axis.kind.value}."
        document.problem(("picture", "kind"), Rule.PICTURE, message, one_of(kind.value for kind in able))
    if picture.kind is PictureKind.GRID:
        _check_grid(document, axis, picture)
        return
    for field in _GRID_FIELDS:
        if getattr(picture, field):
            message = f"'{field}' is for a grid."
            document.problem(("picture", field), Rule.PICTURE, message, "Remove it, or write kind: grid.")


def _check_grid(document: Document, axis: AxisShape, picture: PictureShape) -> None:
    options = [option.id for option in axis.options]
    cells = picture.cells or {}
    for field, found in (("columns", picture.columns), ("rows", picture.rows)):
        if len(found) < 2:
            message = f"A grid needs at least two {field}."
            document.problem(("picture", field), Rule.PICTURE, message, f"Add {field}: with nl and en for each.")
    for option in options:
        if option not in cells:
            message = f"The option '{option}' has no place on the grid."
            remedy = f"Add {option}: [row, column], counted from 0 at the top left."
            document.problem(("picture", "cells"), Rule.PICTURE, message, remedy)
    for option in cells:
        if option not in options:
            remedy = one_of(options, nearest_name(option, options))
            message = f"There is no option '{option}'."
            document.problem(("picture", "cells", option), Rule.OPTION_KNOWN, message, remedy)
    if axis.kind is AxisKind.GRID and len(options) != len(picture.columns) * len(picture.rows):
        message = f"{len(picture.rows)} rows and {len(picture.columns)} columns meet in more cells than have an option."
        document.problem(("picture", "cells"), Rule.PICTURE, message, "Give each an option, or write kind: single.")
    _check_cells(document, picture, cells)


def _check_cells(document: Document, picture: PictureShape, cells: Mapping[str, list[int]]) -> None:
    taken: dict[tuple[int, ...], str] = {}
    named: list[tuple[FieldPath, str, list[int]]]
    named = [(("picture", "cells", option), option, cell) for option, cell in cells.items()]
    if picture.empty is not None:
        named.append((("picture", "empty", "at"), "the empty cell", picture.empty.at))
    for path, name, (row, column) in named:
        if row >= len(picture.rows) or column >= len(picture.columns):
            message = f"[{row}, {column}] lies outside the grid."
            size = f"rows 0 to {len(picture.rows) - 1} and columns 0 to {len(picture.columns) - 1}"
            document.problem(path, Rule.PICTURE, message, f"Write [row, column]; there are {size}.")
        elif (row, column) in taken:
            message = f"The cell [{row}, {column}] is that of {taken[row, column]} already."
            document.problem(path, Rule.PICTURE, message, "Give each its own cell.")
        taken.setdefault((row, column), name)
