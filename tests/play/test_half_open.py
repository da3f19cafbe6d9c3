"""A line that is gone says nothing: who no longer answers is away, and his connection ends."""

import contextlib
import secrets

from server.engine.socket_guards import SWEEP_SECONDS
from server.wire.socket_server import PONG_SECONDS
from tests.play.people import Lecturer
from tests.play.raw_socket import RawSocket
from tests.play.server_under_test import ServerUnderTest

A_LITTLE_SECONDS = 4.0
"""Less than what is left until the library's own writer would give up."""


def test_a_phone_that_answers_no_ping_is_hung_up_on_in_time(server: ServerUnderTest, lecturer: Lecturer) -> None:
    with contextlib.closing(RawSocket(server)) as phone:
        phone.enter("player", lecturer.room, secrets.token_hex(16))
        phone.until_closed(PONG_SECONDS + SWEEP_SECONDS + A_LITTLE_SECONDS)  # from its only ping on
