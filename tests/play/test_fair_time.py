"""Fair time over real lines: who thinks as long earns as much on any Wi-Fi, and a lie gains next to nothing.

Points are thousandths of a point, so a difference of 30 is 30 of the 1,000 that a right axis earns.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack

import pytest

from server.rules.scoring import BONUS_MOST, NETWORK_ALLOWANCE_MILLIS
from tests.play.people import Lecturer, Phone, present
from tests.play.server_under_test import ServerUnderTest
from tests.play.slow_line import slow_line

log = logging.getLogger(__name__)

FAIR_WITHIN = 30
NEAR_MILLIS, FAR_MILLIS = 20, 400
THINKING_SECONDS = 1.5
ROUNDING = 1


class Thinker(threading.Thread):
    """A student who looks, thinks for a while from when the own screen shows the card, and answers right."""

    def __init__(self, phone: Phone, thinking_seconds: float, claim: Callable[[int], int] = lambda seen: seen) -> None:
        super().__init__()
        self.phone = phone
        self.key = ""
        self.thinking_seconds = thinking_seconds
        self.claim = claim
        self.start()

    def run(self) -> None:
        """Waits for the open round, and answers as late as it must."""
        card = self.phone.see_open_round()["card"]
        shown_at = time.monotonic()
        time.sleep(self.thinking_seconds)
        shown = round((time.monotonic() - shown_at) * 1000)
        message = {"card": card, "picks": {"stage": self.key}, "shown_millis": self.claim(shown)}
        assert self.phone.ask("answer", **message)["ok"]

    @property
    def points(self) -> int:
        """What the answer earned, once revealed."""
        points: int = self.phone.see("seat", lambda seat: seat["result"])["result"]["points"]
        return points


def come_in(server: ServerUnderTest, room: str, name: str, leaving: ExitStack) -> Phone:
    """A phone with a seat, on whatever line `server` is reached by."""
    phone = Phone(server, room)
    leaving.callback(phone.close)
    assert phone.join(name)["ok"]
    return phone


def play(lecturer: Lecturer, *thinkers: Thinker) -> list[int]:
    """One card, up to its reveal; the points in the order of the thinkers."""
    view = lecturer.step()
    (key,) = [axis for axis in view["keys"] if axis["axis"] == "stage"]
    for thinker in thinkers:
        thinker.key = key["accepted"][0]["option"]
    for thinker in thinkers:
        thinker.join()
    lecturer.step_to("reveal")
    return [thinker.points for thinker in thinkers]


def opened(server: ServerUnderTest, seconds: int, leaving: ExitStack) -> Lecturer:
    """A room where pace counts, with so many seconds to answer."""
    return present(Lecturer(server, answer_seconds=seconds, speed_bonus=True, axes=["stage"]), leaving)


@pytest.mark.parametrize("seconds", [5, 20, 60])
def test_a_slow_line_costs_next_to_nothing(server: ServerUnderTest, leaving: ExitStack, seconds: int) -> None:
    lecturer = opened(server, seconds, leaving)
    near = come_in(leaving.enter_context(slow_line(server, NEAR_MILLIS)), lecturer.room, "Noor", leaving)
    far = come_in(leaving.enter_context(slow_line(server, FAR_MILLIS)), lecturer.room, "Sem", leaving)
    points = play(lecturer, Thinker(near, THINKING_SECONDS), Thinker(far, THINKING_SECONDS))
    log.info(f"fair time, {seconds} s, {NEAR_MILLIS} and {FAR_MILLIS} ms of round trip: {points} of 1,500")
    assert abs(points[0] - points[1]) <= FAIR_WITHIN
    assert min(points) > 1000  # both had their bonus: else there was nothing to compare


def test_the_line_is_as_slow_as_it_says(server: ServerUnderTest, leaving: ExitStack) -> None:
    """Else the test above would show nothing."""
    lecturer = opened(server, 20, leaving)
    far = come_in(leaving.enter_context(slow_line(server, FAR_MILLIS)), lecturer.room, "Sem", leaving)
    began = time.monotonic()
    far.ask("team", team=0)
    assert (time.monotonic() - began) * 1000 >= FAR_MILLIS


@pytest.mark.parametrize("seconds", [5, 20])
def test_a_phone_that_lies_gains_at_most_the_allowance(
    server: ServerUnderTest, leaving: ExitStack, seconds: int
) -> None:
    """It claims not to have thought at all, and answers when everybody does, or holds its answer back."""
    lecturer = opened(server, seconds, leaving)
    honest, liar, late_liar = (come_in(server, lecturer.room, name, leaving) for name in ("Noor", "Sem", "Bo"))
    points = play(
        lecturer,
        Thinker(honest, THINKING_SECONDS),
        Thinker(liar, THINKING_SECONDS, claim=lambda _seen: 0),
        Thinker(late_liar, THINKING_SECONDS + 1.0, claim=lambda _seen: 0),
    )
    most = BONUS_MOST * NETWORK_ALLOWANCE_MILLIS / (seconds * 1000)
    scheduling = (
        BONUS_MOST * 100 / (seconds * 1000)
    )  # a tenth of a second by which one thread may be later than another
    log.info(f"fair time, {seconds} s: honest {points[0]}, claims 0: {points[1]}, claims 0 a second later: {points[2]}")
    assert points[1] - points[0] <= most + scheduling + ROUNDING
    assert points[2] < points[0]  # holding back costs more than the lie brings
