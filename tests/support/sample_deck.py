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
    Point,
    Scale,
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
    if STAGE not in card.keys:
        return replace(card, keys={axis: _other_kind_key(key) for axis, key in card.keys.items()}, note=None)
    keys = {
        STAGE: key("elsewhere", "prospect"),
        FORM: key("elsewhere", "structural"),
        TRUST: key("elsewhere", "contract"),
    }
    trap = Trap(TRUST, OptionId("conduct"), text("another trap"))
    debate = None if card.debate else text("another debate")
    status = CardStatus.CLEAR if card.status is CardStatus.CONTESTED else CardStatus.CONTESTED
    return replace(card, keys=keys, traps=(trap,), debate=debate, note=None, status=status, difficulty=3)


def _other_kind_key(true_key: Key) -> Key:
    """Another key that asks the same: the same items, the same options of an order, but other answers."""
    return replace(
        true_key,
        accept={option: 1.0 for option in reversed(_ids("external-free", "involvement", "goods"))},
        why=text("another reason"),
        order=tuple((option,) for step in reversed(true_key.order) for option in reversed(step)),
        pairs={item: OptionId("money") for item in true_key.pairs},
        model_answer=None,
    )


def _plain(axis_id: str, kind: AxisKind, names: str, picture: PictureKind) -> Axis:
    return _axis(AxisId(axis_id), kind, names, Picture(picture), None)


GRID_AXIS = _axis(
    AxisId("commitment-grid"),
    AxisKind.GRID,
    "internal-free internal-limited external-limited external-free",
    Picture(
        PictureKind.GRID,
        columns=(text("free"), text("limited")),
        rows=(text("internal"), text("external")),
        cells={
            OptionId("internal-free"): GridCell(0, 0),
            OptionId("internal-limited"): GridCell(0, 1),
            OptionId("external-limited"): GridCell(1, 1),
            OptionId("external-free"): GridCell(1, 0),
        },
    ),
    None,
)
MULTI_AXIS = _plain(
    "trust-basis", AxisKind.MULTI, "honesty responsibility helpfulness involvement", PictureKind.PILLARS
)
RESOURCES = "love status services information goods money"
MAP_AXIS = replace(
    _plain("resource-map", AxisKind.MAP2D, RESOURCES, PictureKind.PLANE),
    map={
        OptionId("love"): Point(0.5, 1.0),
        OptionId("status"): Point(0.15, 0.75),
        OptionId("services"): Point(0.85, 0.75),
        OptionId("information"): Point(0.1, 0.25),
        OptionId("goods"): Point(0.95, 0.25),
        OptionId("money"): Point(0.5, 0.0),
    },
    x_axis=Scale(text("intangible"), text("tangible")),
    y_axis=Scale(text("impersonal"), text("personal")),
)
RANK_AXIS = _plain("resource-rank", AxisKind.RANK, RESOURCES, PictureKind.CLIMB)
SEQUENCE_AXIS = _plain("chain", AxisKind.SEQUENCE, "exchange emotion trust commitment intention", PictureKind.CLIMB)
PAIR_AXIS = _plain("exchange-pair", AxisKind.PAIR, RESOURCES, PictureKind.BARS)
OPEN_AXIS = _plain("open-why", AxisKind.OPEN, "", PictureKind.QUOTES)


def _keyed(**fields: object) -> Key:
    return Key(**({"accept": {}, "cue": text("cue"), "why": text("secret reason")} | fields))  # type: ignore[arg-type]


def _ids(*names: str) -> tuple[OptionId, ...]:
    return tuple(OptionId(name) for name in names)


KIND_KEYS = {
    GRID_AXIS.id: _keyed(accept={OptionId("internal-limited"): 1.0}),
    MULTI_AXIS.id: _keyed(accept={OptionId("honesty"): 1.0, OptionId("responsibility"): 1.0}),
    MAP_AXIS.id: _keyed(accept={OptionId("status"): 1.0}),
    RANK_AXIS.id: _keyed(order=(_ids("love"), _ids("goods", "money"))),
    SEQUENCE_AXIS.id: _keyed(order=tuple((option.id,) for option in SEQUENCE_AXIS.options)),
    PAIR_AXIS.id: _keyed(
        pairs={"hug": OptionId("love"), "herring": OptionId("goods")},
        items={"hug": text("the hug"), "herring": text("the herring")},
    ),
    OPEN_AXIS.id: _keyed(model_answer=text("secret model answer")),
}
KINDS_DECK = Deck(
    id="kinds",
    title=text("every way to answer"),
    about=text("for tests"),
    axes=(GRID_AXIS, MULTI_AXIS, MAP_AXIS, RANK_AXIS, SEQUENCE_AXIS, PAIR_AXIS, OPEN_AXIS),
    cards=tuple(
        replace(card(name, "client", ("moral",), "conduct"), keys=KIND_KEYS, traps=())
        for name in ("herring", "haircut")
    ),
)
"""Two cards, each asked on every kind that the headline axes have not."""
