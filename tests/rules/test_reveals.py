"""Where the class stood, for every kind of axis; and the host who groups what was written."""

from dataclasses import replace

import pytest

from server.rules import commands as c
from server.rules.cards import Point, Trap
from server.rules.host_view_types import (
    HostAxis,
)
from server.rules.ids import AxisId, CardId, OptionId, PlayerId
from server.rules.phases import Phase
from server.rules.picks import AnswerGroup, Pairs, Pick, Words
from server.rules.refusals import RefusalCode
from server.rules.reveal_types import AxisReveal
from server.rules.view_types import (
    Verdict,
)
from tests.support.classroom import Classroom
from tests.support.sample_deck import (
    KINDS_DECK,
    MAP_AXIS,
    MULTI_AXIS,
    OPEN_AXIS,
    PAIR_AXIS,
    RANK_AXIS,
    SEQUENCE_AXIS,
    STAGE,
    text,
)

HERRING = CardId("herring")
CHAIN = tuple(option.id for option in SEQUENCE_AXIS.options)


def _ids(*names: str) -> tuple[OptionId, ...]:
    return tuple(OptionId(name) for name in names)


@pytest.fixture
def classroom() -> Classroom:
    """Three people in an open round of the card that is asked in every way."""
    room = Classroom(KINDS_DECK)
    room.join("Noor", "Sem", "Eva")
    room.step(2)
    return room


def _say(classroom: Classroom, name: str, axis: str, pick: Pick) -> None:
    classroom.do(c.GiveAnswer(classroom.new_id(), PlayerId(name), HERRING, {axis: pick}, 1000))  # type: ignore[dict-item]


def _reveal(classroom: Classroom, axis: str) -> AxisReveal:
    classroom.step_until(Phase.REVEAL)
    reveal = classroom.screen().reveal
    assert reveal is not None
    return next(row for row in reveal.axes if row.axis == axis)


def test_ticks_are_counted_alone_and_together(classroom: Classroom) -> None:
    for name, ticked in (("Noor", ("honesty",)), ("Sem", ("responsibility", "honesty")), ("Eva", ("honesty",))):
        _say(classroom, name, MULTI_AXIS.id, _ids(*ticked))
    shown = _reveal(classroom, MULTI_AXIS.id)
    assert [entry.count for entry in shown.counts] == [3, 1, 0, 0]
    assert [(each.options, each.count) for each in shown.detail.combinations] == [
        (("honesty",), 2),
        (("honesty", "responsibility"), 1),
    ]
    assert not shown.is_contested


def test_an_order_says_how_far_everybody_came(classroom: Classroom) -> None:
    _say(classroom, "Noor", SEQUENCE_AXIS.id, CHAIN)
    _say(classroom, "Sem", SEQUENCE_AXIS.id, (*CHAIN[:2], CHAIN[3], CHAIN[2], CHAIN[4]))
    _say(classroom, "Eva", SEQUENCE_AXIS.id, CHAIN[::-1])
    order = _reveal(classroom, SEQUENCE_AXIS.id).detail.order
    assert order is not None
    assert order.reached == (1, 0, 1, 0, 0, 1)
    assert {row.option: row.counts for row in order.steps}[OptionId("trust")] == (0, 0, 2, 1, 0)


def test_within_a_tie_any_order_comes_all_the_way(classroom: Classroom) -> None:
    _say(classroom, "Noor", RANK_AXIS.id, _ids("love", "money", "goods"))
    order = _reveal(classroom, RANK_AXIS.id).detail.order
    assert order is not None
    assert order.reached == (0, 0, 0, 1)


def test_the_options_of_an_order_come_shuffled_and_the_same_for_everybody(classroom: Classroom) -> None:
    asked = classroom.phones().round
    assert asked is not None
    axes = {axis.id: [option.id for option in axis.options] for axis in asked.axes}
    assert axes[SEQUENCE_AXIS.id] != list(CHAIN)
    assert sorted(axes[SEQUENCE_AXIS.id]) == sorted(CHAIN)
    assert sorted(axes[RANK_AXIS.id]) == ["goods", "love", "money"]
    assert asked == classroom.screen().round


def test_every_item_of_a_pair_shows_what_the_class_put_with_it(classroom: Classroom) -> None:
    _say(classroom, "Noor", PAIR_AXIS.id, Pairs({"hug": OptionId("love"), "herring": OptionId("goods")}))
    _say(classroom, "Sem", PAIR_AXIS.id, Pairs({"hug": OptionId("status")}))
    hug, herring = _reveal(classroom, PAIR_AXIS.id).detail.items
    assert {entry.option for entry in hug.counts if entry.count} == {"love", "status"}
    assert (hug.key, herring.key) == ("love", "goods")
    assert sum(entry.count for entry in herring.counts) == 1


