"""What leaves, to which channel, and how often; with plain threads and a room that is played."""

import gc
import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import pytest

from server.devtools.whole_views import WholeViews
from server.rules.cards import Text
from server.rules.events import Event
from server.rules.ids import PlayerId, RoomId, Version
from server.rules.phases import Phase
from server.rules.room import Room
from server.wire import channels
from server.wire.presence import Presence
from server.wire.publisher import SEATS_AT_A_TIME, ViewPublisher
from server.wire.sessions import Asker, HostAsking, PlayerAsking, ScreenAsking, Session, Sessions
from server.wire.strict_json import StrictJson
from server.wire.strict_packet import encoded_event
from tests.support.classroom import Classroom
from tests.support.plain_threads import PlainThreads, eventually
from tests.support.rooms_bench import HandClock
from tests.support.sample_deck import DECK

ROOM = RoomId("room-1")


@dataclass
class Emitted:
    """What a Socket.IO server was given to send, as it is read off the wire. `sheets`: those beside each view."""

    sent: list[tuple[str, str, Any]] = field(default_factory=list)
    sheets: list[set[str]] = field(default_factory=list)
    reader: WholeViews = field(default_factory=WholeViews)

    def emit(self, event: str, data: Any, to: str) -> None:
        """Notes it."""
        told = json.loads(StrictJson.dumps([*data] if isinstance(data, tuple) else [data]))
        self.sheets.append(set(told[1]) if len(told) > 1 else set())
        self.sent.append((event, to, self.reader.take(event, *told)))

    def written(self, event: str, data: Any) -> str:
        """Its text."""
        return encoded_event(event, data if isinstance(data, tuple) else (data,))

    def emit_to_line(self, event: str, data: Any, eio_sid: str, ahead: str = "") -> None:
        """Notes it, and what went ahead."""
        if ahead:
            first, *told = json.loads(ahead.removeprefix("2"))
            self.emit(first, tuple(told), to=eio_sid)
        self.emit(event, data if isinstance(data, tuple) else (data,), to=eio_sid)

    def to(self, channel: str, event: str | None = None) -> list[Any]:
        """The bodies that went to a channel."""
        return [data for name, to, data in self.sent if to == channel and event in {None, name}]

    def sheets_to(self, channel: str) -> list[set[str]]:
        """The sheets that went to a channel, message by message."""
        return [sheets for sheets, (_, to, _) in zip(self.sheets, self.sent, strict=True) if to == channel]

    def forget(self) -> None:
        """What was sent so far is of no interest."""
        self.sent.clear()
        self.sheets.clear()


@dataclass
class Stage:
    """A publisher with its listeners, and a classroom whose changes it publishes."""

    threads: PlainThreads = field(default_factory=PlainThreads)
    emitted: Emitted = field(default_factory=Emitted)
    clock: HandClock = field(default_factory=lambda: HandClock(millis_per_look=1_000))
    classroom: Classroom = field(default_factory=Classroom)
    hung_up: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sessions = Sessions(self.threads)
        presence = Presence(self.sessions, self.clock, self.threads)
        self.publisher = ViewPublisher(self.emitted, self.sessions, self.clock, self.threads, self, presence)

    def is_open(self, eio_sid: str) -> bool:
        """Whether a connection stands."""
        return eio_sid not in self.hung_up

    def hang_up(self, eio_sid: str) -> None:
        """A connection is ended."""
        self.hung_up.append(eio_sid)

    def enter(self, sid: str, asker: Asker) -> Session:
        """A connection comes in and is greeted."""
        session = Session(sid, f"eio-{sid}", asker)
        self.sessions.add(session)
        self.publisher.greet(session, self.classroom.room)
        return session

    def publish(self, events: list[Event], before: Room | None = None) -> None:
        """The classroom has changed; waits until all that is due has gone."""
        self.publisher.publish(ROOM, before or self.classroom.room, self.classroom.room, events)
        self.threads.join()

    def step(self) -> None:
        """The host presses the key, and that is published."""
        self.publish(self.classroom.do(self.classroom.next_press()))


@pytest.fixture
def stage() -> Iterator[Stage]:
    """Noor's phone, a projector and a host in a room with Noor and Sem."""
    stage = Stage()
    stage.classroom.join("noor", "sem")
    yield stage
    stage.threads.join()


def test_each_role_is_greeted_with_its_own_views(stage: Stage) -> None:
    stage.enter("phone", PlayerAsking(ROOM, PlayerId("noor")))
    stage.enter("screen", ScreenAsking(ROOM))
    stage.enter("host", HostAsking(ROOM))
    assert [(event, to) for event, to, _ in stage.emitted.sent] == [
        ("room", "eio-phone"),
        ("seat", "eio-phone"),
        ("screen", "eio-screen"),
        ("host", "eio-host"),
        ("roster", "eio-host"),
    ]


