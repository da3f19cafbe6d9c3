"""Where the host approves entry nobody new plays, counts or is seen in class before the host has said yes."""

from hypothesis import given
from hypothesis import strategies as st

from server.rules import commands as c
from server.rules import events as e
from server.rules.callers import DoorState
from server.rules.decide import decide
from server.rules.evolve import evolve_all
from server.rules.forgetting import NO_WORDS, without_names
from server.rules.ids import PlayerId, ServerMillis
from server.rules.names import FreeNames, same_to_the_eye
from server.rules.phases import Phase
from server.rules.refusals import RefusalCode
from server.rules.settings import CALLERS_MOST, SEATS_MOST, ScoreMode
from server.store.event_codec import decode_event, encode_event
from tests.support.classroom import START, Classroom
from tests.support.sample_deck import DECK


def let_in(classroom: Classroom, name: str) -> None:
    classroom.do(c.LetIn(classroom.new_id(), PlayerId(name)))


def let_in_all(classroom: Classroom) -> None:
    classroom.do(c.LetInUntil(classroom.new_id(), classroom.now))


def turn_away(classroom: Classroom, name: str) -> None:
    classroom.do(c.TurnAway(classroom.new_id(), PlayerId(name)))


def guarded(**settings: object) -> Classroom:
    return Classroom(DECK, approves_entry=True, **settings)


def test_who_is_new_waits_and_is_nowhere_in_class() -> None:
    classroom = guarded(scoring=ScoreMode.TEAMS, teams=("Ovens", "Mills"))
    classroom.join("Noor")
    assert classroom.seat("Noor").door is DoorState.WAITING
    assert classroom.host().door.waiting == 1
    assert (classroom.phones().players, classroom.screen().players, classroom.screen().newest_names) == (0, 0, ())
    assert classroom.roster().rows == ()
    assert [(row.name, row.state) for row in classroom.roster().callers] == [("Noor", DoorState.WAITING)]
    classroom.step_until(Phase.ANSWERING)
    assert classroom.refusal(classroom.an_answer("Noor", stage="client")) is RefusalCode.NO_SEAT
    team = c.ChooseTeam(classroom.new_id(), PlayerId("Noor"), 1)
    assert classroom.refusal(team) in {RefusalCode.NO_SEAT, RefusalCode.NOT_NOW}


def test_whom_the_host_lets_in_sits_there_from_that_moment() -> None:
    classroom = guarded()
    classroom.join("Noor")
    classroom.step_until(Phase.ANSWERING)
    classroom.wait(2)
    let_in(classroom, "Noor")
    assert classroom.seat("Noor").door is None
    assert classroom.seat("Noor").came_in_at_card == 1
    assert classroom.roster().rows[0].joined_at == classroom.now
    classroom.answer("Noor", stage="client")
    assert classroom.host().answered == 1
    assert classroom.host().door.waiting == 0


def test_who_has_a_seat_already_goes_on_when_the_host_begins_to_approve() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.do(c.ApproveEntry(classroom.new_id(), True))
    classroom.join("Noor", "Sem")
    assert classroom.seat("Noor").door is None
    assert classroom.seat("Sem").door is DoorState.WAITING
    classroom.step_until(Phase.ANSWERING)
    classroom.answer("Noor", stage="client")


def test_who_waits_goes_on_waiting_when_the_host_stops_to_approve() -> None:
    """A press on the switch does not let two thousand strangers in."""
    classroom = guarded()
    classroom.join("Sem")
    classroom.do(c.ApproveEntry(classroom.new_id(), False))
    classroom.join("Sem", "Eva")
    assert classroom.seat("Sem").door is DoorState.WAITING
    assert classroom.seat("Eva").door is None


def test_asking_again_is_harmless_and_a_reload_changes_nothing() -> None:
    classroom = guarded()
    asks = c.JoinRoom(classroom.new_id(), PlayerId("Noor"), "Noor")
    assert [type(event) for event in classroom.do(asks)] == [e.EntryAsked]
    assert classroom.do(asks) == []
    assert classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("Noor"), "Somebody else")) == []
    let_in(classroom, "Noor")
    assert classroom.do(asks) == []
    assert classroom.seat("Noor").name == "Noor"


def test_who_is_turned_away_is_told_so_and_may_be_let_in_after_all() -> None:
    classroom = guarded()
    classroom.join("Noor")
    turn_away(classroom, "Noor")
    assert classroom.seat("Noor").door is DoorState.TURNED_AWAY
    again = c.JoinRoom(classroom.new_id(), PlayerId("Noor"), "Noor")
    assert classroom.refusal(again) is RefusalCode.TURNED_AWAY
    let_in_all(classroom)
    assert classroom.seat("Noor").door is DoorState.TURNED_AWAY
    let_in(classroom, "Noor")
    assert classroom.seat("Noor").door is None


