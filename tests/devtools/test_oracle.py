"""The oracle finds every fault that is planted in a room, and nothing in a room without one."""

import subprocess
import sys

import pytest

from server.devtools.oracle import Fate, FaultKind, SeenPoints, SentCommand, Sighting
from tests.devtools.played_room import ANN, BEN, CAS, PlayedRoom, played_room


def kinds(room: PlayedRoom) -> set[FaultKind]:
    return {fault.kind for fault in room.verdict().faults}


def test_a_room_played_well_is_clean_and_counted() -> None:
    verdict = played_room().verdict()
    assert verdict.is_clean, verdict.faults
    assert (verdict.acknowledged, verdict.in_log, verdict.refused) == (6, 6, 0)
    assert verdict.leaderboard_matches


def test_an_acknowledged_answer_that_is_not_in_the_log_is_lost() -> None:
    room = played_room()
    room.without("cas-1")
    verdict = room.verdict()
    assert verdict.count(FaultKind.ANSWER_LOST) == 1
    assert (verdict.acknowledged, verdict.in_log) == (6, 5)


def test_an_answer_kept_twice_is_doubled() -> None:
    room = played_room()
    room.again("ben-1")
    assert room.verdict().count(FaultKind.ANSWER_DOUBLED) == 1


def test_an_answer_of_unknown_fate_may_be_in_the_log_or_not() -> None:
    kept, lost = played_room(), played_room()
    for room in (kept, lost):
        room.told("cas-1", Fate.UNSURE)
    lost.without("cas-1")
    for room in (kept, lost):
        assert room.verdict().count(FaultKind.ANSWER_LOST, FaultKind.ANSWER_INVENTED) == 0


def test_a_refused_answer_that_is_in_the_log_is_found() -> None:
    room = played_room()
    room.told("ben-1", Fate.REFUSED, "TOO_LATE")
    assert kinds(room) == {FaultKind.REFUSED_BUT_KEPT}
    assert room.verdict().refused == 1


@pytest.mark.parametrize(
    ("field", "other"), [("picks", {"stage": "client", "form": "moral"}), ("card", "queue"), ("player", ANN)]
)
def test_an_answer_that_was_altered_is_found(field: str, other: object) -> None:
    room = played_room()
    room.entry("ben-1")["event"][field] = other
    assert FaultKind.ANSWER_ALTERED in kinds(room)


def test_an_answer_that_nobody_gave_is_found() -> None:
    room = played_room()
    room.entry("cas-2")["event"]["command_id"] = "from-nowhere"
    assert FaultKind.ANSWER_INVENTED in kinds(room)


def test_a_person_who_plays_along_is_scored_from_the_log_and_not_accused() -> None:
    room = played_room()
    stranger = "dee"
    room.happens("PlayerJoined", "join-dee", 34_000, player=stranger, name="Dee")
    assert room.verdict().is_clean
    room.board.append({"player": stranger, "name": "Dee", "rank": 3, "points": 0})
    assert room.verdict().is_clean


def test_answers_kept_in_another_order_than_given_are_found() -> None:
    room = played_room()
    first, second = (room.log.index(room.entry(command)) for command in ("cas-1", "cas-2"))
    room.log[first]["event"], room.log[second]["event"] = room.log[second]["event"], room.log[first]["event"]
    assert FaultKind.ANSWERS_SWAPPED in kinds(room)


def test_an_answer_after_the_reveal_or_past_the_grace_is_misplaced() -> None:
    late, after = played_room(), played_room()
    late.entry("cas-2")["event"]["at"] = 20_751
    assert FaultKind.ANSWER_MISPLACED in kinds(late)
    after.answers(CAS, "queue", 33_500, "cas-3", 9_000, stage="client")
    assert FaultKind.ANSWER_MISPLACED in kinds(after)


def test_a_thinking_time_is_the_claim_bounded_by_what_the_server_saw() -> None:
    room = played_room()
    room.entry("ann-1")["event"]["thinking_millis"] = 100
    assert kinds(room) == {FaultKind.TIME_UNFAIR}


def test_a_lost_or_doubled_seat_is_found() -> None:
    lost, doubled = played_room(), played_room()
    lost.without("join-cas")
    assert FaultKind.SEAT_LOST in kinds(lost)
    doubled.again("join-cas")
    assert FaultKind.SEAT_DOUBLED in kinds(doubled)


def test_a_second_join_of_a_seated_player_needs_no_event_of_its_own() -> None:
    room = played_room()
    room.commands.append(SentCommand("join", "join-ann-2", ANN, {}, Fate.ACKNOWLEDGED, version=99))
    assert room.verdict().is_clean


