"""The bodies that the addresses of courses answer with, beside review's CourseView."""

from dataclasses import dataclass

from server.review.warm_up import WarmUpCard
from server.rules.ids import CourseId, ServerMillis


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course to choose."""

    id: CourseId
    title: str
    made_at: ServerMillis


@dataclass(frozen=True, slots=True)
class WarmUpView:
    """The cards that come back after a sitting, worst first; none: nothing slipped."""

    cards: tuple[WarmUpCard, ...]