def test_taps_stand_where_they_fell_and_count_for_the_nearest(classroom: Classroom) -> None:
    for name, x, y in (("Noor", 0.15, 0.75), ("Sem", 0.16, 0.75), ("Eva", 0.5, 0.5)):
        _say(classroom, name, MAP_AXIS.id, Point(x, y))
    shown = _reveal(classroom, MAP_AXIS.id)
    assert {entry.option: entry.count for entry in shown.counts if entry.count} == {"status": 2}
    plane = shown.detail.plane
    assert plane is not None
    assert sum(tap.count for tap in plane.taps) == 3
    assert plane.centre is None  # three are no class yet
    assert {place.option for place in plane.places} >= {"love", "money"}


def test_five_taps_have_a_centre() -> None:
    classroom = Classroom(KINDS_DECK)
    names = [f"P{number}" for number in range(5)]
    classroom.join(*names)
    classroom.step(2)
    for number, name in enumerate(names):
        _say(classroom, name, MAP_AXIS.id, Point(number / 4, 0.5))
    plane = _reveal(classroom, MAP_AXIS.id).detail.plane
    assert plane is not None
    assert plane.centre == Point(0.5, 0.5)


def _group(classroom: Classroom, *groups: AnswerGroup) -> c.GroupAnswers:
    return c.GroupAnswers(classroom.new_id(), HERRING, OPEN_AXIS.id, groups)


def test_written_answers_are_grouped_shown_without_names_and_marked_later(classroom: Classroom) -> None:
    _say(classroom, "Noor", OPEN_AXIS.id, Words("the person counts"))
    _say(classroom, "Sem", OPEN_AXIS.id, Words("the role counts"))
    _say(classroom, "Eva", OPEN_AXIS.id, Words("no idea"))
    host = next(row for row in classroom.host().keys if row.axis == OPEN_AXIS.id)
    assert [entry.text for entry in host.words] == ["the person counts", "the role counts", "no idea"]
    shown = _reveal(classroom, OPEN_AXIS.id)
    assert shown.detail.open is not None
    assert shown.detail.open.apart == 3
    assert "person" not in repr(shown)
    person, role = (PlayerId("Noor"),), (PlayerId("Sem"),)
    classroom.do(
        _group(classroom, AnswerGroup("person", person, ("the person counts",), 1.0), AnswerGroup("role", role))
    )
    groups = _reveal(classroom, OPEN_AXIS.id).detail.open
    assert groups is not None
    assert [(group.title, group.count, group.share) for group in groups.groups] == [
        ("person", 1, 1.0),
        ("role", 1, None),
    ]
    assert classroom.points("Noor") == 1000
    verdicts = {name: classroom.seat(name).result.axes[-1].verdict for name in ("Noor", "Sem")}  # type: ignore[union-attr]
    assert verdicts == {"Noor": Verdict.RIGHT, "Sem": Verdict.WAITING}


def _open_axis(classroom: Classroom) -> HostAxis:
    return next(row for row in classroom.host().keys if row.axis == OPEN_AXIS.id)


def test_the_host_alone_gets_the_groups_back_as_they_were_sent_and_may_mark_until_the_next_card(
    classroom: Classroom,
) -> None:
    for name in ("Noor", "Sem", "Eva"):
        _say(classroom, name, OPEN_AXIS.id, Words(f"{name} says so"))
    classroom.step_until(Phase.CLOSED)
    sent = AnswerGroup("so", (PlayerId("Noor"), PlayerId("Sem")), ("Noor says so",))
    classroom.do(_group(classroom, sent))
    classroom.do(c.RemovePlayer(classroom.new_id(), PlayerId("Sem")))
    assert _open_axis(classroom).groups == (sent,)  # who is let back is in it again
    assert [entry.player for entry in _open_axis(classroom).words] == ["Noor", "Eva"]
    classroom.step_until(Phase.LEADERBOARD)
    marked = AnswerGroup("so", sent.players, sent.quotes, 1.0)
    classroom.do(_group(classroom, marked))
    assert (_open_axis(classroom).groups, classroom.points("Noor")) == ((marked,), 1000)
    classroom.step()
    assert _open_axis(classroom).groups == ()


