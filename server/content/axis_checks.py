"""The rules on one axis: its options, its part marks, and the picture it is shown on."""

from server.content.card_checks import check_characters
from server.content.documents import Document
from server.content.problems import Rule
from server.content.shapes import AxisShape, PartMarksShape, PictureShape
from server.content.wording import LANGUAGES, nearest_name, one_of
from server.rules.cards import AxisKind, PictureKind

SHORT_CHARACTERS_MOST = 17
BLIND_SHARE_MOST = 0.5
"""What always choosing the same option may earn of the points, were each option right equally often."""


def check_axis(document: Document, axis: AxisShape) -> None:
    """Notes all that is wrong with an axis."""
    _check_options(document, axis)
    if axis.part_marks is not None:
        _check_part_marks(document, axis, axis.part_marks)
    if axis.picture.kind is PictureKind.GRID:
        _check_grid(document, axis, axis.picture)
    else:
        _check_steps(document, axis)


def _check_options(document: Document, axis: AxisShape) -> None:
    seen: dict[str, str] = {}
    for place, option in enumerate(axis.options):
        path = ("options", place)
        check_characters(document, (*path, "short"), option.short, SHORT_CHARACTERS_MOST)
        if option.id in [earlier.id for earlier in axis.options[:place]]:
            message = f"Another option has the id '{option.id}' already."
            document.problem((*path, "id"), Rule.ID_ONCE, message, "Name one of them otherwise.")
        for field, text in (("label", option.label), ("short", option.short), ("hint", option.hint)):
            for language in LANGUAGES:
                read = f"{field} {language} {text.in_language(language).casefold()}"
                if read in seen:
                    message = f"The option '{seen[read]}' has the same text."
                    document.problem((*path, field, language), Rule.OPTIONS_DIFFER, message, "Tell them apart.")
                seen.setdefault(read, option.id)


def _check_part_marks(document: Document, axis: AxisShape, marks: PartMarksShape) -> None:
    path = ("part_marks",)
    if axis.kind is not AxisKind.ORDINAL:
        message = "Only an ordinal axis has steps beside each other."
        document.problem(path, Rule.PART_MARKS, message, "Remove part_marks, or write kind: ordinal.")
        return
    order = [option.id for option in axis.options]
    for place, pair in enumerate(marks.no_credit_across):
        unknown = [name for name in pair if name not in order]
        here = (*path, "no_credit_across", place)
        if unknown:
            remedy = one_of(order, nearest_name(unknown[0], order))
            document.problem(here, Rule.OPTION_KNOWN, f"There is no option '{unknown[0]}'.", remedy)
        elif abs(order.index(pair[0]) - order.index(pair[1])) != 1:
            message = f"'{pair[0]}' and '{pair[1]}' are not neighbours, so nothing is given across them anyway."
            document.problem(here, Rule.PART_MARKS, message, "Name two options that stand beside each other.")
    best, share = best_blind_option(axis, marks)
    if share > BLIND_SHARE_MOST:
        message = f"Always choosing '{best}' would earn {share:.2f} of the points; {BLIND_SHARE_MOST} is the most."
        document.problem((*path, "neighbour"), Rule.PART_MARKS, message, "Give a neighbour less.")


def best_blind_option(axis: AxisShape, marks: PartMarksShape) -> tuple[str, float]:
    """The option that earns most when always chosen, and its mean share over all keys."""
    order = [option.id for option in axis.options]
    closed = {frozenset(pair) for pair in marks.no_credit_across}
    earned = {
        pick: (1 + sum(marks.neighbour for near in _neighbours(order, pick) if {pick, near} not in closed)) / len(order)
        for pick in order
    }
    best = max(earned, key=lambda pick: earned[pick])
    return best, earned[best]


def _neighbours(order: list[str], option: str) -> list[str]:
    place = order.index(option)
    return order[max(0, place - 1) : place] + order[place + 1 : place + 2]


def _check_steps(document: Document, axis: AxisShape) -> None:
    picture = axis.picture
    if axis.kind is not AxisKind.ORDINAL:
        message = f"A {picture.kind.value} has steps in an order, and this axis has none."
        document.problem(("picture", "kind"), Rule.PICTURE, message, "Write kind: grid, or make the axis ordinal.")
    for field in ("columns", "rows", "cells", "empty"):
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
    taken: dict[tuple[int, ...], str] = {}
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
