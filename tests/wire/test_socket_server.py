"""The parts of python-socketio that are bent to this protocol."""

import logging

import pytest
from flask import Flask

from server.wire.origins import Origins
from server.wire.socket_server import GreetingManager, make_socket_server
from server.wire.strict_json import Written
from server.wire.strict_packet import StrictPacket


def a_manager() -> GreetingManager:
    """The manager of a server that runs nowhere."""
    manager = make_socket_server(Flask(__name__), "threading", Origins(None)).manager
    assert isinstance(manager, GreetingManager)
    return manager


def test_a_connection_is_announced_once_it_stands() -> None:
    manager = a_manager()
    standing: list[str] = []
    manager.on_standing = standing.append
    sid = manager.pre_connect("eio-1", "/")
    assert standing == []
    manager.connect(sid, "/")
    assert standing == [sid]


def test_who_leaves_is_in_no_channel_any_more_and_the_others_stay() -> None:
    manager = a_manager()
    noor, sem = (manager.connect(manager.pre_connect(eio, "/"), "/") for eio in ("eio-1", "eio-2"))
    for sid in (noor, sem):
        manager.enter_room(sid, "/", "phones room-1")
    manager.enter_room(noor, "/", "seat room-1 noor")
    manager.pre_disconnect(noor, "/")
    manager.disconnect(noor, "/")
    assert dict(manager.get_participants("/", "phones room-1")) == {sem: "eio-2"}
    assert dict(manager.get_participants("/", "seat room-1 noor")) == {}
    assert manager.sid_from_eio_sid("eio-1", "/") is None
    assert manager.is_connected(sem, "/")
    manager.pre_disconnect(sem, "/")
    manager.disconnect(sem, "/")
    assert manager.rooms == {}


def test_a_refused_connection_leaves_nothing() -> None:
    manager = a_manager()
    sid = manager.pre_connect("eio-1", "/")
    manager.disconnect(sid, "/")
    assert manager.rooms == {}
    assert not manager.is_pre_connected(sid, "/")


def test_what_a_client_did_wrong_does_not_fill_the_log() -> None:
    logger = make_socket_server(Flask(__name__), "threading", Origins(None)).logger
    record = logger.makeRecord("x", logging.ERROR, "f", 1, "x (further occurrences of this error will ...)", (), None)
    assert not logger.filter(record)


def test_a_view_is_encoded_once_however_many_hear_it(monkeypatch: pytest.MonkeyPatch) -> None:
    server = make_socket_server(Flask(__name__), "threading", Origins(None))
    sent: list[str] = []
    encoded: list[object] = []
    encode = StrictPacket.encode

    def counted(packet: StrictPacket) -> object:
        encoded.append(packet)
        return encode(packet)

    monkeypatch.setattr(StrictPacket, "encode", counted)
    monkeypatch.setattr(server.eio, "send", lambda eio_sid, data: sent.append(data))
    monkeypatch.setattr(server.eio, "send_packet", lambda eio_sid, pkt: sent.append(pkt.data))
    for number in range(50):
        sid = server.manager.connect(server.manager.pre_connect(f"eio-{number}", "/"), "/")
        server.manager.enter_room(sid, "/", "phones room-1")
    encoded.clear()
    server.emit("room", (Written('{"=":"a"}'), Written('{"a":{"b":1}}')), to="phones room-1")
    assert len(encoded) == 1
    assert sent == ['2["room",{"=":"a"},{"a":{"b":1}}]'] * 50
