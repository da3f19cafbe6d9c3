"""How each person did, and who needs a word of the lecturer. For the host alone; without names they are P1, P2, ...

Counted is the first vote, where one answer is right: it is what somebody knew alone. Points are those of the room.
"""

from collections.abc import Callable, Mapping, Sequence

from server.review.pace import Rest, at_once, paced
from server.review.report_types import NeedsWord, StudentMiss, StudentReport, WordReason
from server.review.rest_scores import RestScores
from server.review.sitting import SaidPick, Sitting, SittingCard
from server.rules.ids import CardId, MilliPoints, PlayerId
from server.rules.picks import Confidence
from server.rules.standings import Standings

PEOPLE_AT_ONCE = 5
"""So many people between two rests."""
WORDS_MOST = 4
"""More people than a lecturer can speak to in a week's pause help nobody."""
LEAST_JUDGED = 4
"""Of fewer picks nothing is said of a person."""
CERTAIN_WRONG_FROM = 3
KNOWS_FROM = 0.75


def report_students(
    sitting: Sitting, rest: RestScores, with_names: bool, pause: Rest = at_once
) -> tuple[StudentReport, ...]:
    """Everybody who stayed in, in order of arrival."""
    ranks = Standings.of(sitting.room).rank_of
    return tuple(
        _student(sitting, rest, player, sitting.said_by(player), ranks.get(player, 0), with_names)
        for player in paced(sitting.players, pause, PEOPLE_AT_ONCE)
    )


def _student(
    sitting: Sitting, rest: RestScores, player: PlayerId, said: Sequence[SaidPick], rank: int, with_names: bool
) -> StudentReport:
    seat = sitting.room.seats[player]
    there = [card for card in sitting.cards if seat.joined_at < _last_moment(card)]
    answered: set[CardId] = {one.card for one in said}
    judged = [one for one in said if one.vote == 1 and rest.counts(one)]
    rated = [one for one in judged if one.confidence is not None and rest.is_staked(one)]
    certain = [one for one in rated if one.confidence is Confidence.CERTAIN]
    return StudentReport(
        name=seat.name if with_names else sitting.pseudonym(player),
        rank=rank,
        points=sitting.room.points.get(player, MilliPoints(0)),
        came_in_at=there[0].number if there else 0,
        cards=len(there),
        answered=sum(card.card.id in answered for card in there),
        judged=len(judged),
        right=sum(one.is_right for one in judged),
        rated=len(rated),
        certain=len(certain),
        certain_wrong=sum(not one.is_right for one in certain),
        misses=tuple(StudentMiss(one.number, one.axis, one.confidence) for one in judged if not one.is_right),
    )


def _last_moment(card: SittingCard) -> int:
    """Until when somebody who came in could still answer, but for time of one's own."""
    return card.second_closed_at or card.closed_at


def who_needs_a_word(students: Sequence[StudentReport]) -> tuple[NeedsWord, ...]:
    """At most four people, each for one reason: first the one whom each reason fits most, then the next.

    Certain and wrong comes first: surprise at a sure error repairs it (Fazio and Marsh 2009). Of those whom a reason
    fits equally the first to arrive.
    """
    by_reason = {
        reason: sorted((-weight, place) for place, student in enumerate(students) if (weight := fits(student)))
        for reason, fits in REASONS.items()
    }
    words: list[NeedsWord] = []
    named: set[int] = set()
    while len(words) < WORDS_MOST and any(by_reason.values()):
        for reason, waiting in by_reason.items():
            while waiting and waiting[0][1] in named:
                waiting.pop(0)
            if waiting and len(words) < WORDS_MOST:
                _, place = waiting.pop(0)
                named.add(place)
                words.append(NeedsWord(place, reason))
    return tuple(words)


def _certain_and_wrong(student: StudentReport) -> float:
    is_often = student.certain_wrong >= CERTAIN_WRONG_FROM and student.certain_wrong * 2 >= student.certain
    return float(student.certain_wrong) if is_often else 0.0


def _came_late(student: StudentReport) -> float:
    return _lost(student) if student.came_in_at > 1 else 0.0


def _lost(student: StudentReport) -> float:
    """Less than half right."""
    is_so = student.judged >= LEAST_JUDGED and student.right * 2 < student.judged
    return 1.0 - student.right / student.judged if is_so else 0.0


def _never_sure(student: StudentReport) -> float:
    is_so = student.rated >= LEAST_JUDGED and not student.certain and student.right >= KNOWS_FROM * student.judged
    return student.right / student.judged if is_so else 0.0


def _silent(student: StudentReport) -> float:
    """There, and answered less than half."""
    is_so = student.cards >= LEAST_JUDGED and student.answered * 2 < student.cards
    return 1.0 - student.answered / student.cards if is_so else 0.0


REASONS: Mapping[WordReason, Callable[[StudentReport], float]] = {
    WordReason.CERTAIN_AND_WRONG: _certain_and_wrong,
    WordReason.CAME_LATE: _came_late,
    WordReason.LOST: _lost,
    WordReason.NEVER_SURE: _never_sure,
    WordReason.SILENT: _silent,
}
"""How much each reason fits somebody; 0: not at all."""
