"""The report as a whole: who is in it, who needs a word, what the finding is, and what a name costs to see."""

import json
from collections.abc import Sequence

import pytest

from server.review.people_report import who_needs_a_word
from server.review.report import make_report
from server.review.report_types import FindingKind, Report, StudentReport, WordReason
from server.review.sitting import read_sitting
from server.rules import commands as c
from server.rules.ids import MilliPoints, PlayerId
from server.rules.phases import Phase
from server.rules.picks import Confidence
from server.rules.settings import ScoreMode
from server.wire.strict_json import StrictJson
from tests.review.told_class import BAKER, PARTNERS, an_hour, told
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import FORM, STAGE


def report_of(classroom: Classroom, with_names: bool = False) -> Report:
    return make_report(read_sitting(ROOM, classroom.log), with_names)


def one_card(*names: str) -> Classroom:
    """A first card that is closed; the first of these people has it right, the others not."""
    classroom = Classroom(asks_confidence=True)
    classroom.join(*names)
    classroom.step_until(Phase.ANSWERING)
    for place, name in enumerate(names):
        classroom.answer(name, form="personal" if place else "moral", sure=Confidence.CERTAIN)
    classroom.step_until(Phase.CLOSED)
    return classroom


def test_a_session_without_a_reveal_has_nothing_to_report() -> None:
    report = report_of(one_card("Noor", "Sem"))
    assert report.finding.kind is FindingKind.NOTHING_YET
    assert (report.cards, report.right_share, report.words, report.ended_at) == ((), None, (), None)
    assert [(student.name, student.cards, student.came_in_at) for student in report.students] == [
        ("P1", 0, 0),
        ("P2", 0, 0),
    ]


def test_people_are_numbered_unless_their_names_are_asked_for() -> None:
    classroom = one_card("Noor", "Sem")
    classroom.step()
    assert [student.name for student in report_of(classroom).students] == ["P1", "P2"]
    assert [student.name for student in report_of(classroom, with_names=True).students] == ["Noor", "Sem"]
    written = StrictJson.dumps(report_of(classroom))
    assert "Noor" not in written
    assert json.loads(written)["with_names"] is False


def test_each_person_is_told_with_points_and_misses() -> None:
    classroom = one_card("Noor", "Sem")
    classroom.step()
    noor, sem = report_of(classroom).students
    assert (noor.rank, noor.points, noor.judged, noor.right, noor.certain_wrong, noor.misses) == (1, 3000, 1, 1, 0, ())
    assert (sem.rank, sem.points, sem.judged, sem.right, sem.rated, sem.certain_wrong) == (2, -3000, 1, 0, 1, 1)
    assert [(miss.number, miss.axis, miss.confidence) for miss in sem.misses] == [(1, FORM, Confidence.CERTAIN)]


def test_who_was_sent_away_and_a_card_that_was_skipped_are_in_no_figure() -> None:
    classroom = one_card("Noor", "Sem", "Eva")
    classroom.step()
    before = report_of(classroom)
    classroom.do(c.RemovePlayer(classroom.new_id(), PlayerId("Sem")))
    classroom.step_until(Phase.READING)
    classroom.step_until(Phase.ANSWERING)
    classroom.answer("Noor", form="personal")
    classroom.skip()
    after = report_of(classroom)
    assert (before.people, after.people) == (3, 2)
    assert (before.right_share, after.right_share) == pytest.approx((1 / 3, 1 / 2))
    assert [card.id for card in after.cards] == ["baker"]
    assert [student.name for student in after.students] == ["P1", "P3"]  # numbers stay with their people


def test_who_came_late_is_held_to_the_cards_that_were_left() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step_until(Phase.ANSWERING)
    classroom.wait(2)
    classroom.answer("Noor", form="moral")
    classroom.step_until(Phase.REVEAL)
    classroom.wait(2)
    classroom.join("Sem")
    classroom.step_until(Phase.READING)
    classroom.step_until(Phase.ANSWERING)
    classroom.wait(2)
    classroom.step_until(Phase.REVEAL)
    noor, sem = report_of(classroom).students
    assert (noor.came_in_at, noor.cards, noor.answered) == (1, 2, 1)
    assert (sem.came_in_at, sem.cards, sem.answered) == (2, 1, 0)


