"""What a course keeps of one sitting: who came, what each brought home, and how well each axis went at the first vote.

Small beside a whole sitting, so that a season of them can be kept at hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.review.pace import Rest, at_once
from server.review.sitting import Sitting, read_sitting
from server.rules.cards import WARM_UP_DECK, AxisKind, Text
from server.rules.events import Event
from server.rules.ids import AxisId, CardId, CourseId, MemberId, MilliPoints, RoomId, ServerMillis, Version
from server.rules.season import member_of, season_points


@dataclass(frozen=True, slots=True)
class AxisTally:
    """So many answers on an axis at the first vote, and how many of them were right."""

    label: Text
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class CourseSitting:
    """One sitting of a course. `names` are the people who stayed in, by member, as they were called there.

    `nameless` are those of them whose names were forgotten since.
    """

    room: RoomId
    version: Version
    course: CourseId | None
    title: Text
    opened_at: ServerMillis
    ended_at: ServerMillis | None
    is_warm_up: bool
    names: Mapping[MemberId, str]
    nameless: frozenset[MemberId]
    points: Mapping[MemberId, MilliPoints]
    axes: Mapping[AxisId, AxisTally]
    cards: tuple[CardId, ...]


def read_course_sitting(room_id: RoomId, events: Sequence[Event], rest: Rest = at_once) -> CourseSitting:
    """What a course keeps of a log. Raises LookupError for one that does not begin with RoomOpened."""
    sitting = read_sitting(room_id, events, rest)
    room = sitting.room
    return CourseSitting(
        room=room_id,
        version=room.version,
        course=room.course,
        title=room.deck.title,
        opened_at=room.opened_at,
        ended_at=sitting.ended_at,
        is_warm_up=room.deck.id == WARM_UP_DECK,
        names={member_of(seat): seat.name for seat in room.active_seats},
        nameless=frozenset(member_of(seat) for seat in room.active_seats if seat.is_forgotten),
        points=season_points(room),
        axes=_tallies(sitting),
        cards=tuple(card.card.id for card in sitting.cards),
    )


def _tallies(sitting: Sitting) -> dict[AxisId, AxisTally]:
    """Axes in the order of the deck. Where more than one answer can be defended nobody is wrong: left out."""
    deck = sitting.room.deck
    keys = {card.card.id: card.card.keys for card in sitting.cards}
    counted: dict[AxisId, list[bool]] = {axis.id: [] for axis in deck.axes if axis.kind is not AxisKind.OPEN}
    for one in sitting.said:
        is_contested = keys[one.card][one.axis].is_contested_on(deck.axis(one.axis))
        if one.vote == 1 and one.axis in counted and not is_contested:
            counted[one.axis].append(one.is_right)
    return {
        axis: AxisTally(deck.axis(axis).short_label, len(those), sum(those)) for axis, those in counted.items() if those
    }
