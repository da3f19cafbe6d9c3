"""How names are forgotten: in the fold from an event on, and in a log by writing it anew, event for event.

Nothing moves: every event keeps its place, its time and its command, so that versions, points and replays stay as they
were. What goes is what a person can be known by: the name, the hint of extra time, words in their own writing and, for
who asked in person and for a log that leaves the house, what a course knows a device by.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from server.rules import events as e
from server.rules.allowances import HALVES, Allowance
from server.rules.ids import CardId, PlayerId
from server.rules.names import same_to_the_eye
from server.rules.phases import Phase
from server.rules.picks import AnswerGroup, Pick, Words
from server.rules.room import Room

NO_WORDS = "\u2026"
"""What stands in place of somebody's own words, and of the name of somebody who never got in."""


def pseudonyms(arrived: Iterable[PlayerId]) -> dict[PlayerId, str]:
    """What players are called without their names: P1, P2, ... in order of arrival, whoever is named twice once."""
    return {player: f"P{number}" for number, player in enumerate(dict.fromkeys(arrived), start=1)}


def forgotten(room: Room, players: Iterable[PlayerId], keeps_season: bool = False) -> Room:
    """The room with these players' names replaced, and freed; with `keeps_season` the course still knows them again."""
    seats, names = dict(room.seats), dict(room.names)
    nobody = pseudonyms(seats)
    callers = dict(room.callers)
    for player in players:
        if player in callers:
            caller = callers[player]
            member = caller.member if keeps_season else None
            name = nobody.get(player, NO_WORDS)
            callers[player] = replace(caller, name=name, member=member, is_forgotten=True)
        if player not in seats:
            continue  # of a later moment than this room, which an undo would bring back
        seat, name = seats[player], nobody[player]
        if names.get(same_to_the_eye(seat.name)) == player:
            del names[same_to_the_eye(seat.name)]
        names.setdefault(same_to_the_eye(name), player)
        allowance = (
            Allowance.USUAL if room.phase is Phase.ENDED else seat.allowance
        )  # an answer may still be marked by it
        member = seat.member if keeps_season else None
        seats[player] = replace(seat, name=name, allowance=allowance, member=member, is_forgotten=True)
    return replace(room, seats=seats, names=names, callers=callers)


def forgotten_in(events: Iterable[e.Event]) -> frozenset[PlayerId]:
    """The players whom a log says to forget."""
    return frozenset(player for event in events if isinstance(event, e.PlayersForgotten) for player in event.players)


def without_names(events: Sequence[e.Event], players: Set[PlayerId] | None = None) -> Iterator[e.Event]:
    """The log as if these players (None: all) had come as P1, P2, ... and written nothing in words of their own.

    Of the answers that the host quoted all quotations go, of some players those of the groups they stand in: a host may
    have shortened what they wrote. The titles of groups are the host's own words and stay.
    """
    writer = _Forgetting(events, players)
    return (writer.written(event) for event in events)


def without_extra_time(events: Sequence[e.Event]) -> Iterator[e.Event]:
    """The log with its names and words, as it may leave the house: who had more time is nobody else's business."""
    writer = _Forgetting(events, None, is_named=True)
    return (writer.written(event) for event in events)


class _Forgetting:
    """Goes through a log once, in order. `is_named`: only the hint of extra time goes."""

    def __init__(self, events: Sequence[e.Event], players: Set[PlayerId] | None, is_named: bool = False) -> None:
        self._is_named = is_named
        self._names = pseudonyms(event.player for event in events if isinstance(event, e.PlayerJoined))
        self._players = players
        self._allowances: dict[PlayerId, Allowance] = {}
        self._opened: e.RoundOpened | None = None
        self._limits = _final_limits(events)
        self._unlinked = {
            player
            for event in events
            if isinstance(event, e.PlayersForgotten) and not event.keeps_season
            for player in event.players
        }

    def written(self, event: e.Event) -> e.Event:
        """The event as it may stay."""
        match event:
            case e.PlayerJoined() | e.EntryAsked() if self._players is None or event.player in self._players:
                leaves = self._players is None or event.player in self._unlinked
                known = replace(event, member=None) if leaves else event
                return known if self._is_named else replace(known, name=self._names.get(event.player, NO_WORDS))
            case e.PlayerRenamed() if self._goes(event.player) and not self._is_named:
                return replace(event, name=self._names[event.player])
            case e.ExtraTimeGiven() if self._goes(event.player):
                self._allowances[event.player] = event.allowance
                return replace(event, allowance=Allowance.USUAL)
            case e.RoundOpened():
                self._opened = event
                return event
            case e.AnswerGiven() if self._goes(event.player):
                timed = replace(event, thinking_millis=self._usual_time(event))
                if self._is_named:
                    return timed
                return replace(timed, picks={axis: _wordless(pick) for axis, pick in event.picks.items()})
            case e.AnswersGrouped() if not self._is_named:
                return replace(event, groups=tuple(self._unquoted(group) for group in event.groups))
            case _:
                return event

    def _goes(self, player: PlayerId) -> bool:
        return player in self._names and (self._players is None or player in self._players)

    def _unquoted(self, group: AnswerGroup) -> AnswerGroup:
        goes = self._players is None or any(player in self._players for player in group.players)
        return replace(group, quotes=()) if goes and group.quotes else group

    def _usual_time(self, event: e.AnswerGiven) -> int:
        """The thinking time on the usual clock: a bonus that was earned on time of one's own stays as it was."""
        allowance = self._allowances.get(event.player, Allowance.USUAL)
        limit = self._limits.get((event.card, self._opened.vote)) if self._opened else None
        if allowance is Allowance.USUAL or limit is None:
            return event.thinking_millis
        if allowance is Allowance.UNLIMITED:
            return max(event.thinking_millis, limit)
        return round(event.thinking_millis * 2 / HALVES[allowance])


def _final_limits(events: Iterable[e.Event]) -> Mapping[tuple[CardId, int], int]:
    """How long each vote lasted by its deadline, with what was added to it."""
    limits: dict[tuple[CardId, int], int] = {}
    opened: e.RoundOpened | None = None
    for event in events:
        if isinstance(event, e.RoundOpened):
            opened = event
        if isinstance(event, e.RoundOpened | e.RoundExtended) and opened and event.closes_at is not None:
            limits[event.card, opened.vote] = event.closes_at - opened.at
    return limits


def _wordless(pick: Pick) -> Pick:
    return Words(NO_WORDS) if isinstance(pick, Words) else pick
