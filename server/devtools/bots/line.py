"""One device's connection to a room, which comes back by itself, and its queue: one command at a time."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from server.devtools.bots.notes import Notes
from server.devtools.oracle import Fate, SentCommand
from server.devtools.socketio_client import ConnectionRefused, LineLost, SocketIOClient, open_client
from server.devtools.whole_views import SheetUnknown, WholeViews

PROTOCOL = 2
ACK_SECONDS = 5.0
FIRST_PAUSE_SECONDS = 0.3
LONGEST_PAUSE_SECONDS = 2.0

FAULTY_CODES = frozenset(
    {"BAD_REQUEST", "BAD_NUMBER", "BAD_TEXT", "TOO_LARGE", "UNKNOWN_EVENT", "FORBIDDEN", "TOKEN_INVALID"}
    | {"BAD_PICK", "NO_SEAT", "SERVER_ERROR", "ROOM_NOT_FOUND"}
)
"""Codes that a client that keeps to the protocol never gets from a healthy server."""

ViewHandler = Callable[[str, Any], None]


@dataclass(frozen=True, slots=True)
class Place:
    """Whom a device connects to and as what. `headers` carry the host's cookie."""

    address: str
    auth: Mapping[str, Any]
    headers: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The final answer to a command."""

    is_ok: bool
    version: int | None
    code: str | None
    suggestion: str | None


def pause_seconds(attempt: int, dice: Random) -> float:
    """How long to wait before trying again: 0.3 s growing to 2 s, between half and one and a half of that by chance."""
    pause: float = min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2.0 ** min(attempt, 8))
    return pause * dice.uniform(0.5, 1.5)


class Line:
    """A device. Views reach `on_view` newest first: one that is older than the last on its connection is dropped."""

    def __init__(self, place: Place, player: str | None, dice: Random, notes: Notes, on_view: ViewHandler) -> None:
        """`player` is None for the host and the projector."""
        self._place = place
        self._player = player
        self._dice = dice
        self._notes = notes
        self._on_view = on_view
        self._client: SocketIOClient | None = None
        self._is_online = asyncio.Event()
        self._turn = asyncio.Lock()
        self._newest: dict[str, int] = {}
        self._views = WholeViews()
        self._asking: asyncio.Task[None] | None = None
        self._newest_ever: dict[str, int] = {}
        self.refused_with: str | None = None
        """Why it was not let in at its last attempt; None: it was, or there was nobody to say."""

    @property
    def is_online(self) -> bool:
        """Whether it has a connection now."""
        return self._is_online.is_set()

    async def keep(self) -> None:
        """Connects, and again whenever the connection is lost, until cancelled."""
        attempt = 0
        try:
            while True:
                if await self._connect():
                    attempt = 0
                    await self._listen()
                    self._notes.reconnects += 1
                await asyncio.sleep(pause_seconds(attempt, self._dice))
                attempt += 1
        finally:
            if self._client is not None:
                await self._client.close()

    async def order(self, event: str, body: Mapping[str, Any], is_cut_short: bool = False) -> Answer:
        """Sends a command until it has its final answer. Cancelled before that, its fate is noted as unsure.

        `is_cut_short`: the connection breaks a moment after the first sending.
        """
        sent = SentCommand(event, body["command_id"], self._player, body, Fate.UNSURE)
        place = len(self._notes.commands)
        self._notes.commands.append(sent)
        async with self._turn:
            if is_cut_short:
                asyncio.get_running_loop().call_later(self._dice.uniform(0.0, 0.02), self.cut)
            answer = await self._until_answered(event, body)
        fate = Fate.ACKNOWLEDGED if answer.is_ok else Fate.REFUSED
        self._notes.commands[place] = SentCommand(
            event, body["command_id"], self._player, body, fate, answer.code, answer.version
        )
        if answer.code is not None:
            (self._notes.errors if answer.code in FAULTY_CODES else self._notes.refusals)[answer.code] += 1
        return answer

    def cut(self) -> None:
        """The connection breaks, as when Wi-Fi goes."""
        if self._client is not None:
            self._client.cut()

    async def _connect(self) -> bool:
        self._newest.clear()
        self._views = WholeViews()
        try:
            self._client = await open_client(
                self._place.address, self._place.auth, self._take_view, self._place.headers
            )
        except LineLost:
            return False
        except ConnectionRefused as refused:
            reason = self.refused_with = str(refused)
            counts = self._notes.retries if reason == "SERVER_BUSY" else self._notes.errors
            counts[f"REFUSED_{reason}"] += 1
            return False
        self._is_online.set()
        self.refused_with = None
        return True

    async def _listen(self) -> None:
        client = self._client
        assert client is not None
        await client.listen()
        self._lost(client)
        if client.surplus_acks:
            self._notes.errors["ANSWERED_TWICE"] += client.surplus_acks

    def _lost(self, client: SocketIOClient) -> None:
        client.cut()
        if self._client is client:
            self._client = None
            self._is_online.clear()

    async def _until_answered(self, event: str, body: Mapping[str, Any]) -> Answer:
        loop = asyncio.get_running_loop()
        first_sent: float | None = None
        attempt = 0
        while True:
            await self._is_online.wait()
            client = self._client
            assert client is not None
            sent = loop.time()
            first_sent = sent if first_sent is None else first_sent
            try:
                ack = await client.call(event, body, ACK_SECONDS)
            except LineLost:
                self._notes.repeats += 1
                self._lost(client)
                continue
            except TimeoutError:
                self._notes.unanswered.append(f"{event} {body['command_id']} of {self._player or 'the host'}")
                continue
            self._notes.round_trips.append((loop.time() - sent) * 1000)
            if ack["ok"] or not ack["retry"]:
                self._notes.settled.append((loop.time() - first_sent) * 1000)
                return Answer(ack["ok"], ack.get("version"), ack.get("code"), ack.get("suggestion"))
            self._notes.retries[ack["code"]] += 1
            await asyncio.sleep(pause_seconds(attempt, self._dice))
            attempt += 1

    def _take_view(self, event: str, body: Any, sheets: Mapping[str, Any] | None = None) -> None:
        if sheets:
            self._notes.look_at_sheets(event, body, sheets)
        try:
            body = self._views.take(event, body, sheets)
        except SheetUnknown:
            self._ask_again()
            return
        if body is not None:
            newest = self._newest.get(event, 0)
            if body["version"] < newest:
                self._notes.versions_fell.append(f"{event} of {self._player}: {body['version']} after {newest}")
                return
            if not newest and body["version"] < self._newest_ever.get(event, 0):
                ever = self._newest_ever[event]
                self._notes.came_back_older.append(f"{event} of {self._player}: {body['version']} after {ever}")
            self._newest[event] = self._newest_ever[event] = body["version"]
        self._on_view(event, body)

    def _ask_again(self) -> None:
        """For the first views anew. Before these have come they are on their way."""
        if self._newest and (self._asking is None or self._asking.done()):
            self._asking = asyncio.get_running_loop().create_task(self._until_told_again())

    async def _until_told_again(self) -> None:
        client = self._client
        while client is not None and client is self._client:
            self._notes.asked_again += 1
            with contextlib.suppress(LineLost, TimeoutError):
                if (await client.call("again", {}, ACK_SECONDS))["ok"]:
                    return
            await asyncio.sleep(pause_seconds(1, self._dice))