def test_the_host_hears_at_once_how_many_fell_into_each_trap_and_everybody_at_the_reveal() -> None:
    card = KINDS_DECK.cards[0]
    named = (
        (MULTI_AXIS, "involvement"),
        (PAIR_AXIS, "hug:status"),
        (SEQUENCE_AXIS, f"{CHAIN[2]}>{CHAIN[1]}"),
        (MAP_AXIS, "goods"),
    )
    traps = tuple(Trap(axis.id, OptionId(pick), text("secret trap")) for axis, pick in named)
    classroom = Classroom(replace(KINDS_DECK, cards=(replace(card, traps=traps), *KINDS_DECK.cards[1:])))
    classroom.join("Noor", "Sem")
    classroom.step(2)
    goods = (MAP_AXIS.map or {})[OptionId("goods")]
    swapped = (CHAIN[0], CHAIN[2], CHAIN[1], *CHAIN[3:])
    picks: dict[str, dict[str, Pick]] = {
        "Noor": {
            MULTI_AXIS.id: _ids("honesty", "involvement"),
            PAIR_AXIS.id: Pairs({"hug": OptionId("status")}),
            SEQUENCE_AXIS.id: swapped,
            MAP_AXIS.id: goods,
        },
        "Sem": {PAIR_AXIS.id: Pairs({"herring": OptionId("status")}), SEQUENCE_AXIS.id: swapped},
    }
    for name, said in picks.items():
        classroom.do(c.GiveAnswer(classroom.new_id(), PlayerId(name), HERRING, said, 1000))  # type: ignore[arg-type]
    counted = {row.axis: row.trap_counts for row in classroom.host().keys if row.traps}
    assert counted == {MULTI_AXIS.id: (1,), PAIR_AXIS.id: (1,), SEQUENCE_AXIS.id: (2,), MAP_AXIS.id: (1,)}
    classroom.step_until(Phase.REVEAL)
    for view in (classroom.screen(), classroom.phones()):
        assert view.reveal is not None
        assert {row.axis: row.trap_counts for row in view.reveal.axes if row.traps} == counted


def test_marking_again_replaces_the_marks_and_never_adds_up(classroom: Classroom) -> None:
    _say(classroom, "Noor", OPEN_AXIS.id, Words("the person counts"))
    classroom.step_until(Phase.REVEAL)
    for mark, points in ((1.0, 1000), (0.5, 500), (0.0, 0)):
        classroom.do(_group(classroom, AnswerGroup("person", (PlayerId("Noor"),), (), mark)))
        assert classroom.points("Noor") == points


def test_only_answers_that_were_given_can_be_grouped_and_each_once(classroom: Classroom) -> None:
    _say(classroom, "Noor", OPEN_AXIS.id, Words("the person counts"))
    classroom.step_until(Phase.REVEAL)
    noor, sem = PlayerId("Noor"), PlayerId("Sem")
    twice = _group(classroom, AnswerGroup("a", (noor,)), AnswerGroup("b", (noor,)))
    assert classroom.refusal(twice) is RefusalCode.PLAYER_NOT_FOUND
    assert classroom.refusal(_group(classroom, AnswerGroup("a", (sem,)))) is RefusalCode.PLAYER_NOT_FOUND
    long_quote = _group(classroom, AnswerGroup("a", (noor,), ("n" * 91,)))
    assert classroom.refusal(long_quote) is RefusalCode.TOO_LARGE
    other_axis = c.GroupAnswers(classroom.new_id(), HERRING, MULTI_AXIS.id, ())
    assert classroom.refusal(other_axis) is RefusalCode.BAD_PICK


def test_a_card_counts_open_answers_in_its_share_only_once_they_are_marked() -> None:
    classroom = Classroom(KINDS_DECK)
    classroom.join("Noor")
    classroom.ask(MULTI_AXIS.id, OPEN_AXIS.id)
    classroom.step(2)
    picks: dict[AxisId, Pick] = {
        MULTI_AXIS.id: _ids("honesty", "responsibility"),
        OPEN_AXIS.id: Words("the person counts"),
    }
    classroom.do(c.GiveAnswer(classroom.new_id(), PlayerId("Noor"), HERRING, picks, 1000))
    classroom.step_until(Phase.REVEAL)
    assert classroom.host().cards[0].right_share == 1.0
    classroom.do(_group(classroom, AnswerGroup("person", (PlayerId("Noor"),), (), 0.0)))
    assert classroom.host().cards[0].right_share == 0.5


def test_an_open_answer_never_earns_for_speed() -> None:
    classroom = Classroom(KINDS_DECK, speed_bonus=True)
    classroom.join("Noor")
    classroom.step(2)
    _say(classroom, "Noor", OPEN_AXIS.id, Words("at once"))
    classroom.step_until(Phase.REVEAL)
    classroom.do(_group(classroom, AnswerGroup("a", (PlayerId("Noor"),), (), 1.0)))
    assert classroom.points("Noor") == 1000


def test_a_trap_of_one_option_counts_who_chose_it_and_nobody_else() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem", "Guus")
    classroom.step_until(Phase.ANSWERING)
    for name, stage in (("Noor", "partner"), ("Sem", "client"), ("Guus", "partner")):
        classroom.answer(name, stage=stage)
    classroom.step_until(Phase.REVEAL)
    reveal = classroom.phones().reveal
    assert reveal is not None
    stage_axis = next(axis for axis in reveal.axes if axis.axis == STAGE)
    assert [(trap.pick, count) for trap, count in zip(stage_axis.traps, stage_axis.trap_counts, strict=True)] == [
        ("partner", 2)
    ]
