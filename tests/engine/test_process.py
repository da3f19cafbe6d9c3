"""The process's own parts: the listening socket, limits, the host's token, the command line."""

import gc
import socket
import stat
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from server import cli
from server.console_banner import banner, say
from server.engine.listener import AddressTaken, listen
from server.engine.process import raise_file_limit, tame_garbage_collector
from server.engine.wsgi_edge import WsgiEdge
from server.host_token import keep_host_token
from server.wire.join_address import JoinAddress


def test_a_port_belongs_to_one_server() -> None:
    with listen("127.0.0.1", 0) as first, pytest.raises(AddressTaken):
        listen("127.0.0.1", first.getsockname()[1])


def test_workers_may_share_a_port_when_that_is_meant() -> None:
    with listen("127.0.0.1", 0, shares_port=True) as first:
        listen("127.0.0.1", first.getsockname()[1], shares_port=True).close()


def test_small_frames_are_sent_without_delay() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_class_fits_into_the_file_limit() -> None:
    limit = raise_file_limit()
    assert limit >= 1_024
    assert raise_file_limit() == limit


def test_what_start_up_made_is_left_out_of_later_walks() -> None:
    thresholds = gc.get_threshold()
    gc.disable()  # as the start does
    try:
        tame_garbage_collector()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] > thresholds[0]
    finally:
        gc.enable()
        gc.unfreeze()
        gc.set_threshold(*thresholds)


def test_the_edge_takes_no_compressed_sockets() -> None:
    seen: list[str] = []

    def app(environ: dict[str, Any], _start: Callable[..., Any]) -> list[bytes]:
        seen.extend(environ)
        return []

    WsgiEdge(app, {})({"HTTP_SEC_WEBSOCKET_EXTENSIONS": "permessage-deflate", "PATH_INFO": "/"}, lambda *_: None)
    assert "PATH_INFO" in seen
    assert "HTTP_SEC_WEBSOCKET_EXTENSIONS" not in seen


def test_a_token_is_made_once_and_for_this_user_alone(tmp_path: Path) -> None:
    made = iter(["the-first", "the-second"])
    folder = tmp_path / "new" / "folder"
    assert keep_host_token(folder, lambda: next(made)) == "the-first"
    assert keep_host_token(folder, lambda: next(made)) == "the-first"
    assert stat.S_IMODE((folder / "host-token").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_empty_or_broken_token_file_is_made_anew(tmp_path: Path) -> None:
    for content in (b"", b"\n", b"\xff\xfe"):
        (tmp_path / "host-token").write_bytes(content)
        assert keep_host_token(tmp_path, lambda: "made-anew") == "made-anew"


def test_the_banner_says_where_to_go_and_warns_of_a_machine_alone() -> None:
    alone = banner("http://localhost:5000/host?token=t", JoinAddress(None, "127.0.0.1", 5000), ["Store: one"])
    assert "http://localhost:5000/host?token=t" in alone
    assert "http://127.0.0.1:5000" in alone
    assert "Store: one" in alone
    assert "TREDE_PUBLIC_URL" in alone
    reached = banner("link", JoinAddress("https://class.example", "0.0.0.0", 5000), [])
    assert "TREDE_PUBLIC_URL" not in reached


def test_a_terminal_without_the_signs_gets_question_marks() -> None:
    terminal = TextIOWrapper(BytesIO(), encoding="ascii")
    say("█ één", terminal)
    assert terminal.buffer.getvalue() == b"? ??n\n"


@pytest.mark.parametrize("arguments", [[], ["dance"], ["serve", "--demo", "0"], ["serve", "--port", "70000"]])
def test_wrong_usage_is_said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2
    assert "usage: trede" in capsys.readouterr().err


def test_deck_check_is_reached_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["deck"]) == 2
    assert "trede deck check" in capsys.readouterr().out
