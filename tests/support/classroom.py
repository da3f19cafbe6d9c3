"""A class in one value: say what people do, and after every step the laws of the house are checked.

1. fold(log) is the live room. 2. Every view fits the shape that the wire promises. 3. Nothing that a phone or the
projector gets depends on the key of a card that has not been revealed. 4. The version is the length of the log. 5. What
a class gets together is what each would get alone.
"""

from dataclasses import replace

from pydantic import TypeAdapter

from server.rules import commands as c
from server.rules.allowances import Allowance
from server.rules.cards import Deck
from server.rules.decide import decide
from server.rules.due import due_at, due_command
from server.rules.events import Event, RoomOpened
from server.rules.evolve import Draft, evolve_all
from server.rules.host_view_types import (
    HostView,
    RosterView,
)
from server.rules.ids import (
    AxisId,
    CardId,
    CommandId,
    CourseId,
    MemberId,
    OptionId,
    Pin,
    PlayerId,
    RoomId,
    ServerMillis,
)
from server.rules.phases import Phase
from server.rules.picks import Confidence
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room
from server.rules.settings import RoomSettings
from server.rules.steps import back_step, next_step, undo_step
from server.rules.view_types import (
    RoomView,
    ScreenView,
    SeatView,
)
from server.rules.views import SeatViews, host_view, room_view, roster_view, screen_view, seat_view
from tests.support.sample_deck import DECK, FORM, STAGE, TRUST, with_other_keys

ROOM = RoomId("room-under-test")
START = ServerMillis(1_000_000)
SHAPES: dict[type, TypeAdapter[object]] = {
    shape: TypeAdapter(shape) for shape in (RoomView, ScreenView, SeatView, HostView, RosterView)
}


