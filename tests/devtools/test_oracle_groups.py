"""Open answers, as the oracle counts them: what the host's groups were marked with, at every moment anew."""

from typing import Any

import pytest

from server.devtools.oracle import FaultKind, SeenBoard, SeenPoints
from tests.devtools.played_room import ANN, BEN, CAS, PlayedRoom, played_room, rows


def group(players: tuple[str, ...], share: float | None) -> dict[str, Any]:
    return {"title": "She ought to", "players": list(players), "quotes": [], "share": share}


@pytest.fixture
def room() -> PlayedRoom:
    """After two cards (Ann and Ben 3500 each) one is asked in words: Ann and Ben write, Cas does not. Not revealed."""
    room = played_room()
    room.steps("CardShown", "show-3", 40_000, card="baker", axes=["why"], opens_at=40_000)
    room.happens("RoundOpened", "show-3", 40_000, card="baker", closes_at=50_000)
    room.answers(ANN, "baker", 42_000, "ann-3", 1_900, why={"text": "She ought to"})
    room.answers(BEN, "baker", 43_000, "ben-3", 2_900, why={"text": "She has to"})
    room.happens("RoundClosed", "due-4", 50_000, card="baker")
    return room


def reveal(room: PlayedRoom) -> int:
    return room.steps("CardRevealed", "reveal-3", 51_000, card="baker")


def test_words_earn_what_they_were_marked_with_before_the_reveal(room: PlayedRoom) -> None:
    room.groups("group-1", "baker", "why", [group((ANN,), 0.7), group((BEN,), None)])
    reveal(room)
    room.board = rows(ann=4200, ben=3500, cas=0)
    assert room.verdict().is_clean, room.verdict().faults


def test_words_that_nobody_marked_earn_nothing(room: PlayedRoom) -> None:
    reveal(room)
    room.board = rows(ann=3500, ben=3500, cas=0)
    assert room.verdict().is_clean, room.verdict().faults


def test_a_grouping_after_the_reveal_takes_the_place_of_all_earlier_ones(room: PlayedRoom) -> None:
    room.groups("group-1", "baker", "why", [group((ANN, BEN), 1.0)])
    revealed = reveal(room)
    regrouped = room.groups("group-2", "baker", "why", [group((BEN,), 0.5)])
    room.boards_seen.append(SeenBoard(revealed, tuple(rows(ann=4500, ben=4500, cas=0))))
    room.boards_seen.append(SeenBoard(regrouped, tuple(rows(ben=4000, ann=3500, cas=0))))
    room.points_seen += [SeenPoints(ANN, revealed, 4500, 1), SeenPoints(ANN, regrouped, 3500, 2)]
    room.board = rows(ben=4000, ann=3500, cas=0)
    assert room.verdict().is_clean, room.verdict().faults


def test_a_mark_that_the_leaderboard_does_not_have_is_found(room: PlayedRoom) -> None:
    room.groups("group-1", "baker", "why", [group((ANN,), 0.7)])
    reveal(room)
    room.board = rows(ann=3500, ben=3500, cas=0)
    assert {fault.kind for fault in room.verdict().faults} == {FaultKind.LEADERBOARD_WRONG}


def test_a_phone_that_keeps_its_points_after_other_marks_is_found(room: PlayedRoom) -> None:
    reveal(room)
    marked = room.groups("group-1", "baker", "why", [group((ANN,), 0.7)])
    room.board = rows(ann=4200, ben=3500, cas=0)
    room.points_seen.append(SeenPoints(ANN, marked, 3500, 1))
    assert {fault.kind for fault in room.verdict().faults} == {FaultKind.PHONE_WRONG}


def test_a_grouping_before_the_first_reveal_writes_a_leaderboard_without_points() -> None:
    room = PlayedRoom()
    room.happens("RoomOpened", "open", 500, settings={"speed_bonus": False})
    room.joins(ANN)
    room.steps("CardShown", "show-1", 1_000, card="baker", axes=["why"], opens_at=1_000)
    room.happens("RoundOpened", "show-1", 1_000, card="baker", closes_at=9_000)
    room.answers(ANN, "baker", 2_000, "ann-1", 900, why={"text": "She ought to"})
    room.happens("RoundClosed", "due-1", 9_000, card="baker")
    room.groups("group-1", "baker", "why", [group((ANN,), 1.0)])
    room.board = rows(ann=0)
    assert room.verdict().is_clean, room.verdict().faults
    room.board = rows(ann=1000)
    assert not room.verdict().leaderboard_matches


@pytest.mark.parametrize(
    ("part", "other"), [("groups", [group((ANN, BEN), 0.7)]), ("axis", "because"), ("groups", [group((ANN,), 0.8)])]
)
def test_groups_other_than_the_host_made_are_found(room: PlayedRoom, part: str, other: object) -> None:
    room.groups("group-1", "baker", "why", [group((ANN,), 0.7)])
    room.entry("group-1")["event"][part] = other
    assert FaultKind.GROUPS_ALTERED in {fault.kind for fault in room.verdict().faults}


def test_a_grouping_that_is_lost_or_doubled_is_found(room: PlayedRoom) -> None:
    room.groups("group-1", "baker", "why", [group((CAS,), 0.7)])
    room.board = rows(ann=3500, ben=3500, cas=0)
    room.again("group-1")
    assert room.verdict().tally() == {"STEP_DOUBLED": 1}
    room.without("group-1")
    assert room.verdict().tally() == {"STEP_LOST": 1}


def test_somebody_in_two_groups_cannot_be_marked(room: PlayedRoom) -> None:
    room.groups("group-1", "baker", "why", [group((ANN,), 0.7), group((ANN, BEN), 0.2)])
    assert FaultKind.LOG_BROKEN in {fault.kind for fault in room.verdict().faults}
