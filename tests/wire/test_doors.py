"""The small doors: origins, typed PINs, offered names, the join address."""

import pytest

from server.rules.refusals import Refusal
from server.wire.join_address import JoinAddress, lan_address, qr_svg
from server.wire.lobby import offer_names, read_pin
from server.wire.origins import Origins
from tests.support.classroom import Classroom
from tests.support.rooms_bench import NextInLine


@pytest.mark.parametrize(
    ("origin", "environ", "is_ours"),
    [
        (None, {"HTTP_HOST": "here:5000"}, True),
        ("http://here:5000", {"HTTP_HOST": "here:5000"}, True),
        ("http://HERE:5000", {"HTTP_HOST": "here:5000"}, True),
        ("https://here:5000", {"HTTP_HOST": "here:5000"}, True),
        ("https://class.example", {"HTTP_HOST": "inside:5000", "HTTP_X_FORWARDED_HOST": "class.example"}, True),
        ("https://class.example", {"HTTP_HOST": "inside:5000"}, False),
        ("http://here:5001", {"HTTP_HOST": "here:5000"}, False),
        ("http://sub.here:5000", {"HTTP_HOST": "here:5000"}, False),
        ("null", {"HTTP_HOST": "here:5000"}, False),
        ("", {}, False),
        ("file://here:5000", {"HTTP_HOST": "here:5000"}, False),
        ("http://[", {"HTTP_HOST": "here:5000"}, False),
    ],
)
def test_only_pages_of_this_server_may_speak_to_it(origin: str | None, environ: dict[str, str], is_ours: bool) -> None:
    assert Origins(None).is_ours(origin, environ) is is_ours


def test_the_public_address_is_ours_behind_any_proxy() -> None:
    assert Origins("https://class.example").is_ours("https://class.example", {"HTTP_HOST": "inside:5000"})


@pytest.mark.parametrize(
    "typed", ["482917", " 482 917 ", "482-917", "\uff14\uff18\uff12\uff19\uff11\uff17", "482\u00a0917"]
)
def test_a_pin_is_read_as_it_was_meant(typed: str) -> None:
    assert read_pin(typed) == "482917"


@pytest.mark.parametrize(
    "typed", ["", "48291", "4829170", "48291x", "\u0664\u0668\u0662\u0669\u0661\u0667", "x" * 10_000]
)
def test_what_cannot_be_a_pin_leads_nowhere(typed: str) -> None:
    with pytest.raises(Refusal, match="ROOM_NOT_FOUND"):
        read_pin(typed)


def test_a_name_that_somebody_has_is_not_offered() -> None:
    classroom = Classroom()
    classroom.join("Rode Mus")
    names = {"nl": ("rode mus", "Kalme Uil", "Dappere Das", "Rode Eend"), "en": ("Calm Owl",)}
    offered = offer_names(classroom.room, names, NextInLine())
    assert offered.nl == ("Kalme Uil", "Dappere Das", "Rode Eend")
    assert offered.en == ("Calm Owl",)


@pytest.mark.parametrize(
    ("public_url", "host", "url", "shown"),
    [
        (None, "0.0.0.0", "http://192.168.1.20:5000/join/482917", "192.168.1.20:5000"),
        (None, "::", "http://192.168.1.20:5000/join/482917", "192.168.1.20:5000"),
        (None, "10.0.0.7", "http://10.0.0.7:5000/join/482917", "10.0.0.7:5000"),
        (None, "fd00::7", "http://[fd00::7]:5000/join/482917", "[fd00::7]:5000"),
        ("https://class.example", "0.0.0.0", "https://class.example/join/482917", "class.example"),
    ],
)
def test_phones_are_told_the_address_that_they_can_reach(
    public_url: str | None, host: str, url: str, shown: str
) -> None:
    address = JoinAddress(public_url, host, 5000, own_address=lambda: "192.168.1.20")
    assert address.url(read_pin("482917")) == url
    assert address.host == shown


def test_this_machine_has_an_address() -> None:
    assert lan_address().count(".") == 3


def test_a_qr_code_is_a_picture() -> None:
    assert qr_svg("http://192.168.1.20:5000/join/482917").startswith(b"<svg")
