"""What happened in a sitting and when, read off the host's steps alone: quick, however many answered.

The steps are folded with the rules' own fold, so that an undo takes back what it took back in the hall. Nothing here
tells of one person: not who came or went, and not who had more time.
"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import get_args

from server.review.pace import Rest, paced
from server.review.replay_types import ActionKind, AnswersIn, CardMark, HostAction, Moment, MomentKind
from server.rooms.skimmed_log import SkimmedLog
from server.rules import events as e
from server.rules.cards import Text
from server.rules.evolve import STEPS, Draft
from server.rules.ids import CardId, ServerMillis, Version
from server.rules.phases import ROUND_PHASES, Phase
from server.rules.room import Room

OF_THE_ROOM = frozenset(get_args(STEPS)) | {
    e.RoomOpened, e.StepUndone, e.BoardShown, e.RoomLockChanged, e.RoundExtended, e.TalkExtended,
    e.SettingsChanged, e.CardsArranged, e.AxesChosen, e.RoomEnded,
}  # fmt: skip
"""What the host, or time, did with the room as a whole: a set, since a thousand arrivals are held against it."""
FOLDED_AT_ONCE = 50
"""After folding so many, others get their turn: a host's step is ten times the work of an arrival."""
BINS = 60
"""A vote's answers are counted in so many stretches at most."""
BIN_LEAST_MILLIS = 1_000

KIND_OF = {
    Phase.LOBBY: MomentKind.SQUARE,
    Phase.READING: MomentKind.READ,
    Phase.ANSWERING: MomentKind.VOTE,
    Phase.CLOSED: MomentKind.CLOSED,
    Phase.TALK: MomentKind.TALK,
    Phase.REVEAL: MomentKind.REVEAL,
    Phase.LEADERBOARD: MomentKind.RANKS,
    Phase.PODIUM: MomentKind.PODIUM,
    Phase.ENDED: MomentKind.ENDED,
}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The marks of a sitting, each list in order of time."""

    cards: tuple[CardMark, ...]
    moments: tuple[Moment, ...]
    actions: tuple[HostAction, ...]
    answers: tuple[AnswersIn, ...]
    cards_played: int


def timeline_of(log: SkimmedLog, rest: Rest) -> Timeline:
    """The marks of a log. Raises LookupError for one that does not begin with RoomOpened."""
    draft = Draft(None)
    cards: list[CardMark] = []
    moments: list[Moment] = []
    actions: list[HostAction] = []
    seen = None
    reached = list(accumulate(log.came_at, max))  # a round that closed while the server was away bears its deadline
    for place, event in paced(log.others.items(), rest, FOLDED_AT_ONCE):
        if type(event) not in OF_THE_ROOM:
            continue
        at, version = reached[place], Version(place + 1)
        before = draft.room_or_none
        draft.apply(event)
        room = draft.room
        if isinstance(event, e.CardShown):
            title = room.card_of(event.card).title
            cards.append(CardMark(room.card_number, event.card, title, room.is_trial, at))
        action = _action(event, before, at, version)
        if action is not None:
            actions.append(action)
        if _shown(room) != seen:
            seen = _shown(room)
            moments.append(_moment(room, at, version))
    return Timeline(tuple(cards), tuple(moments), tuple(actions), _answers_in(log, rest), draft.room.card_number)


def _shown(room: Room) -> tuple[object, ...]:
    """What tells one moment of the screen from the next."""
    asked = room.round_on_screen if room.phase in ROUND_PHASES else None
    picture = (asked.shown_axis, asked.shows_flow, room.revisited) if asked and room.phase is Phase.REVEAL else ()
    return room.phase, room.card_number, asked and (asked.card, asked.vote), picture, room.board


def _moment(room: Room, at: ServerMillis, version: Version) -> Moment:
    asked = room.round_on_screen if room.phase in ROUND_PHASES else None
    kind = KIND_OF[room.phase]
    axis_label: Text | None = None
    if asked is not None and room.phase is Phase.REVEAL:
        axis_label = room.deck.axis(asked.shown_axis).short_label if asked.shown_axis else None
        is_flow, is_earlier = asked.shows_flow, room.revisited is not None
        kind = MomentKind.EARLIER if is_earlier else MomentKind.FLOW if is_flow else MomentKind.REVEAL
    elif asked is not None and room.phase is Phase.ANSWERING and asked.vote > 1:
        kind = MomentKind.SECOND_VOTE
    return Moment(
        at=at,
        version=version,
        kind=kind,
        number=room.card_number,
        card=asked.card if asked else None,
        title=room.card_of(asked.card).title if asked else None,
        is_trial=asked is not None and room.is_trial_card(asked.card),
        axis_label=axis_label,
        board=room.board.kind if room.board else None,
    )


def _action(event: e.Event, before: Room | None, at: ServerMillis, version: Version) -> HostAction | None:
    asked = before.round if before else None
    match event:
        case e.RoundExtended():
            return HostAction(
                at, version, ActionKind.TIME_ADDED, _added(asked.closes_at if asked else None, event.closes_at)
            )
        case e.TalkExtended():
            return HostAction(
                at, version, ActionKind.TIME_ADDED, _added(asked.talk_ends_at if asked else None, event.ends_at)
            )
        case e.BoardShown(board=kind) if kind is not None:
            return HostAction(at, version, ActionKind.BOARD, board=kind)
        case e.CardSkipped():
            return HostAction(at, version, ActionKind.SKIPPED)
        case e.StepUndone():
            return HostAction(at, version, ActionKind.UNDONE)
        case e.EarlierShown():
            return HostAction(at, version, ActionKind.EARLIER)
        case e.RoomLockChanged(locked=locked):
            return HostAction(at, version, ActionKind.LOCKED if locked else ActionKind.UNLOCKED)
        case _:
            return None


def _added(before: ServerMillis | None, after: ServerMillis) -> int | None:
    return None if before is None else round((after - before) / 1000)


@dataclass(slots=True)
class _Vote:
    card: CardId
    vote: int
    opened_at: ServerMillis
    closed_at: ServerMillis | None
    answered_at: list[ServerMillis]


def _answers_in(log: SkimmedLog, rest: Rest) -> tuple[AnswersIn, ...]:
    votes: list[_Vote] = []
    for answered_at, event in log.by_answers():
        if answered_at and votes:
            # Who had more time answers after the close; that it was so is nobody's business.
            closed_at = votes[-1].closed_at
            votes[-1].answered_at += answered_at if closed_at is None else [min(at, closed_at) for at in answered_at]
            rest()
        if isinstance(event, e.RoundOpened):
            votes.append(_Vote(event.card, event.vote, event.at, None, []))
        elif isinstance(event, e.RoundClosed) and votes:
            votes[-1].closed_at = event.at
        elif isinstance(event, e.StepUndone) and votes:
            votes[-1].closed_at = None
    return tuple(_counted(vote) for vote in votes if vote.answered_at)


def _counted(vote: _Vote) -> AnswersIn:
    in_order = sorted(vote.answered_at)
    whole = max(in_order[-1], vote.closed_at or 0) - vote.opened_at
    every = max(BIN_LEAST_MILLIS, -(-whole // BINS))
    bins = min(whole // every + 1, BINS)
    before = [bisect_left(in_order, vote.opened_at + place * every) for place in range(1, bins)]
    counts = [end - start for start, end in pairwise([0, *before, len(in_order)])]
    return AnswersIn(vote.card, vote.vote, vote.opened_at, every, tuple(counts))
