"""Every command of the wire, from everybody, in every phase: carried out, or refused with which code.

The rows and columns come from the code: a new command, phase or way of being in a room fails here until somebody has
decided what it may do. What the door says alone, without the rules, is in test_rights.py.
"""

import itertools
from collections.abc import Callable
from functools import cache

import pytest

from server.rules import commands as c
from server.rules.decide import decide
from server.rules.ids import AxisId, OptionId, PlayerId
from server.rules.phases import Phase
from server.rules.refusals import Refusal
from server.rules.settings import ScoreMode
from server.rules.steps import back_step, next_step, undo_step
from server.wire.client_messages import HOST_COMMANDS, PLAYER_COMMANDS
from server.wire.rights import Leader
from server.wire.sessions import Asker, HostAsking, PlayerAsking, ScreenAsking, Session, identify
from server.wire.sockets import command_of
from server.wire.strict_packet import IncomingCall
from tests.support.classroom import ROOM, Classroom
from tests.support.house import accounts_in_memory, staff_of
from tests.support.rooms_bench import HandClock, NextInLine
from tests.support.sample_deck import GRID_AXIS, KINDS_DECK, OPEN_AXIS

STAFF = staff_of("the-host", accounts_in_memory(HandClock(), NextInLine()))

# +: carried out, or harmless. n: NOT_NOW. e: ROOM_ENDED. f: FORBIDDEN. s: NO_SEAT. r: REMOVED. t: TOO_LATE.
# o: NOT_OPEN.
CODES = {
    "n": "NOT_NOW", "e": "ROOM_ENDED", "f": "FORBIDDEN", "s": "NO_SEAT", "r": "REMOVED", "t": "TOO_LATE",
    "o": "NOT_OPEN", "a": "TURNED_AWAY",
}  # fmt: skip
COLUMNS = "lobby reading answering closed talk reveal leaderboard podium ended"
# command: (who may give it, and what comes of it in each phase)
LEADING = {
    "step": ("owner colleague remote", "+ + + + + + + + e"),
    "back": ("owner colleague remote", "n n n n n + + n e"),
    "undo": ("owner colleague remote", "n + n + + + + + e"),
    "talk": ("owner colleague remote", "n n n + n n n n e"),
    "extend": ("owner colleague remote", "n n + n + n n n e"),
    "skip": ("owner colleague remote", "n + + + + n n n e"),
    "arrange": ("owner colleague remote", "+ + + + + + + + e"),
    "earlier": ("owner colleague remote", "n n n n n + + + e"),
    "board": ("owner colleague remote", "+ + + + + + + + e"),
    "choose_axes": ("owner colleague", "+ n n n n + + n e"),
    "change_settings": ("owner colleague", "+ + + + + + + + e"),
    "lock": ("owner colleague remote", "+ + + + + + + + e"),
    "remove": ("owner colleague", "+ + + + + + + + e"),
    "remove_since": ("owner colleague", "+ + + + + + + + e"),
    "let_back": ("owner colleague", "+ + + + + + + + e"),
    "let_all_back": ("owner colleague", "+ + + + + + + + e"),
    "approve_entry": ("owner colleague", "+ + + + + + + + e"),
    "let_in": ("owner colleague", "+ + + + + + + + e"),
    "let_in_until": ("owner colleague", "+ + + + + + + + e"),
    "turn_away": ("owner colleague", "+ + + + + + + + e"),
    "turn_away_since": ("owner colleague", "+ + + + + + + + e"),
    "rename": ("owner colleague", "+ + + + + + + + e"),
    "put_in_team": ("owner colleague", "+ + + + + + + + e"),
    "extra_time": ("owner colleague", "+ + + + + + + + e"),
    "group": ("owner colleague", "n n n + n + + n e"),
    "podium": ("owner colleague remote", "n n n n n + + n e"),
    "end": ("owner colleague", "+ + + + + + + + e"),
}
# command: what comes of it in each phase for who is seated, removed, without a seat, at the door, and turned away there
PLAYING = {
    "join": ("+ + + + + + + + e", "r r r r r r r r e", "+ + + + + + + + e", "+ + + + + + + + e", "a a a a a a a a e"),
    "answer": ("o o + + t t t t e", "r r r r r r r r e", *["s s s s s s s s e"] * 3),
    "team": ("+ n n n n + + n e", "r n n n n r r n e", *["s n n n n s s n e"] * 3),
}

