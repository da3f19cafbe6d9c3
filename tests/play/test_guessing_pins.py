"""Somebody guesses PINs on the real server, with all the connections there are; a class comes in beside."""

from concurrent.futures import ThreadPoolExecutor

from tests.play.people import Lecturer
from tests.play.server_under_test import ServerUnderTest

AT_ONCE = 60
"""Wrong PINs that one address is told of before it waits: server/wire/pin_guard.py."""


def test_more_connections_are_no_more_guesses(server: ServerUnderTest, lecturer: Lecturer) -> None:
    guesser = {"X_Forwarded_For": "203.0.113.66"}
    wrong = [pin for pin in range(100_000, 100_160) if str(pin) != lecturer.pin]
    with ThreadPoolExecutor(32) as hands:
        replies = list(hands.map(lambda pin: server.get(f"/api/pins/{pin}", **guesser), wrong))
    told = [reply for reply in replies if reply.status == 404]
    assert len(told) in {AT_ONCE, AT_ONCE + 1}  # a minute may have gone by
    assert {reply.status for reply in replies} == {404, 429}
    # The right one is not told from a wrong one any more, and nothing of the room is in the answer.
    right = server.get(f"/api/pins/{lecturer.pin}", **guesser)
    assert (right.status, right.json) == (429, {"code": "TOO_FAST", "retry": True})


def test_a_class_behind_the_guesser_s_address_comes_in(server: ServerUnderTest, lecturer: Lecturer) -> None:
    school = {"X_Forwarded_For": "203.0.113.77"}
    assert server.get(f"/api/pins/{lecturer.pin}", **school).status == 200  # the first student
    for pin in range(200_000, 200_000 + AT_ONCE + 2):
        server.get(f"/api/pins/{pin}", **school)
    replies = [server.get(f"/api/pins/{lecturer.pin}", **school) for _ in range(30)]
    assert [reply.status for reply in replies] == [200] * 30
