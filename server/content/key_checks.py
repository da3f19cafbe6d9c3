"""The rules on a card's keys: on which axes they stand, and that each is written as the kind of its axis asks."""

from collections.abc import Mapping

from server.content.axis_checks import check_axis_option
from server.content.axis_shapes import AxisShape
from server.content.deck_shapes import CardShape, KeyShape
from server.content.documents import Document
from server.content.lengths import check_characters, check_words
from server.content.problems import FieldPath, Rule
from server.content.telltale import first_telltale, telling_names
from server.content.wording import LANGUAGES, nearest_name, one_of
from server.rules.cards import AxisKind

AXES_MOST = 4
BOTH = 2
"""Of two options both may be defended: then the talk is the point, and nobody is wrong."""
RANKED_MOST = 5
ITEMS_LEAST, ITEMS_MOST = 2, 4
ITEM_CHARACTERS_MOST = 40
MODEL_ANSWER_WORDS_MOST = 40

CAN_BE_CONTESTED = frozenset({AxisKind.SINGLE, AxisKind.ORDINAL, AxisKind.GRID})
_WAY: Mapping[AxisKind, str] = {
    AxisKind.SINGLE: "is: with the right option's id",
    AxisKind.ORDINAL: "is: with the right option's id",
    AxisKind.GRID: "is: with the right option's id",
    AxisKind.MAP2D: "is: with the id of the one option whose place is right",
    AxisKind.MULTI: "is: with a list of all that is right, such as [one, other]",
    AxisKind.RANK: "is: with a list, the most first, ties as a list in it, such as [one, [other, third]]",
    AxisKind.SEQUENCE: "is: with a list of all options in the right order",
    AxisKind.PAIR: "is: with the option of each item, such as {hug: love, herring: goods}",
    AxisKind.OPEN: "model_answer: with nl and en",
}


def check_keys(document: Document, path: FieldPath, card: CardShape, axes: Mapping[str, AxisShape]) -> None:
    """Notes all that is wrong with the keys of a card; `path` leads to them, `axes` are the deck's."""
    if len(card.key) > AXES_MOST:
        message = f"The card is keyed on {len(card.key)} axes; {AXES_MOST} is the most."
        document.problem(path, Rule.KEY_PER_AXIS, message, "An answer sheet must fit a phone: take some away.")
    for axis, key in card.key.items():
        if axis not in axes:
            message = f"'{axis}' is not an axis of this deck."
            document.problem((*path, axis), Rule.KEY_PER_AXIS, message, one_of(axes, nearest_name(axis, axes)))
        else:
            _check_key(document, (*path, axis), key, axes[axis])


def _check_key(document: Document, path: FieldPath, key: KeyShape, axis: AxisShape) -> None:
    if not _is_written_for(document, path, key, axis):
        return
    for option in key.shares:
        field = ("accept", option) if key.accept is not None else ("is", *_place(key, option))
        check_axis_option(document, (*path, *field), option, axis)
        if option in axis.never_keyed:
            message = f"On '{axis.id}' the option '{option}' is never the right one."
            document.problem((*path, *field), Rule.NEVER_KEYED, message, "Key another, or leave the axis out.")
    match axis.kind:
        case AxisKind.SINGLE | AxisKind.ORDINAL | AxisKind.GRID:
            _check_accepted(document, path, key, axis)
        case AxisKind.MULTI | AxisKind.RANK | AxisKind.SEQUENCE:
            _check_list(document, (*path, "is"), key, axis)
        case AxisKind.PAIR:
            _check_pairs(document, path, key, axis)
        case AxisKind.OPEN if key.model_answer is not None:
            check_words(document, (*path, "model_answer"), key.model_answer, MODEL_ANSWER_WORDS_MOST)
        case _:
            pass


def _is_written_for(document: Document, path: FieldPath, key: KeyShape, axis: AxisShape) -> bool:
    """Whether the key has the fields of the axis's kind and no others; what does not fit is noted."""
    here = len(document.notes)
    remedy = f"Write {_WAY[axis.kind]}."
    if key.accept is not None and axis.kind not in CAN_BE_CONTESTED:
        message = f"On the kind {axis.kind.value} a key is not contested."
        document.problem((*path, "accept"), Rule.KEY_FORM, message, remedy)
    elif key.is_ is not None and key.accept is not None:
        message = "The key has both 'is' and 'accept'."
        document.problem(path, Rule.KEY_FORM, message, "Keep 'is' for one right option, 'accept' for several.")
    elif key.is_ is None and key.accept is None and axis.kind is not AxisKind.OPEN:
        document.problem(path, Rule.KEY_FORM, "The key says nothing about what is right.", f"Add {_WAY[axis.kind]}.")
    elif key.is_ is not None and not isinstance(key.is_, _type_of(axis.kind)):
        message = f"On the kind {axis.kind.value} the right answer is written in another way."
        document.problem((*path, "is"), Rule.KEY_FORM, message, remedy)
    if (key.model_answer is None) == (axis.kind is AxisKind.OPEN):
        message = "An open question, and only that, has a model answer."
        document.problem(path, Rule.KEY_FORM, message, remedy)
    if (key.items is None) == (axis.kind is AxisKind.PAIR):
        message = "A pair, and only that, names its items."
        document.problem(path, Rule.KEY_FORM, message, _ITEMS_REMEDY if axis.kind is AxisKind.PAIR else "Remove items.")
    return len(document.notes) == here