def test_a_device_without_a_seat_is_told_so(stage: Stage) -> None:
    stage.enter("phone", PlayerAsking(ROOM, PlayerId("stranger")))
    assert stage.emitted.to("eio-phone")[1] is None


def test_a_new_phase_reaches_phones_screen_and_host(stage: Stage) -> None:
    stage.enter("screen", ScreenAsking(ROOM))
    stage.enter("host", HostAsking(ROOM))
    stage.step()
    (room,) = stage.emitted.to(channels.phones_of(ROOM))
    assert room["phase"] == "reading"
    assert [event for event, to, _ in stage.emitted.sent if to == channels.screens_of(ROOM)] == ["screen"]
    assert [event for event, to, _ in stage.emitted.sent if to == channels.hosts_of(ROOM)] == ["host", "roster"]


def test_an_answer_reaches_its_own_phone_and_no_other(stage: Stage) -> None:
    for name in ("noor", "sem"):
        stage.enter(name, PlayerAsking(ROOM, PlayerId(name)))
    stage.classroom.step(2)
    stage.emitted.forget()
    stage.publish(stage.classroom.answer("noor", stage="client"))
    (seat,) = stage.emitted.to("eio-noor")
    assert seat["answer"] is not None
    assert [to for _, to, _ in stage.emitted.sent] == ["eio-noor"]


def test_a_reveal_gives_every_phone_its_own_result(stage: Stage) -> None:
    for name in ("noor", "sem"):
        stage.enter(name, PlayerAsking(ROOM, PlayerId(name)))
    stage.classroom.step_until(Phase.CLOSED)
    stage.emitted.forget()
    stage.step()
    for name in ("noor", "sem"):
        room, seat = stage.emitted.to(f"eio-{name}")
        assert room["phase"] == "reveal"
        assert seat["result"] is not None
    assert stage.emitted.to(channels.phones_of(ROOM)) == []  # each has it already, in one write with its own


def test_who_is_greeted_while_a_hall_gets_its_results_gets_nothing_older_afterwards(stage: Stage) -> None:
    stage.classroom.join(*(f"player {number}" for number in range(SEATS_AT_A_TIME)))
    hall = [seat.player for seat in stage.classroom.room.active_seats]
    sessions = [stage.enter(player, PlayerAsking(ROOM, player)) for player in hall]
    stage.classroom.step_until(Phase.CLOSED)
    stage.emitted.forget()
    rest, last = stage.threads.sleep, f"eio-{sessions[-1].sid}"

    def others_get_their_turn(seconds: float) -> None:
        if not stage.emitted.to(last):  # the host goes on, and a phone that lacks a sheet asks for all anew
            events = stage.classroom.do(stage.classroom.next_press())
            stage.publisher.publish(ROOM, stage.classroom.room, stage.classroom.room, events)
            stage.publisher.greet(sessions[-1], stage.classroom.room)
        rest(seconds)

    stage.threads.sleep = others_get_their_turn  # type: ignore[method-assign]
    stage.step()
    revealed, newest = stage.classroom.room.version - 1, stage.classroom.room.version
    told = {channel: [view["version"] for view in stage.emitted.to(channel, "room")] for channel in (last, "eio-noor")}
    assert told == {last: [newest], "eio-noor": [revealed]}


def test_where_nobody_listens_nothing_is_made(stage: Stage) -> None:
    stage.step()
    assert [to for _, to, _ in stage.emitted.sent] == [channels.phones_of(ROOM)]


def test_a_thousand_answers_are_a_handful_of_host_views(stage: Stage) -> None:
    stage.enter("host", HostAsking(ROOM))
    stage.classroom.step(2)
    stage.emitted.forget()
    events = stage.classroom.answer("noor", stage="client")
    stage.clock.millis_per_look = 0  # all within one quarter second
    for _ in range(1_000):
        stage.publisher.publish(ROOM, stage.classroom.room, stage.classroom.room, events)
    stage.clock.millis_per_look = 1_000
    stage.threads.join()
    views = stage.emitted.to(channels.hosts_of(ROOM), "host")
    assert 1 <= len(views) <= 3
    assert views[-1]["answered"] == 1


