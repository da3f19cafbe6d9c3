"""What the oracle knows of the class hour: two votes, certainty, own time, steps taken back, trials, teams, names."""

from typing import Any

import pytest

from server.devtools.oracle import Fate, FaultKind, SeenBoard, SeenPoints, SeenTeams, SeenVotes, SentCommand, Sighting
from tests.devtools.played_room import ANN, BEN, CAS, PlayedRoom, played_room, rows


def opened(
    deck: dict[str, Any] | None = None, teams: tuple[int | None, ...] = (None,) * 3, **settings: Any
) -> PlayedRoom:
    """A room with these settings; Ann, Ben and Cas have come in."""
    room = PlayedRoom()
    room.happens("RoomOpened", "open", 500, settings={"speed_bonus": False, **settings}, deck=deck or {})
    for player, team in zip((ANN, BEN, CAS), teams, strict=True):
        room.joins(player)
        room.log[-1]["event"]["team"] = team
    return room


def asks(room: PlayedRoom, card: str = "baker", at: int = 10_000) -> None:
    """A card comes up and is open for ten seconds."""
    room.steps("CardShown", f"show-{card}", at, card=card, axes=["stage", "form"], opens_at=at)
    room.happens("RoundOpened", f"show-{card}", at, card=card, closes_at=at + 10_000, vote=1)


def closes(room: PlayedRoom, at: int = 20_000, card: str = "baker") -> None:
    room.happens("RoundClosed", f"due-{at}", at, card=card)


def reveals(room: PlayedRoom, at: int = 60_000, card: str = "baker") -> int:
    return room.steps("CardRevealed", f"reveal-{card}-{at}", at, card=card)


def talked(**settings: Any) -> PlayedRoom:
    """Ann is right, Ben wrong; they talk about the stage, and the second vote is open from 40,000 to 50,000."""
    room = opened(**settings)
    asks(room)
    room.answers(ANN, "baker", 15_000, "ann-1", 5_000, stage="client", form="moral")
    room.answers(BEN, "baker", 15_000, "ben-1", 5_000, stage="prospect", form="moral")
    closes(room)
    room.steps("TalkStarted", "talk", 21_000, card="baker", axes=["stage"], ends_at=None)
    room.steps("RoundOpened", "open-2", 40_000, card="baker", closes_at=50_000, vote=2)
    return room


def votes_again(room: PlayedRoom) -> None:
    """Ben comes to the key after the talk, Cas votes for the first time, Ann stands by what she said."""
    room.answers(BEN, "baker", 42_000, "ben-2", 2_000, vote=2, stage="client")
    room.answers(CAS, "baker", 43_000, "cas-2", 3_000, vote=2, stage="client")
    closes(room, 50_000)


def kinds(room: PlayedRoom) -> set[FaultKind]:
    return {fault.kind for fault in room.verdict().faults}


def assert_stands(room: PlayedRoom, **points: int) -> None:
    room.board = rows(**points)
    assert room.verdict().is_clean, room.verdict().faults


# --- two votes


def test_after_a_talk_the_second_vote_counts_and_what_was_not_asked_again_stays() -> None:
    room = talked()
    votes_again(room)
    reveals(room)
    assert_stands(room, ann=2000, ben=2000, cas=1000)


def test_where_the_first_vote_counts_only_who_gave_none_stands_by_the_second() -> None:
    room = talked(counting_vote="first")
    votes_again(room)
    reveals(room)
    assert_stands(room, ann=2000, ben=1000, cas=1000)


def test_nothing_is_earned_for_speed_after_a_talk() -> None:
    room = talked(speed_bonus=True)
    votes_again(room)
    reveals(room)
    assert_stands(room, ann=2000, ben=2000, cas=1000)


def test_a_first_vote_that_counts_keeps_its_speed_by_its_own_clock() -> None:
    room = talked(speed_bonus=True, counting_vote="first")
    room.happens("RoundExtended", "more", 41_000, card="baker", closes_at=140_000)
    room.answers(CAS, "baker", 43_000, "cas-2", 3_000, vote=2, stage="client")
    closes(room, 140_000)
    reveals(room, 150_000)
    assert_stands(room, ann=2000 + 500, ben=1000 + 250, cas=1000)


def test_an_answer_for_the_other_vote_is_misplaced() -> None:
    room = talked()
    room.answers(BEN, "baker", 42_000, "ben-2", 2_000, vote=1, stage="client")
    assert kinds(room) == {FaultKind.ANSWER_MISPLACED}