def test_a_room_without_points_says_so() -> None:
    classroom = Classroom(scoring=ScoreMode.NONE)
    assert not report_of(classroom).has_points


def test_the_finding_is_what_they_know_and_on_another_axis_what_blurs() -> None:
    """31 of 40 know the stage; five of them take moral for personal."""
    hour = told(an_hour(FORM, STAGE), BAKER, ["client"] * 31 + ["partner"] * 9, axis=STAGE)
    hour = told(hour, BAKER, ["moral"] * 35 + ["personal"] * 5)
    assert make_report(hour, False).finding.kind is FindingKind.KNOW  # confusions are the room's, and it is empty
    weak = told(an_hour(FORM), BAKER, ["moral"] * 20 + ["personal"] * 20)
    assert make_report(weak, False).finding.kind is FindingKind.MIXED
    few = told(an_hour(FORM), BAKER, ["moral"] * 29)
    assert make_report(few, False).finding.kind is FindingKind.MIXED


def test_what_blurs_is_told_with_its_pair() -> None:
    classroom = one_card("Noor", "Sem", "Eva", "Dilan")
    classroom.step()
    finding = report_of(classroom).finding
    assert finding.kind is FindingKind.BLUR
    assert finding.blurred is not None
    assert (finding.blurred.key, finding.blurred.pick, finding.blurred.count) == ("moral", "personal", 3)


def test_the_share_right_of_the_hour_leaves_contested_axes_out() -> None:
    hour = told(told(an_hour(), BAKER, ["moral", "personal"]), PARTNERS, ["personal", "personal"])
    assert make_report(hour, False).right_share == 0.75


def person(name: str, **figures: int) -> StudentReport:
    """Somebody who does well: ten of twelve right, four times certain, and every card answered."""
    usual = {"came_in_at": 1, "cards": 12, "answered": 12, "judged": 12, "right": 10, "rated": 12}
    usual |= {"certain": 4, "certain_wrong": 0}
    return StudentReport(name=name, rank=1, points=MilliPoints(0), misses=(), **(usual | figures))


def words_for(*students: StudentReport) -> Sequence[tuple[str, WordReason]]:
    return [(students[word.student].name, word.reason) for word in who_needs_a_word(students)]


def test_who_does_well_needs_no_word() -> None:
    assert words_for(person("Noor"), person("Sem")) == []


def test_each_reason_is_found() -> None:
    assert words_for(person("Noor", certain=5, certain_wrong=5)) == [("Noor", WordReason.CERTAIN_AND_WRONG)]
    assert words_for(person("Sem", came_in_at=5, judged=8, right=2)) == [("Sem", WordReason.CAME_LATE)]
    assert words_for(person("Eva", right=3)) == [("Eva", WordReason.LOST)]
    assert words_for(person("Bram", certain=0)) == [("Bram", WordReason.NEVER_SURE)]
    assert words_for(person("Xin", answered=4)) == [("Xin", WordReason.SILENT)]


def test_there_are_at_most_four_each_once_and_of_each_reason_the_worst_first() -> None:
    wrong = [person(f"Wrong {count}", certain=6, certain_wrong=count, right=2) for count in (3, 5, 4)]
    lost = [person(f"Lost {right}", right=right) for right in (5, 1, 4)]
    assert words_for(*wrong, *lost) == [
        ("Wrong 5", WordReason.CERTAIN_AND_WRONG),
        ("Lost 1", WordReason.LOST),
        ("Wrong 4", WordReason.CERTAIN_AND_WRONG),
        ("Wrong 3", WordReason.LOST),
    ]


def test_of_few_picks_nothing_is_said_of_anybody() -> None:
    assert words_for(person("Noor", judged=3, rated=3, right=0, cards=3, answered=1)) == []