def test_after_the_store_was_away_everybody_gets_everything(stage: Stage) -> None:
    stage.enter("noor", PlayerAsking(ROOM, PlayerId("noor")))
    stage.enter("host", HostAsking(ROOM))
    stage.emitted.forget()
    stage.publish([])
    assert [event for event, _, _ in stage.emitted.sent] == ["room", "seat", "host", "roster"]
    assert stage.hung_up == []


def test_when_the_store_went_back_in_time_the_clients_begin_anew(stage: Stage) -> None:
    stage.enter("noor", PlayerAsking(ROOM, PlayerId("noor")))
    stage.publish([])
    older = Classroom()
    assert older.room.version < Version(stage.classroom.room.version)
    stage.emitted.sent.clear()
    stage.publisher.publish(ROOM, None, older.room, [])
    stage.threads.join()
    assert stage.hung_up == ["eio-noor"]
    assert stage.emitted.sent == [], "nothing older may reach a connection that has seen newer"


def test_what_stays_the_same_goes_out_once(stage: Stage) -> None:
    stage.enter("noor", PlayerAsking(ROOM, PlayerId("noor")))
    stage.enter("host", HostAsking(ROOM))
    stage.step()  # the card is shown
    stage.emitted.forget()
    stage.step()  # and answers open
    stage.step()  # and close
    told = stage.emitted.sheets_to(channels.phones_of(ROOM))
    assert len(told) == 2
    assert not any(told)  # so neither the story nor the axes
    assert all(view["round"]["story"]["nl"] for view in stage.emitted.to(channels.phones_of(ROOM)))


def test_who_lacks_a_sheet_is_greeted_with_all_of_its_views(stage: Stage) -> None:
    session = stage.enter("noor", PlayerAsking(ROOM, PlayerId("noor")))
    stage.step()
    stage.emitted.forget()
    stage.emitted.reader = WholeViews()  # raises where a sheet lacks
    stage.publisher.greet(session, stage.classroom.room)
    room, _ = stage.emitted.to("eio-noor")
    assert room["round"]["story"]["nl"]


def test_a_host_that_comes_late_and_the_one_that_was_there_see_the_same_people(stage: Stage) -> None:
    stage.enter("host", HostAsking(ROOM))
    for name in ("kim", "bas"):
        stage.classroom.join(name)
        stage.publish([])
    stage.enter("remote", HostAsking(ROOM))
    stage.classroom.join("eva")
    stage.publish([])
    rosters = stage.emitted.to(channels.hosts_of(ROOM), "roster")
    assert [len(roster["rows"]) for roster in rosters] == [3, 4, 5]
    assert stage.emitted.to("eio-remote", "roster")[0] == {**rosters[-1], "rows": rosters[-1]["rows"][:4], "version": 5}


def test_when_the_store_has_no_such_room_any_more_everybody_comes_back_to_hear_so(stage: Stage) -> None:
    stage.enter("noor", PlayerAsking(ROOM, PlayerId("noor")))
    stage.enter("host", HostAsking(ROOM))
    stage.publisher.gone(ROOM)
    eventually(lambda: sorted(stage.hung_up) == ["eio-host", "eio-noor"])


def words_alive() -> int:
    """How many authored texts, of whatever deck, are in memory."""
    gc.collect()
    return sum(type(thing) is Text for thing in gc.get_objects())


def test_a_class_that_has_gone_leaves_no_word_of_its_cards_in_memory(stage: Stage) -> None:
    before = words_alive()
    for _ in range(2):
        stage.classroom = Classroom(deepcopy(DECK))  # as when it was read from a log: no other room has these texts
        stage.classroom.join("noor")
        for asker in (PlayerAsking(ROOM, PlayerId("noor")), ScreenAsking(ROOM), HostAsking(ROOM)):
            stage.enter(type(asker).__name__, asker)
        while stage.classroom.room.phase is not Phase.ENDED:
            stage.step()
        assert words_alive() > before
        for session in stage.sessions.in_room(ROOM):
            stage.sessions.remove(session.sid)
        stage.publisher.line_changed(ROOM, stage.classroom.room)  # as when a phone goes
        stage.threads.join()
    stage.classroom = Classroom()
    assert words_alive() == before


def test_who_only_looked_at_a_room_leaves_nothing_of_it(stage: Stage) -> None:
    before = words_alive()
    stage.classroom = Classroom(deepcopy(DECK))
    for asker in (ScreenAsking(ROOM), HostAsking(ROOM)):
        stage.enter("visitor", asker)
        stage.publisher.emptied(ROOM)  # not yet
        assert stage.publisher._axes
        stage.sessions.remove("visitor")
        stage.publisher.emptied(ROOM)
    stage.classroom = Classroom()
    assert words_alive() == before
