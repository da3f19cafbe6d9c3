"""A deck for the tests: two clear cards and a contested one on the three headline axes."""

from dataclasses import replace

from server.rules.cards import (
    Axis,
    AxisKind,
    Card,
    CardStatus,
    Deck,
    GridCell,
    Key,
    Option,
    PartMarks,
    Picture,
    PictureKind,
    Text,
    Trap,
)
from server.rules.ids import AxisId, CardId, OptionId

STAGE, FORM, TRUST = AxisId("stage"), AxisId("commitment-form"), AxisId("trust-level")


def text(words: str) -> Text:
    """The same words in both languages, told apart."""
    return Text(nl=f"{words} (nl)", en=f"{words} (en)")


def _option(name: str) -> Option:
    return Option(OptionId(name), text(name), text(name[:17]), text(f"hint of {name}"))


def _axis(axis_id: AxisId, kind: AxisKind, names: str, picture: Picture, marks: PartMarks | None) -> Axis:
    options = tuple(_option(name) for name in names.split())
    return Axis(
        axis_id, kind, text(axis_id), text(axis_id[:12]), text(f"where on {axis_id}?"), "M3", options, picture, marks
    )


STAGE_AXIS = _axis(
    STAGE,
    AxisKind.ORDINAL,
    "prospect customer client supporter ambassador partner",
    Picture(PictureKind.PYRAMID),
    PartMarks(0.5, ((OptionId("prospect"), OptionId("customer")),)),
)
FORM_AXIS = _axis(
    FORM,
    AxisKind.SINGLE,
    "personal moral structural",
    Picture(
        PictureKind.GRID,
        columns=(text("free"), text("limited")),
        rows=(text("internal"), text("external")),
        cells={
            OptionId("personal"): GridCell(0, 0),
            OptionId("moral"): GridCell(0, 1),
            OptionId("structural"): GridCell(1, 1),
        },
        empty_at=GridCell(1, 0),
        empty_why=text("nobody is both"),
    ),
    None,
)
TRUST_AXIS = _axis(TRUST, AxisKind.ORDINAL, "contract conduct integrity", Picture(PictureKind.STAIR), PartMarks(0.25))


def key(card: str, *accepted: str) -> Key:
    """A key that accepts these options fully; its reason names the card, so that a leak can be searched for."""
    return Key({OptionId(option): 1.0 for option in accepted}, text(f"cue of {card}"), text(f"secret reason of {card}"))


def card(name: str, stage: str, form: tuple[str, ...], trust: str) -> Card:
    """A card keyed on the three axes; contested when more than one form is accepted."""
    contested = len(form) > 1
    return Card(
        id=CardId(name),
        title=text(f"title of {name}"),
        person="Marieke",
        story=text(f"the cue of {name} stands in this story"),
        models=("M3",),
        theme="cg",
        difficulty=1,
        status=CardStatus.CONTESTED if contested else CardStatus.CLEAR,
        version=1,
        keys={STAGE: key(name, stage), FORM: key(name, *form), TRUST: key(name, trust)},
        traps=(Trap(STAGE, OptionId("partner"), text(f"secret trap of {name}")),),
        debate=text("inside or around?") if contested else None,
        note=text(f"secret note of {name}"),
    )


DECK = Deck(
    id="sample",
    title=text("sample deck"),
    about=text("for tests"),
    axes=(STAGE_AXIS, FORM_AXIS, TRUST_AXIS),
    cards=(
        card("baker", "client", ("moral",), "conduct"),
        card("gossip", "customer", ("moral", "structural"), "contract"),
        card("partners", "supporter", ("personal",), "integrity"),
    ),
)


def with_other_keys(deck: Deck, hidden: set[CardId]) -> Deck:
    """The same deck to a reader who must not know the keys of the hidden cards: those are others, words and all."""
    return replace(deck, cards=tuple(_disguised(card) if card.id in hidden else card for card in deck.cards))


def _disguised(card: Card) -> Card:
    keys = {
        STAGE: key("elsewhere", "prospect"),
        FORM: key("elsewhere", "structural"),
        TRUST: key("elsewhere", "contract"),
    }
    trap = Trap(TRUST, OptionId("conduct"), text("another trap"))
    debate = None if card.debate else text("another debate")
    status = CardStatus.CLEAR if card.status is CardStatus.CONTESTED else CardStatus.CONTESTED
    return replace(card, keys=keys, traps=(trap,), debate=debate, note=None, status=status, difficulty=3)