def test_all_who_asked_until_a_moment_come_in_and_all_since_are_turned_away() -> None:
    classroom = guarded()
    classroom.join("Noor", "Sem")
    before = classroom.now
    classroom.wait(60)
    since = classroom.now
    classroom.join("Stranger 1", "Stranger 2")
    classroom.do(c.LetInUntil(classroom.new_id(), before))
    classroom.do(c.TurnAwaySince(classroom.new_id(), since))
    assert [row.name for row in classroom.roster().rows] == ["Noor", "Sem"]
    assert classroom.host().door.waiting == 0
    assert classroom.do(c.TurnAwaySince(classroom.new_id(), ServerMillis(0))) == []
    assert classroom.seat("Noor").door is None


def test_somebody_at_the_door_takes_no_name_from_the_class() -> None:
    classroom = guarded()
    classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("stranger"), "Noor"))
    classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("student"), "Noor"))
    let_in(classroom, "student")
    assert classroom.seat("student").name == "Noor"
    third = c.JoinRoom(classroom.new_id(), PlayerId("third"), "noor")
    assert classroom.refusal(third) is RefusalCode.NAME_TAKEN
    let_in(classroom, "stranger")
    assert classroom.seat("stranger").name == "Noor 2"


def test_many_who_come_in_at_once_are_spread_over_the_teams() -> None:
    classroom = guarded(scoring=ScoreMode.TEAMS, teams=("Ovens", "Mills", "Crusts"))
    classroom.join("A", "B", "C", "D", "E")
    let_in_all(classroom)
    assert [row.team for row in classroom.roster().rows] == [0, 1, 2, 0, 1]


def test_a_locked_door_takes_nobody_more_but_the_host_still_lets_in_who_waits() -> None:
    classroom = guarded()
    classroom.join("Noor")
    classroom.do(c.LockRoom(classroom.new_id(), True))
    assert classroom.refusal(c.JoinRoom(classroom.new_id(), PlayerId("Sem"), "Sem")) is RefusalCode.ROOM_LOCKED
    let_in(classroom, "Noor")
    assert classroom.phones().players == 1


def test_the_door_and_the_room_have_their_bounds() -> None:
    classroom = guarded()
    room = classroom.room
    noor = PlayerId("p1")
    events: list[e.Event] = []
    for number in range(CALLERS_MOST):
        command = classroom.new_id()
        events.append(e.EntryAsked(START, command, PlayerId(f"p{number}"), f"Stranger {number}"))
    crowded = evolve_all(room, events)
    classroom._room = crowded
    assert classroom.refusal(c.JoinRoom(classroom.new_id(), PlayerId("Sem"), "Sem")) is RefusalCode.ROOM_FULL
    seated = decide(crowded, c.LetInUntil(classroom.new_id(), START), START)
    assert len(seated) == SEATS_MOST
    classroom._room = evolve_all(crowded, seated)
    last = PlayerId(f"p{CALLERS_MOST - 1}")
    assert classroom.refusal(c.LetIn(classroom.new_id(), last)) is RefusalCode.ROOM_FULL
    assert classroom.refusal(c.LetInUntil(classroom.new_id(), START)) is RefusalCode.ROOM_FULL
    assert decide(classroom.room, c.LetIn(classroom.new_id(), noor), START) == []


def test_nobody_is_let_in_who_never_asked() -> None:
    classroom = guarded()
    for command in (c.LetIn, c.TurnAway):
        assert classroom.refusal(command(classroom.new_id(), PlayerId("nobody"))) is RefusalCode.PLAYER_NOT_FOUND


def test_a_step_taken_back_leaves_the_door_as_it_is() -> None:
    classroom = guarded()
    classroom.join("Noor")
    classroom.step()
    classroom.join("Sem")
    let_in(classroom, "Noor")
    classroom.undo()
    assert classroom.room.phase is Phase.LOBBY
    assert classroom.seat("Noor").door is None
    assert classroom.seat("Sem").door is DoorState.WAITING
    assert classroom.room.settings.approves_entry