def test_an_answer_on_an_axis_that_is_not_asked_again_is_misplaced() -> None:
    room = talked()
    room.answers(BEN, "baker", 42_000, "ben-2", 2_000, vote=2, form="personal")
    assert kinds(room) == {FaultKind.ANSWER_MISPLACED}


def test_an_answer_during_the_talk_is_misplaced() -> None:
    room = opened()
    asks(room)
    closes(room)
    room.steps("TalkStarted", "talk", 20_100, card="baker", axes=["stage"], ends_at=None)
    room.answers(BEN, "baker", 20_200, "ben-1", 9_900, stage="client")
    assert kinds(room) == {FaultKind.ANSWER_MISPLACED}


def test_an_answer_long_after_the_second_vote_is_misplaced_though_the_first_was_longer() -> None:
    room = talked()
    room.answers(BEN, "baker", 50_751, "ben-2", 10_500, vote=2, stage="client")
    assert kinds(room) == {FaultKind.ANSWER_MISPLACED}


@pytest.mark.parametrize("command_id", ["show-baker", "due-20000", "talk", "open-2"])
def test_votes_that_reach_a_phone_or_the_projector_before_the_reveal_are_found(command_id: str) -> None:
    room = talked()
    room.votes_seen.append(SeenVotes("screen", room.entry(command_id)["version"]))
    assert room.verdict().tally() == {"VOTES_EARLY": 1}


def test_votes_may_be_seen_from_the_reveal_on() -> None:
    room = talked()
    closes(room, 50_000)
    room.votes_seen.append(SeenVotes("room", reveals(room)))
    assert_stands(room, ann=2000, ben=1000, cas=0)


# --- certainty and settings


def test_a_card_keeps_the_settings_with_which_it_came_up() -> None:
    room = opened(asks_confidence=True)
    asks(room)
    room.happens("SettingsChanged", "change", 11_000, settings={"asks_confidence": False, "speed_bonus": True})
    room.answers(ANN, "baker", 12_000, "ann-1", 2_000, sure="certain", stage="client", form="moral")
    room.answers(BEN, "baker", 12_000, "ben-1", 2_000, sure="certain", stage="prospect", form="personal")
    room.answers(CAS, "baker", 12_000, "cas-1", 2_000, stage="client", form="personal")
    closes(room)
    reveals(room, 21_000)
    assert_stands(room, ann=6000, cas=1000, ben=-6000)


def test_a_confidence_that_was_altered_or_kept_unasked_is_found() -> None:
    altered, unasked = opened(asks_confidence=True), opened()
    for room in (altered, unasked):
        asks(room)
        room.answers(ANN, "baker", 12_000, "ann-1", 2_000, sure="guess", stage="client")
    assert kinds(altered) == set()
    altered.entry("ann-1")["event"]["confidence"] = "certain"
    assert kinds(altered) == kinds(unasked) == {FaultKind.ANSWER_ALTERED}


def test_who_says_not_how_sure_after_the_talk_stays_as_sure_as_before() -> None:
    room = opened(asks_confidence=True)
    asks(room)
    room.answers(ANN, "baker", 12_000, "ann-1", 2_000, sure="certain", stage="prospect", form="moral")
    closes(room)
    room.steps("TalkStarted", "talk", 21_000, card="baker", axes=["stage"], ends_at=None)
    room.steps("RoundOpened", "open-2", 40_000, card="baker", closes_at=50_000, vote=2)
    room.answers(ANN, "baker", 42_000, "ann-2", 2_000, vote=2, stage="client")
    closes(room, 50_000)
    reveals(room)
    assert_stands(room, ann=6000, ben=0, cas=0)


def test_where_standings_are_hidden_a_phone_has_no_rank() -> None:
    room = opened(leaderboard="hidden")
    asks(room)
    room.answers(ANN, "baker", 12_000, "ann-1", 2_000, stage="client")
    closes(room)
    version = reveals(room)
    room.points_seen.append(SeenPoints(ANN, version, 1000, None))
    assert_stands(room, ann=1000, ben=0, cas=0)
    room.points_seen.append(SeenPoints(ANN, version, 1000, 1))
    assert kinds(room) == {FaultKind.PHONE_WRONG}


# --- time of one's own


