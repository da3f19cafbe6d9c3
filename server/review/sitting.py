"""A log read once, for all that is made of it afterwards: the room as it ended, when each card came, and every pick.

Counted are the cards that were revealed, without the trial card and those that were skipped, and the people who stayed
in. On a card that was voted on twice, both votes are here, each with its own picks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from server.review.pace import Rest, at_once, paced
from server.rules import events as e
from server.rules.cards import AxisKind, Card
from server.rules.evolve import Draft
from server.rules.forgetting import pseudonyms
from server.rules.ids import AxisId, CardId, MilliPoints, PlayerId, RoomId, ServerMillis
from server.rules.picks import Confidence, Pick
from server.rules.room import Answer, Room, Round
from server.rules.scoring import counted_answer, is_right, share_said

FOLDED_AT_ONCE = 100
SAID_AT_ONCE = 200
"""So many events or picks between two rests: two milliseconds of processor time."""


@dataclass(frozen=True, slots=True)
class SaidPick:
    """What somebody said on one axis of one card in one vote (1, or 2 after a talk).

    `share` (0..1) is how right it was, None for words that nobody marked; `counts` whether it is the one that earned
    the points; `thinking_millis` and `at` are those of the whole answer.
    """

    number: int
    card: CardId
    axis: AxisId
    vote: int
    player: PlayerId
    pick: Pick
    share: float | None
    is_right: bool
    confidence: Confidence | None
    thinking_millis: int
    at: ServerMillis
    counts: bool


@dataclass(frozen=True, slots=True)
class SittingCard:
    """A judged card and its moments, on the server's clock. `number` counts from 1, as it did in the hall.

    What did not happen is None: a talk, a second vote. `opened_at` and `closed_at` are those of the first vote.
    """

    number: int
    card: Card
    asked: Round
    shown_at: ServerMillis
    opened_at: ServerMillis
    closed_at: ServerMillis
    talk_at: ServerMillis | None
    second_opened_at: ServerMillis | None
    second_closed_at: ServerMillis | None
    revealed_at: ServerMillis

    def points_of(self, player: PlayerId) -> MilliPoints | None:
        """What somebody earned on this card; None for who did not answer it."""
        score = (self.asked.scores or {}).get(player)
        return score.total if score else None


@dataclass(frozen=True)
class Sitting:
    """One class hour, folded. `players` are those who stayed in, in order of arrival; `ended_at` None: still live."""

    id: RoomId
    room: Room
    ended_at: ServerMillis | None
    cards: tuple[SittingCard, ...]
    said: tuple[SaidPick, ...]

    @cached_property
    def players(self) -> tuple[PlayerId, ...]:
        """Those who stayed in, in order of arrival."""
        return tuple(seat.player for seat in self.room.active_seats)

    @cached_property
    def _by_question(self) -> Mapping[tuple[CardId, AxisId, int], Sequence[SaidPick]]:
        said: dict[tuple[CardId, AxisId, int], list[SaidPick]] = defaultdict(list)
        for one in self.said:
            said[one.card, one.axis, one.vote].append(one)
        return said

    @cached_property
    def _by_player(self) -> Mapping[PlayerId, Sequence[SaidPick]]:
        said: dict[PlayerId, list[SaidPick]] = defaultdict(list)
        for one in self.said:
            said[one.player].append(one)
        return said

    @cached_property
    def _pseudonyms(self) -> Mapping[PlayerId, str]:
        return pseudonyms(self.room.seats)

    def pseudonym(self, player: PlayerId) -> str:
        """P1, P2, ... in order of arrival, the same wherever this sitting is spoken of. Raises KeyError."""
        return self._pseudonyms[player]

    def said_by(self, player: PlayerId) -> tuple[SaidPick, ...]:
        """Everything that somebody said, in the order of the cards."""
        return tuple(self._by_player.get(player, ()))

    def said_on(self, card: CardId, axis: AxisId, vote: int = 1) -> tuple[SaidPick, ...]:
        """Everything that was said on an axis of a card in one vote."""
        return tuple(self._by_question.get((card, axis, vote), ()))


def read_sitting(room_id: RoomId, events: Iterable[e.Event], rest: Rest = at_once) -> Sitting:
    """Folds a log, whole or as far as it goes. Raises LookupError for one that does not begin with RoomOpened.

    `rest` is called often: the log of a full hall takes a second.
    """
    log = tuple(events)
    draft = Draft(None)
    for event in paced(log, rest, FOLDED_AT_ONCE):
        draft.apply(event)
    room = draft.room
    moments = _Moments(log)
    cards = tuple(_sitting_card(room, asked, moments) for asked in room.judged_rounds)
    return Sitting(
        id=room_id,
        room=room,
        ended_at=next((event.at for event in log if isinstance(event, e.RoomEnded)), None),
        cards=cards,
        said=tuple(paced((one for card in cards for one in _said_on(room, card)), rest, SAID_AT_ONCE)),
    )


class _Moments:
    """When the steps of each card were taken: of a step that was undone and taken again the last time."""

    def __init__(self, log: Sequence[e.Event]) -> None:
        self._at: dict[tuple[CardId, str], ServerMillis] = {}
        vote = 1
        for event in log:
            match event:
                case e.CardShown():
                    self._at[event.card, "shown"] = event.at
                case e.RoundOpened():
                    vote = event.vote
                    self._at[event.card, f"opened {vote}"] = event.at
                case e.RoundClosed():
                    self._at[event.card, f"closed {vote}"] = event.at
                case e.TalkStarted():
                    self._at[event.card, "talk"] = event.at
                case e.CardRevealed():
                    self._at[event.card, "revealed"] = event.at

    def of(self, card: CardId, step: str) -> ServerMillis | None:
        """When a step of a card was taken."""
        return self._at.get((card, step))


def _sitting_card(room: Room, asked: Round, moments: _Moments) -> SittingCard:
    talked = asked.first_answers is not None
    second = talked and asked.vote > 1
    shown = moments.of(asked.card, "shown") or asked.opens_at
    opened = moments.of(asked.card, "opened 1") or asked.opens_at
    closed = moments.of(asked.card, "closed 1") or opened
    return SittingCard(
        number=room.card_number_after(room.rounds.index(asked) + 1),
        card=room.card_of(asked.card),
        asked=asked,
        shown_at=shown,
        opened_at=opened,
        closed_at=closed,
        talk_at=moments.of(asked.card, "talk") if talked else None,
        second_opened_at=moments.of(asked.card, "opened 2") if second else None,
        second_closed_at=moments.of(asked.card, "closed 2") if second else None,
        revealed_at=moments.of(asked.card, "revealed") or closed,
    )


def _said_on(room: Room, card: SittingCard) -> Iterator[SaidPick]:
    asked = card.asked
    for axis in asked.axes:
        for player, answer in asked.untalked_answers.items():
            yield from _said(room, card, axis, player, answer, vote=1)
        if asked.first_answers is None or axis not in asked.revote_axes:
            continue
        for player, answer in asked.answers.items():
            if answer.vote > 1:
                yield from _said(room, card, axis, player, answer, vote=2)


def _said(
    room: Room, card: SittingCard, axis: AxisId, player: PlayerId, answer: Answer, vote: int
) -> Iterator[SaidPick]:
    if room.seats[player].is_removed or axis not in answer.picks:
        return
    asked, pick = card.asked, answer.picks[axis]
    share = share_said(room.deck, card.card, asked, player, axis, pick)
    counted = counted_answer(asked, player)
    is_asked_twice = asked.first_answers is not None and axis in asked.revote_axes
    yield SaidPick(
        number=card.number,
        card=asked.card,
        axis=axis,
        vote=vote,
        player=player,
        pick=pick,
        share=share,
        is_right=_is_right(room, card.card, axis, pick, share),
        confidence=answer.confidence,
        thinking_millis=answer.thinking_millis,
        at=answer.at,
        counts=not is_asked_twice or (counted is not None and counted.vote == vote),
    )


def _is_right(room: Room, card: Card, axis_id: AxisId, pick: Pick, share: float | None) -> bool:
    axis = room.deck.axis(axis_id)
    if axis.kind is AxisKind.OPEN:
        return share is not None and share >= 1
    return is_right(axis, card.keys[axis_id], pick)