def test_a_lost_or_doubled_step_of_the_host_is_found() -> None:
    lost, doubled = played_room(), played_room()
    lost.commands.append(SentCommand("step", "leaderboard-1", None, {}, Fate.ACKNOWLEDGED, version=99))
    assert kinds(lost) == {FaultKind.STEP_LOST}
    doubled.again("reveal-2")
    assert FaultKind.STEP_DOUBLED in kinds(doubled)


def test_an_acknowledgement_before_its_event_is_found() -> None:
    room = played_room()
    room.commands.append(SentCommand("step", "reveal-2", None, {}, Fate.ACKNOWLEDGED, version=2))
    assert kinds(room) == {FaultKind.ACK_TOO_EARLY}


def test_a_hole_in_the_log_is_found() -> None:
    room = played_room()
    del room.log[7]
    assert FaultKind.LOG_BROKEN in kinds(room)


@pytest.mark.parametrize(
    ("place", "field", "other"), [(1, "points", 3499), (1, "rank", 2), (0, "name", "Ben"), (2, "player", "dee")]
)
def test_a_leaderboard_with_a_wrong_place_is_found(place: int, field: str, other: object) -> None:
    room = played_room()
    room.board[place][field] = other
    verdict = room.verdict()
    assert {fault.kind for fault in verdict.faults} == {FaultKind.LEADERBOARD_WRONG}
    assert not verdict.leaderboard_matches


def test_a_player_missing_on_the_leaderboard_is_found() -> None:
    room = played_room()
    room.board.pop()
    assert kinds(room) == {FaultKind.LEADERBOARD_WRONG}


def test_a_leaderboard_before_any_reveal_must_be_empty() -> None:
    room = PlayedRoom()
    room.happens("RoomOpened", "open", 500, settings={"speed_bonus": False})
    assert room.verdict().is_clean
    room.board.append({"player": ANN, "name": "Ann", "rank": 1, "points": 1000})
    assert kinds(room) == {FaultKind.LEADERBOARD_WRONG}


def test_a_removed_player_has_no_place_until_let_back() -> None:
    room = played_room()
    room.happens("PlayerRemoved", "remove", 34_000, player=BEN)
    assert kinds(room) == {FaultKind.LEADERBOARD_WRONG}
    room.board = [row for row in room.board if row["player"] != BEN]
    room.board[-1]["rank"] = 2
    assert room.verdict().is_clean


def test_a_leaderboard_seen_on_the_way_is_judged_as_of_its_own_card() -> None:
    room = played_room()
    room.boards_seen[0].rows[2]["points"] = 500  # type: ignore[index]
    assert kinds(room) == {FaultKind.LEADERBOARD_WRONG}


def test_points_on_a_phone_are_those_of_the_last_reveal() -> None:
    room = played_room()
    room.points_seen.append(SeenPoints(ANN, len(room.log) - 1, 3500, 1))  # one event before the second reveal
    assert kinds(room) == {FaultKind.PHONE_WRONG}


def test_a_key_told_before_its_reveal_is_found() -> None:
    room = played_room()
    room.sightings.append(Sighting("room", 13, "queue"))
    verdict = room.verdict()
    assert verdict.count(FaultKind.KEY_EARLY) == 1
    room.sightings[-1] = Sighting("seat", 50, "a-card-that-was-never-asked")
    assert kinds(room) == {FaultKind.KEY_EARLY}


def test_a_version_that_fell_on_a_connection_is_found() -> None:
    room = played_room()
    room.versions_fell.append("seat of ann: 12 after 14")
    assert room.verdict().tally() == {"VERSION_FELL": 1}


def test_the_speed_bonus_follows_fair_time_and_skips_contested_cards() -> None:
    room = played_room(speed_bonus=True)
    # The first card, ten seconds: Ann 2 x 500 x 0.81, Ben 1.5 x 500 x 0.51. The second is contested.
    room.board[0]["points"], room.board[1]["points"] = 3500 + 810, 3500 + 382
    room.board[1]["rank"] = 2
    room.points_seen.clear()
    room.boards_seen.clear()
    assert room.verdict().is_clean, room.verdict().faults


def test_the_oracle_imports_nothing_of_the_server() -> None:
    script = (
        "import sys, server.devtools.oracle\n"
        "print([name for name in sys.modules if name.startswith('server.')"
        " and not name.startswith('server.devtools.oracle') and name != 'server.devtools'])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
