"""A sitting as JSON for other programs: by ids, in both languages, by a schema that docs/session.schema.json has.

The edition goes up when a meaning changes; a field that is added leaves it as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from server.review.export_table import LABELS, pick_id, said_in_words
from server.review.pace import Rest, at_once, paced
from server.review.sitting import SAID_AT_ONCE, SaidPick, Sitting, SittingCard
from server.rules.cards import Axis, AxisKind, CardStatus, Text
from server.rules.ids import AxisId, CardId, MilliPoints, OptionId, ServerMillis
from server.rules.picks import Confidence

FORMAT = "trede-session"
EDITION = 1


@dataclass(frozen=True, slots=True)
class ExportedAxis:
    """A scale and its options, lowest first, by id."""

    id: AxisId
    kind: AxisKind
    label: Text
    options: Mapping[OptionId, Text]


@dataclass(frozen=True, slots=True)
class ExportedCard:
    """A card that was judged. `keys` has the defensible options of each axis with their shares; moments are on the
    server's clock, in milliseconds since 1970, and null for what did not happen."""

    number: int
    id: CardId
    title: Text
    difficulty: int
    status: CardStatus
    axes: tuple[AxisId, ...]
    keys: Mapping[AxisId, Mapping[OptionId, float]]
    opened_at: ServerMillis
    closed_at: ServerMillis
    talk_at: ServerMillis | None
    revealed_at: ServerMillis


@dataclass(frozen=True, slots=True)
class ExportedPerson:
    """Who stayed in. `who` is P1, P2, ... unless names were asked for; `points` are thousandths."""

    who: str
    team: str | None
    points: MilliPoints


@dataclass(frozen=True, slots=True)
class ExportedPick:
    """What somebody said on one axis of one card in one vote (2: after a talk).

    `pick` is by ids, parted by spaces; of words it is empty and they stand in `said`. `s` (0 to 1) is how right it
    was, null for words that nobody marked; `counts`: it is the one that earned the points.
    """

    number: int
    card: CardId
    axis: AxisId
    vote: int
    who: str
    pick: str
    said: Text
    s: float | None
    is_right: bool
    confidence: Confidence | None
    thinking_millis: int
    counts: bool


@dataclass(frozen=True, slots=True)
class ExportedSession:
    """One class hour. `ended_at` is null for one that goes on."""

    format: str
    edition: int
    room: str
    deck: str
    title: Text
    opened_at: ServerMillis
    ended_at: ServerMillis | None
    axes: tuple[ExportedAxis, ...]
    cards: tuple[ExportedCard, ...]
    people: tuple[ExportedPerson, ...]
    picks: tuple[ExportedPick, ...]


_SESSION = TypeAdapter(ExportedSession)
_PICKS = TypeAdapter(tuple[ExportedPick, ...])
_NO_PICKS = b'"picks": []'


def session_pieces(sitting: Sitting, with_names: bool, rest: Rest = at_once) -> Sequence[bytes]:
    """The file in pieces, indented by one. `rest` is called often: the picks of a hall are written some at a time."""
    session = export_session(sitting, with_names, rest)
    without = _SESSION.dump_json(replace(session, picks=()), indent=1)
    rest()
    if not session.picks:
        return (without,)
    before, found, after = without.rpartition(_NO_PICKS)
    assert found, "the picks are the last field"
    pieces = [before, b'"picks": [']
    for written in paced(_written_picks(session.picks), rest, 1):
        pieces.append(written + b",")
    pieces[-1] = pieces[-1][:-1] + b"\n ]"
    return (*pieces, after)


def _written_picks(picks: tuple[ExportedPick, ...]) -> Iterator[bytes]:
    """The picks as they stand within the file, some at a time, without what is around them."""
    for start in range(0, len(picks), SAID_AT_ONCE):
        written = _PICKS.dump_json(picks[start : start + SAID_AT_ONCE], indent=1)
        yield written[1:-2].replace(b"\n", b"\n ")  # no bare line break stands within a text of JSON


def export_session(sitting: Sitting, with_names: bool, rest: Rest = at_once) -> ExportedSession:
    """The whole of it."""
    room = sitting.room
    who = {player: room.seats[player].name if with_names else sitting.pseudonym(player) for player in sitting.players}
    cards = {card.card.id: card for card in sitting.cards}
    return ExportedSession(
        format=FORMAT,
        edition=EDITION,
        room=sitting.id,
        deck=room.deck.id,
        title=room.deck.title,
        opened_at=room.opened_at,
        ended_at=sitting.ended_at,
        axes=tuple(_axis(axis) for axis in room.deck.axes),
        cards=tuple(_card(card) for card in sitting.cards),
        people=tuple(
            ExportedPerson(
                name,
                None if (team := room.seats[player].team) is None else room.settings.teams[team],
                room.points.get(player, MilliPoints(0)),
            )
            for player, name in who.items()
        ),
        picks=tuple(
            _pick(sitting, cards[one.card], one, who[one.player]) for one in paced(sitting.said, rest, SAID_AT_ONCE)
        ),
    )


def _axis(axis: Axis) -> ExportedAxis:
    return ExportedAxis(axis.id, axis.kind, axis.label, {option.id: option.label for option in axis.options})


def _card(card: SittingCard) -> ExportedCard:
    return ExportedCard(
        number=card.number,
        id=card.card.id,
        title=card.card.title,
        difficulty=card.card.difficulty,
        status=card.card.status,
        axes=card.asked.axes,
        keys={axis: dict(card.card.keys[axis].accept) for axis in card.asked.axes},
        opened_at=card.opened_at,
        closed_at=card.closed_at,
        talk_at=card.talk_at,
        revealed_at=card.revealed_at,
    )


def _pick(sitting: Sitting, card: SittingCard, one: SaidPick, who: str) -> ExportedPick:
    axis, key = sitting.room.deck.axis(one.axis), card.card.keys[one.axis]
    nl, en = (said_in_words(axis, key, one.pick, LABELS[language]) for language in ("nl", "en"))
    return ExportedPick(
        number=one.number,
        card=one.card,
        axis=one.axis,
        vote=one.vote,
        who=who,
        pick=pick_id(one.pick),
        said=Text(nl, en),
        s=one.share,
        is_right=one.is_right,
        confidence=one.confidence,
        thinking_millis=one.thinking_millis,
        counts=one.counts,
    )
