"""The figures of one process. The hot path calls these methods; none waits, raises, or keeps what is of a person."""

from collections.abc import Callable, Mapping

from server.watch.counts import Counter, Histogram, Reading, as_text
from server.watch.process import process_readings

QUICK = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
LATE = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 30.0)
BATCHES = (1, 2, 5, 10, 25, 50, 100, 200, 400, 1000)

Read = Callable[[], Mapping[str, float]]


class Measures:
    """What is counted, and read when it is asked for. `stopwatch` gives seconds that only rise."""

    def __init__(
        self, stopwatch: Callable[[], float], process: str, started_at: float, about: Mapping[str, str]
    ) -> None:
        """`process` tells this process from its fellows; `about` is the build's version and the like."""
        self.stopwatch = stopwatch
        self.process = process
        self.connections_opened = Counter(
            "trede_connections_opened_total",
            "Connections that were let in; back: of a seat that is taken.",
            "role",
            "came",
        )
        self.commands = Counter("trede_commands_total", "Commands that were answered, by kind.", "kind")
        self.refusals = Counter("trede_refusals_total", "What was refused, by the code that was told.", "way", "code")
        self.http = Counter("trede_http_responses_total", "HTTP answers by status.", "status")
        self.hang_ups = Counter("trede_hang_ups_total", "Connections that the server ended by itself.")
        self.ack_seconds = Histogram(
            "trede_ack_seconds", "From a command's arrival to its acknowledgement, the store included.", QUICK
        )
        self.append_seconds = Histogram("trede_append_seconds", "What one append to the store took.", QUICK)
        self.append_events = Histogram("trede_append_events", "Events in one append.", BATCHES)
        self.appends_stale = Counter(
            "trede_appends_stale_total", "Appends that another process was quicker than; they are decided anew."
        )
        self.store_failures = Counter("trede_store_failures_total", "Appends that failed.", "kind")
        self.store_away = Counter("trede_store_unavailable_seconds_total", "How long the store did not answer.")
        self.is_store_up = 1.0
        self.loop_lag = Histogram("trede_event_loop_lag_seconds", "How much later than asked a rest ended.", LATE)
        self.closed_late = Histogram(
            "trede_round_closed_late_seconds", "From a round's end to the moment that it was kept as closed.", LATE
        )
        self.views = Counter("trede_views_total", "Views that were made and sent, by kind, a broadcast once.", "view")
        self.messages_sent = 0
        self.characters_sent = 0
        self._families = [
            Reading("trede_build_info", "What runs here.", lambda: {"": 1}),
            *(family for family in vars(self).values() if isinstance(family, Counter | Histogram)),
            Reading("trede_store_up", "1 while the store answers.", lambda: {"": self.is_store_up}),
            Reading(
                "trede_messages_sent_total",
                "Views put on a connection.",
                lambda: {"": self.messages_sent},
                kind="counter",
            ),
            Reading(
                "trede_characters_sent_total",
                "Characters in them; bytes, but for accents.",
                lambda: {"": self.characters_sent},
                kind="counter",
            ),
            *process_readings(started_at),
        ]
        self._about = about

    def read_too(self, name: str, help: str, read: Read, label: str = "") -> None:
        """Lets a figure be read whenever somebody asks for the page."""
        self._families.append(Reading(name, help, read, label))

    def page(self) -> str:
        """All figures as Prometheus reads them."""
        return as_text(self._families[:1], {"process": self.process, **self._about}) + as_text(
            self._families[1:], {"process": self.process}
        )

    def came_in(self, role: str, is_back: bool) -> None:
        """A connection was let in."""
        self.connections_opened.add(role, "back" if is_back else "new")

    def answered(self, kind: str, code: str | None, since: float) -> None:
        """A command had its one answer; `code` if that was a refusal. `since` is what the stopwatch said before."""
        self.ack_seconds.observe(self.stopwatch() - since)
        self.commands.add(kind)
        if code is not None:
            self.refusals.add("socket", code)

    def sent(self, characters: int, times: int = 1) -> None:
        """A view was put on so many connections."""
        self.messages_sent += times
        self.characters_sent += times * characters


class NoMeasures(Measures):
    """Counts nothing where it is hot; what is asked for seldom stays true."""

    def came_in(self, role: str, is_back: bool) -> None:
        """Not counted."""

    def answered(self, kind: str, code: str | None, since: float) -> None:
        """Not counted."""

    def sent(self, characters: int, times: int = 1) -> None:
        """Not counted."""
