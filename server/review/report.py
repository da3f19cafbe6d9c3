"""A lecturer's report of one sitting, put together: the finding, the cards, what was mixed up, and the people."""

from server.review.item_analysis import LEAST_PEOPLE, analyse_card
from server.review.pace import Rest, at_once, paced
from server.review.people_report import report_students, who_needs_a_word
from server.review.report_types import Finding, FindingKind, Report
from server.review.rest_scores import RestScores
from server.review.sitting import SAID_AT_ONCE, SaidPick, Sitting
from server.rules.board_types import ConfusionView
from server.rules.class_review import calibration, worst_confusions
from server.rules.ids import AxisId
from server.rules.settings import ScoreMode

SEEN_AT_ONCE = 10 * SAID_AT_ONCE
"""What is only looked at is quicker."""


def make_report(sitting: Sitting, with_names: bool, pause: Rest = at_once) -> Report:
    """The report. Without names the people in it are P1, P2, ... in order of arrival.

    `pause` is called often: that of a full hall takes more than a second.
    """
    room = sitting.room
    rest = RestScores(sitting, pause)
    said = paced(sitting.said, pause, SAID_AT_ONCE)
    counted = [one for one in said if one.vote == 1 and rest.counts(one)]
    confusions = worst_confusions(room)
    students = report_students(sitting, rest, with_names, pause)
    pause()
    return Report(
        room=sitting.id,
        deck_title=room.deck.title,
        opened_at=room.opened_at,
        ended_at=sitting.ended_at,
        with_names=with_names,
        people=len(sitting.players),
        talk_from=room.settings.talk_from,
        talk_to=room.settings.talk_to,
        has_points=room.settings.scoring is not ScoreMode.NONE,
        asked_confidence=any(one.confidence is not None for one in paced(sitting.said, pause, SEEN_AT_ONCE)),
        right_share=sum(one.is_right for one in counted) / len(counted) if counted else None,
        finding=_finding(sitting, counted, confusions),
        confusions=confusions,
        calibration=calibration(room),
        cards=tuple(analyse_card(sitting, rest, card, pause) for card in sitting.cards),
        students=students,
        words=who_needs_a_word(students),
    )


def _finding(sitting: Sitting, counted: list[SaidPick], confusions: tuple[ConfusionView, ...]) -> Finding:
    """What the class knows best, from where on talking no longer pays, and what it mixes up most, on another axis."""
    if not sitting.cards:
        return Finding(FindingKind.NOTHING_YET, None, None)
    blurred = confusions[0] if confusions else None
    known = _known_best(sitting, counted, blurred.axis if blurred else None)
    label = sitting.room.deck.axis(known).label if known else None
    if known and blurred:
        return Finding(FindingKind.KNOW_AND_BLUR, label, blurred)
    if known:
        return Finding(FindingKind.KNOW, label, None)
    return Finding(FindingKind.BLUR if blurred else FindingKind.MIXED, None, blurred)


def _known_best(sitting: Sitting, counted: list[SaidPick], but_not: AxisId | None) -> AxisId | None:
    rights: dict[AxisId, list[bool]] = {}
    for one in counted:
        rights.setdefault(one.axis, []).append(one.is_right)
    shares = {
        axis: sum(right) / len(right)
        for axis, right in rights.items()
        if axis != but_not and len(right) >= LEAST_PEOPLE
    }
    best = max(shares, key=lambda axis: shares[axis], default=None)
    return best if best is not None and shares[best] >= sitting.room.settings.talk_to else None