@pytest.mark.parametrize(
    ("allowance", "in_time", "too_late"),
    [("half_more", 25_700, 25_800), ("double", 30_700, 30_800), ("unlimited", 55_000, None), ("usual", 20_700, 20_800)],
)
def test_time_of_ones_own_goes_on_after_the_round_has_closed(
    allowance: str, in_time: int, too_late: int | None
) -> None:
    for at in filter(None, (in_time, too_late)):
        room = opened()
        room.happens("ExtraTimeGiven", "extra", 9_000, player=BEN, allowance=allowance)
        asks(room)
        closes(room)
        room.answers(BEN, "baker", at, "ben-1", at - 10_000, stage="client")
        assert (FaultKind.ANSWER_MISPLACED in kinds(room)) == (at == too_late)


def test_the_bonus_for_time_is_measured_by_the_time_that_a_person_has() -> None:
    room = opened(speed_bonus=True)
    room.happens("ExtraTimeGiven", "extra-1", 9_000, player=BEN, allowance="double")
    room.happens("ExtraTimeGiven", "extra-2", 9_000, player=CAS, allowance="unlimited")
    asks(room)
    for player in (ANN, BEN, CAS):
        room.answers(player, "baker", 15_000, f"{player}-1", 5_000, stage="client")
    closes(room)
    reveals(room)
    assert_stands(room, ben=1000 + 375, ann=1000 + 250, cas=1000)


# --- steps taken back


def undoes(room: PlayedRoom, until: int | None = None, at: int = 70_000) -> int:
    version = room.happens("StepUndone", f"undo-{at}", at, until=until)
    room.commands.append(SentCommand("undo", f"undo-{at}", None, {}, Fate.ACKNOWLEDGED, version=version))
    return version


def test_a_reveal_that_is_taken_back_gives_no_points_until_it_is_shown_again() -> None:
    room = played_room()
    taken_back = undoes(room)
    room.boards_seen.append(SeenBoard(taken_back, tuple(rows(ann=2000, ben=1500, cas=0))))
    room.points_seen.append(SeenPoints(ANN, taken_back, 2000, 1))
    assert_stands(room, ann=2000, ben=1500, cas=0)
    reveals(room, 71_000, "queue")
    assert_stands(room, ann=3500, ben=3500, cas=0)


def test_after_the_first_reveal_is_taken_back_nobody_has_a_rank() -> None:
    room = talked()
    closes(room, 50_000)
    reveals(room)
    room.points_seen.append(SeenPoints(ANN, undoes(room), 0, None))
    assert_stands(room, ann=0, ben=0, cas=0)


def test_a_key_is_a_secret_again_once_its_reveal_is_taken_back() -> None:
    room = played_room()
    room.sightings.append(Sighting("screen", undoes(room), "queue"))
    room.board = rows(ann=2000, ben=1500, cas=0)
    assert kinds(room) == {FaultKind.KEY_EARLY}


def test_a_close_that_is_taken_back_opens_the_vote_again_until_it_says() -> None:
    room = opened()
    asks(room)
    room.answers(ANN, "baker", 12_000, "ann-1", 2_000, stage="client")
    closes(room, 13_000)
    undoes(room, until=29_000, at=14_000)
    room.answers(BEN, "baker", 29_000, "ben-1", 19_000, stage="client")
    closes(room, 29_000)
    reveals(room)
    assert_stands(room, ann=1000, ben=1000, cas=0)
    late = opened()
    asks(late)
    closes(late, 13_000)
    undoes(late, until=29_000, at=14_000)
    late.answers(BEN, "baker", 29_800, "ben-1", 19_800, stage="client")
    late.board = rows(ann=0, ben=0, cas=0)
    assert kinds(late) == {FaultKind.ANSWER_MISPLACED}


def test_what_was_said_since_the_step_outlives_its_undo() -> None:
    room = opened()
    asks(room)
    closes(room)
    room.answers(ANN, "baker", 20_300, "ann-1", 10_100, stage="client")
    undoes(room, until=40_000, at=21_000)
    closes(room, 40_000)
    reveals(room)
    assert_stands(room, ann=1000, ben=0, cas=0)


def test_an_undo_that_takes_back_a_vote_with_answers_is_found() -> None:
    first, second = opened(), talked()
    asks(first)
    first.answers(ANN, "baker", 12_000, "ann-1", 2_000, stage="client")
    second.answers(BEN, "baker", 42_000, "ben-2", 2_000, vote=2, stage="client")
    for room in (first, second):
        undoes(room)
        room.board = rows(ann=0, ben=0, cas=0)
        assert kinds(room) == {FaultKind.ANSWER_UNDONE}


def test_only_one_step_can_be_taken_back() -> None:
    room = played_room()
    undoes(room)
    undoes(room, at=71_000)
    assert FaultKind.LOG_BROKEN in kinds(room)


# --- trials, skipped cards, earlier reveals


