"""A log shown again: the screen's own views at every moment that a hall could have told apart.

A frame holds only the fields of the ScreenView that changed since the frame before; the first of each part holds them
all. Arrivals and answers between two moments are taken together as on the live screen, four times a second. A part is
made when it is asked for, so that the first picture does not wait for the last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from server.review.pace import Rest, paced
from server.review.replay_types import Frame, PartMark, Replay, ReplayPart
from server.review.timeline import Timeline, timeline_of
from server.rules.events import (
    AnswerGiven,
    CardShown,
    EntryApprovalChanged,
    EntryAsked,
    Event,
    PlayerJoined,
    PlayerTurnedAway,
    RoomEnded,
    RoomOpened,
)
from server.rules.evolve import Draft
from server.rules.forgetting import pseudonyms
from server.rules.ids import PlayerId, RoomId, ServerMillis, Version
from server.rules.room import Room
from server.rules.view_types import (
    ScreenView,
)
from server.rules.views import screen_view
from server.rules.views_of_standings import Naming

FRAME_MILLIS = 250
"""The shortest time between two frames that differ only by arrivals or answers."""
PART_LEAST = 150
"""A part holds at least so many frames, and ends where a card comes up: no motion goes on from one into the next."""
FOLDED_AT_ONCE = 200
"""After folding so many events, others get their turn."""

_SCREEN_FIELDS = tuple(each.name for each in fields(ScreenView))


@dataclass(frozen=True, slots=True)
class _Due:
    """A frame that is to be made: after the event at `place` of the log. `moved` is false when only answers came in."""

    place: int
    at: ServerMillis
    moved: bool


class Playback:
    """The replay of one log: its head, and its parts as they are asked for."""

    def __init__(
        self, room_id: RoomId, log: Sequence[Event], with_names: bool, rest: Rest, frame_millis: int, least: int
    ) -> None:
        self._room_id = room_id
        self._log = log
        self._naming = None if with_names else _pseudonyms(log)
        self._due = tuple(_due_frames(log, frame_millis, rest))
        self._starts = tuple(_part_starts(log, self._due, least))
        self._rooms: dict[int, Room | None] = {0: None}
        self.head = _head(room_id, log, with_names, self._due, self._starts, timeline_of(log, rest))

    def part(self, number: int, rest: Rest) -> ReplayPart:
        """A part. `rest` is called often: the making of a large one takes a while. Raises LookupError."""
        if not 0 <= number < len(self._starts):
            raise LookupError(f"no part {number}")
        return ReplayPart(number, tuple(self._frames(number, self._room_before(number, rest), rest)))

    def _room_before(self, number: int, rest: Rest) -> Room | None:
        """The room as it was before a part, folded from the nearest part before that is known."""
        known = max(place for place in self._rooms if place <= number)
        for place in range(known, number):
            draft = Draft(self._rooms[place])
            events = self._log[self._first_event(place) : self._first_event(place + 1)]
            for event in paced(events, rest, FOLDED_AT_ONCE):
                draft.apply(event)
            self._rooms[place + 1] = draft.room
            rest()
        return self._rooms[number]

    def _first_event(self, number: int) -> int:
        """The place in the log of what is folded first for a part: all since the last frame of the part before."""
        start = self._starts[number]
        return self._due[start - 1].place + 1 if start else 0

    def _frames(self, number: int, room: Room | None, rest: Rest) -> Iterator[Frame]:
        draft = Draft(room)
        is_last = number + 1 == len(self._starts)
        due = self._due[self._starts[number] : None if is_last else self._starts[number + 1]]
        folded = self._first_event(number)
        before: ScreenView | None = None
        for one in due:
            new = 0
            for event in self._log[folded : one.place + 1]:
                new += isinstance(event, AnswerGiven) and not _has_answered(draft.room, event.player)
                draft.apply(event)
            folded = one.place + 1
            view = self._view(draft.room, one, before, new)
            yield Frame(one.at, view.version, _change(before, view))
            before = view
            if one.moved or folded % FOLDED_AT_ONCE == 0:
                rest()
        if not is_last:
            self._rooms.setdefault(number + 1, draft.room)

    def _view(self, room: Room, due: _Due, before: ScreenView | None, new: int) -> ScreenView:
        """The screen. Answers move nothing on it but their count, by how many are `new`: all else need not be read."""
        if before is None or due.moved or before.reveal is not None or before.board is not None:
            return screen_view(room, self._room_id, due.at, self._naming)
        return replace(before, version=room.version, server_now=due.at, answered=before.answered + new)


def make_replay(
    room_id: RoomId,
    events: Sequence[Event],
    with_names: bool,
    rest: Rest,
    frame_millis: int = FRAME_MILLIS,
    part_least: int = PART_LEAST,
) -> Playback:
    """The replay of a log. Without names the players are P1, P2, ... in order of arrival. `rest` is called often.

    With `frame_millis` 0 there is a frame for every version. Raises LookupError for a log that does not begin with
    RoomOpened, an empty one among them.
    """
    if not events or not isinstance(events[0], RoomOpened):
        raise LookupError("a log begins with RoomOpened")
    return Playback(room_id, events, with_names, rest, frame_millis, part_least)


def _due_frames(log: Sequence[Event], frame_millis: int, rest: Rest) -> Iterator[_Due]:
    at, shown_at = log[0].at, None
    moved = False
    for place, event in enumerate(paced(log, rest)):
        at = max(at, event.at)  # a round that closed while the server was away bears its deadline
        moved |= not isinstance(event, AnswerGiven)
        waits = _is_coalesced(event) and place + 1 < len(log) and _is_coalesced(log[place + 1])
        if waits and shown_at is not None and at - shown_at < frame_millis:
            continue
        shown_at = at
        yield _Due(place, at, moved)
        moved = False


def _has_answered(room: Room, player: PlayerId) -> bool:
    return room.round is not None and room.round.has_answered(player)


def _is_coalesced(event: Event) -> bool:
    return isinstance(event, PlayerJoined | EntryAsked | PlayerTurnedAway | EntryApprovalChanged | AnswerGiven)


def _part_starts(log: Sequence[Event], due: Sequence[_Due], least: int) -> Iterator[int]:
    begun = 0
    yield 0
    for index, one in enumerate(due):
        if index - begun >= least and isinstance(log[one.place], CardShown):
            begun = index
            yield index


def _head(
    room_id: RoomId,
    log: Sequence[Event],
    with_names: bool,
    due: Sequence[_Due],
    starts: Sequence[int],
    timeline: Timeline,
) -> Replay:
    opened = log[0]
    assert isinstance(opened, RoomOpened)
    ended_at = next((event.at for event in log if isinstance(event, RoomEnded)), None)
    return Replay(
        room=room_id,
        version=Version(len(log)),
        with_names=with_names,
        deck_title=opened.deck.title,
        opened_at=opened.at,
        ended_at=ended_at,
        last_at=due[-1].at,
        is_live=ended_at is None,
        players=len({event.player for event in log if isinstance(event, PlayerJoined)}),
        cards_played=timeline.cards_played,
        cards=timeline.cards,
        moments=timeline.moments,
        actions=timeline.actions,
        answers=timeline.answers,
        parts=tuple(PartMark(start, due[start].at, Version(due[start].place + 1)) for start in starts),
    )


def _pseudonyms(log: Sequence[Event]) -> Naming:
    return pseudonyms(event.player for event in log if isinstance(event, PlayerJoined)).__getitem__


def _change(before: ScreenView | None, view: ScreenView) -> dict[str, object]:
    return {
        name: getattr(view, name)
        for name in _SCREEN_FIELDS
        if before is None or _differs(getattr(before, name), getattr(view, name))
    }


def _differs(before: object, after: object) -> bool:
    return before is not after and before != after
