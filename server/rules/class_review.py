"""What the class mixed up and how sure it was, over all cards revealed so far.

Counted are the answers that a first reader would give: on a card that was voted on twice the first vote, since talk
levels it. Trial and skipped cards, and axes on which more than one answer can be defended, are left out; so are words
of one's own, which have no key and on which nothing is staked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from server.rules.board_types import CalibrationStep, CalibrationView, ConfusionView, MatrixOption, MatrixView
from server.rules.cards import Axis, AxisKind, Card, Key, Text
from server.rules.ids import AxisId, OptionId, PlayerId
from server.rules.picks import ONE_OPTION, Confidence, Pick
from server.rules.room import Room, Round
from server.rules.scoring import GAIN, LOSS, is_right

WORST = 3
"""So many confusions are told in words."""
TELLING_SHARE = 0.05
"""A confusion of less than this part of the answers on its key is chance."""
TELLING_COUNT = 3
"""Nothing that happened only once or twice is told to a hall."""
MATRIX_MOST = 4
CALIBRATION_LEAST = 30
"""With fewer answers of a confidence its share right says nothing."""

Pair = tuple[AxisId, OptionId, OptionId]


@dataclass(frozen=True, slots=True)
class Said:
    """One pick on an axis with one right answer."""

    axis: Axis
    card: Card
    pick: Pick
    confidence: Confidence | None

    @property
    def is_right(self) -> bool:
        """Whether it was the key."""
        return is_right(self.axis, self.card.keys[self.axis.id], self.pick)


def everything_said(room: Room, by: PlayerId | None = None) -> Iterator[Said]:
    """Every pick of those who play, or of one of them, that has one right answer, on the cards revealed so far."""
    for asked in room.judged_rounds:
        yield from _said_in(room, asked, by)


def _said_in(room: Room, asked: Round, by: PlayerId | None) -> Iterator[Said]:
    card = room.card_of(asked.card)
    judged = _judged_axes(room, asked, card)
    answers = asked.untalked_answers
    people = answers if by is None else (by,) * (by in answers)
    for player in people:
        if room.seats[player].is_removed:
            continue
        answer = answers[player]
        for axis in judged:
            if axis.id in answer.picks:
                yield Said(axis, card, answer.picks[axis.id], answer.confidence)


def _judged_axes(room: Room, asked: Round, card: Card) -> list[Axis]:
    """The axes of a card that have one right answer."""
    axes = [room.deck.axis(axis) for axis in asked.axes]
    return [axis for axis in axes if axis.kind is not AxisKind.OPEN and not card.keys[axis.id].is_contested_on(axis)]


def worst_confusions(
    room: Room, said: list[Said] | None = None, most: int = WORST, least: int = TELLING_COUNT
) -> tuple[ConfusionView, ...]:
    """What was mixed up most, as a part of the answers on its key; the most frequent of equal ones first.

    What happened fewer than `least` times is left out.
    """
    pairs, keys = _pairs_of_all(room) if said is None else _pairs(said)
    told = [
        (count / keys[axis, key], count, (axis, key, pick))
        for (axis, key, pick), count in pairs.items()
        if key != pick and count >= least and count / keys[axis, key] >= TELLING_SHARE
    ]
    told.sort(key=lambda entry: (-entry[0], -entry[1], entry[2]))
    return tuple(_confusion(room, pair, count, keys[pair[0], pair[1]]) for _, count, pair in told[:most])


def most_confused(room: Room, axis: Axis, key: Key, picks: Iterable[Pick]) -> ConfusionView | None:
    """The wrong one of these picks that most fell for, however few; None when nobody is wrong, or more can be right."""
    if axis.kind not in ONE_OPTION or key.is_contested_on(axis):
        return None
    right = next(iter(key.accept))
    chosen = Counter(pick for pick in picks if isinstance(pick, str))
    wrong = [(count, pick) for pick, count in chosen.items() if pick != right]
    if not wrong:
        return None
    count, pick = max(wrong)
    return _confusion(room, (axis.id, right, pick), count, chosen.total())


def matrix(room: Room, axis_id: AxisId) -> MatrixView:
    """Keys against picks on one axis. Raises KeyError for an axis that the deck does not ask."""
    axis = room.deck.axis(axis_id)
    pairs, _ = _pairs([one for one in everything_said(room) if one.axis.id == axis_id])
    ids = _matrix_options(axis, pairs)
    labels = {option.id: option.short for option in axis.options}
    return MatrixView(
        axis=axis_id,
        axis_label=axis.label,
        options=tuple(MatrixOption(option, labels[option]) for option in ids),
        counts=tuple(tuple(pairs[axis_id, key, pick] for pick in ids) for key in ids),
    )


def matrix_axes(room: Room) -> tuple[AxisId, ...]:
    """The axes of which there is a matrix: one option is chosen, and answers were revealed."""
    return tuple(dict.fromkeys(one.axis.id for one in everything_said(room) if one.axis.kind in ONE_OPTION))


def calibration(room: Room) -> CalibrationView:
    """Whether certainty was deserved."""
    answers: Counter[Confidence] = Counter()
    right: Counter[Confidence] = Counter()
    wrong: list[Said] = []
    for said, count in _said_alike(room):
        confidence = said.confidence
        if confidence is None:
            continue
        answers[confidence] += count
        if said.is_right:
            right[confidence] += count
        elif confidence is Confidence.CERTAIN:
            wrong += [said] * count
    steps = tuple(
        CalibrationStep(
            each, answers[each], right[each] / answers[each] if answers[each] >= CALIBRATION_LEAST else None
        )
        for each in Confidence
    )
    pairs = worst_confusions(room, wrong, most=1)
    return CalibrationView(steps, PAYS_FROM, len(wrong), pairs[0] if pairs else None)


def _said_alike(room: Room) -> Iterator[tuple[Said, int]]:
    """Everything said where somebody was asked how sure they were, and how often just that was said.

    A full hall says sixty thousand things in an hour, and some hundred different ones.
    """
    for asked in room.judged_rounds:
        answers = [
            one
            for player, one in asked.untalked_answers.items()
            if one.confidence is not None and not room.seats[player].is_removed
        ]
        card = room.card_of(asked.card)
        for axis in _judged_axes(room, asked, card) if answers else ():
            said = [(one.picks[axis.id], one.confidence) for one in answers if axis.id in one.picks]
            if axis.kind in ONE_OPTION:
                alike: Iterable[tuple[tuple[Pick, Confidence | None], int]] = Counter(said).items()
            else:  # what is no single option cannot always be counted by
                alike = ((one, 1) for one in said)
            for (pick, confidence), count in alike:
                yield Said(axis, card, pick, confidence), count


def _pays_from() -> tuple[float, ...]:
    """From which share right s a confidence beats the one below: where s more gain outweighs (1 - s) more loss."""
    shares = [0.0]
    for lower, upper in pairwise(Confidence):
        won, risked = GAIN[upper] - GAIN[lower], LOSS[lower] - LOSS[upper]
        shares.append(round(risked / (risked + won), 3))
    return tuple(shares)


PAYS_FROM = _pays_from()


def agreement(picks: list[Pick]) -> float | None:
    """The chance (0..1) that two of those who answered said the same; None below two answers."""
    if len(picks) < 2:
        return None
    alike = Counter(pick if isinstance(pick, str) else repr(pick) for pick in picks)
    same = sum(count * (count - 1) for count in alike.values())
    return same / (len(picks) * (len(picks) - 1))


def _pairs(said: list[Said]) -> tuple[Counter[Pair], Counter[tuple[AxisId, OptionId]]]:
    pairs: Counter[Pair] = Counter()
    keys: Counter[tuple[AxisId, OptionId]] = Counter()
    for one in said:
        if one.axis.kind in ONE_OPTION and isinstance(one.pick, str):
            key = next(iter(one.card.keys[one.axis.id].accept))
            pairs[one.axis.id, key, one.pick] += 1
            keys[one.axis.id, key] += 1
    return pairs, keys


def _pairs_of_all(room: Room) -> tuple[Counter[Pair], Counter[tuple[AxisId, OptionId]]]:
    """_pairs of everything_said, counted round by round: it is asked at every step of a full hall."""
    pairs: Counter[Pair] = Counter()
    keys: Counter[tuple[AxisId, OptionId]] = Counter()
    for asked in room.judged_rounds:
        card = room.card_of(asked.card)
        answers = [one for player, one in asked.untalked_answers.items() if not room.seats[player].is_removed]
        for axis in _judged_axes(room, asked, card):
            if axis.kind in ONE_OPTION:
                key = next(iter(card.keys[axis.id].accept))
                chosen = Counter(one.picks[axis.id] for one in answers if axis.id in one.picks)
                pairs.update({(axis.id, key, pick): count for pick, count in chosen.items() if isinstance(pick, str)})
                keys[axis.id, key] += chosen.total()
    return pairs, keys


def _matrix_options(axis: Axis, pairs: Counter[Pair]) -> tuple[OptionId, ...]:
    """All options; of a long axis a window around the pair that was mixed up most."""
    ids = tuple(option.id for option in axis.options)
    if len(ids) <= MATRIX_MOST:
        return ids
    wrong = [(count, key, pick) for (_, key, pick), count in pairs.items() if key != pick]
    if not wrong:
        return ids[:MATRIX_MOST]
    _, key, pick = max(wrong)
    low, high = sorted((ids.index(key), ids.index(pick)))
    if high - low >= MATRIX_MOST:
        return tuple(ids[place] for place in sorted({low, low + 1, high - 1, high}))
    start = min(max(0, low - (MATRIX_MOST - (high - low + 1)) // 2), len(ids) - MATRIX_MOST)
    return ids[start : start + MATRIX_MOST]


def _confusion(room: Room, pair: Pair, count: int, of: int) -> ConfusionView:
    axis_id, key, pick = pair
    axis = room.deck.axis(axis_id)
    labels: Mapping[OptionId, Text] = {option.id: option.short for option in axis.options}
    return ConfusionView(
        axis=axis_id,
        axis_label=axis.short_label,
        key=key,
        key_label=labels[key],
        pick=pick,
        pick_label=labels[pick],
        count=count,
        of=of,
        question=axis.untangle(key, pick),
    )
