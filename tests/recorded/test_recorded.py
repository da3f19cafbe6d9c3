"""A session of long ago still is what it was."""

import json
import re

import pytest

from server.content.library import load_library
from server.review.sitting import Sitting, read_sitting
from server.rules.cards import AxisKind
from server.rules.class_review import everything_said, worst_confusions
from server.rules.standings import Standings
from server.store.log_file import read_log_file
from tests.recorded import FOLDER, HOUR, STANDINGS

LARGEST = 500_000


@pytest.fixture(scope="module")
def sitting() -> Sitting:
    file = read_log_file(FOLDER / HOUR)
    return read_sitting(file.room, file.events)


def test_the_recorded_hour_still_folds_to_the_standings_it_had(sitting: Sitting) -> None:
    room = sitting.room
    rows = [[row.rank, room.seats[row.player].name, row.points] for row in Standings.of(room).rows]
    assert rows == json.loads((FOLDER / STANDINGS).read_text("utf-8"))


def test_it_has_what_a_class_hour_has_in_it(sitting: Sitting) -> None:
    room = sitting.room
    assert (len(room.seats), len(sitting.players), len(sitting.cards)) == (120, 118, 14)
    assert {axis.kind for axis in room.deck.axes} == set(AxisKind)
    assert sum(card.talk_at is not None for card in sitting.cards) == 7
    assert room.rounds[0].card not in {card.card.id for card in sitting.cards}  # the trial is none
    assert any(seat.joined_at_card > 5 for seat in room.active_seats)
    assert any(asked.marks for asked in room.rounds)


def test_it_is_small_and_names_nobody(sitting: Sitting) -> None:
    assert (FOLDER / HOUR).stat().st_size < LARGEST
    offered = {name for names in load_library().offered_names.values() for name in names}
    numbered = re.compile(r" \d$")  # the second to come with a name is given one with a number
    assert {numbered.sub("", seat.name) for seat in sitting.room.seats.values()} <= offered


def test_what_was_mixed_up_is_the_same_counted_round_by_round_and_pick_by_pick(sitting: Sitting) -> None:
    room = sitting.room
    told = worst_confusions(room, most=50, least=1)
    assert len(told) > 5
    assert told == worst_confusions(room, list(everything_said(room)), most=50, least=1)
