"""Socket.IO packets as this protocol has them: text only, one namespace, and every event to one handler.

python-socketio picks a handler by the name in the message and answers for it. Here the name is only data: each event
becomes one IncomingCall for the handler CALL, which answers it itself, when the log has it.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from socketio import packet

from server.rules.quickly_made import quickly_made
from server.rules.refusals import RefusalCode
from server.wire.reading import is_plain_throughout
from server.wire.strict_json import BadNumber, StrictJson, Written

CALL = "call"
"""The one event that python-socketio sees."""
EVENT_MARK = "2"
"""What a packet with an event begins with."""
LONGEST_MESSAGE = 16 * 1024
LONGEST_FRAME = 8 * LONGEST_MESSAGE
"""What the transport takes. Between the two a message is still answered TOO_LARGE; beyond, the connection ends."""
LONG_EVENTS = ("group",)
"""Events that may fill a whole frame: a grouping names everybody in it, and a room may have thousands."""

_EVENT = re.compile(r"2(?:(/[^,]*),)?([0-9]{1,15})?", re.ASCII)
_LONG_HEADS = tuple(f'["{event}",' for event in LONG_EVENTS)
_UNREADABLE_AUTH = "unreadable"


@quickly_made
@dataclass(frozen=True, slots=True)
class IncomingCall:
    """An event as it came in. `ack_id` None: the sender wants no answer. `problem`: it could not be read.

    `is_plain`: nothing but plain text is in it; else that has to be looked at.
    """

    event: str
    arguments: tuple[Any, ...]
    ack_id: int | None
    problem: RefusalCode | None = None
    is_plain: bool = field(default=False, compare=False)


class StrictPacket(packet.Packet):  # type: ignore[misc]
    """A packet that never raises on what it reads: trouble is handed on as an IncomingCall with a problem."""

    uses_binary_events = False
    json = StrictJson
    data: Any

    def decode(self, encoded_packet: Any) -> int:
        """Reads a packet; the answer is the number of attachments that follow, which is none."""
        self.namespace = None
        self.data = None
        kind = encoded_packet[:1] if isinstance(encoded_packet, str) else ""
        if kind == EVENT_MARK:
            self._become(read_call(encoded_packet))
        elif kind in {"0", "1"}:
            self._decode_connection(encoded_packet)
        else:
            self._become(IncomingCall("", (), None, RefusalCode.BAD_REQUEST))
        return 0

    def _decode_connection(self, encoded_packet: str) -> None:
        try:
            if len(encoded_packet) > LONGEST_MESSAGE:
                raise ValueError("too large")
            super().decode(encoded_packet)
        except (ValueError, RecursionError):
            self.packet_type = int(encoded_packet[0])
            self.namespace = None
            self.data = _UNREADABLE_AUTH

    def _become(self, call: IncomingCall) -> None:
        self.packet_type = packet.EVENT
        self.id = None
        self.data = [CALL, call]


def read_call(text: str) -> IncomingCall:
    """The event that a packet is which begins with EVENT_MARK. Never raises: trouble is its `problem`."""
    head = _EVENT.match(text)
    assert head is not None
    ack_id = int(head[2]) if head[2] else None
    if head[1] is not None:
        return IncomingCall("", (), ack_id, RefusalCode.BAD_REQUEST)
    if len(text) > LONGEST_MESSAGE and not text.startswith(_LONG_HEADS, head.end()):
        return IncomingCall("", (), ack_id, RefusalCode.TOO_LARGE)
    try:
        body = StrictJson.loads(text[head.end() :])
    except BadNumber:
        return IncomingCall("", (), ack_id, RefusalCode.BAD_NUMBER)
    except (ValueError, RecursionError):
        return IncomingCall("", (), ack_id, RefusalCode.BAD_REQUEST)
    return _call(body, ack_id, is_plain_throughout(text))


def _call(body: Any, ack_id: int | None, is_plain: bool) -> IncomingCall:
    if not isinstance(body, list) or not body or not isinstance(body[0], str):
        return IncomingCall("", (), ack_id, RefusalCode.BAD_REQUEST)
    return IncomingCall(body[0], tuple(body[1:]), ack_id, is_plain=is_plain)


def encoded_event(event: str, body: object) -> str:
    """The packet of an event that wants no answer. A tuple is several arguments, some of which may stand written."""
    if type(body) is tuple:
        said = ",".join(part.text if type(part) is Written else StrictJson.dumps(part) for part in body)
        return f'2["{event}",{said}]'
    return f'2["{event}",{StrictJson.dumps(body)}]'


def encoded_ack(ack_id: int, body: object) -> str:
    """The packet that answers a call."""
    return f"3{ack_id}[{StrictJson.dumps(body)}]"
