"""A log shown again: the screen's own views at every moment that a hall could have told apart.

A frame holds only the fields of the ScreenView that changed since the frame before; the first of each part holds them
all. Arrivals and answers between two moments are taken together as on the live screen, four times a second. A part is
made when it is asked for, so that the first picture does not wait for the last.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import accumulate
from typing import NamedTuple

from server.review.pace import Rest, paced
from server.review.replay_types import Frame, PartMark, Replay, ReplayPart
from server.review.timeline import Timeline, timeline_of
from server.rooms.skimmed_log import SkimmedLog
from server.rules.events import (
    AnswerGiven,
    CardShown,
    EntryApprovalChanged,
    EntryAsked,
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

COALESCED = (PlayerJoined, EntryAsked, PlayerTurnedAway, EntryApprovalChanged)
"""What is taken together with its like and with answers."""
FRAME_MILLIS = 250
"""The shortest time between two frames that differ only by arrivals or answers."""
PART_LEAST = 150
"""A part holds at least so many frames, and ends where a card comes up: no motion goes on from one into the next."""
PART_EVENTS = 500
"""Or it holds as many events: where a hall answers in a moment, a card has few frames, and is work all the same."""
REST_EVERY_RUN = 100
"""After finding the frames of so many runs of arrivals and answers, others get their turn."""
FOLDED_AT_ONCE = 200
"""After folding so many events, others get their turn."""

_SCREEN_FIELDS = tuple(each.name for each in fields(ScreenView))


class _Due(NamedTuple):
    """A frame that is to be made: after the event at `place` of the log. `moved` is false when only answers came in."""

    place: int
    at: ServerMillis
    moved: bool


class Playback:
    """The replay of one log: its head, and its parts as they are asked for."""

    def __init__(
        self, room_id: RoomId, log: SkimmedLog, with_names: bool, rest: Rest, frame_millis: int, least: int
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
            events = self._log.read(self._first_event(place), self._first_event(place + 1))
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
        shown: dict[str, object] = {}
        for one in due:
            new = 0
            for event in paced(self._log.read(folded, one.place + 1), rest, FOLDED_AT_ONCE):
                new += isinstance(event, AnswerGiven) and not _has_answered(draft.room, event.player)
                draft.apply(event)
            folded = one.place + 1
            if one.moved:
                rest()  # a reveal is as much work to fold as it is to show
            change = self._change(draft.room, one, shown, new)
            yield Frame(one.at, draft.room.version, change)
            shown |= change
            if one.moved or folded % FOLDED_AT_ONCE == 0:
                rest()
        if not is_last:
            self._rooms.setdefault(number + 1, draft.room)

    def _change(self, room: Room, due: _Due, shown: Mapping[str, object], new: int) -> dict[str, object]:
        """What is other on the screen than what is `shown`, which is nothing at first.

        Answers move nothing on it but their count, by how many are `new`: all else need not be read.
        """
        if not shown or due.moved or shown["reveal"] is not None or shown["board"] is not None:
            view = screen_view(room, self._room_id, due.at, self._naming)
            return {name: value for name, value in _values(view) if name not in shown or _differs(shown[name], value)}
        answered = shown["answered"]
        assert isinstance(answered, int)
        counted = {"version": room.version, "server_now": due.at, "answered": answered + new}
        return {name: value for name, value in counted.items() if shown[name] != value}


def make_replay(
    room_id: RoomId,
    log: SkimmedLog,
    with_names: bool,
    rest: Rest,
    frame_millis: int = FRAME_MILLIS,
    part_least: int = PART_LEAST,
) -> Playback:
    """The replay of a log. Without names the players are P1, P2, ... in order of arrival. `rest` is called often.

    With `frame_millis` 0 there is a frame for every version. Raises LookupError for a log that does not begin with
    RoomOpened, an empty one among them.
    """
    if not isinstance(log.others.get(0), RoomOpened):
        raise LookupError("a log begins with RoomOpened")
    return Playback(room_id, log, with_names, rest, frame_millis, part_least)


def _due_frames(log: SkimmedLog, frame_millis: int, rest: Rest) -> Iterator[_Due]:
    """The frames in order: where one must stand, and between those each that is due by time."""
    reached = list(accumulate(log.came_at, max))  # a round that closed while the server was away bears its deadline
    others = list(log.others)
    place, known = -1, 0
    for must in paced(_last_of_its_kind(log), rest, REST_EVERY_RUN):
        while place < must:
            due = bisect_left(reached, reached[place] + frame_millis, place + 1, must) if place >= 0 else must
            place = min(due, must)
            seen = bisect_right(others, place, known)
            yield _Due(place, reached[place], seen > known)
            known = seen


def _last_of_its_kind(log: SkimmedLog) -> Sequence[int]:
    """Each place after which something else comes than what may be taken together with it; the last among them."""
    alone = {place for place, event in log.others.items() if not isinstance(event, COALESCED)}
    return sorted((alone | {place - 1 for place in alone} | {len(log) - 1}) - {-1})


def _has_answered(room: Room, player: PlayerId) -> bool:
    return room.round is not None and room.round.has_answered(player)


def _part_starts(log: SkimmedLog, due: Sequence[_Due], least: int) -> Iterator[int]:
    begun = 0
    yield 0
    for index, one in enumerate(due):
        is_long = index - begun >= least or one.place - due[begun].place >= PART_EVENTS
        if is_long and isinstance(log.others.get(one.place), CardShown):
            begun = index
            yield index


def _head(
    room_id: RoomId,
    log: SkimmedLog,
    with_names: bool,
    due: Sequence[_Due],
    starts: Sequence[int],
    timeline: Timeline,
) -> Replay:
    opened = log.others[0]
    assert isinstance(opened, RoomOpened)
    ended_at = next((event.at for event in log.others.values() if isinstance(event, RoomEnded)), None)
    return Replay(
        room=room_id,
        version=Version(len(log)),
        with_names=with_names,
        deck_title=opened.deck.title,
        opened_at=opened.at,
        ended_at=ended_at,
        last_at=due[-1].at,
        is_live=ended_at is None,
        players=len({event.player for event in log.others.values() if isinstance(event, PlayerJoined)}),
        cards_played=timeline.cards_played,
        cards=timeline.cards,
        moments=timeline.moments,
        actions=timeline.actions,
        answers=timeline.answers,
        parts=tuple(PartMark(start, due[start].at, Version(due[start].place + 1)) for start in starts),
    )


def _pseudonyms(log: SkimmedLog) -> Naming:
    return pseudonyms(event.player for event in log.others.values() if isinstance(event, PlayerJoined)).__getitem__


def _values(view: ScreenView) -> Iterator[tuple[str, object]]:
    return ((name, getattr(view, name)) for name in _SCREEN_FIELDS)


def _differs(before: object, after: object) -> bool:
    return before is not after and before != after
