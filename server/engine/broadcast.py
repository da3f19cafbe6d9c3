"""One packet to many lines: written to each that is free, and handed to the library for each that is not.

To a thousand phones the way through python-socketio and engineio is a dozen calls for each, of which the one that
counts is the last, the system's `send`. Here the frame is built once, and each line is looked at and written to in one
loop. Whatever stands in the way on a line (see inline_send.py, which this needs) means the library's way for that line,
with all its guards, so what a phone gets and in which order is never changed.
"""

from collections.abc import Iterable
from typing import Any

import engineio
from engineio import packet

from server.engine.inline_send import write_at_once


def install() -> None:
    """Broadcasts in one loop from now on, for every engineio server of this process."""
    engineio.Server.send_to_all = _send_to_all


def _send_to_all(self: Any, eio_sids: Iterable[str], text: str) -> None:
    """Sends a message to all these connections; who has gone is passed over."""
    sockets, pkt = self.sockets, packet.Packet(packet.MESSAGE, text)
    for eio_sid in eio_sids:
        socket = sockets.get(eio_sid)
        if socket is None or socket.closed:
            continue
        if not write_at_once(socket, pkt):
            self.send_packet(eio_sid, pkt)
