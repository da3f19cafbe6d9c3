"""The rules on one axis: its options, the fields of its kind, and its part marks."""

from collections.abc import Mapping
from dataclasses import dataclass

from server.content.axis_shapes import AxisShape, PartMarksShape
from server.content.documents import Document
from server.content.lengths import check_characters
from server.content.picture_checks import check_picture
from server.content.problems import FieldPath, Rule
from server.content.untangle_checks import check_untangles
from server.content.wording import LANGUAGES, nearest_name, one_of
from server.rules.cards import AxisKind

SHORT_CHARACTERS_MOST = 17
SHORT_LABEL_CHARACTERS_MOST = 12
QUESTION_CHARACTERS_MOST = 40
OPTIONS_LEAST = 2
BLIND_SHARE_MOST = 0.5
"""What always choosing the same option may earn of the points, were each option right equally often."""


@dataclass(frozen=True, slots=True)
class _KindField:
    """A field that one kind of axis needs and no other has."""

    kind: AxisKind
    meaning: str


_KIND_FIELDS: Mapping[str, _KindField] = {
    "asks": _KindField(AxisKind.MULTI, "whether it asks for what the story shows or for what is missing"),
    "map": _KindField(AxisKind.MAP2D, "where each option lies: option: [x, y]"),
    "x_axis": _KindField(AxisKind.MAP2D, "what stands at its left (low) and at its right (high)"),
    "y_axis": _KindField(AxisKind.MAP2D, "what stands at its foot (low) and at its top (high)"),
}


def check_axis(document: Document, axis: AxisShape) -> None:
    """Notes all that is wrong with an axis. One that uses another's options has them already."""
    check_characters(document, ("short_label",), axis.short_label, SHORT_LABEL_CHARACTERS_MOST)
    check_characters(document, ("question",), axis.question, QUESTION_CHARACTERS_MOST)
    _check_kind_fields(document, axis)
    if axis.kind is not AxisKind.OPEN and len(axis.options) < OPTIONS_LEAST:
        message = f"There are {len(axis.options)} here; {OPTIONS_LEAST} is the least."
        document.problem(("options",), Rule.LENGTH, message, "Add what is missing.")
        return  # All that is said of options would be said of those that are missing.
    if axis.uses is None:
        _check_options(document, axis)
    if axis.part_marks is not None:
        _check_part_marks(document, axis, axis.part_marks)
    if axis.map is not None:
        _check_map(document, axis, axis.map)
    _check_never_keyed(document, axis)
    if axis.uses is None or "untangles" in axis.model_fields_set:
        check_untangles(document, axis)
    check_picture(document, axis)


def check_axis_option(document: Document, path: FieldPath, option: str, axis: AxisShape) -> None:
    """Notes an option that the axis does not have, with the one that was probably meant."""
    known = [candidate.id for candidate in axis.options]
    if option not in known:
        message = f"The axis '{axis.id}' has no option '{option}'."
        document.problem(path, Rule.OPTION_KNOWN, message, one_of(known, nearest_name(option, known)))


def _check_kind_fields(document: Document, axis: AxisShape) -> None:
    for name, field in _KIND_FIELDS.items():
        given = getattr(axis, name)
        if given is None and axis.kind is field.kind:
            message = f"The kind {axis.kind.value} needs '{name}'."
            document.problem((), Rule.AXIS_FIELDS, message, f"Add {name}: {field.meaning}.")
        if given is not None and axis.kind is not field.kind:
            message = f"'{name}' is for the kind {field.kind.value}."
            document.problem((name,), Rule.AXIS_FIELDS, message, f"Remove it, or write kind: {field.kind.value}.")
    if axis.kind is AxisKind.OPEN and axis.options:
        message = "An open question is answered in words, so it has no options."
        document.problem(("uses" if axis.uses else "options",), Rule.AXIS_FIELDS, message, "Remove them.")


def _check_map(document: Document, axis: AxisShape, places: Mapping[str, list[float]]) -> None:
    taken: dict[tuple[float, ...], str] = {}
    for option, place in places.items():
        path = ("map", option)
        check_axis_option(document, path, option, axis)
        if tuple(place) in taken:
            message = f"{place} is the place of '{taken[tuple(place)]}' already."
            document.problem(path, Rule.PICTURE, message, "Give each option its own place.")
        taken.setdefault(tuple(place), option)
    for missing in (option.id for option in axis.options if option.id not in places):
        message = f"The option '{missing}' has no place on the plane."
        document.problem(("map",), Rule.PICTURE, message, f"Add {missing}: [x, y], each from 0 to 1.")


def _check_never_keyed(document: Document, axis: AxisShape) -> None:
    for place, option in enumerate(axis.never_keyed):
        check_axis_option(document, ("never_keyed", place), option, axis)
    if axis.options and not {option.id for option in axis.options} - set(axis.never_keyed):
        message = "No option is left that a key could be."
        document.problem(("never_keyed",), Rule.NEVER_KEYED, message, "Name only what must never be right.")


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
    """The option that earns most when always chosen, and its mean share over all keys. There must be an option."""
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
