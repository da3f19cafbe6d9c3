"""A log of which the answers are not read until somebody looks at them: nineteen in twenty of its events.

When each event came is known at once, and everything that is no answer; that is enough to tell how a sitting went.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from server.rules.events import AnswerGiven, Event
from server.rules.ids import ServerMillis


@dataclass(frozen=True, slots=True)
class SkimmedLog:
    """`came_at` has the moment of every event, `others` by its place each that is no answer, in order.

    `read` gives the events from a place to before another, answers too, and reads each when it is taken: going through
    them raises what reading a broken log raises.
    """

    came_at: Sequence[ServerMillis]
    others: Mapping[int, Event]
    read: Callable[[int, int], Iterable[Event]]

    def __len__(self) -> int:
        return len(self.came_at)

    def by_answers(self) -> Iterator[tuple[Sequence[ServerMillis], Event | None]]:
        """Each event that is no answer, after the moments of the answers before it; None after the last answers."""
        seen = 0
        for place, event in self.others.items():
            yield self.came_at[seen:place], event
            seen = place + 1
        yield self.came_at[seen:], None


def skimmed(events: Sequence[Event]) -> SkimmedLog:
    """A log that has been read already."""
    return SkimmedLog(
        came_at=[event.at for event in events],
        others={place: event for place, event in enumerate(events) if not isinstance(event, AnswerGiven)},
        read=lambda start, end: events[start:end],
    )
