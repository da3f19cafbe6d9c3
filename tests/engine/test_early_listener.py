"""Who knocks while a server is still being loaded waits in line; who wants a taken port hears so when it is needed."""

import socket

import pytest

from server.engine.listener import AddressTaken, EarlyListener

PATIENCE_SECONDS = 30


def port_of(listener: socket.socket) -> int:
    """The port that it got."""
    port: int = listener.getsockname()[1]
    return port


def test_a_phone_that_came_before_the_server_stood_is_served() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = port_of(probe)
    early = EarlyListener("127.0.0.1", port)
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as phone:
        phone.sendall(b"is anybody there?")
        with early.take_over() as listener:
            assert port_of(listener) == port
            line, _ = listener.accept()
            with line:
                line.settimeout(PATIENCE_SECONDS)
                assert line.recv(100) == b"is anybody there?"


def test_a_taken_port_is_told_to_who_takes_over() -> None:
    with EarlyListener("127.0.0.1", 0).take_over() as first:
        late = EarlyListener("127.0.0.1", port_of(first))
        with pytest.raises(AddressTaken):
            late.take_over()


def test_an_address_that_this_machine_does_not_have_is_told_likewise() -> None:
    nowhere = EarlyListener("203.0.113.7", 0)
    with pytest.raises(OSError, match="assign"):
        nowhere.take_over()