def test_who_leaves_the_door_to_be_forgotten_is_nobody_there() -> None:
    classroom = guarded()
    classroom.join("Noor", "Sem")
    caused = classroom.do(c.ForgetMe(classroom.new_id(), PlayerId("Noor")))
    assert [type(event) for event in caused] == [e.PlayerTurnedAway, e.PlayersForgotten]
    assert [row.name for row in classroom.roster().callers] == [NO_WORDS, "Sem"]
    assert classroom.refusal(c.LetIn(classroom.new_id(), PlayerId("Noor"))) is RefusalCode.PLAYER_NOT_FOUND


def test_names_of_strangers_go_with_the_names_of_the_class() -> None:
    classroom = guarded(forgets_names=True)
    classroom.join("Noor")
    classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("somebody"), "Stranger"))
    let_in(classroom, "Noor")
    classroom.do(c.EndRoom(classroom.new_id()))
    assert not classroom.room.knows_names
    written = list(without_names(classroom.log))
    assert "Stranger" not in "".join(encode_event(event).decode() for event in written)
    assert evolve_all(None, written) == classroom.room


def test_every_event_of_the_door_is_read_as_it_was_written() -> None:
    classroom = guarded()
    classroom.join("Noor", "Sem")
    let_in(classroom, "Noor")
    turn_away(classroom, "Sem")
    classroom.do(c.ApproveEntry(classroom.new_id(), False))
    assert [decode_event(encode_event(event)) for event in classroom.log] == classroom.log


@given(st.lists(st.sampled_from(["Noor", "noor", "Nóór", "Noor 2", "Sem", "A" * 20]), max_size=30))
def test_names_that_are_given_out_are_never_alike(wanted: list[str]) -> None:
    names = FreeNames(["sem"])
    given_out = [names.take(name) for name in wanted]
    seen = [same_to_the_eye(name) for name in given_out]
    assert len(set(seen)) == len(seen)
    assert "sem" not in seen
    assert all(len(name) <= 20 for name in given_out)


def test_two_thousand_of_one_name_are_numbered_by_two_thousand_looks() -> None:
    class Counted(set[str]):
        looks = 0

        def __contains__(self, name: object) -> bool:
            Counted.looks += 1
            return super().__contains__(name)

    names = FreeNames([])
    names._taken = Counted()
    assert [names.take("Noor") for _ in range(2_000)][-1] == "Noor 2000"
    assert Counted.looks < 5_000


def flood(classroom: Classroom) -> c.RemoveSince:
    classroom.wait(60)
    command = c.RemoveSince(classroom.new_id(), classroom.now)
    classroom.join("Flood 1", "Flood 2", "Flood 3")
    return command


def test_one_press_lets_back_all_whom_one_press_took_out() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    removal = flood(classroom)
    classroom.do(c.RemovePlayer(classroom.new_id(), PlayerId("Flood 3")))
    classroom.step_until(Phase.ANSWERING)
    classroom.answer("Flood 1", stage="client", form="moral", trust="conduct")
    classroom.step_until(Phase.REVEAL)
    before = classroom.seat("Flood 1")
    classroom.do(removal)
    shown = classroom.host().door.removal
    assert shown is not None
    assert (shown.id, shown.players) == (removal.command_id, 2)
    assert classroom.phones().players == 1
    classroom.do(c.LetAllBack(classroom.new_id(), shown.id))
    assert classroom.phones().players == 3
    assert classroom.seat("Flood 1").points == before.points
    assert classroom.seat("Flood 1").answer == before.answer
    assert classroom.seat("Flood 3").is_removed, "taken out by another press, and still out"
    assert classroom.host().door.removal is None
    assert classroom.do(c.LetAllBack(classroom.new_id(), shown.id)) == []


def test_the_newest_removal_is_undone_first_and_the_forgotten_stay_out() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    first = c.RemoveSince(classroom.new_id(), classroom.now)
    classroom.do(first)
    second = flood(classroom)
    classroom.do(second)
    classroom.do(c.ForgetMe(classroom.new_id(), PlayerId("Flood 1")))
    for removal, players in ((second, 2), (first, 2)):
        shown = classroom.host().door.removal
        assert shown is not None
        assert (shown.id, shown.players) == (removal.command_id, players)
        classroom.do(c.LetAllBack(classroom.new_id(), shown.id))
    assert classroom.seat("Flood 1").is_removed
    assert classroom.phones().players == 4


def test_a_command_about_many_does_not_push_others_out_of_memory() -> None:
    classroom = Classroom()
    shut = c.LockRoom(classroom.new_id(), True)
    classroom.join(*(f"Flood {number}" for number in range(40)))
    classroom.do(shut)
    classroom.do(c.LockRoom(classroom.new_id(), False))
    classroom.do(c.RemoveSince(classroom.new_id(), START))
    assert classroom.do(shut) == [], "a repeat is still known"
