"""How the cards did: per card and axis how hard it was, whom it tells apart, what tempted, and what talking changed.

Everything is of the first vote unless it speaks of a talk, of the people who stayed in, and of cards that were
revealed: trial and skipped cards are none. A contested axis has its share right and the use of its options, but says
nothing of who knows more. Words count once the host has marked them.

Sources: domain.md, section 6. Difficulty is the share right (p); 0.2 to 0.8 is of use. Discrimination is the
point-biserial correlation of being right with the rest score: 0.20 and up keep, below zero check the key, and nothing
is said of fewer than 30 people. A wrong option that under 5 % choose does no work (BMC Medical Education 2024).
"""

from collections.abc import Mapping, Sequence

from server.review.correlation import correlation, outer_thirds, quartiles
from server.review.pace import Rest, at_once
from server.review.report_types import (
    AxisReport,
    CardReport,
    Discrimination,
    FallenFor,
    Fit,
    Gain,
    OptionUse,
)
from server.review.rest_scores import RestScores
from server.review.sitting import SaidPick, Sitting, SittingCard
from server.rules.cards import Axis, AxisKind, Card, Text
from server.rules.class_review import agreement, most_confused
from server.rules.ids import AxisId, OptionId, PlayerId
from server.rules.picks import ONE_OPTION, Confidence
from server.rules.reveal_types import TrapView
from server.rules.reveals import trap_counts
from server.rules.views_of_card import traps_of

LEAST_PEOPLE = 30
"""Of fewer, correlations and thirds are chance."""
TELLS_FROM = 0.20
IDLE_BELOW = 0.05


def analyse_card(sitting: Sitting, rest: RestScores, card: SittingCard, pause: Rest = at_once) -> CardReport:
    """One card. Its `right_share` is of all its axes together, contested ones too.

    `pause` lets others have their turn, often: a card that a full hall has judged takes a tenth of a second.
    """
    by_axis = {axis: rest.said_on(card.card.id, axis) for axis in card.asked.axes}
    said = [one for picks in by_axis.values() for one in picks]
    second = _second_votes(sitting, card)
    pause()
    judged = [one for one in said if one.share is not None]
    thinking = {one.player: one.thinking_millis for one in said}
    sure_and_wrong = (rest.is_staked(one) and one.confidence is Confidence.CERTAIN and not one.is_right for one in said)
    return CardReport(
        number=card.number,
        id=card.card.id,
        title=card.card.title,
        is_contested=all((card.card.id, axis) in rest.contested for axis in by_axis),
        shown_at=card.shown_at,
        revealed_at=card.revealed_at,
        people=len(thinking),
        right_share=_mean([float(one.is_right) for one in judged]),
        mean_share=_mean([one.share or 0.0 for one in judged]),
        discrimination=_discrimination(rest, said),
        gain=_gain(judged, second) if second else None,
        times=quartiles([float(millis) for millis in thinking.values()]),
        certain_wrong=sum(sure_and_wrong),
        axes=tuple(
            _analyse_axis(sitting, rest, card.card, axis, said, second, pause) for axis, said in by_axis.items()
        ),
    )


def _analyse_axis(
    sitting: Sitting,
    rest: RestScores,
    card: Card,
    axis_id: AxisId,
    said: Sequence[SaidPick],
    second: Mapping[tuple[PlayerId, AxisId], SaidPick],
    pause: Rest,
) -> AxisReport:
    pause()
    axis, key = sitting.room.deck.axis(axis_id), card.keys[axis_id]
    judged = [one for one in said if one.share is not None]
    picks = [one.pick for one in said]
    traps = traps_of(card, axis_id)
    return AxisReport(
        axis=axis_id,
        label=axis.label,
        question=axis.question,
        kind=axis.kind,
        is_contested=(card.id, axis_id) in rest.contested,
        answers=len(said),
        right_share=_mean([float(one.is_right) for one in judged]),
        mean_share=_mean([one.share or 0.0 for one in judged]),
        discrimination=_discrimination(rest, said),
        options=_option_uses(rest, axis, card, said, {trap.pick: trap.text for trap in traps}, pause),
        confused=most_confused(sitting.room, axis, key, picks),
        fallen_for=_fallen_for(traps, trap_counts(axis, traps, picks)),
        gain=_gain(judged, second) if any(asked == axis_id for _, asked in second) else None,
        agreement=agreement(picks),
    )


