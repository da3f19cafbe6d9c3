"""A room with all its phones and its host, as the bench plays it: every press is measured to the last phone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_hex
from typing import Any

from server.devtools.bench.hall import Hall, HallStuck, Phone, frame_of, in_waves
from server.devtools.bots.door import HostDoor
from server.devtools.whole_views import WholeViews

SOCKET_PATH = "/socket.io/?EIO=4&transport=websocket"
PROTOCOL = 2
PING, PONG = b"2", frame_of(b"3")
LONG_SECONDS = 60.0
READING_SECONDS = 120
"""The host opens each round before this is over."""
SETTLE_SECONDS = 1.1
"""After a press, until nothing more comes of it: the host's list of people goes out once a second."""


@dataclass(slots=True)
class Told:
    """What a phone has been told. `version` and `phase` are of the newest room view."""

    token: str
    version: int = 0
    phase: str = ""
    acks: int = 0
    refused: int = 0
    results: int = 0
    answer: bytes = b""


@dataclass(slots=True)
class Sitting:
    """`players` phones in one room of a server. Views that all phones get alike are read once.

    The phones share what they were told of sheets: the bench measures, and each phone was told all that one was.
    """

    hall: Hall
    door: HostDoor
    players: int
    cards: int
    room: str = ""
    host: Phone | None = None
    phones: list[Phone] = field(default_factory=list)
    host_view: dict[str, Any] = field(default_factory=dict)
    room_message: bytes = b""
    room_view: dict[str, Any] = field(default_factory=dict)
    addresses: Sequence[str] = ()
    """The processes that the phones are spread over; empty: all at the door's."""
    host_reads: WholeViews = field(default_factory=WholeViews)
    phones_read: WholeViews = field(default_factory=WholeViews)
    unheard: int = 0
    """So many phones have not yet heard what is waited for: counted down, for to ask each would be what is measured."""
    bytes_to_phones: int = 0
    bytes_to_host: int = 0
    messages: int = 0
    _awaited: str = ""
    """The phase that is waited for; empty: something else."""

    def open(self, **wish: Any) -> None:
        """Opens a room without a clock, and lets everybody in."""
        deck = max(self.door.decks(), key=lambda one: int(one["cards"]))
        cards = [card["id"] for card in deck["shelf_cards"] if card["status"] == "clear"][: self.cards]
        plan = {"command_id": token_hex(12), "deck": deck["id"], "cards": cards, "answer_seconds": None}
        self.room = self.door.open_room({**plan, "reading_seconds": READING_SECONDS, **wish})
        self.enter()

    def enter(self) -> None:
        """Connects the host, and phones wave after wave; everybody takes a seat."""
        self._connect_host()
        for wave in in_waves(self.players):
            opened = self._connect([token_hex(16) for _ in range(wave)])
            self.hall.run_until(lambda due=opened: all(_told(one).acks for one in due), "seats", LONG_SECONDS)  # type: ignore[misc]

    def come_back(self) -> None:
        """Host and phones come back all at once to the room and the seats they had, and join as phones do again."""
        tokens, self.phones = [_told(phone).token for phone in self.phones], []
        self._dial_host()
        self._connect(tokens)
        self.hall.run_until(
            lambda: bool(self.host_view) and all(_told(one).acks and _told(one).version for one in self.phones),
            "everybody back",
            LONG_SECONDS,
        )

    def _connect_host(self) -> None:
        self._dial_host()
        self.hall.run_until(lambda: bool(self.host_view), "the host's view")

    def _dial_host(self) -> None:
        cookie = self.door.headers["Cookie"]
        (self.host,) = self.hall.connect(self.door.address, SOCKET_PATH, 1, self._host_hears, cookie)

    def _connect(self, tokens: Sequence[str]) -> list[Phone]:
        addresses = self.addresses or (self.door.address,)
        opened: list[Phone] = []
        for number, address in enumerate(addresses):
            share = len(range(number, len(tokens), len(addresses)))
            opened += self.hall.connect(address, SOCKET_PATH, share, self._phone_hears)
        for phone, token in zip(opened, tokens, strict=True):
            phone.told = Told(token)
        self.phones += opened
        return opened

    def step_to(self, phase: str) -> float:
        """Presses the one key until the room is in a phase; returns the seconds from that press to the last phone."""
        while True:
            view = self.host_view
            self._await(phase)
            for phone in self.phones:
                _told(phone).phase = ""
            assert self.host is not None
            body = {"command_id": token_hex(12), "step": view["next_step"]["id"]}
            self.host.send(call_of("step", body, 0))
            took = self.hall.run_until(
                lambda since=view["version"]: not self.unheard or self._host_moved(since, phase),  # type: ignore[misc]
                f"{phase} on every phone",
            )
            if not self.unheard:
                self.hall.run_until(lambda: self.host_view["phase"] == phase, "the host's view")
                return took

    def answer_all(self) -> float:
        """Everybody answers at one instant; returns the seconds to the last acknowledgement. Raises HallStuck."""
        self._think()
        for phone in self.phones:
            phone.send(_told(phone).answer)
        took = self.hall.run_until(lambda: not self.unheard, "every answer's ack")
        self._check_answers()
        return took

    def answer_within(self, seconds: float) -> None:
        """Everybody answers, one after the other, over so many seconds, as people do. Raises HallStuck."""
        self._think()
        for phone in self.phones:
            phone.send(_told(phone).answer)
            self.hall.rest(seconds / len(self.phones))
        self.hall.run_until(lambda: not self.unheard, "every answer's ack")
        self._check_answers()

    def _think(self) -> None:
        """Makes everybody's answer to the open card."""
        asked = self.room_view["round"]
        self._await()
        picks = {axis["id"]: _first_pick(axis) for axis in asked["axes"] if axis["kind"] in {"single", "ordinal"}}
        for number, phone in enumerate(self.phones):
            told = _told(phone)
            told.acks = told.refused = 0
            axes = {axis: options[number % len(options)] for axis, options in picks.items()}
            body = {"command_id": token_hex(12), "card": asked["card"], "picks": axes, "shown_millis": 1000}
            told.answer = call_of("answer", body, 1)

    def _check_answers(self) -> None:
        refused = sum(_told(phone).refused for phone in self.phones)
        if refused:
            raise HallStuck(f"{refused} answers were refused")

    def reveal_all(self) -> float:
        """Shows the truth; returns the seconds until the last phone has its own result."""
        self._await()
        for phone in self.phones:
            _told(phone).results = 0
        assert self.host is not None
        self.host.send(call_of("step", {"command_id": token_hex(12), "step": self.host_view["next_step"]["id"]}, 0))
        took = self.hall.run_until(lambda: not self.unheard, "everybody's own result")
        self.hall.run_until(lambda: self.host_view["phase"] == "reveal", "the host's view")
        return took

    def _await(self, phase: str = "") -> None:
        """From now on phones are counted that hear of a phase; without one, that get an acknowledgement or a result."""
        self._awaited, self.unheard = phase, len(self.phones)

    def forget_lines(self) -> None:
        """The server has died: the old lines are gone, the seats are not."""
        self.hall.hang_up()
        self.host_view = {}

    def _host_moved(self, version: int, phase: str) -> bool:
        """Whether the room has gone on, but not yet to where it should."""
        view = self.host_view
        return bool(view["version"] > version and view["phase"] != phase)

    def _host_hears(self, phone: Phone, text: bytes) -> None:
        self.bytes_to_host += len(text)
        if text.startswith(b'42["host"'):
            self.host_view = self.host_reads.take(*json.loads(text[2:]))
        else:
            _keep_line(phone, text, {"protocol": PROTOCOL, "role": "host", "room": self.room})

    def _phone_hears(self, phone: Phone, text: bytes) -> None:
        told = _told(phone)
        if text != PING:
            self.bytes_to_phones += len(text)
            self.messages += 1
        if text.startswith(b'42["room"'):
            self._take_room(told, text)
        elif text.startswith(b'42["seat"'):
            self._take_seat(told, text)
        elif text.startswith(b"43"):
            self.unheard -= not told.acks
            told.acks += 1
            told.refused += b'"ok":true' not in text and b'"ok": true' not in text
        elif text.startswith(b"40"):
            name = f"Bench {sha256(told.token.encode()).hexdigest()[:8]}"
            phone.send(call_of("join", {"command_id": token_hex(12), "name": name}, 2))
        else:
            auth = {"protocol": PROTOCOL, "role": "player", "room": self.room, "token": told.token}
            _keep_line(phone, text, auth)

    def _take_room(self, told: Told, text: bytes) -> None:
        if text != self.room_message:
            self.room_message, self.room_view = text, self.phones_read.take(*json.loads(text[2:]))
        told.version, phase = self.room_view["version"], self.room_view["phase"]
        if phase == self._awaited != told.phase:
            self.unheard -= 1
        told.phase = phase

    def _take_seat(self, told: Told, text: bytes) -> None:
        if b'"result":null' not in text and b'"result": null' not in text:
            self.unheard -= not told.results
            told.results += 1


def call_of(event: str, body: dict[str, Any], number: int) -> bytes:
    """The frame of a Socket.IO event that wants an acknowledgement."""
    return frame_of(b"42%d%b" % (number, json.dumps([event, body], separators=(",", ":")).encode()))


def _keep_line(phone: Phone, text: bytes, auth: dict[str, Any]) -> None:
    """What every Engine.IO client does: introduce itself, and answer pings."""
    if text == PING:
        phone.send(PONG)
    elif text.startswith(b"0"):
        phone.send(frame_of(b"40" + json.dumps(auth).encode()))
    elif text.startswith(b"44"):
        raise HallStuck(f"phone {phone.number} was not let in: {text[2:200]!r}")


def _told(phone: Phone) -> Told:
    assert isinstance(phone.told, Told)
    return phone.told


def _first_pick(axis: dict[str, Any]) -> list[str]:
    return [option["id"] for option in axis["options"]]
