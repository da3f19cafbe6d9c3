"""trial.yaml -> the card that teaches how to answer, or what is wrong with it."""

from collections.abc import Container
from pathlib import Path

from server.content.axis_checks import check_axis
from server.content.axis_shapes import AxisShape
from server.content.building import build_trial
from server.content.card_checks import check_card
from server.content.deck_shapes import CardShape
from server.content.documents import Document
from server.content.opened import open_document
from server.content.problems import Problem, Rule
from server.content.shape_check import fit
from server.content.text_checks import check_markup
from server.content.trial_shapes import TrialShape
from server.rules.cards import CardStatus, Trial


def read_trial(path: Path, axes: Container[str], cards: Container[str]) -> tuple[Trial | None, list[Problem]]:
    """The trial card, None when there is no such file or a problem keeps it from being used; and all there is to say.

    `axes` and `cards` are the ids of the library's: in a room the trial's stand beside them.
    """
    if not path.exists():
        return None, []
    document = open_document(path)
    shape = fit(document, TrialShape, document.value) if document.value is not None else None
    if shape is None:
        return None, document.problems
    own = {axis.id: axis for axis in shape.axes}
    check_markup(document)
    for place, axis in enumerate(shape.axes):
        _check_axis(document, place, axis, shape, axes)
    check_card(document, ("card",), shape.card, own)
    _check_card(document, shape.card, cards)
    return build_trial(shape.axes, shape.card) if document.is_sound else None, document.problems


def _check_axis(document: Document, place: int, axis: AxisShape, shape: TrialShape, axes: Container[str]) -> None:
    path = ("axes", place)
    if axis.uses is not None:
        message = "The trial card is asked on axes of its own, and this one uses the options of another."
        document.problem((*path, "uses"), Rule.TRIAL, message, "Remove uses, and write options.")
        return
    part = document.part(path)
    check_axis(part, axis)
    document.take_notes(path, part)
    if axis.id in [earlier.id for earlier in shape.axes[:place]]:
        document.problem((*path, "id"), Rule.ID_ONCE, f"The axis '{axis.id}' stands here twice.", "Rename one.")
    if axis.id in axes:
        message = f"There is an axis '{axis.id}' in axes/ already."
        document.problem((*path, "id"), Rule.TRIAL, message, "Name this one otherwise.")
    if axis.id not in shape.card.key:
        message = f"The trial card is not asked on '{axis.id}'."
        document.problem((*path, "id"), Rule.TRIAL, message, "Key the card there, or remove the axis.")


def _check_card(document: Document, card: CardShape, cards: Container[str]) -> None:
    if card.id in cards:
        message = f"A deck has a card '{card.id}' already."
        document.problem(("card", "id"), Rule.TRIAL, message, "Name the trial card otherwise.")
    if card.status is not CardStatus.CLEAR:
        message = "Who learns how to answer should not doubt what is right."
        document.problem(("card", "status"), Rule.TRIAL, message, "Write status: clear, and one key per axis.")
    for field in ("twin_of", "contrast_with"):
        if getattr(card, field) is not None:
            message = "The trial card is kin to no card."
            document.problem(("card", field), Rule.TRIAL, message, f"Remove {field}.")
