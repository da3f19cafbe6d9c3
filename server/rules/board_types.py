"""The shapes of what is said of the class as a whole: confusions, calibration, teams, honours, and who moved.

Part of the views of view_types.py, and so of the wire.
"""

from dataclasses import dataclass
from enum import StrEnum

from server.rules.boards import BoardKind
from server.rules.cards import Text
from server.rules.ids import AxisId, MilliPoints, OptionId
from server.rules.picks import Confidence


@dataclass(frozen=True, slots=True)
class ConfusionView:
    """Two options that were mixed up: `count` of `of` answers on cards with that key were this pick.

    `question` pulls the two apart, where the authors wrote one.
    """

    axis: AxisId
    axis_label: Text
    key: OptionId
    key_label: Text
    pick: OptionId
    pick_label: Text
    count: int
    of: int
    question: Text | None


@dataclass(frozen=True, slots=True)
class MatrixOption:
    """A row and column of a confusion matrix."""

    option: OptionId
    label: Text


@dataclass(frozen=True, slots=True)
class MatrixView:
    """How the class classified on one axis: `counts[row][column]` answers had the row's key and the column's pick.

    At most four options: of a longer axis the neighbours of the pair that was mixed up most.
    """

    axis: AxisId
    axis_label: Text
    options: tuple[MatrixOption, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class CalibrationStep:
    """How the answers of one confidence did. `right_share` (0..1) is None below the least number of answers."""

    confidence: Confidence
    answers: int
    right_share: float | None


@dataclass(frozen=True, slots=True)
class CalibrationView:
    """Whether certainty was deserved, over all revealed cards that are not contested.

    `pays_from` (0..1) is the share right from which each confidence earns more than the one below it.
    `certain_wrong` answers were certain and wrong; `pair` is what they mixed up most.
    """

    steps: tuple[CalibrationStep, ...]
    pays_from: tuple[float, ...]
    certain_wrong: int
    pair: ConfusionView | None


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team: the mean of its members' points, how many they are, and how many answered the last card."""

    name: str
    mean: MilliPoints
    members: int
    answered: int
    is_in_front: bool


@dataclass(frozen=True, slots=True)
class BoardView:
    """What lies over the projected slide; of the parts only the one of its kind is there."""

    kind: BoardKind
    confusions: tuple[ConfusionView, ...] = ()
    matrix: MatrixView | None = None
    calibration: CalibrationView | None = None
    teams: tuple[TeamView, ...] = ()
    debate: Text | None = None


class HonourKind(StrEnum):
    """What somebody stands beside the podium for."""

    MOST_IMPROVED = "most_improved"
    BEST_CALIBRATED = "best_calibrated"


@dataclass(frozen=True, slots=True)
class HonourView:
    """An honour and whose it is; several share it.

    `figure` (0..1): how much higher the share right was in the second half than in the first; or how far certainty
    was from being deserved.
    """

    kind: HonourKind
    names: tuple[str, ...]
    figure: float


@dataclass(frozen=True, slots=True)
class FlowPlace:
    """A place that people moved between: an option, or on an axis of many answers "right", "almost", "wrong"."""

    id: str
    is_key: bool
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class FlowMove:
    """How many said `origin` at the first vote and `destination` at the second; who stayed too."""

    origin: str
    destination: str
    count: int


@dataclass(frozen=True, slots=True)
class FlowView:
    """Who moved between the two votes, of those who voted twice. Shares (0..1) are of wholly right answers.

    `by_option`: the places are the axis's options in their order; else how right the answers were.
    """

    by_option: bool
    places: tuple[FlowPlace, ...]
    moves: tuple[FlowMove, ...]
    voters: int
    right_before: float
    right_after: float
    came_to_key: int
    left_key: int