FORBIDDEN = " ".join("f" for _ in Phase)

LED: dict[str, Asker] = {
    "owner": HostAsking(ROOM),
    "colleague": HostAsking(ROOM, Leader.COLLEAGUE, "key-1"),
    "remote": HostAsking(ROOM, Leader.REMOTE, "key-2"),
}
PLAYED: dict[str, Asker] = {
    "seated": PlayerAsking(ROOM, PlayerId("Noor")),
    "removed": PlayerAsking(ROOM, PlayerId("Sem")),
    "seatless": PlayerAsking(ROOM, PlayerId("Eva")),
    "waiting": PlayerAsking(ROOM, PlayerId("Kim")),
    "turned away": PlayerAsking(ROOM, PlayerId("Max")),
}
WATCHED: dict[str, Asker] = {"screen": ScreenAsking(ROOM)}
NAMES = itertools.count(1)


@cache
def classroom_in(phase: Phase) -> Classroom:
    """A room in a phase of its second card, with one who plays, one who was taken out, one at the door."""
    axes = (GRID_AXIS.id, OPEN_AXIS.id)
    classroom = Classroom(
        KINDS_DECK, axes=axes, reading_seconds=5, scoring=ScoreMode.TEAMS, teams=("Left", "Right"), talk_seconds=60
    )
    classroom.join("Noor", "Sem")
    classroom.do(c.RemovePlayer(classroom.new_id(), PlayerId("Sem")))
    classroom.do(c.ApproveEntry(classroom.new_id(), True))
    classroom.join("Kim", "Max")
    classroom.do(c.TurnAway(classroom.new_id(), PlayerId("Max")))
    classroom.do(c.ApproveEntry(classroom.new_id(), False))
    if phase is Phase.LOBBY:
        return classroom
    for turn in range(2):
        if turn:
            classroom.step_until(Phase.LEADERBOARD)
        classroom.step()
        if phase is Phase.READING and turn:
            return classroom
        classroom.step_until(Phase.ANSWERING)
        asked = classroom.room.round
        assert asked is not None
        picks = {GRID_AXIS.id: OptionId("internal-free")}
        classroom.do(c.GiveAnswer(classroom.new_id(), PlayerId("Noor"), asked.card, picks, 10))
    if phase is Phase.TALK:
        classroom.step_until(Phase.CLOSED)
        classroom.talk(GRID_AXIS.id)
    elif phase is Phase.ENDED:
        classroom.do(c.EndRoom(classroom.new_id()))
    else:
        classroom.step_until(phase)
        classroom.step(1 if phase is Phase.REVEAL else 0)  # to its second picture, which has one before it
    return classroom


def body_of(command: str, classroom: Classroom) -> dict[str, object]:
    """What somebody who sees the room as it is would send."""
    room = classroom.room
    asked = room.round
    card = asked.card if asked else "herring"

    def step_id(find: Callable[..., object]) -> object:
        return getattr(find(room), "id", "there is none")

    settings: dict[str, object] = {
        "reading_seconds": 0, "answer_seconds": None, "speed_bonus": False, "asks_confidence": False,
        "closes_when_all_answered": False, "counting_vote": "second", "leaderboard": "full", "talk_seconds": None,
        "talk_from": 0.3, "talk_to": 0.7, "blocked_words": [],
    }  # fmt: skip
    bodies: dict[str, dict[str, object]] = {
        "step": {"step": step_id(next_step)},
        "back": {"step": step_id(back_step)},
        "undo": {"step": step_id(undo_step)},
        "talk": {"card": card, "seconds": 60},
        "extend": {"card": card, "seconds": 15},
        "skip": {"card": card},
        "arrange": {"cards": list(room.queue)},
        "earlier": {"card": "herring"},
        "board": {"board": None},
        "lock": {"locked": True},
        "podium": {},
        "choose_axes": {"axes": [GRID_AXIS.id]},
        "change_settings": settings,
        "remove": {"player": "Noor"},
        "remove_since": {"since": 1},
        "let_back": {"player": "Sem"},
        "let_all_back": {"removal": "r"},
        "approve_entry": {"approves": True},
        "let_in": {"player": "Kim"},
        "let_in_until": {"until": 1},
        "turn_away": {"player": "Kim"},
        "turn_away_since": {"since": 1},
        "rename": {"player": "Noor", "name": "Nora"},
        "put_in_team": {"player": "Noor", "team": 1},
        "extra_time": {"player": "Noor", "allowance": "double"},
        "group": {"card": card, "axis": AxisId("open-why"), "groups": []},
        "end": {},
        "join": {"name": f"Name {next(NAMES)}"},
        "answer": {
            "card": card, "picks": {GRID_AXIS.id: "internal-free"}, "shown_millis": 1,
            "vote": asked.vote if asked else 1,
        },
        "team": {"team": 1},
    }  # fmt: skip
    return bodies[command]


