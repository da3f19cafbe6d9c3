"""The shapes of a lecturer's report, as they cross the wire. What each figure means is said where it is worked out.

Shares are 0..1, times milliseconds. A figure that cannot be said is None, and `fit` or the docstring says why.
"""

from dataclasses import dataclass
from enum import StrEnum

from server.rules.board_types import CalibrationView, ConfusionView
from server.rules.cards import AxisKind, Text
from server.rules.ids import AxisId, CardId, MilliPoints, OptionId, RoomId, ServerMillis
from server.rules.picks import Confidence


class Fit(StrEnum):
    """What a correlation says of a card or an axis.

    Below zero those who know less are right more often: look at the key. Below 0.20 it tells little, from there on it
    tells knowers from guessers. `same`: everybody said the same, or knows the same; `contested`: more can be right;
    `unmarked`: words that nobody has marked.
    """

    TELLS = "tells"
    WEAK = "weak"
    CHECK_KEY = "check_key"
    TOO_FEW = "too_few"
    SAME = "same"
    CONTESTED = "contested"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Discrimination:
    """How a card or axis tells knowers from guessers, over the `people` who also said something elsewhere.

    `best` and `lowest` are the shares right of those in the best and in the lowest third of all the rest.
    """

    fit: Fit
    people: int
    r: float | None
    best: float | None
    lowest: float | None


@dataclass(frozen=True, slots=True)
class OptionUse:
    """How an option was used at the first vote.

    `choosing_r` correlates choosing it with the rest: on a wrong option above zero, those who know more choose it.
    `is_idle`: a wrong option that so few choose that it does no work. `trap` is why it tempts, where that was written.
    """

    option: OptionId
    label: Text
    is_key: bool
    count: int
    share: float
    choosing_r: float | None
    is_idle: bool
    trap: Text | None


@dataclass(frozen=True, slots=True)
class FallenFor:
    """The trap of an axis that most fell into at the first vote."""

    pick: OptionId
    text: Text
    count: int


@dataclass(frozen=True, slots=True)
class Gain:
    """What a talk did, of the picks of the first vote: shares right before and after, and how many came and left."""

    before: float
    after: float
    came: int
    left: int


@dataclass(frozen=True, slots=True)
class Times:
    """How long people thought: the quartiles, by linear interpolation."""

    lower: float
    median: float
    upper: float


@dataclass(frozen=True, slots=True)
class AxisReport:
    """One axis of one card, at the first vote.

    `right_share` and `mean_share` are None while nothing is judged; `options` is empty where no option is chosen.
    """

    axis: AxisId
    label: Text
    question: Text
    kind: AxisKind
    is_contested: bool
    answers: int
    right_share: float | None
    mean_share: float | None
    discrimination: Discrimination
    options: tuple[OptionUse, ...]
    confused: ConfusionView | None
    fallen_for: FallenFor | None
    gain: Gain | None
    agreement: float | None


@dataclass(frozen=True, slots=True)
class CardReport:
    """One card: what it says of the class as a whole, and along each of its axes. `number` counts from 1."""

    number: int
    id: CardId
    title: Text
    is_contested: bool
    shown_at: ServerMillis
    revealed_at: ServerMillis
    people: int
    right_share: float | None
    mean_share: float | None
    discrimination: Discrimination
    gain: Gain | None
    times: Times | None
    certain_wrong: int
    axes: tuple[AxisReport, ...]


@dataclass(frozen=True, slots=True)
class StudentMiss:
    """Something that somebody had wrong at the first vote, where one answer is right."""

    number: int
    axis: AxisId
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class StudentReport:
    """One person's hour. Of `judged` picks with one right answer `right` were right, `rated` with a confidence,
    `certain` certain.

    `cards` were there since this person came in (from card `came_in_at` on), of which `answered` were answered.
    """

    name: str
    rank: int
    points: MilliPoints
    came_in_at: int
    cards: int
    answered: int
    judged: int
    right: int
    rated: int
    certain: int
    certain_wrong: int
    misses: tuple[StudentMiss, ...]


class WordReason(StrEnum):
    """Why somebody may need a word of the lecturer."""

    CERTAIN_AND_WRONG = "certain_and_wrong"
    LOST = "lost"
    CAME_LATE = "came_late"
    NEVER_SURE = "never_sure"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class NeedsWord:
    """Somebody who needs a word: `student` is the place in the report's list of students."""

    student: int
    reason: WordReason


class FindingKind(StrEnum):
    """The one sentence about the hour: what they know, what still blurs, both, or neither."""

    NOTHING_YET = "nothing_yet"
    KNOW_AND_BLUR = "know_and_blur"
    KNOW = "know"
    BLUR = "blur"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the sentence is made of: the axis that is known best, and what is mixed up most."""

    kind: FindingKind
    known: Text | None
    blurred: ConfusionView | None


@dataclass(frozen=True, slots=True)
class Report:
    """A lecturer's report. `talk_from` and `talk_to` bound the shares right between which talking pays.

    `ended_at` None: the sitting goes on. `with_names` says whether `students` bear their own names.
    """

    room: RoomId
    deck_title: Text
    opened_at: ServerMillis
    ended_at: ServerMillis | None
    with_names: bool
    people: int
    talk_from: float
    talk_to: float
    has_points: bool
    asked_confidence: bool
    right_share: float | None
    finding: Finding
    confusions: tuple[ConfusionView, ...]
    calibration: CalibrationView
    cards: tuple[CardReport, ...]
    students: tuple[StudentReport, ...]
    words: tuple[NeedsWord, ...]
