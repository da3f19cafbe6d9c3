"""The shape of the file of the trial card."""

from typing import Annotated, Literal

from pydantic import Field

from server.content.axis_shapes import AxisShape
from server.content.deck_shapes import CardShape
from server.content.shapes import Shape

TRIAL_FILE = "trial.yaml"
TRIAL_AXES_MOST = 2
"""More would be a lesson of its own."""


class TrialShape(Shape):
    """A card that teaches how to answer, with the axes that it alone is asked on. Nobody earns anything on it."""

    format: Literal[1] = 1
    axes: Annotated[list[AxisShape], Field(min_length=1, max_length=TRIAL_AXES_MOST)]
    card: CardShape
