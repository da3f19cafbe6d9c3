"""A sheet goes to a channel once, and to everybody who came in since; nobody is left without."""

from server.wire.told import AT_ONCE_MOST, Told
from tests.support.plain_threads import PlainThreads

AXIS, STORY, TRUTH = {"axis": "{}"}, {"story": "{}"}, {"truth": "{}"}


def test_what_was_told_is_not_told_again() -> None:
    told = Told(PlainThreads())
    assert told.news_for("phones", {**AXIS, **STORY}) == {**AXIS, **STORY}
    assert told.news_for("phones", {**AXIS, **STORY, **TRUTH}) == TRUTH
    assert told.news_for("screens", TRUTH) == TRUTH


def test_a_class_that_was_greeted_with_the_axes_does_not_hear_them_again() -> None:
    told = Told(PlainThreads())
    for _ in range(3):
        assert told.greeting("phones", {}, AXIS) == AXIS
    assert told.news_for("phones", {**AXIS, **STORY}) == STORY


def test_for_who_comes_late_the_card_before_is_told_once_more() -> None:
    """A step back to an earlier card: the class has it, the newcomer has only the card that was on then."""
    told = Told(PlainThreads())
    told.news_for("phones", {**AXIS, **STORY})
    told.news_for("phones", {**AXIS, **TRUTH})
    assert told.greeting("phones", TRUTH, AXIS) == {**AXIS, **TRUTH}
    assert told.news_for("phones", {**AXIS, **STORY}) == STORY


def test_who_comes_between_two_views_has_the_older_one_and_gets_what_it_lacks() -> None:
    """Greeted with a room that is older than what the others were told last."""
    told = Told(PlainThreads())
    told.news_for("phones", {**STORY, **TRUTH})
    told.greeting("phones", STORY, {})
    assert told.news_for("phones", {**STORY, **TRUTH}) == TRUTH


def test_of_very_many_axes_a_greeting_tells_those_that_were_asked_yet() -> None:
    axes = {f"axis {number}": "{}" for number in range(AT_ONCE_MOST + 1)}
    told = Told(PlainThreads())
    assert told.greeting("phones", STORY, axes) == STORY
    told.news_for("phones", {"axis 3": "{}"})
    assert told.greeting("phones", STORY, axes) == {"axis 3": "{}", **STORY}
    assert told.news_for("phones", {"axis 3": "{}", **STORY}) == {}


def test_a_channel_without_listeners_is_forgotten() -> None:
    told = Told(PlainThreads())
    told.news_for("phones", STORY)
    told.forget("phones", "screens")
    assert told.news_for("phones", STORY) == STORY