class Classroom:
    """A room with its log, its clock and its people. Names serve as player ids. `course` is no setting."""

    def __init__(self, deck: Deck = DECK, **settings: object) -> None:
        chosen = {"axes": tuple(axis.id for axis in deck.axes), "reading_seconds": 5, "answer_seconds": 20}
        self.now = START
        self.log: list[Event] = []
        self._commands = 0
        self._room: Room | None = None
        course = settings.pop("course", None)
        assert course is None or isinstance(course, str)
        room_settings = RoomSettings(**(chosen | settings))  # type: ignore[arg-type]
        self.do(c.OpenRoom(self.new_id(), Pin("482917"), deck, room_settings, CourseId(course) if course else None))

    @property
    def room(self) -> Room:
        """The live room."""
        assert self._room is not None
        return self._room

    def new_id(self) -> CommandId:
        """A command id that was not used before."""
        self._commands += 1
        return CommandId(f"command-{self._commands}")

    def do(self, command: c.Command) -> list[Event]:
        """Carries out a command now; returns what it caused. Raises the rules' Refusal."""
        events = decide(self._room, command, self.now)
        draft = Draft(self._room)
        for event in events:
            draft.apply(event)
        self._room = draft.room
        self.log.extend(events)
        check_laws(self.log, self.room, self.now)
        return events

    def refusal(self, command: c.Command) -> RefusalCode:
        """The code with which the rules refuse a command; fails when they do not."""
        try:
            decide(self._room, command, self.now)
        except Refusal as refusal:
            return refusal.code
        raise AssertionError(f"{command} was accepted")

    def wait(self, seconds: float) -> None:
        """Time goes by."""
        self.now = ServerMillis(self.now + round(seconds * 1000))

    def join(self, *names: str) -> None:
        """These people take a seat."""
        for name in names:
            self.do(c.JoinRoom(self.new_id(), PlayerId(name), name))

    def join_as(self, name: str, member: str) -> None:
        """Somebody takes a seat with a device that the course knows."""
        self.do(c.JoinRoom(self.new_id(), PlayerId(name), name, MemberId(member)))

    def step(self, times: int = 1) -> None:
        """The host presses the one key."""
        for _ in range(times):
            self.do(self.next_press())

    def next_press(self) -> c.TakeStep:
        """The press that the host's console would send now."""
        step = next_step(self.room)
        assert step is not None, "the room has ended"
        return c.TakeStep(self.new_id(), step.id)

    def back(self) -> None:
        """The host presses the left arrow."""
        step = back_step(self.room)
        assert step is not None, "there is nothing to go back to"
        self.do(c.GoBack(self.new_id(), step.id))

    def step_until(self, phase: Phase) -> None:
        """The host presses the one key until the room is in a phase."""
        for _ in range(100):
            if self.room.phase is phase:
                return
            self.step()
        raise AssertionError(f"{phase} was never reached")

    def answer(
        self, name: str, stage: str | None = None, form: str | None = None, trust: str | None = None,
        shown_seconds: float | None = None, sure: Confidence | None = None,
    ) -> list[Event]:  # fmt: skip
        """Somebody answers the newest vote. `shown_seconds`: the phone's claim; without it the truth."""
        return self.do(replace(self.an_answer(name, stage, form, trust, shown_seconds), confidence=sure))

    def an_answer(
        self, name: str, stage: str | None = None, form: str | None = None, trust: str | None = None,
        shown_seconds: float | None = None, card: str | None = None,
    ) -> c.GiveAnswer:  # fmt: skip
        """The command of an answer to the card on the screen."""
        given = {STAGE: stage, FORM: form, TRUST: trust}
        picks = {axis: OptionId(pick) for axis, pick in given.items() if pick is not None}
        asked = self.room.round
        opened_at = asked.opened_at if asked and asked.opened_at else self.now
        claim = self.now - opened_at if shown_seconds is None else round(shown_seconds * 1000)
        card_id = CardId(card) if card else asked.card if asked else CardId("none")
        return c.GiveAnswer(self.new_id(), PlayerId(name), card_id, picks, claim, vote=asked.vote if asked else 1)

    def talk(self, *axes: AxisId, seconds: int | None = 60) -> None:
        """The closed round is talked about."""
        assert self.room.round is not None
        self.do(c.StartTalk(self.new_id(), self.room.round.card, axes, seconds))

    def undo(self) -> None:
        """The host takes the last step back."""
        step = undo_step(self.room)
        assert step is not None, "there is nothing to undo"
        self.do(c.UndoStep(self.new_id(), step.id))

    def skip(self) -> None:
        """The host leaves the card on the screen."""
        assert self.room.round is not None
        self.do(c.SkipCard(self.new_id(), self.room.round.card))

    def give_time(self, name: str, allowance: Allowance) -> None:
        """The host gives somebody time of his own."""
        self.do(c.GiveExtraTime(self.new_id(), PlayerId(name), allowance))

    def due(self) -> list[Event]:
        """Time's own command, if it is due now."""
        command = due_command(self.room, self.new_id())
        moment = due_at(self.room)
        return self.do(command) if command and moment is not None and moment <= self.now else []

    def points(self, name: str) -> int:
        """Somebody's points, in thousandths."""
        return self.room.points.get(PlayerId(name), 0)

    def seat(self, name: str) -> SeatView:
        """What somebody's phone alone knows."""
        view = seat_view(self.room, PlayerId(name), self.now)
        assert view is not None, f"{name} has no seat"
        return view

    def phones(self) -> RoomView:
        """What all phones share."""
        return room_view(self.room, ROOM, self.now)

    def screen(self) -> ScreenView:
        """What the projector shows."""
        return screen_view(self.room, ROOM, self.now)

    def host(self) -> HostView:
        """The lecturer's console."""
        return host_view(self.room, ROOM, self.now)

    def roster(self) -> RosterView:
        """The host's list of people; nobody is connected."""
        return roster_view(self.room, {})

    def ask(self, *axes: AxisId) -> None:
        """The host chooses the axes of the next cards."""
        self.do(c.ChooseAxes(self.new_id(), axes))


def check_laws(log: list[Event], room: Room, now: ServerMillis) -> None:
    """The laws at the top of this file."""
    assert evolve_all(None, log) == room
    assert room.version == len(log)
    views: list[object] = [room_view(room, ROOM, now), screen_view(room, ROOM, now)]
    seats, together = [seat_view(room, person.player, now) for person in room.people], SeatViews(room)
    assert seats == [together.of(person.player, now) for person in room.people]
    views += seats
    for view in [*views, host_view(room, ROOM, now), roster_view(room, {})]:
        shape = SHAPES[type(view)]
        assert shape.validate_json(shape.dump_json(view)) == view
    assert views == _views_of_a_room_with_other_keys(log, room, now)


def _views_of_a_room_with_other_keys(log: list[Event], room: Room, now: ServerMillis) -> list[object]:
    """What phones and projector would get if every card that is still secret had another key."""
    revealed = {asked.card for asked in room.rounds if asked.scores is not None}
    opened = log[0]
    assert isinstance(opened, RoomOpened)
    hidden = {card.id for card in opened.deck.cards} - revealed
    twin = evolve_all(None, [replace(opened, deck=with_other_keys(opened.deck, hidden)), *log[1:]])
    return [
        room_view(twin, ROOM, now),
        screen_view(twin, ROOM, now),
        *(seat_view(twin, person.player, now) for person in twin.people),
    ]
