"""What the lecturer alone is told of an open or closed round: how the class stands, and what pays most now."""

from server.rules.cards import Axis, AxisKind
from server.rules.class_review import agreement, most_confused
from server.rules.host_view_types import (
    AxisAdvice,
    Suggestion,
)
from server.rules.ids import CardId, PlayerId
from server.rules.phases import Phase
from server.rules.picks import Confidence, Pick
from server.rules.room import Room, Round
from server.rules.scoring import is_right


def advice_on(
    room: Room, asked: Round, axis: Axis, picks: dict[PlayerId, Pick], right_share: float | None
) -> AxisAdvice:
    """The advice on one axis of the card on the screen. `picks` and `right_share` are those of now."""
    key = room.card_of(asked.card).keys[axis.id]
    certain_wrong = sum(
        asked.answers[player].confidence is Confidence.CERTAIN and not is_right(axis, key, pick)
        for player, pick in picks.items()
        if axis.kind is not AxisKind.OPEN
    )
    return AxisAdvice(
        suggestion=_suggestion(room, asked, key.is_contested_on(axis), right_share),
        answers=len(picks),
        agreement=agreement(list(picks.values())),
        certain_wrong=certain_wrong,
        confused=most_confused(room, axis, key, picks.values()),
    )


def _suggestion(room: Room, asked: Round, is_contested: bool, right_share: float | None) -> Suggestion:
    if right_share is None or room.phase in {Phase.READING, Phase.ANSWERING, Phase.TALK}:
        return Suggestion.WAIT
    if is_contested:
        return Suggestion.DEBATE
    is_above, is_below = right_share > room.settings.talk_to, right_share < room.settings.talk_from
    if room.phase is not Phase.CLOSED:
        return Suggestion.MOVE_ON if is_above or twin_to_ask(room) is None else Suggestion.ASK_TWIN
    if is_above or (asked.vote > 1 and not is_below):
        return Suggestion.MOVE_ON
    return Suggestion.EXPLAIN if is_below or asked.vote > 1 else Suggestion.TALK


def twin_to_ask(room: Room) -> CardId | None:
    """A card that asks the same as the one on the screen with another story, and has not been asked yet."""
    asked = room.round_on_screen
    if asked is None or room.is_trial_card(asked.card):
        return None
    card = room.card_of(asked.card)
    done = {earlier.card for earlier in room.rounds}
    for other in room.deck.cards:
        is_twin = other.twin_of == card.id or card.twin_of == other.id
        is_sibling = card.twin_of is not None and other.twin_of == card.twin_of
        if other.id not in done and (is_twin or is_sibling):
            return other.id
    return None