def _type_of(kind: AxisKind) -> type[str] | type[list[object]] | type[dict[str, str]] | tuple[()]:
    if kind is AxisKind.OPEN:
        return ()
    if kind is AxisKind.PAIR:
        return dict
    return list if kind in {AxisKind.MULTI, AxisKind.RANK, AxisKind.SEQUENCE} else str


def _place(key: KeyShape, option: str) -> FieldPath:
    """Where in `is` an option stands, as far as lines are known: in which step, or beside which item."""
    for number, step in enumerate(key.steps):
        if option in step:
            return (number,)
    return tuple(item for item, chosen in key.pairs.items() if chosen == option)[:1]


def _check_accepted(document: Document, path: FieldPath, key: KeyShape, axis: AxisShape) -> None:
    accepted = (*path, "accept")
    if key.accept is not None and len(key.accept) == 1:
        message = "Only one option is accepted."
        document.problem(accepted, Rule.KEY_FORM, message, f"Write is: {next(iter(key.accept))} instead.")
    elif key.accept is not None and max(key.accept.values()) < 1:
        message = "No accepted option has the share 1, so nobody can earn the whole point."
        document.problem(accepted, Rule.KEY_FORM, message, "Give the best option the share 1.")
    elif len(axis.options) > BOTH and len(key.shares) >= len(axis.options):
        message = "Every option of the axis is accepted, so there is nothing to ask."
        document.problem(accepted, Rule.KEY_FORM, message, "Leave out what cannot be defended.")


def _check_list(document: Document, path: FieldPath, key: KeyShape, axis: AxisShape) -> None:
    named = [option for step in key.steps for option in step]
    twice = sorted({option for option in named if named.count(option) > 1})
    missing = [option.id for option in axis.options if option.id not in named]
    if twice:
        document.problem(path, Rule.KEY_FORM, f"'{twice[0]}' stands here twice.", "Name each option once.")
    elif axis.kind is not AxisKind.RANK and len(key.steps) != len(named):
        message = "Only a rank has ties."
        document.problem(path, Rule.KEY_FORM, message, "Write one list, without lists in it.")
    elif axis.kind is AxisKind.MULTI and not missing:
        message = "Every option of the axis is right, so there is nothing to ask."
        document.problem(path, Rule.KEY_FORM, message, "Leave out what the story does not show.")
    elif axis.kind is AxisKind.SEQUENCE and missing:
        message = f"'{missing[0]}' is missing; a sequence asks for all options."
        document.problem(path, Rule.KEY_FORM, message, f"Write {_WAY[axis.kind]}.")
    elif axis.kind is AxisKind.RANK and len(key.steps) < 2:
        message = "There is only one step, so there is nothing to order."
        document.problem(path, Rule.KEY_FORM, message, f"Write {_WAY[axis.kind]}.")
    elif axis.kind is AxisKind.RANK and len(named) > RANKED_MOST:
        message = f"{len(named)} options are to be ranked; {RANKED_MOST} is the most."
        document.problem(path, Rule.KEY_FORM, message, "Ask fewer of them.")


def _check_pairs(document: Document, path: FieldPath, key: KeyShape, axis: AxisShape) -> None:
    items = key.items or {}
    for item in key.pairs:
        if item not in items:
            message = f"The item '{item}' has no name for the answer sheet."
            document.problem((*path, "is", item), Rule.KEY_FORM, message, _ITEMS_REMEDY)
    for item in items:
        if item not in key.pairs:
            message = f"The item '{item}' has no option."
            document.problem((*path, "items", item), Rule.KEY_FORM, message, f"Write {_WAY[axis.kind]}.")
        _check_item(document, (*path, "items", item), key, item, axis)
    if not ITEMS_LEAST <= len(key.pairs) <= ITEMS_MOST:
        message = f"There are {len(key.pairs)} items; from {ITEMS_LEAST} to {ITEMS_MOST} fit an answer sheet."
        document.problem((*path, "is"), Rule.KEY_FORM, message, "Ask fewer or more of them.")
    elif len(set(key.pairs.values())) == 1:
        message = "All items go with one option, so there is nothing to tell apart."
        document.problem((*path, "is"), Rule.KEY_FORM, message, "Ask an item that goes with another option.")


def _check_item(document: Document, path: FieldPath, key: KeyShape, item: str, axis: AxisShape) -> None:
    name = (key.items or {})[item]
    check_characters(document, path, name, ITEM_CHARACTERS_MOST)
    for language in LANGUAGES:
        names = [part for option in axis.options for part in telling_names(axis, option, language)]
        told = first_telltale(name.in_language(language), names)
        if told:
            message = f"'{told}' is the name of an option."
            document.problem((*path, language), Rule.TELLS_NOTHING, message, "Name the item with words of the story.")


_ITEMS_REMEDY = "Add items: with each item's name as the answer sheet shows it, such as hug: {nl: ..., en: ...}."
