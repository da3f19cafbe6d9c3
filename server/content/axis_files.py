"""One file of axes/ -> the axis it describes, or what is wrong with it."""

from pathlib import Path

from server.content.axis_checks import check_axis
from server.content.axis_shapes import AxisShape
from server.content.deck_checks import check_id_is_file_name
from server.content.documents import Document
from server.content.opened import open_document
from server.content.problems import Problem, Rule
from server.content.shape_check import fit
from server.content.text_checks import check_markup
from server.content.wording import nearest_name, one_of


def read_axis(path: Path) -> tuple[AxisShape | None, list[Problem]]:
    """The axis, or None when a problem keeps it from being used; and all that there is to say about the file.

    An axis that uses the options of another has them: the other is looked up beside it.
    """
    document = open_document(path)
    shape = fit(document, AxisShape, document.value) if document.value is not None else None
    check_markup(document)
    if shape is not None:
        check_id_is_file_name(document, shape.id)
        shape = _with_options(document, path, shape) if shape.uses else shape
    if shape is not None:
        check_axis(document, shape)
    return shape if document.is_sound else None, document.problems


def _with_options(document: Document, path: Path, shape: AxisShape) -> AxisShape | None:
    """The axis with the options of the other, and with its telltales and untangles where it has none of its own.

    None when they cannot be had, which is noted.
    """
    if shape.options:
        message = "The axis has options of its own and uses those of another."
        document.problem(("uses",), Rule.USES, message, "Remove uses, or the options.")
        return None
    beside = {other.stem: other for other in path.parent.glob("*.yaml") if other != path}
    if shape.uses not in beside:
        remedy = one_of(sorted(beside), nearest_name(shape.uses or "", beside))
        document.problem(("uses",), Rule.AXIS_KNOWN, f"There is no other axis '{shape.uses}'.", remedy)
        return None
    lender = open_document(beside[shape.uses])
    lent = fit(lender, AxisShape, lender.value) if lender.value is not None else None
    if lent is None or not lender.is_sound:
        message = f"The axis '{shape.uses}' has problems of its own."
        document.problem(("uses",), Rule.AXIS_KNOWN, message, f"Mend {shape.uses}.yaml first.")
        return None
    if lent.uses or not lent.options:
        message = f"The axis '{shape.uses}' has no options of its own."
        remedy = f"Write uses: {lent.uses}." if lent.uses else "Name an axis that has options."
        document.problem(("uses",), Rule.USES, message, remedy)
        return None
    own = shape.model_fields_set
    borrowed = {name: getattr(lent, name) for name in ("telltales", "untangles") if name not in own}
    taken = shape.model_copy(update={"options": lent.options, **borrowed})
    # A copy says of each field that it was given; what was borrowed was not.
    taken.model_fields_set.difference_update(borrowed)
    return taken