def _discrimination(rest: RestScores, said: Sequence[SaidPick]) -> Discrimination:
    """Of an axis, the point-biserial of being right with the rest.

    Of a card with several axes its like: the part of them that somebody had right, with the mean share on the other
    cards. With one axis the two are the same.
    """
    counted = [one for one in said if rest.counts(one)]
    if said and not counted:
        is_contested = any((one.card, one.axis) in rest.contested for one in said)
        return Discrimination(Fit.CONTESTED if is_contested else Fit.UNMARKED, 0, None, None, None)
    scores = rest.without(counted)
    rights: dict[PlayerId, list[bool]] = {}
    for one in counted:
        if one.player in scores:
            rights.setdefault(one.player, []).append(one.is_right)
    if len(rights) < LEAST_PEOPLE:
        return Discrimination(Fit.TOO_FEW, len(rights), None, None, None)
    values = [sum(right) / len(right) for right in rights.values()]
    order = [scores[player] for player in rights]
    r = correlation(values, order)
    best, lowest = outer_thirds(values, order) or (None, None)
    return Discrimination(_fit(r), len(rights), r, best, lowest)


def _fit(r: float | None) -> Fit:
    if r is None:
        return Fit.SAME
    if r < 0:
        return Fit.CHECK_KEY
    return Fit.TELLS if r >= TELLS_FROM else Fit.WEAK


def _option_uses(
    rest: RestScores,
    axis: Axis,
    card: Card,
    said: Sequence[SaidPick],
    traps: Mapping[OptionId, Text],
    pause: Rest,
) -> tuple[OptionUse, ...]:
    """Of one option or of several: which were chosen. On the other kinds people choose no options."""
    if axis.kind not in ONE_OPTION and axis.kind is not AxisKind.MULTI:
        return ()
    scores = rest.without(said)
    held = [one for one in said if one.player in scores]
    order = [scores[one.player] for one in held]
    enough = len(said) >= LEAST_PEOPLE
    uses = []
    for option in axis.options:
        pause()
        count = sum(_chose(one, option.id) for one in said)
        share = count / len(said) if said else 0.0
        is_key = option.id in card.keys[axis.id].accept
        chose = [float(_chose(one, option.id)) for one in held]
        uses.append(
            OptionUse(
                option=option.id,
                label=option.short,
                is_key=is_key,
                count=count,
                share=share,
                choosing_r=correlation(chose, order) if len(held) >= LEAST_PEOPLE else None,
                is_idle=enough and not is_key and share < IDLE_BELOW,
                trap=traps.get(option.id),
            )
        )
    return tuple(uses)


def _chose(one: SaidPick, option: OptionId) -> bool:
    return one.pick == option or (isinstance(one.pick, tuple) and option in one.pick)


def _fallen_for(traps: Sequence[TrapView], counts: Sequence[int]) -> FallenFor | None:
    fallen = [(count, -place, trap) for place, (trap, count) in enumerate(zip(traps, counts, strict=True)) if count]
    if not fallen:
        return None
    count, _, trap = max(fallen, key=lambda entry: entry[:2])
    return FallenFor(trap.pick, trap.text, count)


def _second_votes(sitting: Sitting, card: SittingCard) -> Mapping[tuple[PlayerId, AxisId], SaidPick]:
    """What was said after the talk, if the card was voted on again; empty too when nobody said anything then."""
    if card.second_opened_at is None:
        return {}
    on_card = (one for axis in card.asked.axes for one in sitting.said_on(card.card.id, axis, 2))
    return {(one.player, one.axis): one for one in on_card}


def _gain(judged: Sequence[SaidPick], second: Mapping[tuple[PlayerId, AxisId], SaidPick]) -> Gain | None:
    """What became of the picks of the first vote. Who was silent after the talk, or not asked again, stands by them.

    So those who came in for the second vote alone are no gain, and before and after are of the same people.
    """
    if not judged:
        return None
    moves = [(one.is_right, second.get((one.player, one.axis), one).is_right) for one in judged]
    return Gain(
        before=sum(before for before, _ in moves) / len(moves),
        after=sum(after for _, after in moves) / len(moves),
        came=sum(after and not before for before, after in moves),
        left=sum(before and not after for before, after in moves),
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
