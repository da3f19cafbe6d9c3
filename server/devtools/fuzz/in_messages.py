"""Every command's message, wounded: one coded answer to each, or the end of its own connection."""

import json
from contextlib import suppress
from random import Random
from secrets import token_hex
from typing import Any

from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.sync.client import connect
from websockets.sync.connection import Connection

from server.devtools.bots.door import HostDoor
from server.devtools.fuzz.finds import Finds
from server.devtools.fuzz.values import STRANGE_TEXTS, sample, strange, wounded, written
from server.rules.refusals import RefusalCode
from server.wire.client_messages import HOST_COMMANDS, PLAYER_COMMANDS
from server.wire.sessions import Handshake

PART = "messages"
MESSAGES_PER_LINE = 15
ANSWER_SECONDS = 10.0
SCHEMAS = {name: model.model_json_schema() for name, model in {**PLAYER_COMMANDS, **HOST_COMMANDS}.items()}
CODES = frozenset(code.value for code in RefusalCode)


class MessageFuzzer:
    """Keeps a room of its own, and opens a new one where a message ended it."""

    def __init__(self, door: HostDoor, dice: Random, finds: Finds) -> None:
        self._door = door
        self._dice = dice
        self._finds = finds
        self._room = ""
        self._deck = door.decks()[0]["id"]

    def turn(self) -> None:
        """One connection, and what it says."""
        if not self._room or self._dice.random() < 0.1:
            self._room = self._door.open_room({"command_id": token_hex(12), "deck": self._deck})
        role = self._dice.choice(("player", "player", "host", "screen"))
        auth: Any = {"protocol": 2, "role": role, "room": self._room} | (
            {"token": token_hex(16)} if role == "player" else {}
        )
        is_wrong = self._dice.random() < 0.2
        if is_wrong:
            auth = wounded(self._dice.choice((auth, sample(Handshake.model_json_schema(), self._dice))), self._dice)
        headers = self._door.headers if role == "host" else {}
        address = self._door.address.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        with (
            suppress(OSError, WebSocketException, TimeoutError),
            connect(address, additional_headers=headers, open_timeout=ANSWER_SECONDS, close_timeout=1) as line,
        ):
            self._talk(line, written(auth, self._dice))

    def _talk(self, line: Connection, auth: str) -> None:
        self._finds.tried(PART)
        line.send(f"40{auth}")
        greeting = self._until(line, ("40", "44"), auth)
        if greeting is None or greeting.startswith("44"):
            return
        for number in range(1, MESSAGES_PER_LINE):
            body = self._body()
            self._finds.tried(PART)
            line.send(f"42{number}{body}")
            answer = self._until(line, (f"43{number}[",), body)
            if answer is None:
                return
            self._judge(answer[len(f"43{number}") :], body)

    def _body(self) -> str:
        name = self._dice.choice(sorted(SCHEMAS))
        message: Any = sample(SCHEMAS[name], self._dice)
        for _ in range(self._dice.choice((0, 1, 1, 1, 2))):
            message = wounded(message, self._dice)
        event: Any = name
        if self._dice.random() < 0.05:
            event = self._dice.choice((*STRANGE_TEXTS, "connect", "disconnect", "*", None, 7, {}, []))
        arguments = [message] * self._dice.choice((1, 1, 1, 1, 1, 1, 1, 0, 2))
        body: Any = [event, *arguments] if self._dice.random() < 0.97 else strange(self._dice)
        text = written(body, self._dice)
        text = text[: self._dice.randrange(len(text) + 1)] if self._dice.random() < 0.03 else text
        return f" {text}" if text[:1].isdigit() else text  # a digit more would be another acknowledgement's number

    def _until(self, line: Connection, beginnings: tuple[str, ...], sent: str) -> str | None:
        """The packet that begins so; None when the connection was ended."""
        try:
            while True:
                packet = line.recv(ANSWER_SECONDS)
                if not isinstance(packet, str):
                    self._finds.add(PART, f"bytes came back: {packet[:80]!r}", sent)
                    continue
                self._look(packet, sent)
                if packet == "2":
                    line.send("3")
                elif packet.startswith(beginnings):
                    return packet
        except TimeoutError:
            self._finds.add(PART, f"no answer within {ANSWER_SECONDS:.0f} s, and the connection stands", sent)
        except ConnectionClosed:
            pass
        return None

    def _look(self, packet: str, sent: str) -> None:
        if "Traceback" in packet or 'File "' in packet:
            self._finds.add(PART, f"a traceback came back: {packet}", sent)
        if packet.startswith(("42", "43")):
            try:
                json.loads(packet[packet.index("[") :], parse_constant=_refuse)
            except ValueError as error:
                self._finds.add(PART, f"what came back is no JSON ({error}): {packet}", sent)

    def _judge(self, answer: str, sent: str) -> None:
        acks = json.loads(answer)
        ack = acks[0] if len(acks) == 1 and isinstance(acks[0], dict) else {}
        if ack.get("ok") is True:
            return
        if ack.get("code") not in CODES or ack["code"] == RefusalCode.SERVER_ERROR:
            self._finds.add(PART, f"the answer is {answer}", sent)
        elif ack["code"] == RefusalCode.ROOM_ENDED:
            self._room = ""


def _refuse(text: str) -> float:
    raise ValueError(text)
