"""A list of people that is said by its changes is, put together, the list as it is."""

import json
from dataclasses import replace
from typing import Any

import pytest

from server.devtools.whole_views import SheetUnknown, WholeViews
from server.rules import commands as c
from server.rules.host_view_types import LineState, RosterView
from server.rules.ids import PlayerId, RoomId
from server.rules.views import roster_view
from server.wire.rosters import Rosters
from server.wire.strict_json import StrictJson
from tests.support.classroom import Classroom
from tests.support.plain_threads import PlainThreads

ROOM = RoomId("room-1")
HALL = tuple(f"student-{number}" for number in range(300))


def as_sent(body: Any) -> Any:
    """What a host reads off the wire."""
    return json.loads(StrictJson.dumps(body))


def test_one_answer_in_a_hall_is_one_row() -> None:
    classroom, rosters, host = Classroom(), Rosters(PlainThreads()), WholeViews()
    classroom.join(*HALL)
    whole = as_sent(rosters.for_all(ROOM, classroom.roster()))
    assert host.take("roster", whole)["rows"] == as_sent(classroom.roster())["rows"]
    classroom.step(2)
    classroom.answer("student-7", stage="client")
    change = as_sent(rosters.for_all(ROOM, classroom.roster()))
    assert change["rows"] == {"7": {"has_answered": True}}
    assert host.take("roster", change) == as_sent(classroom.roster())


def test_of_a_crowd_at_the_door_one_who_is_let_in_is_one_row_in_each_list() -> None:
    classroom, rosters = Classroom(approves_entry=True), Rosters(PlainThreads())
    classroom.join(*HALL)
    rosters.for_all(ROOM, classroom.roster())
    classroom.do(c.LetIn(classroom.new_id(), PlayerId("student-7")))
    change = as_sent(rosters.for_all(ROOM, classroom.roster()))
    assert change["callers"] == {"7": {"state": "let_in"}}
    assert [row["player"] for row in change["rows"].values()] == ["student-7"]


def test_everything_that_can_happen_to_people_arrives() -> None:
    classroom, rosters, host = Classroom(), Rosters(PlainThreads()), WholeViews()
    lines: dict[PlayerId, LineState] = {}

    def they_agree() -> None:
        roster = roster_view(classroom.room, lines)
        assert host.take("roster", as_sent(rosters.for_all(ROOM, roster))) == as_sent(roster)

    they_agree()
    for name in ("noor", "sem", "kim"):
        classroom.join(name)
        lines[PlayerId(name)] = LineState.HERE
        they_agree()
    lines[PlayerId("sem")] = LineState.SHAKY
    they_agree()
    classroom.step(2)
    classroom.answer("kim", stage="client")
    they_agree()
    for _ in range(4):
        classroom.step()
        they_agree()
    del lines[PlayerId("noor")]
    they_agree()
    classroom.do(c.ApproveEntry(classroom.new_id(), True))
    classroom.join("eva", "max")
    they_agree()
    classroom.do(c.LetIn(classroom.new_id(), PlayerId("max")))
    they_agree()
    classroom.do(c.TurnAway(classroom.new_id(), PlayerId("eva")))
    they_agree()


def test_when_people_have_gone_from_the_list_it_is_told_whole() -> None:
    classroom, rosters = Classroom(), Rosters(PlainThreads())
    classroom.join("noor", "sem")
    roster = classroom.roster()
    rosters.for_all(ROOM, roster)
    assert "after" not in rosters.for_all(ROOM, replace(roster, rows=roster.rows[:1]))
    rosters.for_all(ROOM, roster)
    assert "after" not in rosters.for_all(ROOM, RosterView(roster.version, roster.rows[::-1]))


def test_a_change_of_a_list_that_one_does_not_have_is_not_laid_over_another() -> None:
    classroom, rosters = Classroom(), Rosters(PlainThreads())
    classroom.join("noor")
    early, late = WholeViews(), WholeViews()
    early.take("roster", as_sent(rosters.for_all(ROOM, classroom.roster())))
    change = as_sent(rosters.for_all(ROOM, classroom.roster()))
    late.take("roster", as_sent(rosters.for_newcomer(ROOM, classroom.roster())))
    early.take("roster", change)
    with pytest.raises(SheetUnknown):
        late.take("roster", change)
    following = as_sent(rosters.for_all(ROOM, classroom.roster()))
    for host in (early, late):
        assert host.take("roster", following) == as_sent(classroom.roster())
