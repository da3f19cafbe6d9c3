"""Who may give which command: the whole matrix, written out. A new command fails here until somebody has decided."""

import pytest

from server.rooms.ports import KeyRole
from server.rules.ids import PlayerId, RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.client_messages import HOST_COMMANDS, PLAYER_COMMANDS
from server.wire.rights import KEYS_MADE_BY, Leader, leader_of
from server.wire.sessions import Asker, HostAsking, PlayerAsking, ScreenAsking, Session
from server.wire.sockets import command_of
from server.wire.strict_packet import IncomingCall

ROOM = RoomId("room-1")
ID = "0123456789abcdef"

# command: who may give it, beside the owner of the server, who may give them all
MATRIX = {
    "step": "colleague remote",
    "back": "colleague remote",
    "undo": "colleague remote",
    "talk": "colleague remote",
    "extend": "colleague remote",
    "skip": "colleague remote",
    "arrange": "colleague remote",
    "earlier": "colleague remote",
    "board": "colleague remote",
    "lock": "colleague remote",
    "podium": "colleague remote",
    "choose_axes": "colleague",
    "change_settings": "colleague",
    "remove": "colleague",
    "remove_since": "colleague",
    "let_back": "colleague",
    "let_all_back": "colleague",
    "approve_entry": "colleague",
    "let_in": "colleague",
    "let_in_until": "colleague",
    "turn_away": "colleague",
    "turn_away_since": "colleague",
    "rename": "colleague",
    "put_in_team": "colleague",
    "extra_time": "colleague",
    "group": "colleague",
    "end": "colleague",
}

SETTINGS: dict[str, object] = {
    "reading_seconds": 0,
    "answer_seconds": None,
    "speed_bonus": False,
    "asks_confidence": False,
    "closes_when_all_answered": False,
    "counting_vote": "second",
    "leaderboard": "full",
    "talk_seconds": None,
    "talk_from": 0.3,
    "talk_to": 0.7,
    "blocked_words": [],
}
BODIES: dict[str, dict[str, object]] = {
    "step": {"step": "s"},
    "back": {"step": "s"},
    "undo": {"step": "s"},
    "talk": {"card": "c", "seconds": None},
    "extend": {"card": "c", "seconds": 15},
    "skip": {"card": "c"},
    "arrange": {"cards": ["c"]},
    "earlier": {"card": "c"},
    "board": {"board": None},
    "lock": {"locked": True},
    "podium": {},
    "choose_axes": {"axes": ["a"]},
    "change_settings": SETTINGS,
    "remove": {"player": "p"},
    "remove_since": {"since": 1},
    "let_back": {"player": "p"},
    "let_all_back": {"removal": "r"},
    "approve_entry": {"approves": True},
    "let_in": {"player": "p"},
    "let_in_until": {"until": 1},
    "turn_away": {"player": "p"},
    "turn_away_since": {"since": 1},
    "rename": {"player": "p", "name": "Noor"},
    "put_in_team": {"player": "p", "team": 0},
    "extra_time": {"player": "p", "allowance": "usual"},
    "group": {"card": "c", "axis": "a", "groups": []},
    "end": {},
    "join": {"name": "Noor"},
    "answer": {"card": "c", "picks": {}, "shown_millis": 1},
    "team": {"team": 0},
}
ASKERS: dict[str, Asker] = {
    "owner": HostAsking(ROOM),
    "colleague": HostAsking(ROOM, Leader.COLLEAGUE, "key-1"),
    "remote": HostAsking(ROOM, Leader.REMOTE, "key-2"),
    "player": PlayerAsking(ROOM, PlayerId("noor")),
    "screen": ScreenAsking(ROOM),
}


def answer_to(who: str, command: str) -> RefusalCode | None:
    """The refusal that a command meets at the door; None when it is let through to the rules."""
    call = IncomingCall(command, ({"command_id": ID, **BODIES[command]},), 1, None)
    try:
        command_of(Session("sid", "eio", ASKERS[who]), call)
    except Refusal as refusal:
        return refusal.code
    return None


def test_every_command_has_its_line_in_the_matrix() -> None:
    assert set(MATRIX) == set(HOST_COMMANDS)


@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize("command", HOST_COMMANDS)
def test_the_host_s_commands_are_for_those_who_lead(who: str, command: str) -> None:
    may = who == "owner" or who in MATRIX[command].split()
    assert answer_to(who, command) is (None if may else RefusalCode.FORBIDDEN)


@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize("command", PLAYER_COMMANDS)
def test_nobody_who_leads_has_a_vote(who: str, command: str) -> None:
    assert answer_to(who, command) is (None if who == "player" else RefusalCode.FORBIDDEN)


def test_nobody_gives_away_more_than_is_his() -> None:
    assert KEYS_MADE_BY[Leader.OWNER] == {KeyRole.REMOTE, KeyRole.COLLEAGUE}
    assert KEYS_MADE_BY[Leader.COLLEAGUE] == {KeyRole.REMOTE}
    assert KEYS_MADE_BY[Leader.REMOTE] == {KeyRole.REMOTE}


def test_no_key_makes_an_owner() -> None:
    assert {leader_of(role) for role in KeyRole} == {Leader.COLLEAGUE, Leader.REMOTE}
