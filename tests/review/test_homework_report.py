"""What a lecturer is told of a homework: counted by hand on three devices and two cards."""

from server.review.homework_report import report_homework
from server.rooms.ports_after_class import AxisTry, Homework, HomeworkAnswer
from server.rules.cards import Text
from server.rules.ids import AxisId, CardId, ServerMillis
from tests.support.sample_deck import DECK, FORM, STAGE

AT = ServerMillis(0)
ONE, OTHER = (card.id for card in DECK.cards[:2])
HOMEWORK = Homework("h", "", DECK.id, (ONE, OTHER), AT)
RIGHT, HALF, WRONG = AxisTry(1.0, True), AxisTry(0.5, False), AxisTry(0.0, False)


def answer(device: str, card: CardId, **axes: AxisTry) -> HomeworkAnswer:
    """One device's first try."""
    names = {"stage": STAGE, "form": FORM}
    return HomeworkAnswer(device, card, AT, {names[name]: mark for name, mark in axes.items()})


ANSWERS = [
    answer("a", ONE, stage=RIGHT, form=RIGHT),
    answer("a", OTHER, stage=RIGHT, form=WRONG),
    answer("b", ONE, stage=HALF, form=RIGHT),
    answer("c", CardId("not-set"), stage=RIGHT),
]


def test_devices_and_first_tries_are_counted_per_card_and_axis() -> None:
    report = report_homework(HOMEWORK, DECK, ANSWERS)
    assert (report.begun, report.finished) == (2, 1)
    first, second = report.cards
    assert (first.card, first.tries, first.right) == (ONE, 2, 1)
    assert [(row.axis, row.tries, row.right, row.mean_share) for row in first.axes] == [
        (STAGE, 2, 1, 0.75),
        (FORM, 2, 2, 1.0),
    ]
    assert (second.tries, second.right) == (1, 0)
    assert first.title == DECK.cards[0].title


def test_where_the_deck_is_gone_everything_goes_by_its_id() -> None:
    report = report_homework(HOMEWORK, None, ANSWERS)
    assert report.cards[0].title == Text(ONE, ONE)
    assert {row.axis: row.label for row in report.cards[0].axes} == {
        axis: Text(axis, axis) for axis in (AxisId("stage"), AxisId("commitment-form"))
    }


def test_nobody_is_a_report_too() -> None:
    report = report_homework(HOMEWORK, DECK, [])
    assert (report.begun, report.finished) == (0, 0)
    assert [(row.tries, row.axes) for row in report.cards] == [(0, ()), (0, ())]