def answer_to(asker: Asker, command: str, phase: Phase) -> str:
    """What comes of a command: "+", or the letter of its code."""
    classroom = classroom_in(phase)
    assert classroom.room.phase is phase
    body = {"command_id": "0123456789abcdef", **body_of(command, classroom)}
    try:
        order = command_of(Session("sid", "eio", asker), IncomingCall(command, (body,), 1, None))
        decide(classroom.room, order, classroom.now)
    except Refusal as refusal:
        return next(letter for letter, code in CODES.items() if code == refusal.code)
    return "+"


def row_of(asker: Asker, command: str) -> str:
    """The same for all phases."""
    return " ".join(answer_to(asker, command, phase) for phase in Phase)


def test_every_command_and_phase_has_its_place_in_the_tables() -> None:
    assert set(LEADING) == set(HOST_COMMANDS)
    assert set(PLAYING) == set(PLAYER_COMMANDS)
    assert COLUMNS.split() == [phase.value for phase in Phase]
    assert {who for who, _ in LEADING.values() for who in who.split()} == {leader.value for leader in Leader}


@pytest.mark.parametrize("who", LED)
@pytest.mark.parametrize("command", LEADING)
def test_who_leads_does_in_each_phase_what_the_table_says(command: str, who: str) -> None:
    may, row = LEADING[command]
    assert row_of(LED[who], command) == (row if who in may.split() else FORBIDDEN)


@pytest.mark.parametrize("who", PLAYED)
@pytest.mark.parametrize("command", PLAYING)
def test_who_plays_does_in_each_phase_what_the_table_says(command: str, who: str) -> None:
    assert row_of(PLAYED[who], command) == dict(zip(PLAYED, PLAYING[command], strict=True))[who]


@pytest.mark.parametrize("command", LEADING)
def test_who_plays_or_watches_never_leads(command: str) -> None:
    assert {row_of(asker, command) for asker in (*PLAYED.values(), *WATCHED.values())} == {FORBIDDEN}


@pytest.mark.parametrize("command", PLAYING)
def test_who_leads_or_watches_never_plays(command: str) -> None:
    assert {row_of(asker, command) for asker in (*LED.values(), *WATCHED.values())} == {FORBIDDEN}


@pytest.mark.parametrize(
    ("auth", "cookie", "code"),
    [
        (None, "", "BAD_REQUEST"),
        ({"role": "host"}, "", "FORBIDDEN"),
        ({"role": "host"}, "trede_host=; trede_key_room-under-test=", "FORBIDDEN"),
        ({"role": "host", "token": "the-host"}, "", "FORBIDDEN"),
        ({"role": "player"}, "trede_host=the-host", "TOKEN_INVALID"),
        ({"role": "player", "token": ""}, "", "TOKEN_INVALID"),
    ],
)
def test_nobody_is_told_so_before_the_first_command(auth: dict[str, object] | None, cookie: str, code: str) -> None:
    said = auth and {"protocol": 2, "room": ROOM, **auth}
    with pytest.raises(Refusal, match=code):
        identify(said, {"HTTP_COOKIE": cookie}, STAFF, lambda _room, _secret: None)
