"""Seeded noise: true packets with random wounds. The process lives on, says nothing, and a witness plays on."""

import contextlib
import json
import secrets
from contextlib import ExitStack
from random import Random

import pytest
import websocket

from tests.play.people import Lecturer, Phone, new_command_id
from tests.play.raw_socket import RawSocket
from tests.play.server_under_test import ServerUnderTest

CONNECTIONS = 25
PACKETS = 12
SPLINTERS = [
    "",
    "\x00",
    "\ud7ff",
    "[",
    "{",
    '"',
    "}",
    "]",
    ",",
    ":",
    "-",
    "9" * 30,
    "1e999",
    "NaN",
    "null",
    "/",
    "\\u0000",
]


def true_packets(room: str) -> list[str]:
    """What real clients send."""
    auth = {"protocol": 2, "role": "player", "room": room, "token": secrets.token_hex(16)}
    answer = {"command_id": new_command_id(), "card": "baker", "picks": {"stage": "client"}, "shown_millis": 12}
    events = [
        ["join", {"command_id": new_command_id(), "name": "Noise"}],
        ["answer", answer],
        ["step", {"command_id": new_command_id(), "step": "on.0.lobby.-.show_card"}],
    ]
    return ["40" + json.dumps(auth), *(f"42{number}{json.dumps(event)}" for number, event in enumerate(events)), "3"]


def wounded(packet: str, dice: Random) -> str:
    """The packet with a few letters taken out, doubled or replaced."""
    for _ in range(dice.randrange(4)):
        place, length = dice.randrange(len(packet) + 1), dice.randrange(6)
        middle = dice.choice([dice.choice(SPLINTERS), packet[place : place + length] * 2])
        packet = packet[:place] + middle + packet[place + length :]
    return packet


@pytest.mark.parametrize("seed", [1, 2])
def test_noise_harms_nobody(server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack, seed: int) -> None:
    dice = Random(seed)
    witness = Phone(server, lecturer.room)
    leaving.callback(witness.close)
    assert witness.join("Witness")["ok"]
    for _ in range(CONNECTIONS):
        noisy = RawSocket(server)
        with contextlib.suppress(OSError, websocket.WebSocketException):
            if dice.random() < 0.7:
                noisy.send(true_packets(lecturer.room)[0])
            for _ in range(PACKETS):
                noisy.send(wounded(dice.choice(true_packets(lecturer.room)), dice))
        noisy.close()
    assert lecturer.step()["phase"] == "answering"
    assert witness.answer(witness.see_open_round()["card"], stage="client")["ok"]
    assert witness.connections == 1
    assert server.complained == ""
