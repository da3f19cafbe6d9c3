"""A class told by what each said, for figures worked out by hand: no game is played, only its picks are laid."""

from collections.abc import Sequence
from dataclasses import replace

from server.review.sitting import SaidPick, Sitting, read_sitting
from server.rules.ids import AxisId, CardId, OptionId, PlayerId
from server.rules.phases import Phase
from server.rules.picks import Confidence
from server.rules.scoring import is_right, share_said
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import FORM

BAKER, GOSSIP, PARTNERS = CardId("baker"), CardId("gossip"), CardId("partners")
"""On the commitment form: moral; contested between moral and structural; personal."""


def an_hour(*axes: AxisId, talks: bool = False) -> Sitting:
    """Three cards that were shown, asked and revealed, with nobody there. `talks`: the first was voted on twice."""
    classroom = Classroom()
    classroom.ask(*(axes or (FORM,)))
    for number in range(3):
        classroom.step_until(Phase.CLOSED)
        if talks and not number:
            classroom.talk(*(axes or (FORM,)))
            classroom.step_until(Phase.CLOSED)
        classroom.step_until(Phase.REVEAL)
        if number < 2:
            classroom.step_until(Phase.READING)
    classroom.step_until(Phase.ENDED)
    return read_sitting(ROOM, classroom.log)


def told(
    sitting: Sitting,
    card: CardId,
    picks: Sequence[str],
    axis: AxisId = FORM,
    vote: int = 1,
    sure: Confidence | None = None,
    first: int = 0,
    millis: int = 9000,
) -> Sitting:
    """The same hour in which persons number `first` and on said these picks; "" is silence."""
    asked = next(one for one in sitting.cards if one.card.id == card)
    deck = sitting.room.deck
    said = []
    for number, option in enumerate(picks, start=first):
        if not option:
            continue
        player, pick = PlayerId(f"person {number}"), OptionId(option)
        share = share_said(deck, asked.card, asked.asked, player, axis, pick)
        right = is_right(deck.axis(axis), asked.card.keys[axis], pick)
        said.append(
            SaidPick(asked.number, card, axis, vote, player, pick, share, right, sure, millis, asked.opened_at, True)
        )
    return replace(sitting, said=(*sitting.said, *said))
