"""The small content folder with a deck besides that asks in every way, which the lessons on kinds spoil."""

from pathlib import Path

from tests.content.folder import ContentFolder

HEAD = """\
id: {id}
kind: {kind}
label: {{nl: "{label}", en: "{label}"}}
short_label: {{nl: "{id}", en: "{id}"}}
question: {{nl: "Wat?", en: "What?"}}
model: M8
"""
OPTION = """\
  - id: {id}
    label: {{nl: "{nl}", en: "{en}"}}
    short: {{nl: "{nl}", en: "{en}"}}
    hint: {{nl: "Iets met {nl}", en: "Some {en}"}}
"""


def axis(name: str, kind: str, picture: str, more: str = "", options: str = "") -> str:
    """An axis's file; `options` are their ids, which are their labels too."""
    listed = "".join(OPTION.format(id=each, nl=f"{each}-nl", en=f"{each}-en") for each in options.split())
    head = HEAD.format(id=name, kind=kind, label=name)
    return f"{head}picture: {picture}\n{more}" + (f"options:\n{listed}" if listed else "")


SIDE = '{low: {nl: "laag", en: "low"}, high: {nl: "hoog", en: "high"}}'
AXES = {
    "gift": axis(
        "gift",
        "multi",
        "{kind: bars}",
        'asks: {nl: "Wat laat het zien?", en: "What does it show?"}\ntelltales: {nl: [lief], en: [love]}\n',
        "love status goods money",
    ),
    "place": axis(
        "place",
        "map2d",
        "{kind: plane}",
        f"uses: gift\nx_axis: {SIDE}\ny_axis: {SIDE}\nnever_keyed: [money]\n"
        "map: {love: [0.5, 1], status: [0.1, 0.8], goods: [0.9, 0.2], money: [0.5, 0]}\n",
    ),
    "rank": axis("rank", "rank", "{kind: climb}", "uses: gift\n"),
    "match": axis("match", "pair", "{kind: bars}", "uses: gift\n"),
    "chain": axis("chain", "sequence", "{kind: climb}", options="first second third"),
    "why": axis("why", "open", "{kind: quotes}"),
    "cross": axis(
        "cross",
        "grid",
        "{kind: grid, columns: [{nl: a, en: a}, {nl: b, en: b}], rows: [{nl: c, en: c}, {nl: d, en: d}],"
        " cells: {ac: [0, 0], bc: [0, 1], ad: [1, 0], bd: [1, 1]}}",
        options="ac bc ad bd",
    ),
}
DECK = """\
id: gifts
title: {nl: "Giften", en: "Gifts"}
about: {nl: "Wat gaat er over en weer?", en: "What goes back and forth?"}
axes: [gift, place, rank, match, chain, why, cross]
cards:
  - id: hug-and-herring
    title: {nl: "Haring", en: "Herring"}
    person: Bep
    story:
      nl: "Wim omhelst Bep. Bep knikt. Hij geeft haar een haring. Daarna telt zij vier munten uit. Wim zwaait."
      en: "Wim hugs Bep. Bep nods. He gives her a herring. Then she counts out four coins. Wim waves."
    models: [M8]
    theme: cg
    difficulty: 1
    status: clear
    key:
      gift:
        is: [love, goods]
        cue: {nl: "omhelst Bep", en: "hugs Bep"}
        why: {nl: "Warmte.", en: "Warmth."}
      match:
        is: {hug: love, herring: goods}
        items: {hug: {nl: "de omhelzing", en: "the hug"}, herring: {nl: "de haring", en: "the herring"}}
        cue: {nl: "een haring", en: "a herring"}
        why: {nl: "Vis.", en: "Fish."}
      cross:
        is: bc
        cue: {nl: "Wim zwaait", en: "Wim waves"}
        why: {nl: "Zo.", en: "So."}
    traps:
      - {axis: gift, pick: status, text: {nl: "Nee.", en: "No."}}
      - {axis: match, pick: "hug:status", text: {nl: "Nee.", en: "No."}}
      - {axis: cross, pick: ac, text: {nl: "Nee.", en: "No."}}
  - id: two-coins
    title: {nl: "Munten", en: "Coins"}
    person: Ria
    story:
      nl: "Ria krijgt applaus. Dan een taart, en een kus. Ze blijft nog wat. De buurt praat na."
      en: "Ria gets applause. Then a cake, and a kiss. She stays a while. The street talks it over."
    models: [M8]
    theme: cg
    difficulty: 2
    status: clear
    key:
      place:
        is: status
        cue: {nl: "krijgt applaus", en: "gets applause"}
        why: {nl: "Aanzien.", en: "Esteem."}
      rank:
        is: [love, [goods, money]]
        cue: {nl: "een kus", en: "a kiss"}
        why: {nl: "Het meest van de gever.", en: "The most of the giver."}
      chain:
        is: [first, second, third]
        cue: {nl: "blijft nog wat", en: "stays a while"}
        why: {nl: "Zo loopt het.", en: "So it runs."}
      why:
        model_answer: {nl: "Omdat het zo is.", en: "Because it is so."}
        cue: {nl: "praat na", en: "talks it over"}
        why: {nl: "Daarom.", en: "That is why."}
    traps:
      - {axis: place, pick: goods, text: {nl: "Nee.", en: "No."}}
      - {axis: rank, pick: "money>love", text: {nl: "Nee.", en: "No."}}
      - {axis: chain, pick: "second>first", text: {nl: "Nee.", en: "No."}}
"""
HUG, COINS = "cards[hug-and-herring]", "cards[two-coins]"


class KindsFolder(ContentFolder):
    """The folder with the deck "gifts"."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        for name, text in AXES.items():
            self.write(f"axes/{name}.yaml", text)
        self.write("decks/gifts.yaml", DECK)

    def change_gifts(self, old: str, new: str) -> None:
        """Puts other words in the place of some that stand once in the deck."""
        self.change("decks/gifts.yaml", old, new)
