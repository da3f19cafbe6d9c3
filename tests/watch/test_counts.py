"""Figures, read back by Prometheus's own reader: another program's eyes."""

import time
from collections.abc import Callable

from prometheus_client.parser import text_string_to_metric_families

from server.watch.counts import Counter, Histogram, Reading, as_text
from server.watch.measures import Measures, NoMeasures

MOST_MICROSECONDS = 2.0
OBSERVATIONS = 20_000


def read(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Every sample of a page, by name and labels."""
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def measures(kind: type[Measures] = Measures) -> Measures:
    return kind(time.perf_counter, "17", 1_700_000_000.5, {"release": "1"})


def test_a_counter_says_how_often_for_each_combination_of_labels() -> None:
    refusals = Counter("refusals_total", "Refused.", "way", "code")
    for code in ("TOO_FAST", "TOO_FAST", "NO_SEAT"):
        refusals.add("socket", code)
    assert read(as_text([refusals], {"process": "17"})) == {
        ("refusals_total", (("code", "TOO_FAST"), ("process", "17"), ("way", "socket"))): 2,
        ("refusals_total", (("code", "NO_SEAT"), ("process", "17"), ("way", "socket"))): 1,
    }


def test_a_histogram_counts_up_to_each_bound_and_beyond_the_last() -> None:
    took = Histogram("took_seconds", "Took.", (0.1, 1))
    for seconds in (0.05, 0.1, 0.5, 7.0):  # a bound belongs to what lies below it
        took.observe(seconds)
    samples = read(as_text([took], {}))
    assert samples["took_seconds_bucket", (("le", "0.1"),)] == 2
    assert samples["took_seconds_bucket", (("le", "1"),)] == 3
    assert samples["took_seconds_bucket", (("le", "+Inf"),)] == 4
    assert samples["took_seconds_count", ()] == 4
    assert abs(samples["took_seconds_sum", ()] - 7.65) < 1e-9


def test_a_reading_is_taken_when_somebody_asks_and_may_have_nothing_to_say() -> None:
    rooms = {"lobby": 2.0}
    page: Callable[[], str] = lambda: as_text([Reading("rooms", "Rooms.", lambda: rooms, "phase")], {})  # noqa: E731
    assert read(page()) == {("rooms", (("phase", "lobby"),)): 2}
    rooms.clear()
    assert read(page()) == {}


def test_labels_may_hold_quotes_and_ends_of_lines() -> None:
    odd = Counter("odd_total", 'A "quoted" \\ help\nof two lines.', "text")
    odd.add('a "b" \\ c\nd')
    assert read(as_text([odd], {})) == {("odd_total", (("text", 'a "b" \\ c\nd'),)): 1}


def test_every_figure_of_a_server_can_be_read_and_none_has_two_meanings() -> None:
    counted = measures()
    counted.came_in("player", True)
    counted.answered("answer", "TOO_FAST", time.perf_counter())
    counted.sent(1200)
    page = counted.page()
    samples = read(page)
    assert samples["trede_messages_sent_total", (("process", "17"),)] == 1
    assert samples["trede_characters_sent_total", (("process", "17"),)] == 1200
    assert samples["trede_ack_seconds_count", (("process", "17"),)] == 1
    assert samples["process_start_time_seconds", (("process", "17"),)] == 1_700_000_000.5
    assert samples["process_resident_memory_bytes", (("process", "17"),)] > 1_000_000
    names = [line.split()[2] for line in page.splitlines() if line.startswith("# TYPE")]
    assert len(names) == len(set(names))


def microseconds(observe: Callable[[], None]) -> float:
    """Processor time of one call; the best of some tries, since other programs disturb."""

    def once() -> float:
        began = time.thread_time()
        for _ in range(OBSERVATIONS):
            observe()
        return (time.thread_time() - began) / OBSERVATIONS * 1e6

    return min(once() for _ in range(5))


def test_an_observation_costs_less_than_two_microseconds_and_next_to_nothing_when_switched_off(
    record_property: Callable[[str, object], None],
) -> None:
    on, off = measures(), measures(NoMeasures)
    answer = microseconds(lambda: on.answered("answer", "TOO_FAST", 0.0))  # three figures at once
    message = microseconds(lambda: on.sent(1200))
    nothing = microseconds(lambda: off.answered("answer", "TOO_FAST", 0.0))
    record_property("microseconds", f"answer {answer:.2f}, message {message:.2f}, switched off {nothing:.2f}")
    assert answer / 3 < MOST_MICROSECONDS
    assert message < MOST_MICROSECONDS
    assert nothing < answer
