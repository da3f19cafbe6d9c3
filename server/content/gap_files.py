"""gaps.yaml -> why some models have no card and some options are hardly ever the key. Only commands read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import Field

from server.content.documents import Document
from server.content.opened import open_document
from server.content.problems import Problem, Rule
from server.content.shape_check import fit
from server.content.shapes import Id, Model, Shape, TextShape
from server.content.wording import nearest_name, one_of
from server.rules.cards import Axis

GAPS_FILE = "gaps.yaml"


class GapsShape(Shape):
    """What is left out on purpose: models without a card, and options of an axis that few cards key."""

    format: Literal[1] = 1
    models: dict[Model, TextShape] = Field(default_factory=dict)
    options: dict[Id, dict[Id, TextShape]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The reasons, in English as all that the commands print."""

    models: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[tuple[str, str], str] = field(default_factory=dict)


def read_gaps(folder: Path, axes: Mapping[str, Axis]) -> tuple[Gaps, list[Problem]]:
    """The reasons, none when there is no such file or it cannot be used; and all that there is to say about it."""
    file = folder / GAPS_FILE
    if not file.exists():
        return Gaps(), []
    document = open_document(file)
    shape = fit(document, GapsShape, document.value) if document.value is not None else None
    if shape is None:
        return Gaps(), document.problems
    _check_options(document, shape, axes)
    if not document.is_sound:
        return Gaps(), document.problems
    options = {(axis, option): why.en for axis, reasons in shape.options.items() for option, why in reasons.items()}
    return Gaps({model: why.en for model, why in shape.models.items()}, options), document.problems


def _check_options(document: Document, shape: GapsShape, axes: Mapping[str, Axis]) -> None:
    for axis, reasons in shape.options.items():
        path = ("options", axis)
        if axis not in axes:
            message, remedy = f"There is no axis '{axis}'.", one_of(axes, nearest_name(axis, axes))
            document.problem(path, Rule.AXIS_KNOWN, message, remedy)
            continue
        known = [option.id for option in axes[axis].options]
        for option in (each for each in reasons if each not in known):
            message = f"The axis '{axis}' has no option '{option}'."
            document.problem((*path, option), Rule.OPTION_KNOWN, message, one_of(known, nearest_name(option, known)))