def test_a_trial_earns_nothing_and_a_skipped_card_neither() -> None:
    room = opened(deck={"trial": {"card": {"id": "mug"}}})
    room.steps("CardShown", "show-mug", 5_000, card="mug", axes=["full"], opens_at=5_000)
    room.happens("RoundOpened", "show-mug", 5_000, card="mug", closes_at=8_000, vote=1)
    room.answers(ANN, "mug", 6_000, "ann-0", 1_000, full="half")
    closes(room, 8_000, "mug")
    room.points_seen.append(SeenPoints(ANN, reveals(room, 9_000, "mug"), 0, 1))
    asks(room)
    room.answers(ANN, "baker", 12_000, "ann-1", 2_000, stage="client")
    room.steps("CardSkipped", "skip", 13_000, card="baker")
    room.happens("CardShown", "skip", 13_000, card="queue", axes=["stage"], opens_at=13_000)
    room.happens("RoundOpened", "skip", 13_000, card="queue", closes_at=23_000, vote=1)
    room.answers(BEN, "queue", 15_000, "ben-2", 2_000, stage="customer")
    closes(room, 23_000, "queue")
    reveals(room, 24_000, "queue")
    assert_stands(room, ben=1000, ann=0, cas=0)


def test_a_skip_that_is_taken_back_brings_the_card_and_its_answers_back() -> None:
    room = opened()
    asks(room)
    room.answers(ANN, "baker", 12_000, "ann-1", 2_000, stage="client")
    room.steps("CardSkipped", "skip", 13_000, card="baker")
    room.happens("CardShown", "skip", 13_000, card="queue", axes=["stage"], opens_at=14_000)
    undoes(room, until=29_000, at=14_000)
    room.answers(BEN, "baker", 20_500, "ben-1", 10_500, stage="customer")
    closes(room, 29_000)
    reveals(room)
    assert_stands(room, ann=1000, ben=500, cas=0)


def test_an_earlier_reveal_is_shown_again_without_a_fault_and_a_card_that_was_never_revealed_is_not() -> None:
    room = played_room()
    version = room.steps("EarlierShown", "earlier", 40_000, card="baker")
    room.sightings.append(Sighting("screen", version, "baker"))
    assert room.verdict().is_clean
    early = opened()
    asks(early)
    early.steps("EarlierShown", "earlier", 40_000, card="baker")
    assert FaultKind.LOG_BROKEN in kinds(early)


# --- names and teams


def test_a_leaderboard_names_people_as_they_are_called_when_it_is_seen() -> None:
    room = played_room()
    room.happens("PlayerRenamed", "rename", 40_000, player=BEN, name="Benjamin")
    assert kinds(room) == {FaultKind.LEADERBOARD_WRONG}
    room.board[1]["name"] = "Benjamin"
    assert room.verdict().is_clean


def test_who_is_forgotten_is_called_by_the_number_of_arrival_from_then_on() -> None:
    room = played_room()
    room.happens("PlayersForgotten", "forget", 40_000, players=[BEN])
    assert kinds(room) == {FaultKind.LEADERBOARD_WRONG}
    room.board[1]["name"] = "P2"
    assert room.verdict().is_clean


def test_a_newcomer_who_is_not_in_the_smallest_team_is_found() -> None:
    assert kinds(opened(teams=(0, 1, 0), scoring="teams")) == {FaultKind.TEAM_WRONG}
    room = opened(teams=(0, 1, 0))
    room.log[0]["event"]["settings"]["teams"] = ["Stair", "Square"]
    assert room.verdict().is_clean
    room.log[-1]["event"]["team"] = 1
    assert kinds(room) == {FaultKind.TEAM_WRONG}


def test_a_team_stands_at_the_mean_of_those_who_ever_answered() -> None:
    room = opened(teams=(0, 1, 0))
    room.log[0]["event"]["settings"]["teams"] = ["Stair", "Square"]
    asks(room)
    room.answers(ANN, "baker", 12_000, "ann-1", 2_000, stage="client", form="moral")
    room.answers(BEN, "baker", 12_000, "ben-1", 2_000, stage="customer", form="personal")
    closes(room)
    version = reveals(room)
    stair, square = {"name": "Stair", "members": 1, "mean": 2000}, {"name": "Square", "members": 1, "mean": 500}
    room.teams_seen.append(SeenTeams(version, (stair, square)))
    assert_stands(room, ann=2000, ben=500, cas=0)
    stair["members"], stair["mean"] = 2, 1000
    assert kinds(room) == {FaultKind.TEAM_WRONG}
